# The words of `case access` in French. What is not here is English.

day-full = { $weekday } { $day }
day-date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
day-month = { $month } { $year }
day-range = entre le { $from } et le { $to }

weekday-mon = lun.
weekday-tue = mar.
weekday-wed = mer.
weekday-thu = jeu.
weekday-fri = ven.
weekday-sat = sam.
weekday-sun = dim.

month-1 = janv.
month-2 = févr.
month-3 = mars
month-4 = avr.
month-5 = mai
month-6 = juin
month-7 = juil.
month-8 = août
month-9 = sept.
month-10 = oct.
month-11 = nov.
month-12 = déc.

join-details = { " — " }
join-colon = { " : " }
join-comma = { ", " }
nobody = aucun membre de l’équipe

none = rien

yes = oui

no = non

because = raison : { $text }

of-person = { $what } (personne { $person })

column-date = date
column-what = quoi
column-state = état
column-recorded = noté le
column-by = par
column-why = pourquoi

deadline-safe = sûr jusqu’au { $day }
deadline-arguable = dernier jour défendable : { $day }
deadline-still-arguable = encore défendable jusqu’au { $day }
deadline-not-arguable = était défendable jusqu’au { $day }
deadline-restoration = une fois manqué : { $text } ({ $citation })
deadline-unknown = on ne sait pas : { $facts }
deadline-unconfirmed = non confirmé : le jour dont il court n’est pas certain, à vérifier
deadline-at-once = la loi ne donne aucun nombre de jours : agir tout de suite
deadline-no-number = aucune date n’est calculée ici : lire ce que dit la règle
deadline-first-day = le premier jour où cela peut se faire, pas le dernier
deadline-second = saisi par { $by }, personne d’autre n’a encore vérifié le jour
deadline-told = dit le { $day }, { $means }, langue : { $language } ; la personne dépose elle-même
deadline-watched = suivi par { $by }
deadline-they-file = la personne dépose elle-même
mark-unsigned = personne n’a encore signé cette règle : la faire vérifier par un ou une juriste
mark-local = une règle de cette association, pas du programme
mark-provisional = peut encore bouger : un calendrier ou un nombre n’est pas définitif
mark-remembered = de mémoire, lu en partie, ou dans un texte ancien : vérifier avant de s’y fier
deadline-no-date = sans date
deadline-of = personne { $person } : { $what }

due-since = depuis : { $day }

field-unknown = { $field } (non défini ici)

access-title = Ce que cette organisation conserve sur le dossier { $case }
access-title-person = Ce que cette organisation conserve sur la personne { $person } du dossier { $case }
access-lead = Voici tout ce qui est noté, même ce qui a été remplacé ou retiré. Il a été noté aussi que ce document a été imprimé.
access-law = Ce que disent les règles de la loi est écrit en anglais, comme dans le registre des règles ; ce que l’équipe de cette organisation a écrit est donné dans ses propres mots. Demandez qu’on vous le lise dans votre langue.
access-who = qui doit agir
access-office = cette organisation
access-remember = date à retenir
access-from = compté depuis
access-notes = { $count ->
    [one] Une note ou une tâche qui porte sur tout le dossier n’est pas ici, car elle peut parler d’autres personnes : l’organisation doit la lire
   *[other] { $count } notes et tâches qui portent sur tout le dossier ne sont pas ici, car elles peuvent parler d’autres personnes : l’organisation doit les lire
} et donner ce qui concerne cette personne.
access-case = Le dossier
access-people = De qui il s’agit, et ce que ces personnes ont accepté
access-notices = Ce que l’organisation sait du pays
access-history = Ce qui a été noté
access-deadlines = Délais
access-sealed = Ce qui est gardé sous clé, et qui l’a consulté
access-sealed-count = { $count ->
    [0] Rien n’est gardé sous clé : aucun nom, aucune adresse et aucun numéro de cette personne ne sont conservés ici.
    [one] Une enveloppe contient ce qui relie le dossier à la personne. Seule une personne qui a la clé peut l’ouvrir : demandez à la voir.
   *[other] { $count } enveloppes contiennent ce qui relie le dossier à la personne. Seule une personne qui a la clé peut les ouvrir : demandez à les voir.
}

show-from = personne
show-origin = pays d’origine : { $origin }
show-born = année de naissance : { $year }
show-law = loi applicable
show-worker = dossier suivi par
show-office = bureau
show-opened = ouverture du dossier
show-tags = mots-clés
show-links = dossiers liés
show-link-persons = { $link } : personne { $own } ici, { $there } là-bas
show-as-of = situation au
show-identity = identité
show-sealed = { $count ->
    [one] gardée sous clé, dans une enveloppe
   *[other] gardée sous clé, dans { $count } enveloppes
}
show-consent = consentement
show-nobody-asked = la question n’a pas encore été posée
show-answer = { $purpose } : { $answer } ({ $day })
show-not-asked = pas demandé : { $purposes }

