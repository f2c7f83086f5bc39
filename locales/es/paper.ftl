# The words of `case access` in Spanish. What is not here is English.

day-full = { $weekday }, { $day }
day-date = { $day } de { $month } de { $year }
day-month = { $month } de { $year }
day-range = del { $from } al { $to }

weekday-mon = lun
weekday-tue = mar
weekday-wed = mié
weekday-thu = jue
weekday-fri = vie
weekday-sat = sáb
weekday-sun = dom

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

join-details = { " — " }
join-colon = { ": " }
join-comma = { ", " }
nobody = nadie

none = nada

yes = sí

no = no

because = motivo: { $text }

of-person = { $what } (persona { $person })

column-date = fecha
column-what = qué
column-state = estado
column-recorded = anotado el
column-by = quién
column-why = por qué

deadline-safe = seguro hasta: { $day }
deadline-arguable = último día defendible: { $day }
deadline-still-arguable = todavía defendible hasta: { $day }
deadline-not-arguable = era defendible hasta: { $day }
deadline-restoration = si se perdió: { $text } ({ $citation })
deadline-unknown = no se sabe: { $facts }
deadline-unconfirmed = sin confirmar: el día desde el que corre no es seguro, hay que averiguarlo
deadline-at-once = la ley no dice cuántos días: actuar enseguida
deadline-no-number = aquí no se calcula una fecha: lea lo que dice la norma
deadline-first-day = el primer día en que se puede hacer, no el último
deadline-second = lo anotó { $by }, y nadie más ha comprobado todavía el día
deadline-told = comunicado: { $day }, { $means }, idioma: { $language }; lo presenta la persona
deadline-watched = lo vigila { $by }
deadline-they-file = lo presenta la persona
mark-unsigned = nadie ha firmado todavía esta norma: que la revise una abogada o un abogado
mark-local = una norma de esta organización, no del programa
mark-provisional = todavía puede cambiar: un calendario o un número no es definitivo
mark-remembered = de memoria, leído en parte o en un texto antiguo: compruébelo antes de fiarse
deadline-no-date = sin fecha
deadline-of = persona { $person }: { $what }

due-since = desde: { $day }

field-unknown = { $field } (no está definido aquí)

access-title = Lo que esta organización guarda sobre el caso { $case }
access-title-person = Lo que esta organización guarda sobre la persona { $person } del caso { $case }
access-lead = Aquí está todo lo que se anotó, también lo que después se reemplazó o se anuló. Ha quedado anotado que esto se imprimió.
access-law = Lo que dicen las reglas de la ley está en inglés, tal como figura en el registro de reglas; lo que escribieron las personas de esta organización está en sus propias palabras. Pida que se lo lean en su idioma.
access-who = quién debe actuar
access-office = esta organización
access-remember = fecha que recordar
access-from = se cuenta desde
access-notes = { $count ->
    [one] Una nota o un próximo paso del caso entero no está aquí, porque puede hablar de otras personas: la organización debe leerlo
   *[other] { $count } notas y próximos pasos del caso entero no están aquí, porque pueden hablar de otras personas: la organización debe leerlos
} y comunicar lo que se refiera a esta persona.
access-case = El caso
access-people = De quién trata el caso y a qué se dio consentimiento
access-notices = Lo que la organización sabe del país
access-history = Lo que se anotó
access-deadlines = Plazos
access-sealed = Lo que está sellado y quién lo ha abierto
access-sealed-count = { $count ->
    [0] No hay nada sellado: aquí no se guarda ningún nombre, ninguna dirección ni ningún número de la persona.
    [one] Un sobre sellado guarda lo que une el caso con la persona. Solo puede abrirlo quien tiene su clave: pida que se lo muestren.
   *[other] { $count } sobres sellados guardan lo que une el caso con la persona. Solo puede abrirlos quien tiene su clave: pida que se los muestren.
}

show-from = persona
show-origin = país de origen: { $origin }
show-born = año de nacimiento: { $year }
show-law = ley del país
show-worker = lleva el caso
show-office = oficina
show-opened = abierto
show-tags = etiquetas
show-links = relacionado con
show-link-persons = { $link }: aquí la persona { $own }, allí la { $there }
show-as-of = a fecha de
show-identity = datos de identidad
show-sealed = { $count ->
    [one] sellados
   *[other] sellados, en { $count } sobres
}
show-consent = consentimiento
show-nobody-asked = todavía no se ha preguntado a nadie
show-answer = { $purpose }: { $answer } ({ $day })
show-not-asked = no se ha preguntado: { $purposes }

person-left = ya no está en el caso: { $reason } ({ $day })

