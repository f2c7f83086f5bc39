# What results say to people.

## Days
day-full = { $weekday } { $day }
day-date = { $day } { $month } { $year }
day-month = { $month } { $year }
day-range = { $from } to { $to }
day-today = today
day-tomorrow = tomorrow
day-in = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
day-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
day-overdue = { $count ->
    [one] { $count } day overdue
   *[other] { $count } days overdue
}
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

## Everywhere
nobody = nobody
none = none
yes = yes
no = no
because = because: { $text }
mark-unsigned = nobody has signed this rule yet: have a lawyer check it
mark-local = a rule of this office, not of the program
mark-provisional = may still move: a calendar or a number is not final
mark-remembered = from memory, read in part, or in an old text: check it before you rely on it

column-actor = who acts
column-application = application
column-by = by
column-callsign = callsign
column-case = case
column-citation = article
column-date = date
column-days-left = days left
column-deputy = stands in
column-due = due
column-entry = entry
column-from = from
column-hour = hour
column-id = id
column-last-arguable = last arguable
column-last-event = last event
column-last-seen = last seen
column-words = six words
column-law = law
column-line = line
column-member = member
column-next-due = next due
column-office = office
column-on = on
column-people = people
column-person = person
column-risk = risk
column-files = who files
column-opened = opened
column-opens = opens
column-origin = from
column-period = period
column-provisional = provisional
column-rule = rule
column-rule-status = text known
column-safe = safe
column-since = since
column-state = state
column-until = until
column-what = what
column-when = when
column-worker = worker

## Deadlines
deadline-hour = { $left }, { $time }
deadline-no-date = no date
deadline-by-hand = set by hand
deadline-of = person { $person }: { $what }
deadline-settled = { $state } ({ $day })
deadline-found = found: { $day }
deadline-deemed = counts as served { $day }
deadline-runs-from = runs from { $day } ({ $basis })
deadline-because-of = because of: { $what } ({ $day })
deadline-unconfirmed = unconfirmed: the day it runs from is not certain, find it out
deadline-unknown = not known: { $facts }
deadline-first-day = the first day on which it can be done, not the last
deadline-at-once = the law names no number of days: act at once
deadline-no-number = no date is reckoned here: read what the rule says
deadline-safe = safe: { $day }
deadline-arguable = last arguable: { $day }
deadline-still-arguable = still arguable until { $day }
deadline-not-arguable = could be argued until { $day }
deadline-restoration = once missed: { $text } ({ $citation })

code-own-nansen-find-service = find out on which day the decision reached the person
code-own-nansen-find-sending = find out on which day the decision was sent
code-own-nansen-runs-out = the paper or the status runs out: see to it in time
code-own-nansen-no-rule = no time limit known here: ask a lawyer today
code-act-other = something else
code-act-by-hand = act by hand

code-label-made = made
code-label-registered = registered
code-label-lodged = lodged
code-label-decided = decided
code-label-notified = notified
code-label-served = served
code-label-received = received
code-label-sent = sent
code-label-arrived = arrived
code-label-handed-over = handed over
code-label-checked = asked on
code-label-language = language
code-label-needs = needs
code-label-learned = learned
code-label-final-form = in final form
code-label-in-force = in force
code-label-date = on
code-label-until = until
join-comma = { ", " }
join-colon = { ": " }
join-details = { ": " }
code-label-since = since
code-label-due = due
code-label-opened = opened
code-label-refused = refused beside it:
code-label-jurisdiction = law of
code-label-origin = from
code-label-born = born
code-label-office = office
code-label-worker = worker
code-label-to = to
code-label-tags = tags
code-label-place = at
code-label-final = final:
code-label-callsign = callsign
code-label-number = case

of-person = { $what } (person { $person })
entry-joined = person { $person } joined the case
entry-left = person { $person } left the file
entry-consent = consent to { $purpose }
entry-application = applied for { $what }
entry-note = note: { $text }
entry-corrects = corrects { $event }
entry-fact = { $fact }: { $value }
entry-assigned = now { $to }'s
entry-watched = watched by { $by }: { $what }
entry-unwatched = no longer watched by { $by }: { $what }
entry-assigned-nobody = now nobody's
entry-link = linked to { $to }
entry-link-person = linked to { $to }, person { $person } there
entry-retraction = took back: { $what }
entry-deadline-set = deadline set by hand: { $what }
entry-met = deadline met: { $what }
entry-waived = deadline waived: { $what }
entry-extended = deadline extended to { $day }: { $what }
entry-confirmed = deadline confirmed: { $what }
entry-deadline = due { $due } ({ $rule })
entry-deadline-undated = no date: { $what } ({ $rule })
entry-deadline-confirmed = by the rules of { $version }: { $what }
entry-deadline-gone = no longer holds ({ $rule })

