# The words of tables in Spanish. What is not here is English.

note-not-for-release = No debe difundirse: los números pequeños permiten reconocer a personas.
note-small = Las celdas marcadas con «!» cuentan menos personas de las que se permite publicar.
note-zero = Un cero es exacto: ahí no se cuenta a nadie.
note-decided = Aquí figura un número pequeño por decisión de la organización.
note-telling = Al menos nueve décimas partes de una línea están en una sola celda ({ $cells }): saber que una persona está contada en esa línea es saber también eso de ella.
note-would-show = Por decisión de la organización se mostrarían números que aquí no se publican: { $cells }.
note-would-lower = Por decisión de la organización, aquí serían pequeños solo los números menores que { $threshold }.
note-ever = La protección indicada es la forma más fuerte que se concedió en algún momento, no la que se tiene hoy: esta última se cuenta en una tabla aparte.
note-humanitarian = En POS_HUM, estancia por razones humanitarias, se cuenta también el asilo temporal.
note-condition = Donde no consta lo que pide una condición (también los años), nada se cuenta aquí; cuántas veces ocurre no se publica (x).
note-fields = De los campos propios de la oficina cuenta lo que consta para días hasta el { $day }.
note-years = { $unit ->
    [decisions] El año y el trimestre son los de la decisión.
    [applications] El año y el trimestre son los de la presentación de la solicitud.
   *[other] El año y el trimestre son los de la primera solicitud.
}
note-kind = El tipo de solicitud dice lo que se pidió, no lo que se concedió.
note-scope = Solo se cuentan los casos de esta base de datos.
note-consent = Personas de esta base de datos a las que nunca se preguntó si se las puede contar, y que están contadas: { $never }; personas que dijeron que no o retiraron su consentimiento, y que no figuran en ninguna tabla: { $out }.
note-consent-most = A más de la mitad de las personas de esta base de datos nunca se les preguntó si se las puede contar, y están contadas; personas que dijeron que no o retiraron su consentimiento, y que no figuran en ninguna tabla: { $out }.
note-consent-fewer = A la mitad o menos de las personas de esta base de datos nunca se les preguntó si se las puede contar, y están contadas; personas que dijeron que no o retiraron su consentimiento, y que no figuran en ninguna tabla: { $out }.
note-handed-over = Personas de los casos entregados a otra organización, que las cuenta, y que aquí no figuran en ninguna tabla: { $count }.

figure-bars = Barras, una por cada número de la tabla.
figure-stacked = Barras, una por cada línea de la tabla, con sus partes una a continuación de otra.
figure-lines = Líneas a lo largo del tiempo, que pasan por los números de la tabla; una línea se interrumpe donde falta un número.
figure-withheld = Lo que no se publica se representa con un recuadro rayado, siempre del mismo tamaño, con el signo de la tabla.
figure-band = No publicado; fuera de escala
figure-sums = Solo se dibujan las sumas; sus partes figuran en la tabla.
figures-sums = Un valor es la suma de los que le siguen con un · más.
figures-other = otros

figures-unit = Unidad: { $unit }
figures-population = población ({ $unit }): { $count }
figures-all-years = todos los años
figures-unknown = valores desconocidos: { $all }
figures-no-unknown = valores desconocidos: ninguno
figures-period = { $unit ->
    [decisions] años de las decisiones: { $period }
    [applications] años de presentación: { $period }
   *[other] años de la primera solicitud: { $period }
}
figures-as-of = a fecha de { $day }
figures-number = difusión: { $number }, umbral: { $threshold }
figures-notes = Cómo leer la tabla
figures-sheet = Tabla
figures-all = en conjunto
figures-method = Los números que se muestran son exactos.
figures-method-withheld = Para cada número que no se publica por ser pequeño se comprobaron tablas completas, acordes con todo lo impreso, en las que toma el menor y el mayor de los valores que indica su signo.
figures-method-compared = Tablas difundidas antes con las que se comparó: { $compared }.

marker-rounded = Cada número se redondea por separado al múltiplo de cinco más cercano, de modo que las sumas pueden diferir; 0 significa de 0 a 2.
marker-small = de 1 a { $most }
marker-complementary = { $least } o más; no se publica, para que no pueda deducirse ningún número más pequeño
marker-line = cualquier número, también cero: no se publica la línea entera