show-check-in = contacto periódico
show-check-in-value = { $count ->
    [one] cada día
   *[other] cada { $count } días
}, { $how }; el próximo, a más tardar: { $day }
show-mandate = mandato de la organización
show-measure-until = hasta: { $day }
show-attorney = poder de representación hasta: { $day }
show-we-file = los escritos los presenta esta organización
show-they-file = los escritos los presenta la persona misma o su representante legal, no esta organización
show-risk = riesgo
show-risk-value = { $level }; volver a valorarlo: { $day }

entry-joined = entró en el caso la persona { $person }
entry-left = ya no está en el caso la persona { $person }
entry-consent = consentimiento para: { $purpose }
entry-application = se solicitó: { $what }
entry-note = nota: { $text }
entry-corrects = corrige la anotación { $event }
entry-fact = { $fact }: { $value }
entry-field = { $field }: { $value }
entry-assigned = lleva el caso: { $to }
entry-assigned-nobody = nadie lleva el caso
entry-watched = plazo vigilado por { $by }: { $what }
entry-unwatched = plazo que ya no vigila { $by }: { $what }
entry-link = relacionado con el caso { $to }
entry-link-person = relacionado con el caso { $to }, allí la persona { $person }
entry-retraction = anotación anulada: { $what }
entry-deadline-set = plazo anotado a mano: { $what }
entry-met = plazo cumplido: { $what }
entry-waived = se renunció al plazo: { $what }
entry-extended = plazo ampliado (hasta: { $day }): { $what }
entry-confirmed = plazo confirmado: { $what }
entry-document = documento añadido: { $kind }, sellado
entry-document-open = documento añadido: { $kind }, sin sellar
entry-handover = caso entregado a otra organización, que debe recibirlo a más tardar: { $until }
entry-handover-taken = caso recibido de otra organización, con { $count ->
    [one] { $count } anotación
   *[other] { $count } anotaciones
}
entry-handover-receipt = la otra organización ya lo tiene
entry-check-in-set = { $count ->
    [one] contacto periódico cada día
   *[other] contacto periódico cada { $count } días
}, { $how }
entry-mandate = mandato de la organización: { $kind }
entry-told = se informó del plazo a la persona ({ $means }, idioma { $language }): { $what }
entry-task = próximo paso: { $what }, a más tardar: { $day }
entry-task-act = próximo paso { $end }: { $what }
entry-referred-to = derivación a { $partner }: { $service }
entry-referred-from = derivación desde { $partner }: { $service }
entry-referral-outcome = resultado de la derivación: { $outcome }
entry-resettlement = reasentamiento, país { $country }: { $state }
entry-risk = riesgo: { $level }
entry-detention-review = revisión de la detención: { $outcome }

code-application-kind-refugee-status = condición de refugiado
code-application-kind-subsidiary-protection = protección subsidiaria
code-application-kind-single-procedure = protección internacional
code-application-kind-temporary-asylum = asilo temporal
code-application-kind-temporary-protection = protección temporal
code-application-kind-humanitarian = protección por razones humanitarias
code-application-kind-family-extension = extensión de la protección a la familia

code-order-first = primera solicitud
code-order-subsequent = solicitud posterior
code-order-reopened = solicitud reabierta

code-outcome-granted = protección concedida
code-outcome-refused = solicitud denegada
code-outcome-closed = procedimiento cerrado sin decisión sobre el fondo
code-outcome-allowed = recurso aceptado
code-outcome-dismissed = recurso rechazado
code-outcome-remitted = el asunto vuelve para una nueva decisión
code-outcome-revoked = se puso fin a la protección
code-outcome-rescinded = decisión anulada por quien la tomó

code-protection-refugee-status = condición de refugiado
code-protection-subsidiary-protection = protección subsidiaria
code-protection-temporary-protection = protección temporal
code-protection-temporary-asylum = asilo temporal
code-protection-humanitarian = protección por razones humanitarias
code-protection-other-national = otra protección nacional

code-basis-unfounded = infundada
code-basis-manifestly-unfounded = manifiestamente infundada
code-basis-inadmissible = inadmisible
code-basis-excluded = exclusión de la protección
code-basis-refused-examination = no se examinó el fondo
code-basis-unspecified = sin motivo indicado

code-reason-withdrawn-explicit = se retiró
code-reason-withdrawn-implicit = se consideró como retirada
code-reason-discontinued = procedimiento terminado sin decisión
code-reason-died = fallecimiento
code-reason-departed = salida voluntaria
code-reason-removed = salida forzosa ejecutada por el Estado
code-reason-extradited = extradición
code-reason-disappeared = desaparición
code-reason-abducted = secuestro
code-reason-resettled = reasentamiento
code-reason-duplicate = anotación repetida
code-reason-other = otro motivo