## due
due-title = What falls due, as of { $day } · { $whose } · { $reach }
due-mine = { $worker }'s cases and nobody's
due-everyones = everyone's cases
due-nobodys-only = nobody's cases
due-within = { $count ->
    [one] overdue and the next day
   *[other] overdue and the next { $count } days
}
due-overdue-only = what is past, only
due-now = NOW ({ $count })
due-nobody = NOBODY'S ({ $count })
due-unconfirmed = UNCONFIRMED ({ $count })
due-overdue = OVERDUE ({ $count })
due-coming = COMING ({ $count })
sheet-title = The week from { $from } to { $until } · { $whose }
sheet-now = Now
sheet-before = Past, or without a day
sheet-ahead = Later, and warned of already
sheet-late = ! { $day }
sheet-closed = { $day } · closed ({ $laws })
sheet-count = { $count ->
    [one] { $count } line on this sheet.
   *[other] { $count } lines on this sheet.
}
sheet-left-later = { $count } later
sheet-checked = Compared by hand with the files on
sheet-by = by
due-warned = warned
due-stands-in = With { $member }'s cases, who is away until { $until }.
deadline-watched = watched by { $by }
warn-days = People are warned of a deadline { $days }.
warn-rule = { $rule }: { $days }
warn-none = not ahead of its day
warn-ahead = { $days } days ahead, on the last open day before where that one is closed
absence-none = Nobody is away.
absence-nobody = ! From { $day } on nobody sees to the cases of { $member }: { $to } is away or gone as well. Name somebody else: nansen absence set
due-measure = { $what } { $since }
due-since = since { $day }
due-ahead = on { $day }, { $left }
due-ahead-about = ahead: { $day }
due-nothing = Nothing is due.
due-left = Left out: { $parts }.
due-left-nothing = Nothing was left out.
due-left-colleagues = { $count } of colleagues' cases (--worker all)
due-left-later = { $count } later (--within)
due-left-authority = { $count } for the authority, a court or a State to keep (--actor all)
due-left-applicant = { $count } of our own (without --actor authority)
due-left-closed = { $count } in closed cases (show CASE)
due-left-lapsed = { $count } that had ended before they came to us (bulk settle --lapsed --dry-run)
due-left-filtered = { $count } by your filters

## record and its like
recorded-line = Recorded for { $case } ({ $callsign }){ $ref } · { $what } · entry { $event }
recorded-ref = { " · " }{ $ref }
recorded-opened = Opens:
recorded-reopened = Open again:
recorded-moved = Moves:
recorded-sent = Still open, until it has arrived:
recorded-arrival = once it has: nansen correct { $event } --arrived DAY
recorded-changed = Changes:
recorded-before = before: { $parts }
recorded-settled = Settles:
recorded-withdrawn = No longer holds:
recorded-no-deadlines = No deadline follows from it.
recorded-nothing-moves = No deadline changes by it.

## new, init
new-hint = Note the number or the callsign; both name the case. Keep no list of names beside them.
made-store = The store is made; { $member } can open it.
made-recovery = The recovery card opens it too. Keep the card where the laptop is not.
made-no-recovery = There is no recovery card: if this key or its passphrase is lost, so is everything.
made-shares = Any two of the three cards of the seal key open names. Keep them apart, outside the office: `nansen status` reminds you until it is done.
made-nobody = Nobody can open names yet, so none can be sealed: `nansen key shares` makes a seal key.

made-contact = Telephones and addresses that are sealed can be opened by { $who }.
made-store-at = store
made-key-at = your key
made-next = Next: `nansen new` opens a case and asks for what it needs. `nansen help safety` says what never to type.

## list
second-person-on = From now on another member checks the day of each new deadline of ours (nansen deadline confirm), and approves of small numbers that leave.
second-person-off = Nobody else has to check the day of a new deadline, nor to approve of small numbers that leave.
second-person-waits = It is noted, and ends when another member says so too, with their own key: nansen deadline second-person off
second-person-few = It is noted, and holds once the store has three members.
deadline-second = entered by { $by }, and no other member has checked the day yet: nansen deadline confirm
batch-nothing = No case fits, and nothing was written.
batch-done = { $what }: { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
batch-would = Would be { $what }: { $count ->
    [one] { $count } case
   *[other] { $count } cases
} (nothing was written)
batch-taken-back = Taken back, of all cases at once: { $what }, { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
batch-would-back = Would be taken back: { $what }, { $count ->
    [one] { $count } case
   *[other] { $count } cases
} (nothing was written)
batch-persons-back = { $count ->
    [one] Taken back of the one of whom it stood.
   *[other] Taken back of all { $count } of them at once.
}
batch-undo = All of it is taken back by `nansen undo` at once, or later by `nansen retract --batch { $batch }`.
retention-others = A closed case is to be forgotten { $period }.
retention-of = { $reason }: { $period }
retention-never = never
retention-years = after { $count ->
    [one] { $count } year
   *[other] { $count } years
}
retention-months = after { $count ->
    [one] { $count } month
   *[other] { $count } months
}
retention-case = closed { $closed } ({ $reason }), its period passed on { $passed }
retention-warn = nobody was told yet: nansen retention warn
retention-warn-again = told once, and to be told again: nansen retention warn
retention-warn-from = told once; to be told again from { $day } on
retention-forget-from = told twice; a person may forget it from { $day } on
retention-forget = told twice: nansen identity forget { $case }
retention-nothing = No case has passed its period, or there is nothing to tell today.
recorded-unchanged = Left as it is, though recorded at once with it: { $event } of person { $person }
log-title = Recorded of deadlines on { $day } ({ $count })
log-nothing = Nothing was recorded of deadlines on this day.
log-was = { $due } (was { $was })
log-stands = { $due } (now { $state })
log-settled = Left out: { $count } that an import brought in as settled.
log-signed = Looked over by { $by } on { $day } at { $hour } ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
}).
log-differs = { $by } looked over { $count ->
    [one] { $count } line
   *[other] { $count } lines
} on { $day } at { $hour }, and the day reads otherwise now: look it over again.
log-erased = Looked over by { $by } on { $day } at { $hour } ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
}). A case was erased since then and its lines with it, so that the rest cannot be compared any more.
log-unsigned = { $count ->
    [one] { $count } line was looked over by nobody but who recorded it.
   *[other] { $count } lines were looked over by nobody but who recorded them.
}
log-mark = Mark of these lines: { $mark }
log-looked-over = Looked over by
log-on = On

page-as-written = What the rules of the law say is in English, as in the list of rules; what people wrote is in their own words.
list-title = Cases
list-empty = No case fits.
list-count = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
list-closed-left-out = { $count ->
    [one] { $count } closed case left out (--all)
   *[other] { $count } closed cases left out (--all)
}

