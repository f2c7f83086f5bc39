# The words of tables in French. What is not here is English.

note-not-for-release = À ne pas diffuser : les petits nombres permettent de reconnaître des personnes.
note-small = Les cases marquées « ! » comptent moins de personnes qu’il n’est permis d’en publier.
note-zero = Un zéro est exact : personne n’y est compté.
note-decided = Un petit nombre figure ici par décision de l’organisation.
note-telling = Au moins neuf dixièmes d’une ligne sont dans une seule case ({ $cells }) : savoir qu’une personne est comptée dans cette ligne, c’est savoir aussi cela d’elle.
note-would-show = Sur décision de l’organisation, des nombres non publiés ici seraient affichés : { $cells }.
note-would-lower = Sur décision de l’organisation, seuls les nombres inférieurs à { $threshold } seraient petits ici.
note-ever = La protection indiquée est la forme la plus forte qui a été accordée à un moment ou à un autre, et non celle qui est détenue aujourd’hui : celle-ci se compte dans un tableau à part.
note-humanitarian = Sous POS_HUM, séjour pour raisons humanitaires, l’asile temporaire est compté aussi.
note-condition = Là où n’est pas consigné ce qu’une condition demande (les années aussi), rien n’est compté ici ; combien de fois cela se produit n’est pas publié (x).
note-fields = Des champs propres au bureau compte ce qui est consigné pour des jours jusqu’au { $day }.
note-years = { $unit ->
    [decisions] L’année et le trimestre sont ceux du jour de la décision.
    [applications] L’année et le trimestre sont ceux du dépôt de la demande.
   *[other] L’année et le trimestre sont ceux de la première demande.
}
note-kind = Le type de demande dit ce qui a été demandé, non ce qui a été accordé.
note-scope = Seuls les dossiers de cette base de données sont comptés.
note-consent = Personnes de cette base de données à qui on n’a jamais demandé si elles peuvent être comptées, et qui le sont : { $never } ; personnes qui ont refusé ou retiré leur accord, et qui ne figurent dans aucun tableau : { $out }.
note-consent-most = À plus de la moitié des personnes de cette base de données on n’a jamais demandé si elles peuvent être comptées, et elles le sont ; personnes qui ont refusé ou retiré leur accord, et qui ne figurent dans aucun tableau : { $out }.
note-consent-fewer = À la moitié ou moins des personnes de cette base de données on n’a jamais demandé si elles peuvent être comptées, et elles le sont ; personnes qui ont refusé ou retiré leur accord, et qui ne figurent dans aucun tableau : { $out }.
note-handed-over = Personnes des dossiers transmis à une autre organisation, qui les compte, et qui ne figurent ici dans aucun tableau : { $count }.

figure-bars = Barres, une pour chaque nombre du tableau.
figure-stacked = Barres, une pour chaque ligne du tableau, leurs parties mises bout à bout.
figure-lines = Courbes dans le temps, qui passent par les nombres du tableau ; une courbe s’interrompt là où un nombre manque.
figure-withheld = Ce qui n’est pas publié est représenté par un rectangle hachuré, toujours de la même taille, avec le signe du tableau.
figure-band = Non publié ; hors échelle
figure-sums = Seules les sommes sont dessinées ; leurs parties figurent dans le tableau.
figures-sums = Une valeur est la somme de celles qui la suivent avec un · de plus.
figures-other = autres

figures-unit = Unité : { $unit }
figures-population = population ({ $unit }) : { $count }
figures-all-years = toutes les années
figures-unknown = valeurs inconnues : { $all }
figures-no-unknown = valeurs inconnues : aucune
figures-period = { $unit ->
    [decisions] années des décisions : { $period }
    [applications] années de dépôt : { $period }
   *[other] années de la première demande : { $period }
}
figures-as-of = situation au { $day }
figures-number = diffusion : { $number }, seuil : { $threshold }
figures-notes = Comment lire ce tableau
figures-sheet = Tableau
figures-all = ensemble
figures-method = Les nombres affichés sont exacts.
figures-method-withheld = Pour chaque nombre non publié parce qu’il est petit, on a vérifié des tableaux complets, conformes à tout ce qui est imprimé, dans lesquels il prend la plus petite et la plus grande des valeurs que son signe indique.
figures-method-compared = Tableaux diffusés auparavant, avec lesquels celui-ci a été comparé : { $compared }.

marker-rounded = Chaque nombre est arrondi séparément au multiple de cinq le plus proche : les sommes peuvent donc différer ; 0 veut dire de 0 à 2.
marker-small = de 1 à { $most }
marker-complementary = { $least } ou plus ; non publié, pour qu’aucun nombre plus petit ne puisse être déduit
marker-line = n’importe quel nombre, zéro compris : la ligne entière n’est pas publiée