person-left = ne fait plus partie du dossier : { $reason } ({ $day })

show-check-in = contact régulier
show-check-in-value = { $count ->
    [one] tous les jours
   *[other] tous les { $count } jours
}, { $how } ; prochain contact au plus tard le { $day }
show-mandate = mandat de l’organisation
show-measure-until = jusqu’à : { $day }
show-attorney = procuration jusqu’à : { $day }
show-we-file = les documents sont déposés par l’organisation
show-they-file = les documents sont déposés par la personne elle-même ou par son avocat ou avocate, pas par cette organisation
show-risk = risque
show-risk-value = { $level } ; à revoir le { $day }

entry-joined = personne { $person } ajoutée au dossier
entry-left = la personne { $person } ne fait plus partie du dossier
entry-consent = consentement pour : { $purpose }
entry-application = demande : { $what }
entry-note = note : { $text }
entry-corrects = corrige l’information { $event }
entry-fact = { $fact } : { $value }
entry-field = { $field } : { $value }
entry-assigned = dossier suivi par : { $to }
entry-assigned-nobody = dossier qui n’est suivi par aucun membre de l’équipe pour l’instant
entry-watched = délai surveillé par { $by } : { $what }
entry-unwatched = délai qui n’est plus surveillé par { $by } : { $what }
entry-link = lié au dossier { $to }
entry-link-person = lié au dossier { $to }, personne { $person } là-bas
entry-retraction = l’organisation a retiré cette information : { $what }
entry-deadline-set = délai noté à la main : { $what }
entry-met = délai respecté : { $what }
entry-waived = décision de ne pas agir dans ce délai : { $what }
entry-extended = délai prolongé jusqu’au { $day } : { $what }
entry-confirmed = délai confirmé : { $what }
entry-document = document ajouté : { $kind }, gardé sous clé
entry-document-open = document ajouté : { $kind }, pas gardé sous clé
entry-handover = dossier transmis à une autre organisation, qui doit le prendre au plus tard le { $until }
entry-handover-taken = dossier repris d’une autre organisation, avec { $count ->
    [one] { $count } information
   *[other] { $count } informations
}
entry-handover-receipt = l’autre organisation a confirmé la réception
entry-check-in-set = { $count ->
    [one] contact régulier tous les jours
   *[other] contact régulier tous les { $count } jours
}, { $how }
entry-mandate = mandat de l’organisation : { $kind }
entry-told = délai annoncé à la personne ({ $means }, langue { $language }) : { $what }
entry-task = tâche : { $what }, au plus tard le { $day }
entry-task-act = tâche { $end } : { $what }
entry-referred-to = orientation vers { $partner } : { $service }
entry-referred-from = orientation reçue de { $partner } : { $service }
entry-referral-outcome = résultat de l’orientation : { $outcome }
entry-resettlement = réinstallation, pays { $country } : { $state }
entry-risk = risque : { $level }
entry-detention-review = réexamen de la détention : { $outcome }

code-application-kind-refugee-status = statut de réfugié
code-application-kind-subsidiary-protection = protection subsidiaire
code-application-kind-single-procedure = protection internationale
code-application-kind-temporary-asylum = asile temporaire
code-application-kind-temporary-protection = protection temporaire
code-application-kind-humanitarian = statut humanitaire
code-application-kind-family-extension = extension de la protection à la famille

code-order-first = première demande
code-order-subsequent = nouvelle demande (demande ultérieure)
code-order-reopened = demande rouverte

code-outcome-granted = protection accordée
code-outcome-refused = protection refusée
code-outcome-closed = procédure close sans décision sur le fond
code-outcome-allowed = recours accepté
code-outcome-dismissed = recours rejeté
code-outcome-remitted = affaire à examiner de nouveau par l’autorité précédente
code-outcome-revoked = fin du statut décidée par l’autorité
code-outcome-rescinded = décision retirée par l’autorité qui l’a prise

code-protection-refugee-status = statut de réfugié
code-protection-subsidiary-protection = protection subsidiaire
code-protection-temporary-protection = protection temporaire
code-protection-temporary-asylum = asile temporaire
code-protection-humanitarian = statut humanitaire
code-protection-other-national = autre statut national

code-basis-unfounded = demande infondée
code-basis-manifestly-unfounded = demande manifestement infondée
code-basis-inadmissible = demande irrecevable
code-basis-excluded = exclusion de la protection
code-basis-refused-examination = demande non examinée sur le fond
code-basis-unspecified = motif non indiqué

code-reason-withdrawn-explicit = demande retirée
code-reason-withdrawn-implicit = demande considérée comme retirée
code-reason-discontinued = procédure arrêtée
code-reason-died = décès
code-reason-departed = départ volontaire
code-reason-removed = renvoi du pays par l’État
code-reason-extradited = extradition
code-reason-disappeared = disparition
code-reason-abducted = enlèvement
code-reason-resettled = réinstallation dans un autre pays
code-reason-duplicate = noté deux fois
code-reason-other = autre raison