## show
show-from = person
show-origin = from { $origin }
show-born = born { $year }
show-law = law of
show-worker = worker
show-office = office
show-opened = opened
show-tags = tags
show-links = linked
show-link-persons = { $link }: person { $own } here, { $there } there
show-as-of = as of
show-people = PEOPLE
show-consent = consent
show-nobody-asked = nobody was asked yet
show-answer = { $purpose } { $answer } ({ $day })
show-not-asked = not asked: { $purposes }
person-left = left: { $reason } ({ $day })
show-applications = APPLICATIONS
show-measures = AGAINST THE PERSON
show-measure-over = over
show-measure-until = until { $day }
show-no-applications = none recorded
show-application = { $ref }  { $what }, { $order }, { $law }
show-lodged = lodged { $day }
show-sent = sent { $day }, arrival not recorded
show-refused = refused beside it: { $forms }
show-body = to: { $body }
show-against = { $what }, against { $on }
show-until = { $state } until { $day }
show-final = { $state }, final
show-deadlines = DEADLINES
show-no-deadlines = nothing is waiting
show-settled = SETTLED
show-history = HISTORY
show-hidden = { $count ->
    [one] { $count } entry replaced or taken back (--all)
   *[other] { $count } entries replaced or taken back (--all)
}

## status
status-title = The store, as of { $day }
status-needs = NEEDS A PERSON ({ $count })
status-cases = cases
status-cases-value = { $open } open, { $closed } closed
status-overdue = overdue
status-soon = within 14 days
status-nobody = nobody's
status-opens-store = can open it
status-opens-names = can open names
status-names-value = { $members }, since { $since }, by { $by }
status-names-nobody = nobody: names cannot be sealed yet
status-backup-value = { $day }, read again when it was made
status-cases-handed = { $cases }, { $count } handed over (counted by who took them)
status-unconfirmed = unconfirmed
status-hearings = hearings in 7 days
status-idle = without a next step
status-away = away
status-away-who = { $member } (until { $until }, { $to } stands in)
status-retention = past their period
status-contact = telephones open to
status-log = deadline log
status-log-never = looked over by nobody yet
status-log-signed = looked over to { $day }
status-log-gap = looked over to { $day }, but not all since { $since }
status-backup = last backup
status-elsewhere = proved elsewhere
status-drill = last restore drill
status-never = never
status-lock = my key
status-panic = panic now

## unlock, lock, panic
lock-unlocked = unlocked until { $until } at the latest; { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
} without use lock it, and so does sleep
lock-locked = locked: each command asks for the passphrase, `nansen unlock` once for a while
lock-asks = each command asks for the passphrase: this system keeps no keys
lock-open = open to whoever has the file: it has no passphrase
lock-gone = The key that was kept is forgotten.
lock-nothing = No key was kept.
panic-loses-key = loses my key file; { $by } opens the store then
panic-or = { " or " }
panic-loses-all = only with --yes, and loses the store for good ({ $count ->
    [one] 1 case
   *[other] { $count } cases
}): no other key opens it
panic-removed = { $count ->
    [0] There was no key file here.
    [one] The key file is gone.
   *[other] { $count } key files are gone.
}
panic-not-overwritten = Not all of it could be overwritten before.
panic-restore = The store is still here; what was removed does not open it any more. The words of the recovery card make a new key: `nansen key recover`. Another member's key, or a copy of yours, opens it too.
panic-nothing-restores = The store is still here. Only a copy of the key file opens it.
panic-no-store = No store is seen here that it opened.
panic-limits = What a flash disk keeps aside of an overwritten file, and every copy elsewhere, is still there.

## store
store-folder = folder
store-format = format
store-program = program
store-events = events
store-cases = cases
store-streams = streams
store-bytes = bytes
store-last-recorded = last recorded
verify-ok = Whole: { $count ->
    [one] { $count } event
   *[other] { $count } events
} checked, nothing is damaged.
verify-damaged = DAMAGED OR ALTERED ({ $count ->
    [one] { $count } event
   *[other] { $count } events
} read). Stop working in this store, keep a copy, restore a backup.
verify-quick = Quick: the indexes and the whole file's integrity check were left out.

code-opens-store = the store
code-opens-identities = identities

## rules
rules-empty = No rule fits.
rules-count = { $count ->
    [one] { $count } rule
   *[other] { $count } rules
}
rules-text-only = text only
rules-law = law of
rules-local = this office's own, version
rules-period = period
rules-opened-by = opened by
rules-opened = { $what } ({ $basis })
rules-actor = who acts
rules-body = goes to
rules-citation = article
rules-quote = says
rules-source = read in
rules-suspensive = stops removal
rules-restoration = once missed
rules-known = known
rules-doubts = but
rules-read = text of { $text }, read on { $day }
rules-read-elsewhere = not read in the law itself but in a report on it ({ $text }), on { $day }
rules-not-read = from memory: no text was read
rules-old-text = that text is not dated, or older than two years
rules-review-past = it should have been read again
rules-frame = { $min } to { $max }, as the State decides
rules-counted = counted by
rules-asks = asks for
rules-in-force = law for
rules-example-from = from
rules-example-facts = where
rules-example-due = work to
rules-example-safe = safe
rules-example-last-arguable = arguable until
rules-example-why = because
rules-sheet = Time limits of { $laws }
rules-sheet-counts = { $computable ->
    [one] One rule gives a date
   *[other] { $computable } rules give a date
}, { $text ->
    [one] one is text only
   *[other] { $text } are text only
}.
rules-sheet-lead = No lawyer has signed a rule unless it says so. To check one: read the article, work out the examples with a wall calendar, and sign. What to correct stands in the rule file of the same name.
rules-sheet-sign = Checked by, on
rules-signed-by = signed by
rules-unsigned = no lawyer has signed
rules-review = read again by
code-period-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
code-period-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
code-period-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
code-period-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
code-period-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
code-period-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
explain-unknown = not known: { $facts }; the date depends on it
explain-more = More of it: `nansen rule show { $rule }`.
explain-due = due: { $day }
explain-hour = { $day }, { $time }
explain-provisional = provisional: a calendar or a number may still change