code-means-post = por correo
code-means-registered-letter = por carta certificada
code-means-electronic = por vía electrónica
code-means-hand = en mano
code-means-facility = por medio del centro de acogida
code-means-written = por escrito
code-means-oral = de palabra
code-means-interpreter = con intérprete
code-means-representative = por medio de su tutor legal o representante
code-means-in-person = en persona
code-means-letter = por carta
code-means-message = por mensaje escrito
code-means-telephone = por teléfono

code-appointment-held = tuvo lugar
code-appointment-moved = se aplazó, todavía no se sabe el nuevo día
code-appointment-cancelled = se canceló

code-appeal-kind-administrative-review = recurso administrativo
code-appeal-kind-appeal = recurso ante un tribunal
code-appeal-kind-further-appeal = recurso ante un tribunal superior
code-appeal-kind-constitutional = recurso constitucional
code-appeal-kind-international = queja ante un órgano internacional

code-filing-appeal-grounds = motivos del recurso
code-filing-interim-measure = petición de una medida provisional
code-filing-out-of-time = petición de aceptar un acto fuera de plazo
code-filing-extension-request = petición de más tiempo
code-filing-documents = documentos
code-filing-reply = respuesta
code-filing-legal-aid = petición de asistencia jurídica gratuita
code-filing-fee = tasa pagada
code-filing-reopening-request = petición de reabrir el procedimiento
code-filing-claim-form = solicitud por escrito
code-filing-registration = registro en persona
code-filing-address-notice = aviso de nueva dirección
code-filing-renewal = petición de renovación

code-role-applicant = solicitante
code-role-dependant = familiar dependiente
code-role-unaccompanied-minor = persona menor de edad no acompañada
code-role-separated-child = persona menor de edad separada de sus padres

code-relation-spouse = cónyuge
code-relation-child = hijo o hija
code-relation-parent = padre o madre
code-relation-sibling = hermano o hermana
code-relation-other = otro familiar

code-leave-died = fallecimiento
code-leave-departed = salida voluntaria
code-leave-removed = salida forzosa ejecutada por el Estado
code-leave-transferred = paso a otra organización
code-leave-contact-lost = se perdió el contacto
code-leave-own-case = tiene su propio caso
code-leave-duplicate = anotación repetida
code-leave-other = otro motivo

code-case-end-protected = protección obtenida
code-case-end-removed = salida forzosa ejecutada por el Estado
code-case-end-departed = salida voluntaria
code-case-end-died = fallecimiento
code-case-end-transferred = paso a otra organización
code-case-end-contact-lost = se perdió el contacto
code-case-end-duplicate = anotación repetida
code-case-end-other = otro motivo

code-purpose-assistance = ayuda
code-purpose-referral = derivación a otras organizaciones
code-purpose-statistics = estadísticas
code-purpose-publicity = difusión pública
code-purpose-research = estudios de investigación

code-answer-given = dijo que sí
code-answer-refused = dijo que no
code-answer-withdrawn = retiró el consentimiento
code-answer-not-asked = no se ha preguntado

code-origin-stateless = apátrida
code-origin-unknown = desconocido
code-sex-f = sexo femenino
code-sex-m = sexo masculino
code-sex-x = sexo ni femenino ni masculino
code-sex-unknown = sexo no conocido

code-opening-reason-court = para un tribunal o una autoridad
code-opening-reason-contact = para comunicarse con la persona
code-opening-reason-medical = una necesidad médica
code-opening-reason-handover = para entregar el caso
code-opening-reason-check = para comprobar lo que se selló
code-opening-reason-other = otra cosa

code-audit-contact-opened = abrió el teléfono y la dirección
code-audit-contact-shared = dio acceso al teléfono y la dirección a otra persona del equipo
code-audit-letter-exported = hizo una hoja de presentación para un escrito
code-audit-timeline-exported = hizo una cronología para usarla fuera
code-audit-access-exported = imprimió lo que se guarda sobre una persona
code-audit-exported = sacó información
code-audit-identity-opened = abrió un nombre
code-audit-document-opened = abrió un documento
code-audit-case-exported = sacó un caso como archivo
code-audit-case-handed-over = selló un caso para otra organización

code-document-kind-decision = decisión
code-document-kind-letter = carta
code-document-kind-evidence = prueba
code-document-kind-photo = fotografía
code-document-kind-other = documento

code-link-family = familia
code-link-same-person = la misma persona
code-link-related = caso relacionado

code-removal-return-decision = decisión de retorno
code-removal-transfer = traslado a otro Estado
code-removal-entry-refused = denegación de entrada
code-removal-extradition = extradición
code-removal-imminent = salida forzosa prevista próximamente
code-removal-entry-ban = prohibición de entrada

code-actor-applicant = la persona solicitante
code-actor-authority = la autoridad
code-actor-court = el tribunal
code-actor-state = el Estado
code-actor-document = vence por sí solo
code-actor-rule = nadie (sirve para otras reglas)