column-value = El número; vacío si no se publica
column-shown = El número, o el signo que lo sustituye
figures-column-level = value: un valor; group: la suma de valores o de grupos menores; total: todo. Quien sume tome solo las líneas con value
figures-column-of = El grupo al que pertenece el valor o el grupo de esta línea; total si no pertenece a ninguno
figures-column-coo-iso = País de origen, en tres letras (ISO 3166-1)
figures-column-coa-iso = País de asilo, en tres letras (ISO 3166-1)
figures-column-procedure-type = De quién es el procedimiento: G, del Estado; U, del ACNUR
figures-column-dec-level = NA: solicitud nueva; RA: solicitud reiterada
figures-column-dec-pc = P: personas
figures-column-app-type = N: solicitud nueva; R: solicitud reiterada
figures-column-app-pc = P: personas
figures-column-freq = A: por año
figures-column-unit = PER: personas
figures-column-citizen = Nacionalidad, en dos letras
figures-column-sex = T: todas las personas
figures-column-applicant = FRST: primera solicitud
figures-column-age = TOTAL: todas las edades
figures-column-geo = País de asilo, en dos letras
figures-column-time = Año

rate-heading = { $name }: { $formula }
rate-heading-of = { $name } ({ $dimension }): { $formula }
rate-among = de entre
rate-of = ({ $numerator } de { $denominator } { $unit })
rate-of-rounded = ({ $numerator } de { $denominator } { $unit }, cada número redondeado al múltiplo de cinco más cercano)
decimal-point = ,
rate-exactly = { $per } %
rate-under = menos del { $per } %
rate-between = del { $least } al { $most } %
rate-untold = no se publica
rate-untold-merged = no se publica: hay valores de encima o de debajo de la línea que se cuentan junto con otros

time-weeks = { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
}
time-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
time-untold = no se publica
time-untold-of = { $quantile } no se publica
time-untold-why = No se publica: muy pocas personas o casos, o valor demasiado cercano a otro número.
time-of-decided = { $whom } (solicitudes decididas: { $count })

stats-title = Recuento: { $unit }
stats-title-by = Recuento: { $unit } por { $by }
stats-total = total
stats-crossed = { $down } ↓ { $across } →
stats-none-so-far = ninguna protección hasta ahora
stats-none-now = ninguna protección actualmente
stats-field-none = sin dato registrado
stats-trial = Prueba: no se ha difundido.
stats-releasable = Esta tabla puede difundirse tal como está. Aún no se ha difundido nada: `nansen stats release` sin `--dry-run` la difunde.
stats-inside = Números exactos, solo para quien tiene a su cargo esta base de datos: la tabla no puede difundirse tal como está.
stats-proved = { $witnesses ->
    [rounded] Cada número está redondeado
    [lines] No se da lo que diría algo de todos los de una línea
    [others] Cada número que no se publica es { $threshold } o más
    [0] No hizo falta proteger nada
    [one] Demostrado con { $witnesses } tabla completa
   *[other] Demostrado con { $witnesses } tablas completas
}; comparación con { $compared } { $compared ->
    [one] difusión anterior
   *[other] difusiones anteriores
}{ $scope ->
    [pairwise] , solo una por una
    [alone] ; las personas son tan pocas y se cuentan tantas veces que esta tabla puede impedir difusiones posteriores
   *[other] {""}
}. Umbral: { $threshold }.
stats-proposed = No se ha difundido nada. Número que espera la aprobación de otra persona del equipo: { $number }. Orden: nansen stats release --approve { $number } --because "..."
stats-released = Tabla difundida. Destinatario: { $to }; número: { $number }. La difusión ha quedado anotada.

code-application-state-pending = pendiente de decisión
code-application-state-granted = protección concedida
code-application-state-refused = solicitud denegada
code-application-state-closed = procedimiento cerrado
code-application-state-ended = la autoridad puso fin a la protección

code-case-open = caso abierto
code-case-closed = caso cerrado

code-dimension-protection = Protección
code-dimension-protection-now = Protección actual
code-dimension-outcome = Desenlace
code-dimension-kind = Tipo de solicitud
code-dimension-origin = País de origen
code-dimension-jurisdiction = País del procedimiento
code-dimension-sex = Sexo
code-dimension-age-band = Edad
code-dimension-year = Año
code-dimension-quarter = Trimestre
code-dimension-office = Oficina
code-dimension-basis = Motivo
code-dimension-instance = Instancia
code-dimension-state = Estado del procedimiento
code-dimension-period = Período
code-dimension-region = Región
code-dimension-result = Resultado
code-dimension-final = Firmeza
code-final-yes = firme
code-final-no = no firme
code-final-unknown = no consta
code-dimension-order = Orden de la solicitud
code-dimension-expires = Vencimiento
code-dimension-decision = Decisión
code-dimension-line = líneas de una lista de casos