## stats
stats-title = Counted: { $unit }
stats-title-by = Counted: { $unit } by { $by }
stats-total = total
stats-package = What its columns hold stands in { $name }.
stats-crossed = { $down } ↓ { $across } →
stats-none-so-far = none so far
stats-none-now = none now
stats-field-none = none recorded
stats-trial = Trial: not released.
stats-releasable = This table may leave as it stands. Nothing left: `nansen stats release` without `--dry-run` lets it.
stats-inside = True numbers, for the owner of the store only: this table may not leave as it stands.
stats-proved = { $witnesses ->
    [rounded] Every number is rounded
    [lines] What would tell of all in a line is withheld
    [others] Each number that is withheld is { $threshold } or more
    [0] Nothing had to be protected
   *[other] Proved by { $witnesses } complete tables
}; compared with { $compared } earlier { $compared ->
    [one] release
   *[other] releases
}{ $scope ->
    [pairwise] , one by one only
    [alone] ; so few people count so often in it that it can stand in the way of later tables
   *[other] {""}
}. Threshold { $threshold }.
stats-proposed = Nothing left. It waits as { $number } for another member: nansen stats release --approve { $number } --because "..."
stats-released = Released to { $to } as { $number }, and remembered.
ledger-empty = No table has left.
ledger-cells = { $cells } cells, { $withheld } of them withheld; fewer than { $threshold } persons are small
ledger-times = { $count } times
ledger-purpose = for: { $purpose }
ledger-overridden = shown on a decision: { $cell }
ledger-waits = waits for another member
ledger-would-few = fewer than { $threshold } persons would be small
ledger-would-why = why: { $because }
ledger-would-show = would be shown on a decision: { $cell }
ledger-would-rate = with the share { $rate }
ledger-rounded = every number rounded to the nearest five
ledger-approve = nansen stats release --approve { $number } --dry-run shows it as it would leave; with --because "..." in the place of --dry-run it leaves; --decline { $number } --because "..." ends its waiting
ledger-approve-list = nansen export anonymous --approve { $number } --dry-run says what it risks; with --because "..." -o FILE in the place of --dry-run it leaves; nansen stats release --decline { $number } --because "..." ends its waiting
stats-declined = { $number } waits no more; nothing left. { $by } proposed it, and it can be proposed anew.
ledger-approved = proposed by { $by }, approved: { $because }
ledger-close = { $cell }: { $shown }, where { $beside } says { $other } of the same people on the same day. Whoever has both knows of { $count }. If one of the two is wrong, correct it where it was published.
ledger-pairwise = compared with each earlier one alone
ledger-tells = by itself it tells more of what it withholds than its markers say: { $cells }. That is known now, and no later table is refused for it; one that makes more known is.
ledger-taken-back = taken back by { $member } on { $day }
ledger-taken-back-why = taken back by { $member } on { $day }: { $because }
ledger-together = { $state ->
    [holds] All { $releases } together: nobody can be found by taking them together.
    [given_away] Taken together they give away a small number: { $release }, { $key }. What left cannot be called back.
    [erased] Cases were erased since: whether all { $releases } together give something away can be told no more. What was checked when each left stands.
    [moved] All { $releases } together: it cannot be said that nobody can be found, since persons whom they counted are counted in other cases now and nobody said in which. `nansen link CASE --person N --to CASE --as same_person` says it; a new table names them.
   *[other] All { $releases } together: it could not be proved in time that nobody can be found.
}
ledger-fewer = with a lower threshold than the office's, on a decision: { $because }
threshold-holds = Fewer than { $threshold } persons are small in what leaves this store.
threshold-waits = { $threshold } waits for another member: nansen stats threshold { $threshold } --approve --because "..."
threshold-said = said by { $member } on { $day }
ledger-decided = { $count } shown on a decision: { $because }