code-entry-state-live = anotación válida
code-entry-state-replaced = anotación reemplazada
code-entry-state-retracted = anotación anulada

code-deadline-state-open = en curso
code-deadline-state-sent = enviado, la llegada no está probada
code-deadline-state-met = cumplido
code-deadline-state-met-late = cumplido con retraso
code-deadline-state-missed = plazo vencido
code-deadline-state-moot = ya no hace falta
code-deadline-state-lapsed = terminó antes de que el caso llegara a esta oficina
code-deadline-state-waived = se renunció a él
code-deadline-state-extended = prorrogado
code-deadline-state-unconfirmed = fecha por comprobar
code-act-other = otra cosa
code-act-by-hand = acto anotado a mano

code-own-nansen-find-service = averiguar qué día recibió la persona la decisión
code-own-nansen-find-sending = averiguar qué día se envió la decisión
code-own-nansen-runs-out = el documento o la protección vence: ocuparse a tiempo
code-own-nansen-attorney = el poder de representación vence: firmar uno nuevo a tiempo
code-own-nansen-risk-review = volver a valorar el peligro
code-own-nansen-check-in = contacto periódico
code-own-nansen-detention-review = revisión de la detención (anotada a mano)
code-own-nansen-renew = pedir la renovación del documento (el día lo puso la organización, no la ley)
code-own-nansen-renew-from = desde este día se puede renovar el documento (el día lo puso la organización, no la ley)

code-check-in-how-partner = por medio de una organización asociada
code-check-in-how-in-person = en persona
code-check-in-how-message = por mensaje escrito
code-check-in-how-lawyer = por medio del abogado o abogada
code-check-in-how-household = por medio de alguien que vive con la persona

code-task-rule-39 = pedir al Tribunal Europeo de Derechos Humanos una medida provisional (Regla 39)
code-task-interim-measure = pedir a un tribunal o comité una medida provisional
code-task-ombudsman = avisar a la defensoría del pueblo
code-task-other-office = avisar a la otra organización
code-task-lawyer = hablar con el abogado o abogada
code-task-unhcr = hablar con el ACNUR
code-task-partner = hablar con la organización asociada
code-task-authority = preguntar a la autoridad
code-task-ask-person = hablar con la persona
code-task-get-document = conseguir un documento
code-task-translate = pedir una traducción
code-task-prepare = preparar la entrevista o la audiencia
code-task-file = escribir o presentar un escrito
code-task-check = revisarlo de nuevo
code-task-other = otra cosa
code-task-end-done = hecho
code-task-end-dropped = descartado

code-disappearance-unknown = no se sabe nada
code-disappearance-abduction-feared = se teme un secuestro
code-disappearance-detention-feared = se teme una detención
code-disappearance-moved-on = puede haberse ido a otro lugar

code-mandate-advice = asesoramiento
code-mandate-representation = representación
code-mandate-monitoring = seguimiento
code-mandate-none = ya no hay mandato

code-lawyer-outside = abogado o abogada de fuera de la organización

code-referral-outcome-accepted = aceptada
code-referral-outcome-refused = rechazada
code-referral-outcome-done = realizada

code-service-medical = ayuda médica
code-service-psychological = ayuda psicológica
code-service-legal = ayuda jurídica
code-service-housing = alojamiento
code-service-protection = protección
code-service-other = otra cosa

code-resettlement-referred = caso derivado
code-resettlement-submitted = caso presentado al país
code-resettlement-accepted = caso aceptado
code-resettlement-refused = caso denegado
code-resettlement-departed = salida realizada
code-resettlement-withdrawn = caso retirado

code-risk-low = bajo
code-risk-medium = medio
code-risk-high = alto
code-risk-extreme = extremo

code-review-outcome-upheld = la detención se mantiene
code-review-outcome-not-held = no se hizo
code-review-outcome-planned = prevista

code-field-source-person = lo dijo la persona
code-field-source-document = consta en un documento
code-field-source-authority = lo dijo una autoridad
code-field-source-partner = lo dijo una organización asociada
code-field-source-office = lo averiguó la organización
code-field-source-other = se sabe por otro medio

