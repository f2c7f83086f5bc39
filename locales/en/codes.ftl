# The words for every code. Stored codes are never translated; these are.

## What is applied for
code-application-kind-refugee-status = refugee status
code-application-kind-subsidiary-protection = subsidiary protection
code-application-kind-single-procedure = international protection
code-application-kind-temporary-asylum = temporary asylum
code-application-kind-temporary-protection = temporary protection
code-application-kind-humanitarian = humanitarian status
code-application-kind-family-extension = extension to the family

code-order-first = first
code-order-subsequent = subsequent
code-order-reopened = reopened

code-application-state-pending = pending
code-application-state-granted = granted
code-application-state-refused = refused
code-application-state-closed = closed

## Decisions
code-outcome-granted = granted
code-outcome-refused = refused
code-outcome-closed = closed
code-outcome-allowed = allowed
code-outcome-dismissed = dismissed
code-outcome-remitted = sent back

code-protection-refugee-status = refugee status
code-protection-subsidiary-protection = subsidiary protection
code-protection-temporary-protection = temporary protection
code-protection-temporary-asylum = temporary asylum
code-protection-humanitarian = humanitarian status
code-protection-other-national = another national status

code-basis-unfounded = unfounded
code-basis-manifestly-unfounded = manifestly unfounded
code-basis-inadmissible = inadmissible
code-basis-excluded = excluded
code-basis-refused-examination = not examined on the merits
code-basis-unspecified = no ground stated

code-reason-withdrawn-explicit = withdrawn
code-reason-withdrawn-implicit = taken as withdrawn
code-reason-discontinued = discontinued
code-reason-died = died
code-reason-departed = left of free will
code-reason-removed = removed by the State
code-reason-extradited = extradited
code-reason-disappeared = disappeared
code-reason-abducted = abducted
code-reason-resettled = resettled
code-reason-duplicate = recorded twice
code-reason-other = other

code-means-post = by post
code-means-registered-letter = by registered letter
code-means-electronic = electronically
code-means-hand = by hand
code-means-facility = through the reception facility

## Remedies and papers
code-appeal-kind-administrative-review = administrative review
code-appeal-kind-appeal = appeal to a court
code-appeal-kind-further-appeal = further appeal
code-appeal-kind-constitutional = constitutional complaint
code-appeal-kind-international = international complaint

code-appeal-state-pending = pending
code-appeal-state-allowed = allowed
code-appeal-state-dismissed = dismissed
code-appeal-state-remitted = sent back
code-appeal-state-closed = closed

code-filing-appeal-grounds = grounds of appeal
code-filing-interim-measure = request for an interim measure
code-filing-out-of-time = request to accept a late act
code-filing-extension-request = request for more time
code-filing-documents = documents
code-filing-reply = reply
code-filing-legal-aid = request for legal aid
code-filing-fee = fee paid
code-filing-reopening-request = request to reopen
code-filing-claim-form = written claim
code-filing-registration = registration in person
code-filing-address-notice = notice of a new address
code-filing-renewal = request for renewal

## The person and the case
code-sex-f = female
code-sex-m = male
code-sex-x = neither female nor male
code-sex-unknown = sex not known

code-case-open = open
code-case-closed = closed

code-case-end-protected = protected
code-case-end-removed = removed by the State
code-case-end-departed = left of free will
code-case-end-died = died
code-case-end-transferred = handed to another office
code-case-end-contact-lost = contact lost
code-case-end-duplicate = recorded twice
code-case-end-other = other

code-opening-reason-court = for a court or an authority
code-opening-reason-contact = to reach the person
code-opening-reason-medical = a medical need
code-opening-reason-handover = to hand the case over
code-opening-reason-check = to check what was sealed
code-opening-reason-other = something else
code-alike-name = a name
code-alike-telephone = a telephone number
code-alike-file-number = a file number
code-alike-document = the number of a paper
code-audit-contact-opened = opened telephone and address
code-audit-contact-shared = telephone and address opened to a member
code-audit-contact-sealed = telephones and addresses opened to holders alone from then on
code-audit-contact-worker = telephones and addresses opened to the worker of each case from then on
code-contact-rule-sealed = the holders of the seal keys alone
code-contact-rule-worker = the worker of the case, and the holders of the seal keys
code-not-shared-rule = the office leaves them to the holders (`nansen key contact worker` changes that)
code-not-shared-nobody = nobody works on the case
code-not-shared-worker = the case is not assigned to this member
code-not-shared-member = whoever works on the case cannot open this store (any more): assign it to somebody who can
code-not-shared-key = the store does not know the recipient of whoever works on the case
code-not-shared-sort = the key of whoever works on the case is of another sort than those of the holders
code-not-shared-nothing = there is neither telephone nor address
code-audit-letter-exported = made a cover sheet
code-audit-exported = took something out
code-audit-identity-matched = looked for a person among all
code-audit-case-erased = erased a case
code-audit-identity-opened = opened a name
code-audit-seal-group-set = said who can open names
code-audit-backup-made = made a backup
code-audit-backup-proved = proved that the recovery card opens a backup
code-audit-device-named = a device signs from here on
code-audit-cards-away = said that the cards are kept elsewhere
code-audit-member-added = made a member
code-audit-member-removed = removed a member
code-audit-keys-changed = renewed the store's keys
code-audit-table-released = released a table
code-audit-rules-installed = installed rules
code-event-identity = identity sealed
code-event-contact-sealed = telephone and address sealed for who works on the case
code-link-family = family
code-link-same-person = same person
code-link-related = related