column-value = Le nombre ; vide s’il n’est pas publié
column-shown = Le nombre, ou le signe qui le remplace
figures-column-level = value : une valeur ; group : une somme de valeurs ou de groupes plus petits ; total : l’ensemble. Pour additionner, prendre seulement les lignes value
figures-column-of = Le groupe auquel appartient la valeur ou le groupe de cette ligne ; total s’il n’y en a pas
figures-column-coo-iso = Pays d’origine, en trois lettres (ISO 3166-1)
figures-column-coa-iso = Pays d’asile, en trois lettres (ISO 3166-1)
figures-column-procedure-type = À qui est la procédure : G, à l’État ; U, au HCR
figures-column-dec-level = NA : première demande ; RA : demande réitérée
figures-column-dec-pc = P : personnes
figures-column-app-type = N : première demande ; R : demande réitérée
figures-column-app-pc = P : personnes
figures-column-freq = A : par année
figures-column-unit = PER : personnes
figures-column-citizen = Nationalité, en deux lettres
figures-column-sex = T : ensemble
figures-column-applicant = FRST : première demande
figures-column-age = TOTAL : ensemble
figures-column-geo = Pays d’asile, en deux lettres
figures-column-time = Année

rate-heading = { $name } : { $formula }
rate-heading-of = { $name } ({ $dimension }) : { $formula }
rate-among = parmi
rate-of = ({ $numerator } sur { $denominator } { $unit })
rate-of-rounded = ({ $numerator } sur { $denominator } { $unit }, chacun arrondi au multiple de cinq le plus proche)
decimal-point = ,
rate-exactly = { $per } %
rate-under = moins de { $per } %
rate-between = de { $least } à { $most } %
rate-untold = non publié
rate-untold-merged = non publié : des valeurs au-dessus ou au-dessous du trait sont comptées avec d’autres

time-weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
}
time-months = { $count } mois
time-untold = non publié
time-untold-of = { $quantile } non publié
time-untold-why = Non publié : trop peu de personnes ou de dossiers, ou valeur trop proche d’un autre nombre.
time-of-decided = { $whom } (demandes décidées : { $count })

stats-title = Décompte : { $unit }
stats-title-by = Décompte : { $unit } par { $by }
stats-total = total
stats-crossed = { $down } ↓ { $across } →
stats-none-so-far = aucune protection à ce jour
stats-none-now = aucune protection actuellement
stats-field-none = rien de consigné
stats-trial = Essai : rien n’a été diffusé.
stats-releasable = Ce tableau peut être diffusé tel quel. Rien n’a encore été diffusé : `nansen stats release` sans `--dry-run` le diffuse.
stats-inside = Nombres exacts, réservés à qui détient cette base de données : ce tableau ne peut pas être diffusé tel quel.
stats-proved = { $witnesses ->
    [rounded] Chaque nombre est arrondi
    [lines] Ce qui dirait quelque chose de tous ceux d’une ligne n’est pas donné
    [others] Chaque nombre non publié est de { $threshold } ou plus
    [0] Rien n’avait besoin d’être protégé
    [one] Preuve : { $witnesses } tableau complet
   *[other] Preuve : { $witnesses } tableaux complets
} ; comparaison avec { $compared } { $compared ->
    [one] diffusion précédente
   *[other] diffusions précédentes
}{ $scope ->
    [pairwise] , une par une seulement
    [alone] {" "}; si peu de personnes y comptent si souvent que ce tableau peut empêcher des diffusions ultérieures
   *[other] {""}
}. Seuil : { $threshold }.
stats-proposed = Rien n’a été diffusé. Numéro en attente de l’accord d’un autre membre de l’équipe : { $number }. Commande : nansen stats release --approve { $number } --because "..."
stats-released = Tableau diffusé. Destinataire : { $to } ; numéro : { $number }. La diffusion a été notée.

code-application-state-pending = en attente de décision
code-application-state-granted = protection accordée
code-application-state-refused = protection refusée
code-application-state-closed = procédure close
code-application-state-ended = fin du statut décidée par l’autorité

code-case-open = dossier ouvert
code-case-closed = dossier clos

code-dimension-protection = Protection
code-dimension-protection-now = Protection actuelle
code-dimension-outcome = Issue
code-dimension-kind = Type de demande
code-dimension-origin = Pays d’origine
code-dimension-jurisdiction = Pays de la procédure
code-dimension-sex = Sexe
code-dimension-age-band = Âge
code-dimension-year = Année
code-dimension-quarter = Trimestre
code-dimension-office = Bureau
code-dimension-basis = Motif
code-dimension-instance = Instance
code-dimension-state = État de la procédure
code-dimension-period = Période
code-dimension-region = Région
code-dimension-result = Résultat
code-dimension-final = Caractère définitif
code-final-yes = définitive
code-final-no = non définitive
code-final-unknown = non consigné
code-dimension-order = Ordre de la demande
code-dimension-expires = Expiration
code-dimension-decision = Décision
code-dimension-line = lignes d’une liste de dossiers