## import
imported-done = Imported
imported-dry-run = Would import; nothing was written
imported-cases = cases
imported-events = events
imported-already = already there
imported-open-deadlines = deadlines to come
imported-skipped = { $count ->
    [one] { $count } line was left aside
   *[other] { $count } lines were left aside
}
imported-erased = { $count ->
    [one] One case was erased here, and nothing of it is kept by which a file could be compared: if it is among the { $cases } new ones, `nansen identity forget` it again, and take its row out of the file.
   *[other] { $count } cases were erased here, and nothing of them is kept by which a file could be compared: if one of them is among the { $cases } new ones, `nansen identity forget` it again, and take its row out of the file.
}
imported-lapsed = { $count ->
    [one] { $count } deadline had ended before its case came to us: `nansen show CASE` says how it might be restored; nansen bulk settle --lapsed --because "why"
   *[other] { $count } deadlines had ended before their cases came to us: `nansen show CASE` says how they might be restored; nansen bulk settle --lapsed --because "why"
}
imported-left-out = { $count ->
    [one] Left out, as the map says: what stands in column { $columns }.
   *[other] Left out, as the map says: what stands in the columns { $columns }.
}
imported-hours = Of the days in { $columns } the hours were left out: hearings and interviews have one, nothing else has.
imported-totals = { $count ->
    [one] Left out, as the map says: row { $rows }, which looks like totals or a heading.
   *[other] Left out, as the map says: the rows { $rows }, which look like totals or headings.
}
imported-same-person = { $count ->
    [one] Row { $rows } is a case of somebody who has the name of a person of an earlier case. If it is one person, `nansen undo`, and give both rows one key (`rows = "application"` in the map joins them).
   *[other] The rows { $rows } are cases of people who have the names of persons of earlier cases. Where it is one person, `nansen undo`, and give their rows one key (`rows = "application"` in the map joins them).
}
imported-known-words = { $count ->
    [one] One word that the map does not list was taken as this program knows it, in column { $columns }. If it means something else here, `nansen undo`, and list it in the map.
   *[other] { $count } words that the map does not list were taken as this program knows them, in columns { $columns }. If one means something else here, `nansen undo`, and list it in the map.
}
imported-other-sheets = { $count ->
    [one] One of the { $all } sheets of this file was not taken. Each is imported by a map of its own: `sheet = 2` in it takes the second.
   *[other] { $count } of the { $all } sheets of this file were not taken. Each is imported by a map of its own: `sheet = 2` in it takes the second.
}
imported-comments = { $count ->
    [one] One cell of this file has a comment, and no import takes it. Read it in the file; what counts is for `nansen record note`, what ties it to a person for `nansen identity seal`.
   *[other] { $count } cells of this file have comments, and no import takes them. Read them in the file; what counts is for `nansen record note`, what ties it to a person for `nansen identity seal`.
}
imported-sealed = { $count ->
    [one] Sealed: what the sheet says of { $count } person. What is sealed is not compared with a later sheet.
   *[other] Sealed: what the sheet says of { $count } persons. What is sealed is not compared with a later sheet.
}
imported-not-compared = { $count ->
    [one] Nothing was sealed of one row: of its person something is sealed already, and nobody here can compare the two. If this file has something newer, keep it, and import it once more with `--seal-again`. Row: { $rows }
   *[other] Nothing was sealed of { $count } rows: of their persons something is sealed already, and nobody here can compare the two. If this file has something newer, keep it, and import it once more with `--seal-again`. Rows: { $rows }
}
imported-undo = All of it is taken back by `nansen undo` at once, or later by `nansen retract --batch { $batch }`; `--dry-run` says what would go.
undone-done = Import taken back
undone-would = The import would be taken back; nothing was written
undone-nothing = Nothing of the import was taken back
undone-entries = entries taken back
undone-cases = cases gone
undone-changed = cases that stay without what it had added
undone-left = cases left as they are
undone-forgotten = { $count ->
    [one] { $count } of these cases is forgotten for good: sealed names, documents or notes were in it.
   *[other] { $count } of these cases are forgotten for good: sealed names, documents or notes were in them.
}
undone-would-forget = { $count ->
    [one] { $count } of these cases would be forgotten for good, for sealed names, documents or notes are in it: `nansen retract --batch { $batch } --forget`.
   *[other] { $count } of these cases would be forgotten for good, for sealed names, documents or notes are in them: `nansen retract --batch { $batch } --forget`.
}
undone-backups = Backups made since the import hold what is forgotten, until they are thinned: { $days }.
undone-names-left = { $count ->
    [one] The names that the import sealed into { $count } case that stays are opened here no more; the sealed envelope stays in the store until `nansen identity forget`.
   *[other] Names that the import sealed into cases that stay ({ $count }) are opened here no more; the sealed envelopes stay in the store until `nansen identity forget`.
}
undone-left-lead = { $count ->
    [one] Somebody went on with this case since the import, and nothing in it was touched. `nansen show CASE` shows what the import brought, `nansen retract EVENT` takes one entry of it back:
   *[other] Somebody went on with these { $count } cases since the import, and nothing in them was touched. `nansen show CASE` shows what the import brought, `nansen retract EVENT` takes one entry of it back:
}
undone-again = What was taken back can be imported again, by another map. Cases get new numbers then.
imported-differing = { $count ->
    [one] The sheet has another day than the rules for one deadline; where it is later stands first.
   *[other] The sheet has other days than the rules for { $count } deadlines; where it is later stands first.
}
imported-nearer = { $rule }; nearer: { $nearer }
imported-contradictions = { $count ->
    [one] One row says something else than what is recorded. Nothing was changed: look, then `nansen correct ENTRY`.
   *[other] { $count } rows say something else than what is recorded. Nothing was changed: look, then `nansen correct ENTRY`.
}
imported-gone = { $count ->
    [one] One thing that an earlier import of this sheet brought does not stand in it any more. Nothing was changed: if it was wrong, `nansen retract ENTRY`, or `nansen correct ENTRY`. If the sheet holds only what is new, say `part = true` in its map.
   *[other] { $count } things that earlier imports of this sheet brought do not stand in it any more. Nothing was changed: if one was wrong, `nansen retract ENTRY`, or `nansen correct ENTRY`. If the sheet holds only what is new, say `part = true` in its map. `--json` names all.
}
imported-gone-entry = the whole entry
imported-gone-case = the whole case
imported-by-hand = { $count ->
    [one] One row says what somebody had recorded here already. It was not recorded twice.
   *[other] { $count } rows say what somebody had recorded here already. None was recorded twice. `--json` names all.
}
imported-another = { $count ->
    [one] Is this the same person? One row says something else of who it is about than the case that has its key. Nothing of the row was taken: no event, nothing that was blank, nothing sealed. If it is somebody else, this sheet is of another register: say `register = "…"` in its map. If it is the same person, `nansen correct ENTRY` first, then import again.
   *[other] Are these the same persons? { $count } rows say something else of who they are about than the cases that have their keys. Nothing of these rows was taken: no event, nothing that was blank, nothing sealed. If they are others, this sheet is of another register: say `register = "…"` in its map. If they are the same, `nansen correct ENTRY` first, then import again.
}
imported-no-member = { $count ->
    [one] One line gives a case or a step to an alias that no member bears: nobody is told of it. `nansen key add` them, or `nansen assign CASE --to ALIAS`. Line: { $lines }
   *[other] { $count } lines give a case or a step to an alias that no member bears: nobody is told of it. `nansen key add` them, or `nansen assign CASE --to ALIAS`. Lines: { $lines }
}
imported-no-register = The keys of this sheet are running numbers, and its map does not say of which register: another sheet that counts from 1 would be taken for the same people. Give each such sheet a map of its own, with `register = "…"` where it is another.
imported-known-elsewhere = { $count ->
    [one] One key of this sheet is known of another register. Here it was taken for somebody else: if it is the same person, the case is there twice.
   *[other] { $count } keys of this sheet are known of another register. Here they were taken for other people: if they are the same, their cases are there twice.
}
imported-keys-gone = { $count ->
    [one] One key of the last sheet of this register is not in this one, and as many are new: is it written otherwise now? Then its case is there twice.
   *[other] { $count } keys of the last sheet of this register are not in this one, and about as many are new: are they written otherwise now? Then their cases are there twice.
}
import-formulas = { $count ->
    [one] One cell is a formula: its value as the file holds it is taken, nothing is reckoned.
   *[other] { $count } cells are formulas: their values as the file holds them are taken, nothing is reckoned.
}
import-encoding = The letters of the file are read in the encoding { $name }.
plan-title = { $rows ->
    [one] One row. It would bring:
   *[other] { $rows } rows. They would bring:
}
plan-heading = { $rows ->
    [one] Row { $last } is taken for the headings, and every row below it for one of a case. If that is not so, plan with `--heading` and the number of the row above the first case.
   *[other] Rows { $first } to { $last } are taken for the headings, and every row below them for one of a case. If that is not so, plan with `--heading` and the number of the row above the first case.
}
plan-totals = { $count ->
    [one] Row { $rows } looks like totals, or a heading between the cases; the map asks whether it is one of a case.
   *[other] The rows { $rows } look like totals, or headings between the cases; the map asks whether they are of cases.
}
plan-repeated = { $count ->
    [one] Row { $rows } has the key of an earlier row, and each row is to be a case: it is a fault. Say `rows = "application"` where a row is an application with what followed from it, or `rows = "event"` where it is one event; a column more under `key` makes two cases of one person.
   *[other] The rows { $rows } have the keys of earlier rows, and each row is to be a case: they are faults. Say `rows = "application"` where a row is an application with what followed from it, or `rows = "event"` where it is one event; a column more under `key` makes two cases of one person.
}
plan-encodings = Nothing tells by which encoding the letters of this file are right ({ $names }); the map asks, for the wrong one would seal names with other letters.
plan-hidden-rows = { $count ->
    [one] One row of this file is hidden in a spreadsheet program; an import takes it as any other.
   *[other] { $count } rows of this file are hidden in a spreadsheet program; an import takes them as any others.
}
plan-sheets = This is sheet { $sheet } of the { $count } of the file. A map takes one; `--sheet` with its number plans another.
plan-open = { $count ->
    [0] The map leaves nothing open. Read it all the same.
    [one] The map leaves one question open; the import waits for the answer.
   *[other] The map leaves { $count } questions open; the import waits for the answers.
}
plan-left = To be said
plan-which = which of these, or sealed, or left out: { $choices }?
plan-seal-or-drop = seal it or drop it
plan-order = in which order are day and month?
plan-calendar = years of another calendar
plan-real-days = real days beside texts: are they right, or swapped?
plan-numbers = numbers without a date's format: are they days?
plan-unreckoned = formulas without a result: { $count }, first in rows { $rows }; save the file once in a spreadsheet program
plan-unknown = values not known: { $count }, first in rows { $rows }
column-row = row
column-column = column
column-sheet = sheet
column-ours = ours
column-days = days
column-use = is
sheet-gone-deleted = Written down: the sheet is deleted. Think of copies in the mail, on sticks and in the waste basket.
sheet-gone-kept-sealed = Written down: the sheet is kept, sealed to a key.
imported-unruled = { $count ->
    [one] For this event no time limit is known here: have a lawyer look at it.
   *[other] For these { $count } events no time limit is known here: have a lawyer look at them.
}
code-trigger-decision-refused = refusal
code-trigger-decision-closed = closure without a decision
code-trigger-decision-adverse = adverse decision
code-trigger-decision-interim = interim decision
code-trigger-appeal-refused = remedy dismissed
code-trigger-appeal-struck-out = remedy struck out
code-trigger-judgment = judgment
code-trigger-return-decision = return decision
code-trigger-transfer-decision = transfer to another State
code-trigger-entry-refused = entry refused
code-trigger-extradition-decision = extradition
code-trigger-removal-imminent = removal imminent
code-trigger-restriction-imposed = detention
code-trigger-entry = entry
code-trigger-departure = departure
code-trigger-presentation = presentation
code-trigger-circumstance-changed = circumstance changed
code-trigger-law-event = change of the law
code-trigger-application-made = asking for protection
code-trigger-application-registered = application registered
code-trigger-application-lodged = application lodged
code-trigger-application-admitted = application admitted
code-trigger-application-referred = application referred
code-trigger-application-incomplete = application incomplete
code-trigger-information-requested = information requested
code-trigger-examination-opened = examination opened
code-trigger-eligibility-positive = eligibility positive
code-trigger-appointment-missed = appointment missed
code-trigger-withdrawal-notice = withdrawal notice
code-trigger-referred-to-place = referred to place
code-trigger-hearing-set = hearing
code-trigger-deadline-set = limit set
code-trigger-address-changed = address changed
code-trigger-consent-given = consent given
code-trigger-prra-offered = offer of a risk assessment before removal
code-trigger-status-granted = grant
code-trigger-status-review-notice = status review notice
code-trigger-status-measure = status measure
code-trigger-appeal-lodged = remedy lodged
code-trigger-court-ruling = court ruling
code-trigger-permission-refused = permission refused
code-trigger-judgment-in-force = judgment in force
code-trigger-refusal-final = refusal final
code-trigger-remedies-exhausted = remedies exhausted
code-trigger-response-received = response received
code-trigger-legal-aid-requested = legal aid requested
code-trigger-legal-aid-decided = legal aid decided
code-trigger-obstacle-ended = obstacle ended
code-trigger-deadline-missed = deadline missed
code-trigger-rights-affected = rights affected
code-trigger-transfer-request-received = transfer request received
code-trigger-transfer-accepted = transfer accepted
code-trigger-eurodac-hit = eurodac hit
code-trigger-removal-procedure-opened = removal procedure opened
code-trigger-authority-requested = authority requested
code-trigger-released = release
code-trigger-stay-ended = stay ended
code-trigger-document-issued = document issued
code-trigger-document-expires = end of a document
code-trigger-renewal-filed = renewal filed
code-trigger-document-dispatched = paper sent off
code-trigger-delivery-failed = delivery failed
code-trigger-out-of-time-accepted = what came too late was accepted
code-trigger-transfer-failed = the transfer was not carried out
code-trigger-responsibility-taken = this State took over the examination