code-label-attorney-until = poder de representación hasta:
code-label-review = volver a valorarlo:
code-label-next = próxima vez:
code-label-renew-from = se puede pedir la renovación desde:
code-label-renew-by = pedir la renovación a más tardar:
code-label-at = hora:
code-label-made = se pidió protección:
code-label-registered = se registró:
code-label-lodged = se presentó:
code-label-decided = se decidió:
code-label-notified = se comunicó:
code-label-served = se notificó oficialmente:
code-label-received = se recibió:
code-label-sent = se envió:
code-label-arrived = llegó a su destino:
code-label-handed-over = se entregó al centro o al correo:
code-label-checked = se preguntó si sigue prevista:
code-label-language = idioma:
code-label-needs = necesita:
code-label-learned = lo supo la persona:
code-label-final-form = texto definitivo:
code-label-in-force = en vigor desde:
code-label-date = fecha:
code-label-until = hasta:
code-label-since = desde:
code-label-due = a más tardar:
code-label-opened = se abrió:
code-label-refused = se denegó además:
code-label-jurisdiction = ley del país:
code-label-origin = país de origen:
code-label-born = año de nacimiento:
code-label-office = oficina:
code-label-worker = lleva el caso:
code-label-to = a quién:
code-label-tags = etiquetas:
code-label-place = lugar:
code-label-final = definitivo:
code-label-callsign = nombre en clave:
code-label-number = caso:

code-event-application = solicitud
code-event-decision = decisión
code-event-service = notificación
code-event-appeal = recurso
code-event-filing = presentación de un escrito
code-event-interview = entrevista
code-event-hearing = audiencia
code-event-document = documento
code-event-removal = medida para hacer salir del país
code-event-detention = detención
code-event-release = puesta en libertad
code-event-departure = salida del país
code-event-contact = contacto
code-event-step = paso del procedimiento
code-event-note = nota
code-event-fact = dato del caso
code-event-field = dato propio de la organización
code-event-person = una persona entró en el caso
code-event-leave = una persona ya no está en el caso
code-event-consent = consentimiento
code-event-case = caso abierto
code-event-close = caso cerrado
code-event-closure = caso cerrado
code-event-reopening = caso reabierto
code-event-assignment = asignación del caso
code-event-link = relación con otro caso
code-event-correction = corrección
code-event-retraction = anulación de una anotación
code-event-deadline-computed = plazo calculado
code-event-deadline-set = plazo anotado a mano
code-event-deadline-act = acto sobre un plazo
code-event-deadline-watch = vigilancia de un plazo
code-event-deadline-told = se informó de un plazo
code-event-identity = datos de identidad sellados
code-event-contact-sealed = teléfono y dirección sellados para quien trabaja en el caso
code-event-attachment = documento añadido
code-event-attachment-opened = documento abierto
code-event-check-in-set = contacto periódico acordado
code-event-check-in = contacto periódico: todo está bien
code-event-check-in-end = fin del contacto periódico
code-event-disappearance = desaparición
code-event-reappearance = la persona ha aparecido
code-event-mandate = mandato de la organización
code-event-task = próximo paso
code-event-task-act = próximo paso terminado
code-event-referral = derivación
code-event-referral-outcome = resultado de una derivación
code-event-resettlement = reasentamiento
code-event-risk = riesgo
code-event-detention-review = revisión de la detención

code-trigger-mandate = mandato de la organización
code-trigger-risk = riesgo