code-removal-return-decision = return decision
code-removal-transfer = transfer to another State
code-removal-entry-refused = entry refused
code-removal-extradition = extradition
code-removal-imminent = removal imminent

code-measure-removal = REMOVAL
code-measure-detention = DETENTION

## Deadlines and rules
code-actor-applicant = the applicant
code-actor-authority = the authority
code-actor-court = the court
code-actor-state = the State
code-actor-document = runs out by itself
code-actor-rule = nobody (feeds other rules)

code-deadline-state-open = open
code-deadline-state-sent = sent, arrival not proved
code-deadline-state-met = met
code-deadline-state-met-late = met late
code-deadline-state-missed = MISSED
code-deadline-state-moot = no longer needed
code-deadline-state-lapsed = over before it came to us
code-deadline-state-waived = waived
code-deadline-state-extended = extended
code-deadline-state-unconfirmed = UNCONFIRMED

code-rule-status-verified = read in the law's text
code-rule-status-partly-verified = read in part
code-rule-status-remembered = from memory
code-rule-status-not-in-force = not in force

code-date-basis-happened = happened
code-date-basis-decided = decided
code-date-basis-notified = notified
code-date-basis-served = served
code-date-basis-received = received
code-date-basis-sent = sent
code-date-basis-learned = learned
code-date-basis-dated = dated
code-date-basis-pronounced = pronounced
code-date-basis-final-form = in final form
code-date-basis-final = final
code-date-basis-in-force = in force
code-date-basis-handed-over = handed over
code-date-basis-made = made
code-date-basis-registered = registered
code-date-basis-lodged = lodged
code-date-basis-issued = issued
code-date-basis-expires = runs out
code-date-basis-accepted = accepted
code-date-basis-published = published

## The kinds of entries
code-event-application = application
code-event-decision = decision
code-event-service = service
code-event-appeal = appeal
code-event-filing = filing
code-event-interview = interview
code-event-hearing = hearing
code-event-document = document
code-event-removal = removal
code-event-detention = detention
code-event-release = release
code-event-departure = departure
code-event-contact = contact
code-event-step = step
code-event-note = note
code-event-fact = fact
code-event-case = case opened
code-event-close = case closed
code-event-closure = case closed
code-event-reopening = case reopened
code-event-assignment = assignment
code-event-link = link
code-event-correction = correction
code-event-retraction = retraction
code-event-deadline-computed = deadline computed
code-event-deadline-set = deadline set by hand
code-event-deadline-act = act about a deadline
code-event-log-signed = control log looked over
code-event-warnings = warnings ahead
code-event-absence = absence
code-event-deadline-watch = deadline watched
code-event-batch = act on many cases
code-event-retention = period of keeping
code-event-retention-warned = told of a period that passed
code-event-second-person = rule on the second person

## What was done to many cases
code-batch-assign = assigned
code-batch-note = noted
code-batch-close = closed

## What an entry did to a deadline, in the control log
code-log-entered = entered
code-log-changed = changed
code-log-met = met
code-log-waived = waived
code-log-extended = extended
code-log-confirmed = confirmed
code-log-sent = sent
code-log-moot = no longer needed
code-log-reopened = reopened
code-log-cancelled = cancelled

code-entry-state-live = live
code-entry-state-replaced = replaced
code-entry-state-retracted = taken back