## rule check

checked-ok = { $rules ->
    [one] one rule
   *[other] { $rules } rules
}, { $examples ->
    [one] one example
   *[other] { $examples } examples
}: nothing is wrong.
checked-faults = { $count ->
    [one] One thing is wrong.
   *[other] { $count } things are wrong.
}
checked-line = line { $line }
checked-notation = it cannot be read here: { $text }
checked-no-rules = this is no rule file: it has neither an `id` nor a `[[rule]]`
checked-other-file = this is no rule file: it has no `id` and no `[[rule]]`, but { $holds }
checked-unknown = `{ $given }` is not known
checked-unknown-close = `{ $given }` is not known; near it: { $close }
checked-empty = it must say something
checked-goes-with = it does not go with what `{ $field }` says
checked-name = it begins with the id of the jurisdiction and a dot
checked-twice = it stands there twice
checked-not-after = it must lie after { $day }
checked-example = from { $from } ({ $why }): wanted { $wanted }; it gives { $got }

## rule list --gaps

gaps-known = rules
gaps-none = laws without
gaps-event = event
gaps-meaning = what it is
gaps-matters = What decides over liberty and stay
gaps-events = Event by event
gaps-law = law
gaps-refusal = refusal
gaps-closed = closed, withdrawn
gaps-detention = detention
gaps-removal = order to leave
gaps-entry = entry refused
gaps-expiry = papers that run out
gaps-nothing = nothing known
gaps-title = What the law data cover
gaps-legend = Rules on what the person does and what runs out: 3+1 are three that give a date and one that only says something; (2): two rules that bind an authority, a court or a State alone. Where nothing stands no time limit is known here, which does not mean that there is none.