code-unit-persons = personnes
code-unit-cases = dossiers
code-unit-applications = demandes
code-unit-decisions = décisions

code-instance-first-instance = première instance
code-instance-administrative-review = recours administratif
code-instance-appeal = recours devant un tribunal
code-instance-further-appeal = recours devant un tribunal supérieur
code-instance-constitutional = recours constitutionnel
code-instance-international = plainte devant un organe international

code-result-recognised = reconnaissance du statut de réfugié
code-result-complementary = forme complémentaire de protection
code-result-rejected = protection refusée
code-result-closed = procédure close sans décision sur le fond
code-result-pending = en attente de décision
code-result-other = autres décisions
code-result-none = aucune demande

code-expires-unlimited = sans date de fin
code-expires-none = aucune protection en vigueur

code-rate-positive-of-decided = Protection accordée, parmi ce qui a été décidé
code-rate-refugee-recognition = Taux de reconnaissance du statut de réfugié (HCR)
code-rate-total-protection = Taux de protection total (HCR)
code-rate-allowed-of-decided = Succès des recours

code-quantile-lower = un quart, en au plus :
code-quantile-median = la moitié, en au plus :
code-quantile-upper = trois quarts, en au plus :
code-quantile-ninetieth = neuf sur dix, en au plus :

code-time-days-to-decision = Du dépôt de la demande à la première décision, pour les seules demandes décidées (les deux dates étant connues)

# Listes, délais et dossiers sur une page destinée à d’autres (`export html --in`).

page-as-written = Ce que disent les règles de la loi est écrit en anglais, comme dans le registre des règles ; ce que les gens ont écrit est donné dans leurs propres mots.
list-title = Dossiers
list-count = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
list-closed-left-out = { $count ->
    [one] { $count } dossier clos n’est pas montré
   *[other] { $count } dossiers clos ne sont pas montrés
}
column-case = dossier
column-callsign = nom du dossier
column-application = demande
column-origin = venant de
column-law = loi applicable
column-worker = dossier suivi par
column-office = bureau
column-opened = ouvert
column-last-event = dernière note
column-next-due = prochain délai
column-risk = risque
column-people = personnes
column-person = de qui
column-files = qui dépose
column-due = échéance
column-hour = heure
column-days-left = jours restants
column-rule = règle
column-citation = article
column-actor = qui doit agir
column-safe = date sûre
column-last-arguable = dernier jour défendable
column-rule-status = texte connu
column-provisional = peut changer
column-id = numéro
code-files-we = nous
code-files-they = la personne elle-même
code-rule-status-verified = lu dans le texte de la loi
code-rule-status-partly-verified = lu en partie
code-rule-status-remembered = de mémoire
code-rule-status-not-in-force = pas en vigueur
code-measure-removal = ÉLOIGNEMENT
code-measure-detention = RÉTENTION
plan-head = Que faire en cas d’alerte :
day-today = aujourd’hui
day-tomorrow = demain
day-in = { $count ->
    [one] dans { $count } jour
   *[other] dans { $count } jours
}
due-title = Délais au { $day } · { $whose } · { $reach }
due-mine = dossiers suivis par { $worker } et dossiers que personne ne suit
due-everyones = tous les dossiers
due-nobodys-only = dossiers que personne ne suit
due-within = { $count ->
    [one] dépassés et du lendemain
   *[other] dépassés et des { $count } jours suivants
}
due-overdue-only = dépassés seulement
due-stands-in = Avec les dossiers de { $member }, en absence jusqu’au { $until }.
due-disappeared = DISPARITIONS ({ $count })
due-tasks = PROCHAINES ÉTAPES ({ $count })
due-measure = { $what } { $since }
due-ahead = le { $day }, { $left }
due-ahead-about = à venir : { $day }
due-left = Non montrés : { $parts }.
due-left-nothing = Tout est montré.
due-left-colleagues = dossiers de collègues : { $count }
due-left-later = plus tard : { $count }
due-left-authority = à respecter par l’autorité, un tribunal ou un État : { $count }
due-left-applicant = les nôtres : { $count }
due-left-closed = dans des dossiers clos : { $count }
due-left-told = la personne le sait et dépose elle-même : { $count }
due-left-lapsed = expirés avant l’arrivée du dossier chez nous : { $count }
due-left-filtered = écartés par les critères : { $count }