code-means-post = par la poste
code-means-registered-letter = par lettre recommandée
code-means-electronic = par voie électronique
code-means-hand = en main propre
code-means-facility = par le centre d’accueil
code-means-written = par écrit
code-means-oral = oralement
code-means-interpreter = par un ou une interprète
code-means-representative = par un tuteur ou un représentant
code-means-in-person = en personne
code-means-letter = par lettre
code-means-message = par message écrit
code-means-telephone = par téléphone

code-appointment-held = a eu lieu
code-appointment-moved = report à une date pas encore connue
code-appointment-cancelled = n’aura pas lieu

code-appeal-kind-administrative-review = recours administratif
code-appeal-kind-appeal = recours devant un tribunal
code-appeal-kind-further-appeal = recours devant un tribunal supérieur
code-appeal-kind-constitutional = recours constitutionnel
code-appeal-kind-international = plainte devant un organe international

code-filing-appeal-grounds = motifs du recours
code-filing-interim-measure = demande de mesure provisoire
code-filing-out-of-time = demande d’accepter un acte fait en retard
code-filing-extension-request = demande de délai supplémentaire
code-filing-documents = documents
code-filing-reply = réponse
code-filing-legal-aid = demande d’aide juridique gratuite
code-filing-fee = frais payés
code-filing-reopening-request = demande de rouvrir la procédure
code-filing-claim-form = demande écrite
code-filing-registration = enregistrement en personne
code-filing-address-notice = annonce d’une nouvelle adresse
code-filing-renewal = demande de renouvellement

code-role-applicant = personne qui demande la protection
code-role-dependant = personne à charge
code-role-unaccompanied-minor = personne mineure non accompagnée
code-role-separated-child = personne mineure séparée de ses parents

code-relation-spouse = époux ou épouse
code-relation-child = enfant
code-relation-parent = père ou mère
code-relation-sibling = frère ou sœur
code-relation-other = autre membre de la famille

code-leave-died = décès
code-leave-departed = départ volontaire
code-leave-removed = renvoi du pays par l’État
code-leave-transferred = dossier transmis à une autre organisation
code-leave-contact-lost = contact perdu
code-leave-own-case = a son propre dossier
code-leave-duplicate = noté deux fois
code-leave-other = autre raison

code-case-end-protected = protection obtenue
code-case-end-removed = renvoi du pays par l’État
code-case-end-departed = départ volontaire
code-case-end-died = décès
code-case-end-transferred = dossier transmis à une autre organisation
code-case-end-contact-lost = contact perdu
code-case-end-duplicate = noté deux fois
code-case-end-other = autre raison

code-purpose-assistance = aide
code-purpose-referral = orientation vers des partenaires
code-purpose-statistics = statistiques
code-purpose-publicity = publication
code-purpose-research = recherche

code-answer-given = accord donné
code-answer-refused = accord refusé par la personne
code-answer-withdrawn = accord retiré par la personne
code-answer-not-asked = pas demandé

code-origin-stateless = apatride
code-origin-unknown = inconnu
code-sex-f = sexe féminin
code-sex-m = sexe masculin
code-sex-x = sexe ni féminin ni masculin
code-sex-unknown = sexe inconnu

code-opening-reason-court = pour un tribunal ou une autorité
code-opening-reason-contact = pour joindre la personne
code-opening-reason-medical = besoin médical
code-opening-reason-handover = pour transmettre le dossier
code-opening-reason-check = pour vérifier ce qui est gardé sous clé
code-opening-reason-other = autre raison

code-audit-contact-opened = téléphone et adresse consultés
code-audit-contact-shared = téléphone et adresse ouverts à un membre de l’équipe
code-audit-letter-exported = lettre d’accompagnement établie
code-audit-timeline-exported = chronologie établie pour l’extérieur
code-audit-access-exported = impression de ce qui est conservé sur une personne
code-audit-exported = informations sorties du programme
code-audit-identity-opened = nom consulté
code-audit-document-opened = document consulté
code-audit-case-exported = dossier copié dans un fichier
code-audit-case-handed-over = dossier mis sous clé pour une autre organisation

code-document-kind-decision = décision
code-document-kind-letter = lettre
code-document-kind-evidence = preuve
code-document-kind-photo = photo
code-document-kind-other = autre document

code-link-family = famille
code-link-same-person = même personne
code-link-related = dossier en rapport

code-removal-return-decision = décision de retour
code-removal-transfer = transfert vers un autre État
code-removal-entry-refused = refus d’entrée
code-removal-extradition = extradition
code-removal-imminent = renvoi du pays prévu prochainement
code-removal-entry-ban = interdiction d’entrée