## rule changes

changes-none = No open deadline would change.
changes-listed = { $count ->
    [one] One open deadline
   *[other] { $count } open deadlines
} would change. Nothing is changed yet: `nansen rule changes --confirm` takes the new dates over.
changes-confirmed = { $count ->
    [one] One open deadline is
   *[other] { $count } open deadlines are
} as the rules have it now.
changes-new = { $day } (new)
changes-gone = falls away; it had { $day }
changes-moved = { $day }, before: { $before }
changes-same-day = { $day }, as before: only the safe or the last arguable day moves
changes-why = where the reckonings part: { $before }; now: { $after }
changes-no-line = nothing
changes-step = { $text } ({ $day })

## identity, audit

document-added = Added: { $kind } { $document }.
document-there = The same file hangs on this case already, as { $document }. Nothing was written.
document-sealed = Sealed. { $count ->
    [one] One key opens it
   *[other] { $count } keys open it
}; the store's own do not.
document-open-to-all = Not sealed, as you said: all who can read the case can open it.
document-removed = Taken out: { $what }.
document-tells = It may still say of itself: { $what }.
document-file-stays = The file that you gave is still where it was, with its name: delete it.
document-none = No document hangs on this case.
document-of = of person { $person }
document-unsealed = not sealed
document-taken-back = taken back
entry-document = { $kind } added as a document, sealed
entry-document-open = { $kind } added as a document, not sealed
sealed-done = Sealed for { $case } ({ $callsign }).
sealed-holders = { $count ->
    [one] One key opens it
   *[other] { $count } keys open it
}; yours does not. { $envelopes ->
    [one] The case has one envelope.
   *[other] The case has { $envelopes } envelopes.
}
sealed-holders-mine = { $count ->
    [one] Your own key alone opens it
   *[other] { $count } keys open it, yours among them
}: whoever makes you unlock has the name. { $envelopes ->
    [one] The case has one envelope.
   *[other] The case has { $envelopes } envelopes.
}
contact-can = { $member } can open telephone and address (`nansen identity contact CASE`).
contact-cannot = Nobody but the holders can open telephone and address: { $why }.
contact-set = Telephones and addresses that are sealed from now on can be opened by { $who }. What was sealed before stays as it is.
seal-group-set = { $count ->
    [one] One key opens
   *[other] { $count } keys open
} what is sealed from now on.
keys-dry-run = Nothing is changed yet. This is what would be:
keys-added = { $member } can open the store from now on.
keys-added-names = { $member } can open what is sealed from now on.
keys-removed = { $member } opens nothing of what is written from now on. What was copied before stays open to them: the
    store as it was, and what it held.
keys-removed-names = { $member } opens no name that is sealed from now on. Those sealed before stay open to their key.
keys-replaced = From now on the new key alone opens it for: { $members }. The old ones open what was copied before, and nothing that is written later.
keys-card = The new recovery card opens it. Make a backup now (`nansen backup make FILE`): those made before open with the old card alone.
    When one is made, destroy the old card.