code-fact-value-judge = juez
code-fact-value-official = funcionario
code-fact-value-police = policía
code-fact-value-permit-authority = autoridad de extranjería
code-fact-value-asylum-authority = autoridad de asilo
code-fact-value-post = por correo
code-fact-value-registered-letter = por carta certificada
code-fact-value-electronic = por vía electrónica
code-fact-value-hand = en mano
code-fact-value-facility = por medio del centro de acogida
code-fact-value-administrative-expulsion = expulsión administrativa
code-fact-value-deportation = deportación
code-fact-value-readmission = readmisión
code-fact-value-return = retorno
code-fact-value-expulsion = expulsión
code-fact-value-extradition = extradición
code-fact-value-transfer = traslado
code-fact-value-entry-ban = prohibición de entrada
code-fact-value-undesirability = estancia declarada no deseable
code-fact-value-register = inscripción en el registro
code-fact-value-devolucion = devolución
code-fact-value-removal-order-58a = orden de expulsión (§ 58a)
code-fact-value-priority-removal-notice = aviso de expulsión prioritaria
code-fact-value-accompanied = acompañada
code-fact-value-unaccompanied = no acompañada
code-fact-value-main = principal
code-fact-value-provisional = provisional
code-fact-value-prolongation = prórroga
code-fact-value-regular = ordinario
code-fact-value-accelerated = acelerado
code-fact-value-border = en la frontera
code-fact-value-airport = en el aeropuerto
code-fact-value-admissibility = sobre la admisibilidad
code-fact-value-responsibility = sobre el Estado responsable
code-fact-value-extended = ampliado
code-fact-value-unfounded = infundada
code-fact-value-manifestly-unfounded = manifiestamente infundada
code-fact-value-inadmissible = inadmisible
code-fact-value-excluded = exclusión de la protección
code-fact-value-refused-examination = no se examinó el fondo
code-fact-value-withdrawn-implicit = considerada retirada
code-fact-value-responsibility-other-state = es responsable otro Estado
code-fact-value-safe-third-country = tercer país seguro
code-fact-value-subsequent-no-new-elements = solicitud posterior, sin nada nuevo
code-fact-value-take-charge = hacerse cargo (toma a cargo)
code-fact-value-take-back = volver a admitir (readmisión)
code-fact-value-european = un Estado europeo
code-fact-value-non-european = un Estado de fuera de Europa
code-fact-value-placement = ingreso en un centro de detención
code-fact-value-house-arrest = arresto domiciliario
code-fact-value-waiting-zone = zona de espera
code-fact-value-kept-for-asylum = detención mantenida por el procedimiento de asilo
code-fact-value-internment = internamiento
code-fact-value-european-arrest-warrant = orden de detención europea
code-fact-value-departure-custody = detención para asegurar la salida
code-fact-value-cooperation-custody = detención para obtener la colaboración
code-fact-value-asylum-detention = detención en el procedimiento de asilo
code-fact-value-border-return = retorno en la frontera
code-fact-value-detainer = orden de retención migratoria (detainer)
code-fact-value-international-protection = protección internacional
code-fact-value-application = solicitud
code-fact-value-detention = detención
code-fact-value-bail = libertad bajo fianza
code-fact-value-removal = ejecución de la expulsión
code-fact-value-return-permit = decisión de retorno por denegación de un permiso
code-fact-value-clearance = autorización judicial para expulsar (nulla osta)
code-fact-value-administrative-offence = infracción administrativa
code-fact-value-return-decision = decisión de retorno
code-fact-value-transfer-decision = decisión de traslado
code-fact-value-residence-permit = permiso de residencia
code-fact-value-unhcr = ACNUR
code-fact-value-applicant-document = documento de solicitante
code-fact-value-attestation = certificado de solicitud
code-fact-value-examination-certificate = certificado de que se examina la solicitud
code-fact-value-permission-to-stay = autorización de permanencia
code-fact-value-travel-document = documento de viaje
code-fact-value-art-38-1-a = art. 38, apartado 1, letra a)
code-fact-value-art-38-1-b = art. 38, apartado 1, letra b)
code-fact-value-art-38-1-c = art. 38, apartado 1, letra c)
code-fact-value-art-38-1-d = art. 38, apartado 1, letra d)
code-fact-value-art-38-1-e = art. 38, apartado 1, letra e)
code-fact-value-judgment = sentencia
code-fact-value-gerichtsbescheid = decisión judicial sin audiencia (Gerichtsbescheid)
code-fact-value-2015 = 2015
code-fact-value-2026 = 2026
code-fact-value-authority = autoridad
code-fact-value-mission = misión diplomática
code-fact-value-competent-authority = la autoridad competente
code-fact-value-other-authority = otra autoridad
code-fact-value-limit = el plazo
code-fact-value-grounds = la presentación de los motivos
code-fact-value-first-tier = Tribunal de Primera Instancia (First-tier Tribunal)
code-fact-value-upper-tribunal = Tribunal Superior (Upper Tribunal)
code-fact-value-failed = expulsión que no se llevó a cabo
code-fact-value-interim-measure = medida provisional
code-fact-value-reasons = motivos
code-fact-value-reply = respuesta
code-fact-value-request = petición
code-fact-value-nsm = el mecanismo nacional de evaluación (NSM)
code-fact-value-asylum-seeker-certificate = certificado de solicitante de asilo
code-fact-value-conditional-release = visado de liberación condicional
code-fact-value-protocol = protocolo de la solicitud
code-fact-value-salvoconducto = salvoconducto
code-fact-value-section-22 = permiso de la sección 22
code-fact-value-transit-visa = visado de tránsito
code-fact-value-work-permit = permiso de trabajo
code-fact-value-land-us = por tierra desde los Estados Unidos
code-fact-value-other = otra
code-fact-value-first = la primera
code-fact-value-later = una posterior
code-fact-value-negative-credible-fear = no se reconoció un temor creíble
code-fact-value-reasonable-fear = se debe examinar si hay un temor razonable
code-fact-value-port-of-entry = en un puesto fronterizo
code-fact-value-inland = dentro del país
code-fact-value-abusive = abusiva
code-fact-value-fraudulent = fraudulenta
code-fact-value-immigration-judge = juez de inmigración

code-trigger-interim-measure-granted = medida provisional concedida: no se puede expulsar a la persona
code-trigger-suspension-granted = suspensión ordenada: la expulsión debe esperar
code-trigger-suspension-refused = suspensión denegada: la expulsión no tiene que esperar
code-trigger-suspension-ended = terminó lo que impedía la expulsión
code-trigger-detention-review = revisión de la detención