code-actor-applicant = la personne qui demande la protection
code-actor-authority = l’autorité
code-actor-court = le tribunal
code-actor-state = l’État
code-actor-document = expire de lui-même
code-actor-rule = aucune action (sert à calculer d’autres délais)

code-entry-state-live = information valable
code-entry-state-replaced = information remplacée
code-entry-state-retracted = information retirée

code-deadline-state-open = en cours
code-deadline-state-sent = envoyé, arrivée non prouvée
code-deadline-state-met = respecté
code-deadline-state-met-late = fait, mais en retard
code-deadline-state-missed = délai dépassé
code-deadline-state-moot = plus nécessaire
code-deadline-state-lapsed = terminé avant que le dossier nous arrive
code-deadline-state-waived = décision de ne pas agir
code-deadline-state-extended = prolongé
code-deadline-state-unconfirmed = date à vérifier
code-act-other = autre chose
code-act-by-hand = acte noté à la main

code-own-nansen-find-service = chercher à savoir quel jour la personne a reçu la décision
code-own-nansen-find-sending = chercher à savoir quel jour la décision a été envoyée
code-own-nansen-runs-out = le document ou le statut expire : s’en occuper à temps
code-own-nansen-attorney = la procuration expire : en faire signer une nouvelle à temps
code-own-nansen-risk-review = évaluer de nouveau le risque
code-own-nansen-check-in = contact régulier
code-own-nansen-detention-review = réexamen de la détention (noté à la main)
code-own-nansen-renew = demander le renouvellement du document (jour fixé par l’organisation, pas par la loi)
code-own-nansen-renew-from = à partir de ce jour, le document peut être renouvelé (jour fixé par l’organisation, pas par la loi)

code-check-in-how-partner = par un partenaire
code-check-in-how-in-person = en personne
code-check-in-how-message = par message écrit
code-check-in-how-lawyer = par l’avocat ou l’avocate
code-check-in-how-household = par quelqu’un qui vit avec la personne

code-task-rule-39 = demander à la Cour européenne des droits de l’homme une mesure provisoire (article 39 du règlement)
code-task-interim-measure = demander une mesure provisoire à un tribunal ou à un comité
code-task-ombudsman = informer le médiateur ou le défenseur des droits
code-task-other-office = informer l’autre organisation
code-task-lawyer = parler avec l’avocat ou l’avocate
code-task-unhcr = parler avec le HCR
code-task-partner = parler avec le partenaire
code-task-authority = demander à l’autorité
code-task-ask-person = parler avec la personne
code-task-get-document = obtenir un document
code-task-translate = faire traduire
code-task-prepare = préparer l’entretien ou l’audience
code-task-file = écrire ou déposer un document
code-task-check = vérifier de nouveau
code-task-other = autre chose
code-task-end-done = faite
code-task-end-dropped = abandonnée

code-disappearance-unknown = on ne sait rien
code-disappearance-abduction-feared = crainte d’un enlèvement
code-disappearance-detention-feared = crainte d’une détention
code-disappearance-moved-on = départ possible vers un autre lieu

code-mandate-advice = conseil
code-mandate-representation = représentation
code-mandate-monitoring = suivi
code-mandate-none = plus de mandat

code-lawyer-outside = avocat ou avocate hors de l’organisation

code-referral-outcome-accepted = acceptée
code-referral-outcome-refused = refusée
code-referral-outcome-done = terminée

code-service-medical = aide médicale
code-service-psychological = aide psychologique
code-service-legal = aide juridique
code-service-housing = logement
code-service-protection = protection
code-service-other = autre chose

code-resettlement-referred = dossier proposé
code-resettlement-submitted = dossier présenté au pays
code-resettlement-accepted = acceptée
code-resettlement-refused = refusée
code-resettlement-departed = départ effectué
code-resettlement-withdrawn = demande retirée

code-risk-low = faible
code-risk-medium = moyen
code-risk-high = élevé
code-risk-extreme = extrême

code-review-outcome-upheld = détention maintenue
code-review-outcome-not-held = n’a pas eu lieu
code-review-outcome-planned = prévu

code-field-source-person = dit par la personne
code-field-source-document = écrit sur un document
code-field-source-authority = dit par une autorité
code-field-source-partner = dit par un partenaire
code-field-source-office = trouvé par l’organisation
code-field-source-other = connu autrement