code-unit-persons = personas
code-unit-cases = casos
code-unit-applications = solicitudes
code-unit-decisions = decisiones

code-instance-first-instance = primera instancia
code-instance-administrative-review = recurso administrativo
code-instance-appeal = recurso ante un tribunal
code-instance-further-appeal = recurso ante un tribunal superior
code-instance-constitutional = recurso constitucional
code-instance-international = queja ante un órgano internacional

code-result-recognised = condición de refugiado reconocida
code-result-complementary = forma complementaria de protección
code-result-rejected = protección denegada
code-result-closed = procedimiento cerrado sin decisión sobre el fondo
code-result-pending = pendiente de decisión
code-result-other = otras decisiones
code-result-none = ninguna solicitud

code-expires-unlimited = sin fecha de fin
code-expires-none = ninguna protección vigente

code-rate-positive-of-decided = Protección concedida, de entre lo que se decidió
code-rate-refugee-recognition = Tasa de reconocimiento de la condición de refugiado (ACNUR)
code-rate-total-protection = Tasa de protección total (ACNUR)
code-rate-allowed-of-decided = Éxito de los recursos

code-quantile-lower = una cuarta parte, en un máximo de:
code-quantile-median = la mitad, en un máximo de:
code-quantile-upper = tres cuartas partes, en un máximo de:
code-quantile-ninetieth = nueve de cada diez, en un máximo de:

code-time-days-to-decision = Desde la presentación de la solicitud hasta la primera decisión, solo de las solicitudes decididas (cuyas dos fechas se conocen)

# Listas, plazos y casos en una página para otras personas (`export html --in`).

page-as-written = Lo que dicen las reglas de la ley está en inglés, tal como figura en el registro de reglas; lo que escribieron las personas está en sus propias palabras.
list-title = Casos
list-count = { $count ->
    [one] { $count } caso
   *[other] { $count } casos
}
list-closed-left-out = { $count ->
    [one] No se muestra { $count } caso cerrado
   *[other] No se muestran { $count } casos cerrados
}
column-case = caso
column-callsign = nombre en clave
column-application = solicitud
column-origin = procedencia
column-law = ley del país
column-worker = lleva el caso
column-office = oficina
column-opened = abierto
column-last-event = última anotación
column-next-due = próximo plazo
column-risk = riesgo
column-people = personas
column-person = de quién
column-files = quién presenta
column-due = vence
column-hour = hora
column-days-left = días que quedan
column-rule = regla
column-citation = artículo
column-actor = quién debe actuar
column-safe = fecha segura
column-last-arguable = último día defendible
column-rule-status = texto conocido
column-provisional = puede cambiar
column-id = número
code-files-we = nosotros
code-files-they = la propia persona
code-rule-status-verified = leído en el texto de la ley
code-rule-status-partly-verified = leído en parte
code-rule-status-remembered = de memoria
code-rule-status-not-in-force = no está en vigor
code-measure-removal = EXPULSIÓN
code-measure-detention = DETENCIÓN
plan-head = Qué hacer en caso de alarma:
day-today = hoy
day-tomorrow = mañana
day-in = { $count ->
    [one] en { $count } día
   *[other] en { $count } días
}
due-title = Plazos a { $day } · { $whose } · { $reach }
due-mine = casos que lleva { $worker } y casos que no lleva nadie
due-everyones = todos los casos
due-nobodys-only = casos que no lleva nadie
due-within = { $count ->
    [one] vencidos y del día siguiente
   *[other] vencidos y de los { $count } días siguientes
}
due-overdue-only = solo los vencidos
due-stands-in = Con los casos que lleva { $member }, en ausencia hasta { $until }.
due-disappeared = DESAPARICIONES ({ $count })
due-tasks = PRÓXIMOS PASOS ({ $count })
due-measure = { $what } { $since }
due-ahead = el { $day }, { $left }
due-ahead-about = por venir: { $day }
due-left = No se muestran: { $parts }.
due-left-nothing = Se muestra todo.
due-left-colleagues = de casos de colegas: { $count }
due-left-later = más tarde: { $count }
due-left-authority = a cargo de la autoridad, de un tribunal o de un Estado: { $count }
due-left-applicant = nuestros: { $count }
due-left-closed = en casos cerrados: { $count }
due-left-told = la persona lo sabe y presenta por sí misma: { $count }
due-left-lapsed = vencidos antes de que el caso llegara a nosotros: { $count }
due-left-filtered = fuera de los criterios: { $count }