fact-abroad = ¿está la persona en el extranjero?
fact-absconded = ¿dejó la persona de estar a disposición de la autoridad?
fact-accel_ground = ¿había un motivo para el procedimiento acelerado?
fact-after_transfer = ¿llegó la persona por un traslado?
fact-answered = ¿llegó una respuesta escrita?
fact-appeal_against = contra qué es el recurso
fact-appeal_kind = la clase de recurso
fact-appeal_lodged = ¿se presentó un recurso?
fact-appeal_pending = ¿hay un recurso pendiente?
fact-application_kind = qué se solicitó
fact-application_lodged = ¿se presentó una solicitud?
fact-application_order = si es la primera solicitud o una posterior
fact-appointment_given = ¿se dio una cita para hacer la solicitud?
fact-asylum_rights_notified = el día en que se explicó el derecho a pedir asilo
fact-attended_hearing = ¿estuvo la persona en la audiencia?
fact-authority = qué autoridad decidió
fact-challenges_tribunal = ¿se recurre una decisión del tribunal?
fact-changed_country_conditions = ¿cambió la situación en el país de origen?
fact-citizens_rights = ¿es un recurso sobre derechos de los ciudadanos?
fact-country = el país
fact-deadline_end = el día en que terminó el plazo que no se cumplió
fact-deadline_missed = ¿pasó un plazo sin cumplirse?
fact-decided = el día de la decisión
fact-delay_days = cuántos días no cuentan por lo que hizo o pidió la persona solicitante
fact-detained = ¿está detenida la persona?
fact-document = la clase de documento
fact-entry_by = por qué frontera llegó la persona
fact-entry_order = qué entrada fue
fact-eurodac_hit = ¿hubo una coincidencia en Eurodac?
fact-extended = ¿se amplió el plazo?
fact-hearing = el día de la audiencia
fact-house_arrest = ¿está la persona en arresto domiciliario?
fact-imprisoned = ¿está la persona en prisión?
fact-in_absentia = ¿se decidió en ausencia de la persona?
fact-in_reception = ¿vive la persona en un centro de acogida?
fact-inadmissible_ground = por qué es inadmisible
fact-instance = quién decidió
fact-instruction_defective = ¿falta o está mal la información sobre los recursos?
fact-interim_kind = qué dice la decisión provisional
fact-irregular_entry = ¿entró la persona sin permiso?
fact-issuer = quién lo ordenó
fact-judgment_in_force = ¿está en vigor la sentencia?
fact-judgment_kind = la clase de sentencia
fact-large_numbers = ¿hay muchas solicitudes a la vez?
fact-law = el año de la ley que rige la solicitud
fact-legal_aid_decided = el día en que se decidió sobre la asistencia jurídica gratuita
fact-legal_aid_requested = el día en que se pidió la asistencia jurídica gratuita
fact-lodged = el día en que se presentó la solicitud
fact-lodged_at = dónde se presentó
fact-made_at = dónde se pidió la protección
fact-made_to = a quién se dijo que se quería protección
fact-mass_arrivals = ¿llegan muchas personas a la vez?
fact-means_of_service = cómo se entregó el documento
fact-measure = la clase de medida
fact-member_state = el Estado miembro
fact-minor = persona menor de edad
fact-missed = qué no se cumplió a tiempo
fact-national_period = el plazo de la ley nacional
fact-national_period_remain = el plazo de la ley nacional para pedir quedarse
fact-objection_end = el día en que terminó la reclamación
fact-online_list = ¿está el permiso en la lista de servicios por internet?
fact-oral = ¿se decidió de palabra?
fact-order_kind = la clase de orden
fact-origin = el país de origen
fact-other_ground_to_stay = ¿hay otro motivo para quedarse?
fact-other_procedure = ¿está en curso otro procedimiento?
fact-out_of_time = ¿se presentó el recurso fuera de plazo?
fact-overseas = ¿es en un territorio de ultramar?
fact-printed_date = la fecha impresa en el documento
fact-procedure = la clase de procedimiento
fact-protection = qué se concedió
fact-reappeared = el día en que la persona volvió a presentarse
fact-reexamination = ¿se examina una solicitud posterior?
fact-refusal_kind = el motivo de la denegación
fact-refused_by = quién decidió
fact-region = la región del país
fact-registered = el día del registro
fact-remitted = ¿devolvió el tribunal el asunto para una nueva decisión?
fact-removal_at = el día previsto para la expulsión
fact-renewal_filed = el día en que se pidió la renovación
fact-request = qué se pidió al otro Estado
fact-requesting_state = qué Estado lo pide
fact-restriction = la clase de detención
fact-rights_affected = el día del acto o de la omisión que se denuncia
fact-runs = qué plazos ya corren
fact-short_ground = ¿se indicó un motivo con el plazo más corto?
fact-step = qué paso es
fact-subject = de qué trata el recurso
fact-suspensive = ¿permite el recurso quedarse hasta la decisión (efecto suspensivo)?
fact-time_of_day = la hora
fact-totally_without_merit = ¿se declaró sin ningún fundamento?
fact-trigger = el día desde el que corre el plazo
fact-unhcr_request = ¿lo pidió el ACNUR?
fact-urgent = ¿se declaró urgente?