code-label-attorney-until = procuration jusqu’à :
code-label-review = à revoir :
code-label-next = prochaine fois :
code-label-renew-from = renouvellement possible à partir de :
code-label-renew-by = renouvellement au plus tard :
code-label-at = heure :
code-label-made = demande de protection exprimée :
code-label-registered = enregistrement :
code-label-lodged = dépôt :
code-label-decided = décision :
code-label-notified = notification :
code-label-served = remise officielle :
code-label-received = réception :
code-label-sent = envoi :
code-label-arrived = arrivée de l’envoi :
code-label-handed-over = remise à la poste ou au centre d’accueil :
code-label-checked = dernière vérification :
code-label-language = langue :
code-label-needs = besoins :
code-label-learned = appris par la personne :
code-label-final-form = version écrite définitive :
code-label-in-force = entrée en vigueur :
code-label-date = date :
code-label-until = jusqu’à :
code-label-since = depuis :
code-label-due = date limite :
code-label-opened = ouverture :
code-label-refused = refusé en même temps :
code-label-jurisdiction = loi applicable :
code-label-origin = pays d’origine :
code-label-born = année de naissance :
code-label-office = bureau :
code-label-worker = suivi par :
code-label-to = à :
code-label-tags = mots-clés :
code-label-place = lieu :
code-label-final = définitif :
code-label-callsign = nom du dossier :
code-label-number = dossier :

code-event-application = demande
code-event-decision = décision
code-event-service = remise officielle d’un document
code-event-appeal = recours
code-event-filing = dépôt d’un document
code-event-interview = entretien
code-event-hearing = audience
code-event-document = document
code-event-removal = mesure de renvoi du pays (éloignement)
code-event-detention = détention
code-event-release = libération
code-event-departure = départ du pays
code-event-contact = contact
code-event-step = étape de la procédure
code-event-note = note
code-event-fact = fait
code-event-field = information propre à l’organisation
code-event-person = personne ajoutée au dossier
code-event-leave = personne qui ne fait plus partie du dossier
code-event-consent = consentement
code-event-case = dossier ouvert
code-event-close = dossier fermé
code-event-closure = dossier fermé
code-event-reopening = dossier rouvert
code-event-assignment = membre de l’équipe qui suit le dossier
code-event-link = lien avec un autre dossier
code-event-correction = information corrigée
code-event-retraction = information retirée
code-event-deadline-computed = délai calculé
code-event-deadline-set = délai noté à la main
code-event-deadline-act = acte lié à un délai
code-event-deadline-watch = délai surveillé
code-event-deadline-told = personne informée d’un délai
code-event-identity = identité mise sous clé
code-event-contact-sealed = téléphone et adresse mis sous clé pour qui suit le dossier
code-event-attachment = document ajouté
code-event-attachment-opened = document consulté
code-event-check-in-set = contact régulier convenu
code-event-check-in = contact régulier : tout va bien
code-event-check-in-end = fin des contacts réguliers
code-event-disappearance = disparition
code-event-reappearance = personne retrouvée
code-event-mandate = mandat de l’organisation
code-event-task = tâche
code-event-task-act = fin d’une tâche
code-event-referral = orientation
code-event-referral-outcome = résultat d’une orientation
code-event-resettlement = réinstallation
code-event-risk = risque
code-event-detention-review = réexamen de la détention

code-trigger-mandate = mandat de l’organisation
code-trigger-risk = risque