keys-renewed = The database has a new key, and { $count ->
    [one] one case key is
   *[other] { $count } case keys are
} wrapped anew.
keys-members = The store opens to: { $members }.
keys-left-alone = ! Was to see to the cases of { $members } while they are away: name somebody else with nansen absence set.
keys-assigned = { $count ->
    [one] One open case is still theirs
   *[other] { $count } open cases are still theirs
}: `nansen assign` gives them to others.
cards-kept = Written down: neither the recovery card nor a key that opens names stays in this office.
identity-names = name
identity-born = born
identity-telephone = telephone
identity-address = address
identity-reach = how to reach
identity-documents = paper
identity-file-numbers = file
identity-note = note
identity-older = { $what } (older)
identity-differ = What was sealed of this person at different times says different things. The newest stands first: ask which is right, and seal that once more.
identity-damaged = { $count ->
    [one] One envelope is
   *[other] { $count } envelopes are
} damaged: no key opens it.
identity-closed = { $count ->
    [one] One envelope is
   *[other] { $count } envelopes are
} sealed to other keys.
column-why = why
show-identity = identity
show-sealed = { $count ->
    [one] sealed
   *[other] sealed, in { $count } envelopes
}
matches-count = { $count ->
    [0] Nobody like that
    [one] One case may be this person's
   *[other] { $count } cases may be this person's
}, of { $looked ->
    [one] one case
   *[other] { $looked } cases
} that the key opens. Names in other scripts are compared as they sound; look yourself before you say that it is the same.
matches-closed = { $count ->
    [one] One case is
   *[other] { $count } cases are
} sealed to other keys, and not looked into.
matches-damaged = Of these cases something sealed is damaged, and no key opens it: { $cases }.
column-alike = alike
column-by-what = by
backup-made = The store is backed up: { $bytes ->
        [one] one byte
       *[other] { $bytes } bytes
    }, read again and the same.
backup-went-on = It went on where it was cut off: at { $done } of { $of } bytes.
backup-behind = It holds the store as it stood when writing it began; { $count ->
    [one] one later change is
   *[other] { $count } later changes are
} not in it.
backup-cannot-go-on = The store's disk takes no second copy: if writing is cut off, this backup begins anew, and who writes meanwhile waits.
backup-opens = It opens with the key of: { $members }.
backup-next = Take it to another place. `nansen backup drill FILE` proves that the recovery card opens it.
backup-at = It lies at: { $place }. `nansen backup drill FILE` proves that the recovery card opens it.
backup-at-unproved = It is to lie at { $place }, and lies on the store's own disk: that proves nothing. Take it there; with the stick or disk plugged in, `nansen backup kept { $place } --file FILE` reads it there.
backup-removed = Older ones that went: { $files }.
thinning-goes = { $count ->
    [0] No older backup goes.
    [one] One older backup goes:
   *[other] { $count } older backups go:
}
thinning-stays = { $others ->
    [one] One other file in the folder is not
   *[other] { $others } other files in the folder are not
} known as a backup of this store and { $others ->
    [one] stays.
   *[other] stay.
} Of the older backups { $count ->
    [one] one stays:
   *[other] { $count } stay:
}
backup-kept = A copy of the backup is noted at { $place }: { $where }.
backup-kept-read = It was read to its end and is what was made.
backup-kept-unread = Nobody has read it there: `nansen backup kept ALIAS --file FILE` does.
backup-elsewhere = The newest backup of which a proven copy lies outside this office is of { $day }.
backup-copy = { $place }: { $where }, the backup of { $day } ({ $count ->
    [0] today
    [one] one day old
   *[other] { $count } days old
}).
backup-copy-proved = Proved on { $day }.
backup-copy-unproved = Nobody has proved it.
backup-nowhere = No proven copy lies outside this office.
backup-restored = The store is back, with { $cases ->
        [one] one case
       *[other] { $cases } cases
    }; the last entry is of { $until }.
backup-restored-next = What was recorded later is not in it. If the older store is found again, do not write to both.
drill-older = This is not the last backup: `status` goes on asking until the last one was tried.
drill-done = The recovery card opens the backup: { $events ->
        [one] one entry
       *[other] { $events } entries
    }, all whole; { $behind ->
        [0] nothing was recorded since.
        [one] one change came after it.
       *[other] { $behind } changes came after it.
    }
forgotten-backups = Backups that still hold the case were made on: { $days }. Destroy them, wherever they lie, and make a new one.
forgotten-done = { $case } is erased: { $count ->
    [one] one entry and its key are
   *[other] { $count } entries and their key are
} destroyed.
forgotten-limits = What stays: that there was a case, and why it went. Copies of the whole folder made before, paper and other people's notes still hold it; a file imported again brings it back.
    Copies of the database alone, and what a disk kept of it, open to nobody once the store has new keys: `nansen key rotate`, now or when `status` asks.

## The cover sheet
timeline-title = { $case } · { $callsign } · from { $origin }
found-count = { $count ->
    [0] In none of
   *[other] { $count } of
} { $looked ->
    [one] one note
   *[other] { $looked } notes
}. What is sealed was not looked into.
timeline-due = last day: { $what } ({ $state })
timeline-title-coarse = A case from { $origin }
access-title = What this office holds on case { $case }
access-lead = Everything that is recorded, also what was replaced or taken back. It was written down that this was printed.
access-case = The case
access-people = Who it is about, and what they agreed to
access-history = What was recorded
access-deadlines = Time limits
access-sealed = What is sealed, and who looked
access-sealed-count = { $count ->
    [0] Nothing is sealed: no name, no address, no number of the person is held here.
    [one] One envelope holds what ties the case to the person. Only a holder of its key can open it: ask to see it.
   *[other] { $count } envelopes hold what ties the case to the person. Only a holder of their key can open them: ask to see them.
}
column-recorded = recorded
letter-title = Cover sheet
letter-reference = Our reference
letter-to = To
letter-place = Place and date
letter-for = For
letter-name = Name
letter-against = Against
letter-what = What
letter-of = Dated
letter-reached = Reached the person on
letter-authority = By (authority or court)
letter-file-number = Its file number
letter-filed = Filed
letter-act = Act
letter-citation = Under
letter-last-day = Last day
letter-enclosed = Enclosed
letter-signature = Signature
letter-signed-name = Name of who signs
letter-date = Date