## Values of facts
code-fact-value-judge = judge
code-fact-value-official = official
code-fact-value-police = police
code-fact-value-permit-authority = permit authority
code-fact-value-asylum-authority = asylum authority
code-fact-value-post = by post
code-fact-value-registered-letter = by registered letter
code-fact-value-electronic = electronically
code-fact-value-hand = by hand
code-fact-value-facility = through the reception facility
code-fact-value-administrative-expulsion = administrative expulsion
code-fact-value-deportation = deportation
code-fact-value-readmission = readmission
code-fact-value-return = return
code-fact-value-expulsion = expulsion
code-fact-value-extradition = extradition
code-fact-value-transfer = transfer
code-fact-value-entry-ban = entry ban
code-fact-value-undesirability = undesirability
code-fact-value-register = entry in the register
code-fact-value-devolucion = devolución
code-fact-value-removal-order-58a = removal order (§ 58a)
code-fact-value-priority-removal-notice = priority removal notice
code-fact-value-accompanied = accompanied
code-fact-value-unaccompanied = unaccompanied
code-fact-value-main = main
code-fact-value-provisional = provisional
code-fact-value-prolongation = prolongation
code-fact-value-regular = regular
code-fact-value-accelerated = accelerated
code-fact-value-border = border
code-fact-value-airport = airport
code-fact-value-admissibility = admissibility
code-fact-value-responsibility = responsibility
code-fact-value-extended = extended
code-fact-value-unfounded = unfounded
code-fact-value-manifestly-unfounded = manifestly unfounded
code-fact-value-inadmissible = inadmissible
code-fact-value-excluded = excluded
code-fact-value-refused-examination = not examined on the merits
code-fact-value-withdrawn-implicit = taken as withdrawn
code-fact-value-responsibility-other-state = another State is responsible
code-fact-value-safe-third-country = safe third country
code-fact-value-subsequent-no-new-elements = subsequent, nothing new
code-fact-value-take-charge = to take charge
code-fact-value-take-back = to take back
code-fact-value-european = a European State
code-fact-value-non-european = a State outside Europe
code-fact-value-placement = placement
code-fact-value-house-arrest = house arrest
code-fact-value-waiting-zone = waiting zone
code-fact-value-kept-for-asylum = kept for the asylum procedure
code-fact-value-internment = internment
code-fact-value-european-arrest-warrant = european arrest warrant
code-fact-value-departure-custody = departure custody
code-fact-value-cooperation-custody = cooperation custody
code-fact-value-asylum-detention = asylum detention
code-fact-value-border-return = return at the border
code-fact-value-detainer = detainer
code-fact-value-international-protection = international protection
code-fact-value-application = application
code-fact-value-detention = detention
code-fact-value-bail = bail
code-fact-value-removal = removal
code-fact-value-return-permit = return permit
code-fact-value-clearance = clearance
code-fact-value-administrative-offence = administrative offence
code-fact-value-return-decision = return decision
code-fact-value-transfer-decision = transfer decision
code-fact-value-residence-permit = residence permit
code-fact-value-unhcr = UNHCR
code-fact-value-applicant-document = applicant document
code-fact-value-attestation = attestation
code-fact-value-examination-certificate = examination certificate
code-fact-value-permission-to-stay = permission to stay
code-fact-value-travel-document = travel document
code-fact-value-art-38-1-a = art. 38(1)(a)
code-fact-value-art-38-1-b = art. 38(1)(b)
code-fact-value-art-38-1-c = art. 38(1)(c)
code-fact-value-art-38-1-d = art. 38(1)(d)
code-fact-value-art-38-1-e = art. 38(1)(e)
code-fact-value-judgment = judgment
code-fact-value-gerichtsbescheid = Gerichtsbescheid
code-fact-value-2015 = 2015
code-fact-value-2026 = 2026
code-fact-value-authority = authority
code-fact-value-mission = mission
code-fact-value-competent-authority = competent authority
code-fact-value-other-authority = other authority
code-fact-value-limit = limit
code-fact-value-grounds = grounds
code-fact-value-first-tier = first tier
code-fact-value-upper-tribunal = upper tribunal
code-fact-value-failed = failed
code-fact-value-interim-measure = interim measure
code-fact-value-reasons = reasons
code-fact-value-reply = reply
code-fact-value-request = request
code-fact-value-nsm = the national screening mechanism
code-fact-value-asylum-seeker-certificate = asylum-seeker certificate
code-fact-value-conditional-release = conditional release visa
code-fact-value-protocol = protocol of the application
code-fact-value-salvoconducto = salvoconducto
code-fact-value-section-22 = section 22 permit
code-fact-value-transit-visa = transit visa
code-fact-value-work-permit = work permit
code-fact-value-land-us = by land from the United States
code-fact-value-other = another
code-fact-value-first = the first
code-fact-value-later = a later one
code-fact-value-negative-credible-fear = no credible fear found
code-fact-value-reasonable-fear = reasonable fear to be examined
code-fact-value-port-of-entry = at a port of entry
code-fact-value-inland = inland
code-fact-value-abusive = abusive
code-fact-value-fraudulent = fraudulent
code-fact-value-immigration-judge = immigration judge

## Statistics
code-dimension-protection = Protection
code-dimension-protection-now = Protection now
code-dimension-outcome = Outcome
code-dimension-kind = Kind
code-dimension-origin = Origin
code-dimension-jurisdiction = Jurisdiction
code-dimension-sex = Sex
code-dimension-age-band = Age
code-dimension-year = Year
code-dimension-quarter = Quarter
code-dimension-office = Office
code-dimension-basis = Ground
code-dimension-instance = Instance
code-dimension-state = State

code-unit-persons = persons
code-unit-cases = cases
code-unit-applications = applications
code-unit-decisions = decisions

code-instance-first-instance = first instance
code-instance-administrative-review = administrative review
code-instance-appeal = appeal
code-instance-further-appeal = further appeal
code-instance-constitutional = constitutional complaint
code-instance-international = international complaint

code-why-small = too few people
code-why-complementary = would reveal another cell
code-why-line = would reveal a whole line
code-why-rounded = rounded
code-why-override = shown by decision

## What opens the store after `panic`
code-restored-by-card = the recovery card
code-restored-by-member = another member's key