code-fact-value-judge = juge
code-fact-value-official = fonctionnaire
code-fact-value-police = police
code-fact-value-permit-authority = autorité qui délivre les titres de séjour
code-fact-value-asylum-authority = autorité chargée de l’asile
code-fact-value-post = par la poste
code-fact-value-registered-letter = par lettre recommandée
code-fact-value-electronic = par voie électronique
code-fact-value-hand = en main propre
code-fact-value-facility = par le centre d’accueil
code-fact-value-administrative-expulsion = expulsion administrative
code-fact-value-deportation = expulsion (deportation)
code-fact-value-readmission = réadmission
code-fact-value-return = retour
code-fact-value-expulsion = expulsion
code-fact-value-extradition = extradition
code-fact-value-transfer = transfert vers un autre État
code-fact-value-entry-ban = interdiction d’entrée
code-fact-value-undesirability = séjour déclaré indésirable
code-fact-value-register = inscription au registre
code-fact-value-devolucion = devolución (renvoi à la frontière, Espagne)
code-fact-value-removal-order-58a = ordre de renvoi (§ 58a)
code-fact-value-priority-removal-notice = avis de renvoi prioritaire (priority removal notice)
code-fact-value-accompanied = accompagnée
code-fact-value-unaccompanied = non accompagnée
code-fact-value-main = principale
code-fact-value-provisional = provisoire
code-fact-value-prolongation = prolongation
code-fact-value-regular = normale
code-fact-value-accelerated = accélérée
code-fact-value-border = à la frontière
code-fact-value-airport = à l’aéroport
code-fact-value-admissibility = examen de la recevabilité
code-fact-value-responsibility = détermination de l’État responsable
code-fact-value-extended = étendue
code-fact-value-unfounded = demande infondée
code-fact-value-manifestly-unfounded = demande manifestement infondée
code-fact-value-inadmissible = demande irrecevable
code-fact-value-excluded = exclusion de la protection
code-fact-value-refused-examination = demande non examinée sur le fond
code-fact-value-withdrawn-implicit = demande considérée comme retirée
code-fact-value-responsibility-other-state = un autre État est responsable
code-fact-value-safe-third-country = pays tiers sûr
code-fact-value-subsequent-no-new-elements = nouvelle demande, sans élément nouveau
code-fact-value-take-charge = prise en charge
code-fact-value-take-back = reprise en charge
code-fact-value-european = un État européen
code-fact-value-non-european = un État hors d’Europe
code-fact-value-placement = placement en détention
code-fact-value-house-arrest = assignation à résidence
code-fact-value-waiting-zone = zone d’attente
code-fact-value-kept-for-asylum = maintien en détention pendant la procédure d’asile
code-fact-value-internment = placement en centre pour étrangers (internamiento)
code-fact-value-european-arrest-warrant = mandat d’arrêt européen
code-fact-value-departure-custody = détention avant le départ
code-fact-value-cooperation-custody = détention pour obtenir la coopération
code-fact-value-asylum-detention = détention liée à la demande d’asile
code-fact-value-border-return = retour à la frontière
code-fact-value-detainer = demande de remise au service d’immigration (detainer)
code-fact-value-international-protection = protection internationale
code-fact-value-application = demande
code-fact-value-detention = détention
code-fact-value-bail = libération sous caution
code-fact-value-removal = renvoi du pays
code-fact-value-return-permit = retour ordonné avec le refus ou le retrait d’un titre de séjour
code-fact-value-clearance = autorisation du juge pour l’expulsion (nulla osta)
code-fact-value-administrative-offence = infraction administrative
code-fact-value-return-decision = décision de retour
code-fact-value-transfer-decision = décision de transfert vers un autre État
code-fact-value-residence-permit = titre de séjour
code-fact-value-unhcr = HCR
code-fact-value-applicant-document = document remis à la personne qui demande l’asile
code-fact-value-attestation = attestation de demande d’asile
code-fact-value-examination-certificate = certificat d’examen de la demande
code-fact-value-permission-to-stay = autorisation de rester pendant la procédure
code-fact-value-travel-document = document de voyage
code-fact-value-art-38-1-a = art. 38(1)(a)
code-fact-value-art-38-1-b = art. 38(1)(b)
code-fact-value-art-38-1-c = art. 38(1)(c)
code-fact-value-art-38-1-d = art. 38(1)(d)
code-fact-value-art-38-1-e = art. 38(1)(e)
code-fact-value-judgment = jugement
code-fact-value-gerichtsbescheid = jugement sans audience (Gerichtsbescheid)
code-fact-value-2015 = 2015
code-fact-value-2026 = 2026
code-fact-value-authority = autorité
code-fact-value-mission = ambassade ou consulat
code-fact-value-competent-authority = autorité compétente
code-fact-value-other-authority = autre autorité
code-fact-value-limit = délai
code-fact-value-grounds = motifs
code-fact-value-first-tier = tribunal de première instance (First-tier Tribunal)
code-fact-value-upper-tribunal = tribunal supérieur (Upper Tribunal)
code-fact-value-failed = n’a pas eu lieu
code-fact-value-interim-measure = mesure provisoire
code-fact-value-reasons = motifs
code-fact-value-reply = réponse
code-fact-value-request = demande
code-fact-value-nsm = le mécanisme national d’examen (NSM)
code-fact-value-asylum-seeker-certificate = certificat de demande d’asile
code-fact-value-conditional-release = visa de libération conditionnelle (conditional release visa)
code-fact-value-protocol = récépissé de la demande (protocolo)
code-fact-value-salvoconducto = salvoconducto (permis provisoire, Colombie)
code-fact-value-section-22 = permis de l’article 22 (section 22 permit)
code-fact-value-transit-visa = visa de transit
code-fact-value-work-permit = permis de travail
code-fact-value-land-us = par voie terrestre depuis les États-Unis
code-fact-value-other = autre
code-fact-value-first = la première
code-fact-value-later = une suivante
code-fact-value-negative-credible-fear = crainte crédible non reconnue (credible fear)
code-fact-value-reasonable-fear = crainte raisonnable à examiner (reasonable fear)
code-fact-value-port-of-entry = à un point d’entrée
code-fact-value-inland = à l’intérieur du pays
code-fact-value-abusive = demande abusive
code-fact-value-fraudulent = demande frauduleuse
code-fact-value-immigration-judge = juge de l’immigration

code-trigger-interim-measure-granted = mesure provisoire accordée : pas de renvoi du pays
code-trigger-suspension-granted = suspension ordonnée : le renvoi du pays doit attendre
code-trigger-suspension-refused = suspension refusée : le renvoi du pays reste possible
code-trigger-suspension-ended = ce qui empêchait le renvoi du pays ne vaut plus
code-trigger-detention-review = réexamen de la détention