code-trigger-decision-refused = denegación
code-trigger-decision-closed = cierre sin decisión
code-trigger-decision-adverse = decisión desfavorable
code-trigger-decision-interim = decisión provisional
code-trigger-appeal-refused = recurso rechazado
code-trigger-appeal-struck-out = recurso archivado
code-trigger-judgment = sentencia
code-trigger-return-decision = decisión de retorno
code-trigger-transfer-decision = traslado a otro Estado
code-trigger-entry-refused = denegación de entrada
code-trigger-extradition-decision = extradición
code-trigger-removal-imminent = salida forzosa prevista próximamente
code-trigger-restriction-imposed = detención, arresto domiciliario o medida similar
code-trigger-entry = entrada al país
code-trigger-departure = salida del país
code-trigger-presentation = presentación ante la autoridad
code-trigger-circumstance-changed = cambio de circunstancias
code-trigger-law-event = cambio de la ley
code-trigger-application-made = petición de protección
code-trigger-application-registered = solicitud registrada
code-trigger-application-lodged = solicitud presentada
code-trigger-application-admitted = solicitud admitida a trámite
code-trigger-application-referred = solicitud enviada a quien decide
code-trigger-application-incomplete = solicitud incompleta
code-trigger-information-requested = se pidió información
code-trigger-examination-opened = se abrió el examen
code-trigger-eligibility-positive = el caso pasa a la etapa siguiente
code-trigger-appointment-missed = cita a la que no se acudió
code-trigger-withdrawal-notice = aviso de que la solicitud se considerará retirada
code-trigger-referred-to-place = envío a un lugar asignado
code-trigger-hearing-set = audiencia
code-trigger-deadline-set = plazo fijado
code-trigger-address-changed = cambio de dirección
code-trigger-consent-given = permiso para una nueva solicitud concedido
code-trigger-prra-offered = oferta de una evaluación del riesgo antes de la expulsión
code-trigger-status-granted = concesión de la protección
code-trigger-status-review-notice = aviso de revisión de la protección
code-trigger-status-measure = medida sobre la protección
code-trigger-appeal-lodged = recurso presentado
code-trigger-court-ruling = decisión judicial
code-trigger-permission-refused = permiso para recurrir denegado
code-trigger-judgment-in-force = sentencia en vigor
code-trigger-refusal-final = denegación definitiva
code-trigger-remedies-exhausted = se usaron todos los recursos del país
code-trigger-response-received = respuesta recibida
code-trigger-legal-aid-requested = se pidió asistencia jurídica gratuita
code-trigger-legal-aid-decided = se decidió sobre la asistencia jurídica gratuita
code-trigger-obstacle-ended = terminó el impedimento
code-trigger-deadline-missed = plazo no cumplido
code-trigger-rights-affected = derechos afectados
code-trigger-transfer-request-received = petición de traslado recibida
code-trigger-transfer-accepted = traslado aceptado
code-trigger-eurodac-hit = coincidencia en Eurodac
code-trigger-removal-procedure-opened = procedimiento de expulsión abierto
code-trigger-authority-requested = petición de la autoridad al tribunal
code-trigger-released = puesta en libertad
code-trigger-stay-ended = fin de la estancia legal
code-trigger-document-issued = documento expedido
code-trigger-document-expires = vencimiento de un documento
code-trigger-renewal-filed = renovación pedida
code-trigger-document-dispatched = documento enviado
code-trigger-delivery-failed = no se pudo entregar
code-trigger-out-of-time-accepted = se aceptó lo presentado fuera de plazo
code-trigger-transfer-failed = el traslado no se llevó a cabo
code-trigger-responsibility-taken = este Estado se hizo cargo del examen

code-event-archive-read = archivo incorporado
code-event-calendar = calendario
code-event-handover = caso entregado a otra organización
code-event-handover-receipt = recibo de la otra organización
code-event-handover-taken = caso recibido de otra organización

code-own-nansen-no-rule = aquí no se conoce ningún plazo: pregunte hoy mismo a un abogado o abogada

column-on = sobre qué

code-audit-identity-matched = buscó a una persona entre todas
code-audit-contact-sealed = desde entonces, solo quien tiene la clave puede abrir los teléfonos y las direcciones