fact-abroad = est-ce que la personne est à l’étranger
fact-absconded = est-ce que la personne s’est soustraite à l’autorité
fact-accel_ground = est-ce qu’il y avait un motif de procédure accélérée
fact-after_transfer = est-ce que la personne est arrivée par un transfert
fact-answered = est-ce qu’une réponse écrite est arrivée
fact-appeal_against = décision visée par le recours
fact-appeal_kind = type de recours
fact-appeal_lodged = est-ce qu’un recours a été déposé
fact-appeal_pending = est-ce qu’un recours est en cours
fact-application_kind = ce qui a été demandé
fact-application_lodged = est-ce qu’une demande a été déposée
fact-application_order = est-ce que la demande vient après une autre (demande ultérieure)
fact-appointment_given = est-ce qu’un rendez-vous pour la demande a été donné
fact-asylum_rights_notified = jour où le droit de demander l’asile a été expliqué
fact-attended_hearing = est-ce que la personne était à l’audience
fact-authority = autorité qui a décidé
fact-challenges_tribunal = est-ce que le recours vise une décision du tribunal
fact-changed_country_conditions = est-ce que la situation dans le pays d’origine a changé
fact-citizens_rights = est-ce que c’est un recours sur les droits des citoyens (citizens’ rights)
fact-country = pays
fact-deadline_end = jour où le délai manqué a pris fin
fact-deadline_missed = est-ce qu’un délai a été manqué
fact-decided = jour de la décision
fact-delay_days = nombre de jours qui ne comptent pas, à cause de ce que la personne a fait ou demandé
fact-detained = est-ce que la personne est en détention
fact-document = type de document
fact-entry_by = frontière par laquelle la personne est arrivée
fact-entry_order = de quelle entrée il s’agit
fact-eurodac_hit = est-ce que les empreintes ont été trouvées dans Eurodac
fact-extended = est-ce que le délai a été prolongé
fact-hearing = jour de l’audience
fact-house_arrest = est-ce que la personne est assignée à résidence
fact-imprisoned = est-ce que la personne est en prison
fact-in_absentia = est-ce que la décision a été prise en l’absence de la personne
fact-in_reception = est-ce que la personne vit dans un centre d’accueil
fact-inadmissible_ground = pourquoi la demande est irrecevable
fact-instance = qui a décidé
fact-instruction_defective = est-ce que l’information sur les recours manque ou est fausse
fact-interim_kind = ce que dit la décision intermédiaire
fact-irregular_entry = est-ce que la personne est entrée sans autorisation
fact-issuer = qui l’a ordonné
fact-judgment_in_force = est-ce que le jugement est en vigueur
fact-judgment_kind = type de jugement
fact-large_numbers = est-ce que beaucoup de personnes font une demande en même temps
fact-law = année de la loi qui s’applique à la demande
fact-legal_aid_decided = jour de la décision sur l’aide juridique gratuite
fact-legal_aid_requested = jour de la demande d’aide juridique gratuite
fact-lodged = jour du dépôt de la demande
fact-lodged_at = lieu du dépôt
fact-made_at = lieu où la demande de protection a été exprimée
fact-made_to = à qui la demande de protection a été exprimée
fact-mass_arrivals = est-ce que beaucoup de personnes arrivent en même temps
fact-means_of_service = comment le document a été remis
fact-measure = type de mesure
fact-member_state = État membre
fact-minor = personne mineure
fact-missed = ce qui a été manqué
fact-national_period = durée prévue par la loi du pays
fact-national_period_remain = durée prévue par la loi du pays pour demander à rester
fact-objection_end = jour où la procédure d’opposition a pris fin
fact-online_list = est-ce que le titre de séjour est sur la liste des services en ligne
fact-oral = est-ce que la décision a été prise oralement
fact-order_kind = type de décision du juge
fact-origin = pays d’origine
fact-other_ground_to_stay = est-ce qu’il y a une autre raison de rester
fact-other_procedure = est-ce qu’une autre procédure est en cours
fact-out_of_time = est-ce que le recours était en retard
fact-overseas = est-ce que c’est dans un territoire d’outre-mer
fact-printed_date = date imprimée sur le document
fact-procedure = type de procédure
fact-protection = ce qui a été accordé
fact-reappeared = jour où la personne s’est présentée de nouveau
fact-reexamination = est-ce qu’une demande ultérieure est examinée
fact-refusal_kind = motif du refus
fact-refused_by = qui a décidé
fact-region = partie du pays
fact-registered = jour de l’enregistrement
fact-remitted = est-ce que le tribunal a demandé un nouvel examen
fact-removal_at = jour prévu pour le renvoi du pays
fact-renewal_filed = jour de la demande de renouvellement
fact-request = ce qui a été demandé à l’autre État
fact-requesting_state = quel État fait la demande
fact-restriction = type de détention
fact-rights_affected = jour de l’acte ou de l’absence d’acte dont la personne se plaint
fact-runs = délais déjà en cours
fact-short_ground = est-ce qu’un motif avec un délai plus court a été indiqué
fact-step = de quelle étape il s’agit
fact-subject = sujet du recours
fact-suspensive = est-ce que la personne garde le droit de rester pendant le recours
fact-time_of_day = heure
fact-totally_without_merit = est-ce que cela a été déclaré totalement sans fondement (totally without merit)
fact-trigger = jour où le délai commence
fact-unhcr_request = est-ce que le HCR l’a demandé
fact-urgent = est-ce que cela a été déclaré urgent

code-trigger-decision-refused = refus
code-trigger-decision-closed = procédure close sans décision
code-trigger-decision-adverse = décision défavorable
code-trigger-decision-interim = décision intermédiaire
code-trigger-appeal-refused = recours rejeté
code-trigger-appeal-struck-out = recours rayé du rôle (le tribunal ne l’examine plus)
code-trigger-judgment = jugement
code-trigger-return-decision = décision de retour
code-trigger-transfer-decision = transfert vers un autre État
code-trigger-entry-refused = refus d’entrée
code-trigger-extradition-decision = extradition
code-trigger-removal-imminent = renvoi du pays prévu prochainement
code-trigger-restriction-imposed = détention, assignation à résidence ou mesure semblable
code-trigger-entry = entrée dans le pays
code-trigger-departure = départ du pays
code-trigger-presentation = présentation à l’autorité
code-trigger-circumstance-changed = changement de situation
code-trigger-law-event = changement de la loi
code-trigger-application-made = demande de protection exprimée
code-trigger-application-registered = demande enregistrée
code-trigger-application-lodged = demande déposée
code-trigger-application-admitted = demande admise à l’examen
code-trigger-application-referred = demande transmise à l’autorité qui décide
code-trigger-application-incomplete = demande incomplète
code-trigger-information-requested = informations demandées
code-trigger-examination-opened = examen de la demande commencé
code-trigger-eligibility-positive = accord pour passer à l’étape suivante
code-trigger-appointment-missed = rendez-vous manqué
code-trigger-withdrawal-notice = avis que la demande sera considérée comme retirée
code-trigger-referred-to-place = affectation à un lieu
code-trigger-hearing-set = audience
code-trigger-deadline-set = délai fixé
code-trigger-address-changed = changement d’adresse
code-trigger-consent-given = autorisation de faire une nouvelle demande
code-trigger-prra-offered = proposition d’un examen des risques avant renvoi (ERAR)
code-trigger-status-granted = protection accordée
code-trigger-status-review-notice = avis de réexamen du statut
code-trigger-status-measure = mesure concernant le statut
code-trigger-appeal-lodged = recours déposé
code-trigger-court-ruling = décision du tribunal sur la procédure
code-trigger-permission-refused = autorisation de faire un recours refusée
code-trigger-judgment-in-force = jugement entré en vigueur
code-trigger-refusal-final = refus définitif
code-trigger-remedies-exhausted = tous les recours du pays ont été utilisés
code-trigger-response-received = réponse reçue
code-trigger-legal-aid-requested = aide juridique gratuite demandée
code-trigger-legal-aid-decided = décision sur l’aide juridique gratuite
code-trigger-obstacle-ended = fin de l’empêchement
code-trigger-deadline-missed = délai manqué
code-trigger-rights-affected = atteinte aux droits
code-trigger-transfer-request-received = demande de transfert reçue par l’autre État
code-trigger-transfer-accepted = transfert accepté par l’autre État
code-trigger-eurodac-hit = empreintes trouvées dans Eurodac
code-trigger-removal-procedure-opened = procédure de renvoi du pays ouverte
code-trigger-authority-requested = demande faite au juge par l’autorité
code-trigger-released = libération
code-trigger-stay-ended = fin du séjour autorisé
code-trigger-document-issued = document délivré
code-trigger-document-expires = fin de validité d’un document
code-trigger-renewal-filed = demande de renouvellement déposée
code-trigger-document-dispatched = document envoyé
code-trigger-delivery-failed = remise du document impossible
code-trigger-out-of-time-accepted = acte fait en retard, mais accepté
code-trigger-transfer-failed = le transfert n’a pas eu lieu
code-trigger-responsibility-taken = cet État a repris l’examen de la demande

code-event-archive-read = archive importée
code-event-calendar = calendrier
code-event-handover = dossier transmis à une autre organisation
code-event-handover-receipt = réception confirmée par l’autre organisation
code-event-handover-taken = dossier repris d’une autre organisation

code-own-nansen-no-rule = aucun délai légal connu ici : demandez conseil à un avocat ou une avocate dès aujourd’hui

column-on = concerne

code-audit-identity-matched = recherche d’une personne parmi toutes
code-audit-contact-sealed = téléphones et adresses ouverts désormais seulement aux personnes qui ont la clé
