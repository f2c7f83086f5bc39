# What went wrong (err-…) and what can be done (hint-…). Lowercase, no full stop, one fact; values and commands in backticks.

error = error
withheld = withheld
hint = hint
warning = warning: { $words }

## The command line
err-args-command = there is no such command
hint-args-command = `nansen --help` lists the commands; put `--help` after one to see what can follow, such as the events of `record`
err-args-option = there is no option `{ $given }` here
hint-args-option = put `--help` after the command to see its options
err-args-surplus = more was typed than this command takes
hint-args-surplus = put `--help` after the command to see what it takes; free text is never typed into a command line
err-args-no-value = `{ $option }` needs a value
hint-args-no-value = put `--help` after the command to see its options
err-args-code = `{ $option }` does not take this
hint-args-code = take one of the codes that `--help` lists
err-args-value = `{ $option }` cannot be read
hint-args-value = put `--help` after the command to see what it takes
err-args-missing = `{ $option }` is missing
hint-args-missing = give it, or start the command at a terminal without `--no-input` to be asked
hint-args-incomplete = give it; put `--help` after the command to see what it takes
err-args-as-of = `--as-of` means nothing here: this command does not look at another day than today
hint-args-as-of = leave it out; what is recorded has dates of its own, such as `--date`
err-args-backup-stdout = a backup goes into a file, not to stdout
hint-args-backup-stdout = name one in another place: `nansen backup make FILE`
err-args-backup-in-store = a backup does not lie in the folder of the store: what takes the one takes the other
hint-args-backup-in-store = name a file in another place, best on another disk
err-args-in-store = the folder of a store takes nothing else: it would go with the store, or be taken for a part of it
hint-args-in-store = name another folder
err-args-stdout = what is given out goes into a file, not to stdout
hint-args-stdout = name one with `-o FILE`
err-args-no-field = nothing to correct is given
hint-args-no-field = name a field with its new value, such as `--notified 2026-03-10`; `nansen correct --help` lists them
err-args-no-command = the command is not complete
hint-args-no-command = put `--help` after it to see what can follow
err-args-not-elsewhere = `--to` says where somebody is counted who left as `own_case` or `duplicate`
hint-args-not-elsewhere = leave out `--to`, or give one of these reasons; nothing was recorded
err-args-not-of-persons = `--person` and `--to-person` go with `--as same_person`
hint-args-not-of-persons = leave them out: families and related cases are linked as a whole
err-args-conflict = `{ $option }` does not go with `{ $other }`
hint-args-conflict = leave one of them out
err-args-not-of-archive = `{ $option }` does not go with an archive
hint-args-not-of-archive = an archive is taken in whole: leave it out
err-args-not-of-list = `{ $option }` does not go with `--of { $list }`
hint-args-not-of-list = leave it out
err-args-other = the command line is not understood
hint-args-other = `nansen --help` lists the commands
err-args-span = a span of days is wanted
hint-args-span = write `14d`, `2w` or `3m`
err-args-months = a period in months or years is wanted
hint-args-months = write `5y`, `18m` or `never`
err-args-seconds = a number of seconds is wanted
hint-args-seconds = write `60s`; ten minutes are the most
err-args-text-too-long = this file is more than 16 MiB long, and a list of recipients, a table or a file of rules is short; nothing was changed
hint-args-text-too-long = name the file that you mean
err-args-spans = that does not say how many backups are to stay
hint-args-spans = write `--keep 7d,4w,12m`: so many days, weeks and months, of each of which the last one stays
err-args-years = two years are wanted
hint-args-years = write `2004-2014`, or one year
err-args-time = neither a day nor an hour
hint-args-time = write `2026-03-02`, or `2026-03-02T14:30+01:00` where hours count
err-args-pair = `{ $option }` takes a name and a value
hint-args-pair = write `{ $option } name=value`
err-args-topic = there is no such topic and no such command
hint-args-topic = topics are exit-codes, environment, formats, deadlines, safety
err-args-term = there is no such { $what }
hint-args-term = take one of those named above
err-args-not-in-column = `--where`: this cannot stand in the column `{ $column }`
hint-args-not-in-column = write a code as the JSON has it, a day as `2026-03-02` (or `2026-03`, `2026`), `none` for what is empty
err-args-not-confirmed = nothing was written, because it was not confirmed
hint-args-not-confirmed = start again, and answer yes
err-interrupted = interrupted
hint-interrupted = nothing was written
err-place-unknown = no folder is known for this
hint-place-unknown = name it with `{ $option }`
code-known-these = known:
args-like = did you mean { $words }?
code-term-unit = unit
code-term-column = column
code-term-dimension = dimension
code-term-state = state

## Dates and fields
err-date-slashes = `{ $option }`: a date with slashes can be read in two ways
hint-date-slashes = write `2026-03-02` or `02.03.2026`
err-date-form = `{ $option }`: not a date
hint-date-form = write `2026-03-02`, `2026-03`, `2026`, `02.03.2026`, `today`, or `2026-03-02..2026-03-09` for somewhere between
err-date-backwards = `{ $option }`: the range ends before it begins
hint-date-backwards = put the earlier day first
err-date-day = `{ $option }`: one day is wanted, not a month, a year or a range
hint-date-day = write `2026-03-02`
err-date-impossible = { $day } cannot be the day of something done
hint-date-impossible = give the day on which it was done, today or before
err-field-unknown = `{ $field }` does not belong to this kind of entry
hint-field-unknown = `nansen record EVENT --help` lists the fields of each kind
err-field-personal = `{ $field }` looks like a field for personal data, which never stand here (what ties a case to a person is for `nansen identity seal`)
hint-field-personal = leave it out of the file
err-field-missing = `{ $field }` is missing
hint-field-missing = give it, or start the command at a terminal without `--no-input` to be asked
err-field-one-of = one of { $known } is missing
hint-field-one-of = give the day as far as you know it: `2026-03`, or `2026-03-02..2026-03-09`
err-field-future = `{ $field }` lies in the future
hint-field-future = record it once it has happened
err-field-before = `{ $field }` lies before `{ $other }`
hint-field-before = check both days on the paper
err-field-code = `{ $field }`: not one of { $known }
hint-field-code = take one of these codes
err-field-word = `{ $field }`: not a code
hint-field-word = use up to 40 letters, digits, `-`, `_` and `.`, and never a name or an address
err-field-alias = `{ $field }`: not an alias of somebody who works here
hint-field-alias = give an alias as `nansen key add --alias` takes one (1 to 20 small letters, digits and dashes, never a person's name or number), or leave it out
err-field-fact-name = no such fact
hint-field-fact-name = write `--fact name=value`; `nansen help deadlines` lists the facts
err-field-fact-value = this fact cannot have that value
hint-field-fact-value = `nansen help deadlines` lists what each fact can be
err-field-own-none = `{ $field }`: the office has no fields of its own to take
hint-field-own-none = declare some: `nansen help field declare` says how
err-field-own-name = `{ $field }`: there is no such field; there are { $known }
hint-field-own-name = write `--field NAME=VALUE`; `nansen field list` has the fields and their values
err-field-own-ready = `{ $field }`: your office has not declared the field `{ $name }`
hint-field-own-ready = it stands ready: `nansen field declare --ready { $name }`, then `nansen record field CASE --field { $name }=VALUE` for each person
err-field-own-retired = `{ $field }`: nothing more is recorded in { $name }, which the office retired
hint-field-own-retired = `nansen field list` has the others; `nansen field declare` can take it up again
err-field-own-value = `{ $field }`: { $name } cannot be that; it can be { $known }
hint-field-own-value = write `--field { $name }=VALUE`; `nansen field list` has the values
err-field-own-number = `{ $field }`: { $name } is a whole number from { $min } to { $max }
hint-field-own-number = write `--field { $name }={ $min }`
err-field-yes = `{ $field }`: true or false is wanted
hint-field-yes = write `{ $field }` for true, `{ $field }=false` for false
err-field-own-band = `{ $field }`: numbers of { $name } are counted in bands
hint-field-own-band = write the band, `{ $name }={ $band }`; it holds every number from the one to the other
err-field-year = `{ $field }`: not a year
hint-field-year = write four digits; nothing finer than a year is kept
err-field-every = `{ $field }`: not a span of days
hint-field-every = write days or weeks, three months at most: `3d`, `1w`
err-field-hour = `{ $field }`: not an hour
hint-field-hour = write `09:30`, or with its zone `09:30+03:00`
err-field-language = `{ $field }`: not a language
hint-field-language = write its code in two or three small letters (ISO 639): `fa`, `tir`
err-field-country = `{ $field }`: not a country
hint-field-country = write two letters (`KP`), `stateless` or `unknown`
err-field-jurisdiction = `{ $field }`: no law that is known by this
hint-field-jurisdiction = write the country's two letters (`ru`, `de`; `gb` for the United Kingdom), or `eu`, `coe`, `un`, `unhcr`
err-field-outcome = `{ $field }` does not go with this outcome
hint-field-outcome = `--protection` goes with granted, `--basis` with refused, `--reason` with closed
err-field-reference = `{ $field }` names no line that was taken in
hint-field-reference = give the `ref` of an earlier line of the same case, or what `show` calls it where no line has that `ref`
err-field-twice = `{ $field }` names a `ref` that several lines of the case carry
hint-field-twice = give each of these lines a `ref` of its own
err-field-type = `{ $field }` has another form than expected
hint-field-type = give a text, a number, or true or false

## Reasons and notes
err-reason-empty = `{ $option }` is empty
hint-reason-empty = say why in a few words, or `-` to type it unseen
hint-reason-empty-to = name who gets it in a word or a few: `press`, `donor`, `report`, `authority`
err-reason-too-long = `{ $option }` has { $found } characters, { $most } at most are kept
hint-reason-too-long = put the details into `nansen record note`
err-reason-case = `{ $option }` names a case
hint-reason-case = say it without: it is kept for good, and others read it
err-reason-personal = `{ $option }` seems to hold personal data: { $kinds }
hint-reason-personal = say it without, names too, which no program can see; what ties a case to a person is for `nansen identity seal`
err-find-empty = there is no word to look for
hint-find-empty = type one at a terminal, or give it on stdin: `nansen find < words.txt`
err-plan-empty = an alarm plan has one to twenty steps
hint-plan-empty = type a code a line, or give them on stdin: `nansen check-in plan < plan.txt`
err-plan-line = line { $line } of the alarm plan is no step
hint-plan-line = begin it with a code, after a colon a few words: `ombudsman`, `rule_39: before the removal`; `other` needs the words
err-note-empty = the note is empty
hint-note-empty = type its text at a terminal, or give it on stdin (`< note.txt`)
err-note-too-long = the note has { $found } characters, { $most } at most are kept
hint-note-too-long = split it into several notes
code-personal-email = an e-mail address
code-personal-phone = a telephone number
code-personal-iban = a bank account
code-personal-mrz = the lines of a passport
code-personal-document = the number of a document or file
code-personal-birth = a day of birth
code-personal-link = a web address or profile
code-personal-address = an address
code-personal-titled = a name behind a title

## Cases and entries
err-case-not-a-case = this is neither a case number nor a callsign
hint-case-not-a-case = a number looks like `7MK-2D5-HPP`, a callsign like `amber-heron`; `nansen list` shows both
err-case-symbol = `{ $symbol }` is in no case number
hint-case-symbol = case numbers use 0-9 and C D F H J K M N P R T W X
err-case-check = the check symbol does not fit: one symbol of the case number is wrong
hint-case-check = read it again from the file, or use the callsign
err-case-absent = there is no case `{ $case }` in this store
hint-case-absent = `nansen list --all` shows every case
err-case-callsign = no case in this store bears this callsign
hint-case-callsign = `nansen list --all` shows every case with its callsign
err-case-gone = the case is not there any more: its opening was taken back
hint-case-gone = `nansen list --all` shows every case
err-case-two = several cases bear this callsign: { $cases }
hint-case-two = use the number
err-case-same = a case, or a person, cannot be linked to itself
hint-case-same = name the other case with `--to`; somebody who was recorded twice in one case is linked to the other number there: `--as same_person --person N --to-person M`
err-person-own-case = nobody said which case is their own
hint-person-own-case = name it with `--to CASE`: tables follow the person there; nothing was recorded
err-case-deadlines-open = { $count ->
    [one] a deadline of ours is open
   *[other] { $count } deadlines of ours are open
}
hint-case-deadlines-open = deal with each first: `nansen deadline meet ID`, or `nansen deadline waive ID --because "why"`
err-entry-absent = nothing has an id that begins so
hint-entry-absent = `nansen show CASE` prints the ids
err-entry-two = several ids begin with this
hint-entry-two = type more of it
err-entry-short = an id needs at least 6 symbols
hint-entry-short = `nansen show CASE` prints the ids
err-entry-not-for = this cannot be done to an entry of the kind: { $kind }
hint-entry-not-for = correct or take back the entry that it follows from
err-entry-retracted = this entry was taken back already
hint-entry-retracted = record it anew if it was right
err-entry-of-office-notice = your last entry is a notice, and nothing was taken back
hint-entry-of-office-notice = a wrong notice is ended (`nansen notice list`, `nansen notice end NOTICE`) and written anew
err-entry-of-office-release = this is a table that left, and what left cannot be called back: nothing was taken back
hint-entry-of-office-release = `nansen stats ledger` has it for good. One that was published elsewhere and entered by mistake is taken back by `nansen stats ledger --remove P-001 --because "..."`, an import by `nansen retract --batch`, an entry of a case by `nansen retract EVENT`
err-entry-of-office-proposal = your last entry is a table that waits for another member, and nothing was taken back
hint-entry-of-office-proposal = `nansen stats release --decline NUMBER --because "..."` ends its waiting; `nansen stats ledger` has the number
err-entry-of-office = your last entry is the office's own ({ $kind }), and nothing was taken back
hint-entry-of-office = say it anew by the same command; `nansen retract EVENT` takes back an entry of a case
err-entry-nothing-to-undo = nothing of yours is left to undo
hint-entry-nothing-to-undo = `nansen retract EVENT` takes back any entry; `nansen show CASE` prints the ids
err-entry-hangs = other entries hang on this one
hint-entry-hangs = correct it instead, or take those back first
err-notice-absent = no notice has this id
hint-notice-absent = `nansen notice list --all` shows them with their ids
err-notice-over = this notice has ended already
hint-notice-over = where it holds again, write it anew with `nansen notice add`
err-entry-nothing-to-change = nothing would change
hint-entry-nothing-to-change = name at least one field with a new value
err-deadline-absent = the case has no deadline of this rule
hint-deadline-absent = `nansen show CASE` lists its deadlines with their rules and ids
err-deadline-ours = this deadline is not the person's to file, by what is on record
hint-deadline-ours = only where a mandate says that they file (advice, monitoring, none, an outside lawyer): `nansen record mandate CASE`
err-letter-no-deadline = no deadline of ours waits that a letter could meet
hint-letter-no-deadline = `nansen show CASE` lists the deadlines; enter the day of a letter with `nansen deadline set`, or name one with `--for ID`
err-letter-no-reference = `--for` names nothing in this case
hint-letter-no-reference = `nansen show CASE` prints what it can name: a deadline, or what opened it, such as A1.1
err-letter-several = { $count } deadlines of ours end on the same day
hint-letter-several = say which the letter is for: `--for ID`
err-deadline-settled = the deadline is settled already: { $state }
hint-deadline-settled = to take back what settled it, retract that entry (`nansen show CASE --all`)
err-deadline-same-member = you entered this deadline, and another member is to check it
hint-deadline-same-member = a colleague says `nansen deadline confirm` with their own key; the rule ends when two members say `nansen deadline second-person off`
err-absence-backwards = the last day lies before the first
hint-absence-backwards = give `--from` and `--until` in this order
err-absence-same = nobody stands in for themselves
hint-absence-same = name another member with `--to`
err-absence-none = no absence of this member begins on that day
hint-absence-none = `nansen absence list` shows them with their first days
err-bulk-which = nothing says which cases are meant
hint-bulk-which = name them with `--worker`, `--origin`, `--jurisdiction`, `--office` or `--tag`
err-bulk-absent = no act on many cases has this id
hint-bulk-absent = the id was printed when it was done; a single entry is taken back by `nansen retract EVENT`
err-import-whole = your last entry that stands is one of an import, and you did something after it: an import is not taken back by the way
hint-import-whole = `nansen retract --batch { $batch } --dry-run` says what would go, and without `--dry-run` takes the import back; one entry goes by `nansen retract EVENT`
err-import-forgets = { $count ->
    [one] in { $count } case that would go are sealed names, documents or notes: it would be forgotten for good
   *[other] in { $count } cases that would go are sealed names, documents or notes: they would be forgotten for good
}
hint-import-forgets = look with `nansen retract --batch { $batch } --dry-run`; `nansen retract --batch { $batch } --forget` takes the import back and forgets them
err-bulk-deadlines-open = in { $count ->
    [one] { $count } of these cases
   *[other] { $count } of these cases
} something is open: a deadline of ours, a next step, a removal or detention, or somebody has disappeared. None was closed
hint-bulk-deadlines-open = see to it first (`nansen show CASE`), or close such a case alone with `nansen close CASE --even-so "why"`
bulk-waits = { $case }: { $count } open
err-case-unsettled = something in this case is open and would go out of sight: disappeared: { $missing }, removals and detentions: { $measures }, next steps: { $steps }
hint-case-unsettled = record what became of it (`record reappearance|release|departure`, `task done|drop`), or close it with `--even-so "why"`
err-bulk-impossible = { $count ->
    [one] { $count } of these cases
   *[other] { $count } of these cases
} cannot be closed as it stands, so that none was closed
hint-bulk-impossible = see to it first (`nansen show CASE`), or leave them out by narrower filters
bulk-object = { $case }: { $what }
err-retention-not-passed = the case has not passed a period of the office
hint-retention-not-passed = `nansen retention list` shows those that have; an open case never does
err-retention-lately = people were told of this case less than 30 days ago
hint-retention-lately = tell them again from { $day } on
err-retention-twice = people were told of this case twice
hint-retention-twice = `nansen retention list` says from when on a person may forget it, with `nansen identity forget`
err-deadline-own-log = all that was recorded of deadlines that day is yours
hint-deadline-own-log = another member looks it over: `nansen deadline log --day DAY --sign` with their own key
err-deadline-not-later = { $until } gives no more time: the deadline runs until { $due }
hint-deadline-not-later = give the later day that the body granted
err-member-absent = there is no such member
hint-member-absent = `nansen key list` lists the members
err-member-taken = the alias is taken
hint-member-taken = choose another one; `nansen key list` lists those in use
err-member-known = this recipient can open it already
hint-member-known = `nansen key list` says who can open what
err-member-last = this is the last member, and the recovery card alone is not to be left
hint-member-last = `nansen key add` lets somebody else in first; `nansen key rotate` renews the keys
err-member-last-holder = nobody would be left who can open names
hint-member-last-holder = `nansen key holders --recipients FILE` names others first
err-member-recipient-unknown = the store does not know to what { $count ->
    [one] key { $members } has
   *[other] keys these members have: { $members }
}, and cannot be sealed to them anew
hint-member-recipient-unknown = give their recipients in one file: `--known FILE`. Each gets theirs by `nansen key passphrase`, the card's is printed by `nansen key recover`; once given, the store keeps them
err-member-alias = this is no alias
hint-member-alias = use 1 to 20 small letters, digits and dashes, and never a person's name
err-member-unknown-key = the key opens the store, but no member is known by it
hint-member-unknown-key = use a member's key; the recovery card's is for making a new one

## What contradicts the history
err-history-nothing-pending = nothing is pending in this case that could be decided
hint-history-nothing-pending = record first what it decides: the application, the appeal, or that a decision was taken back (`--outcome rescinded`); if practice was really so, add `--even-so "why"`
err-history-nothing-to-appeal = there is no decision to appeal against
hint-history-nothing-to-appeal = record the decision first; if practice was really so, add `--even-so "why"`
err-history-no-paper = there is no decision or measure that the fact could be about
hint-history-no-paper = record the decision or the measure first, then the fact about it
err-history-nothing-to-serve = there is no decision that could have been served
hint-history-nothing-to-serve = record the decision first with `nansen record decision`
err-history-several = several things could be meant: { $refs }
hint-history-several = say which with `--on`, for example `--on { $first }`; `nansen show CASE` prints what each is
err-history-no-reference = `--on` names nothing in this case
hint-history-no-reference = `nansen show CASE` prints what it can name: A1, A2.1
err-history-wrong-reference = `--on` names a thing of another sort
hint-history-wrong-reference = a decision is about an application or an appeal, an appeal about what was decided
err-history-too-early = `{ $field }` ({ $day }) lies before what it must follow ({ $after })
hint-history-too-early = check both days on the paper; if it was really so, add `--even-so "why"` where the command takes it
err-history-outcome = the outcome `{ $outcome }` does not fit what is decided
hint-history-outcome = an application is granted, refused, closed or revoked; an appeal is allowed, dismissed, remitted or closed; both can be rescinded
err-history-no-status = no status was granted here that could end
hint-history-no-status = record the grant first, with the days that you know; if practice was really so, add `--even-so "why"`
err-history-nothing-to-rescind = no decision stands that could be taken back
hint-history-nothing-to-rescind = record that decision first; a status that is taken away is `revoked`; if practice was really so, add `--even-so "why"`
err-history-over-the-court = a body that is no court does not review the decision of a court
hint-history-over-the-court = say `--kind further_appeal`, or which decision it is against with `--on`; if practice was really so, add `--even-so "why"`
err-history-not-detained = no detention is open
hint-history-not-detained = record the detention first; if practice was really so, add `--even-so "why"`
err-history-no-check-in = nobody waits for check-ins in this case
hint-history-no-check-in = say how often they come first: `nansen check-in set CASE --every 3d --how partner`
err-history-check-in-stands = somebody waits for the check-ins of this person
hint-history-check-in-stands = end that first: `nansen check-in end CASE`
err-history-missing = the person is recorded as disappeared since before that day
hint-history-missing = if they were found, `nansen record reappearance CASE --date DAY`; if the check-in was theirs all the same, add `--even-so "why"`
err-history-not-missing = nobody recorded that the person has disappeared
hint-history-not-missing = `nansen record contact` says that the office and the person spoke
err-history-no-referral = no referral in this case waits for an outcome
hint-history-no-referral = record it first: `nansen record referral CASE`; or name an older one with `--on`
err-history-not-after = `{ $step }` does not follow `{ $after }`
hint-history-not-after = record the steps between first; if practice was really so, add `--even-so "why"`
err-history-closed = the case is closed
hint-history-closed = open it again with `nansen reopen`
err-history-not-closed = the case is open
hint-history-not-closed = close it with `nansen close`
err-history-no-person = nobody of this number belongs to the case
hint-history-no-person = `nansen person list CASE` tells who does; `nansen person add` adds somebody
err-history-of-the-case = this is said of the whole case, not of one of its persons
hint-history-of-the-case = leave out `--person`
err-history-which-person = it could be about any of several persons: { $persons }
hint-history-which-person = say whose it is with `--person N`, or `--person all` where the command takes it
err-history-other-person = what it is about belongs to person { $person }
hint-history-other-person = leave out `--person`, or name something of that person with `--on`
err-history-person-left = this person left the file
hint-history-person-left = if it belongs to them all the same, add `--even-so "why"`; `nansen retract` takes back that they left
err-history-only-person = this is the only person of the case
hint-history-only-person = close the case with `nansen close`
err-consent-absent = not everybody concerned agreed to { $purpose }: person { $persons }, so nothing leaves
hint-consent-absent = ask, and record what they say with `nansen record consent CASE --kind … --answer …`
err-history-twice = the same stands there already
hint-history-twice = if it happened twice, say so with `--even-so "why"` where the command takes it
err-history-not-one-person = the two are not one person: `{ $field }` of one is not that of the other
hint-history-not-one-person = look whether it is the right case and the right number; where one of the two is recorded wrongly, `nansen correct EVENT` puts it right first (EVENT from `nansen show CASE`)

## The store
err-store-absent = there is no store here
hint-store-absent = make one with `nansen init`, or name yours with `--store DIR`
err-store-exists = the folder is not empty
hint-store-exists = name a folder that is absent or empty
err-store-mount-point = a disk or share is mounted on this folder, so it cannot become the store itself
hint-store-mount-point = name a folder within it: `--store DIR/store`
err-store-no-room = nothing can be made in the folder that is to hold the store
hint-store-no-room = name a folder within one that you can write to: `--store DIR/store`
err-store-missing-file = a file of the store is missing: `{ $file }`
hint-store-missing-file = put the whole folder back from a backup; a copy is whole or no copy
err-store-locked = this key does not open the store
hint-store-locked = use your own key (`--key FILE`), or ask a colleague who can open the store
err-store-other-keys = these keys are not the store's: they may be from before its keys were changed
hint-store-other-keys = put the newest `keys.age` of this store back; who was removed cannot open it any more
err-store-keys-unfinished = the change of the keys is decided and not at its end: until it is, an older copy of the keys still opens the database
hint-store-keys-unfinished = see that the disk has room, then run `nansen status`: it carries the change on
err-store-newer = the store was made or changed by a newer program (format { $found }, this one knows { $known })
hint-store-newer = install the newer program; nothing was touched
err-store-older = the store was made by an older program (format { $found }, this one wants { $known })
hint-store-older = use the program that made it; nothing was touched
err-backup-locked = this key does not open the backup
hint-backup-locked = it opens to whoever could open the store when it was made: their key, or the recovery card of that time
err-backup-damaged = this is no backup, or not a whole one
hint-backup-damaged = use another backup; if it was just made, look at the disk and make it again
err-backup-other-store = this is a backup of another store, or of one that went another way
hint-backup-other-store = name a backup of this store, or this backup's store with --store DIR
err-store-busy = somebody else is writing to the store
hint-store-busy = try again in a moment
err-store-full = the disk takes no more, nothing was written
hint-store-full = make room, or have your quota raised, and repeat the command
err-store-not-written = the disk refused to write, nothing was written (code { $code })
hint-store-not-written = look at the disk and keep a copy of the store elsewhere before you repeat the command
err-store-unsure = the disk failed while it was written to, and whether the entry was written is not known
hint-store-unsure = look with `nansen show` before you repeat the command, and keep a copy of the store elsewhere
err-store-unreadable = the system does not permit to read the store
hint-store-unreadable = check whose the folder and its files are, and their rights
err-store-read-only = the store cannot be written to
hint-store-read-only = check the rights of the folder, or whether the disk is mounted for reading only; off such a disk `nansen backup make` goes on working, and the whole folder can be copied, checked with `nansen --store COPY store verify`, and worked with
err-store-stale = this version of nansen must first make the store's lists anew, and the store cannot be written to
hint-store-stale = copy the whole folder to where it can be written to, or use the version that wrote it
err-store-database = the database refused (code { $code })
hint-store-database = try again; if it stays so, check the disk and run `nansen store verify`
err-damaged-keys = the store's keys are damaged or were altered
hint-damaged-keys = keep a copy as it is, and put the whole folder back from a backup
err-damaged-head = the store's head is damaged or was removed
hint-damaged-head = keep a copy as it is, and run `nansen store verify`
err-damaged-database = the database is damaged or was altered
hint-damaged-database = keep a copy as it is, and run `nansen store verify`
err-damaged-older-database = an older database was put in the place of this one
hint-damaged-older-database = put the whole folder back together, `head` included; `nansen store verify` tells more
err-damaged-other-history = the database and the head tell two histories
hint-damaged-other-history = put the whole folder back together; `nansen store verify` tells more
err-damaged-history = an event was removed, altered or moved
hint-damaged-history = keep a copy as it is, and run `nansen store verify`
err-damaged-payload = the content of an event is damaged or was altered
hint-damaged-payload = keep a copy as it is, and run `nansen store verify`
err-damaged-attachment = what this document holds is not there, or is not what was added
hint-damaged-attachment = run `nansen store verify`; a backup made before may hold it whole
err-damaged-projection = what was made of the history is damaged; the history itself is not
hint-damaged-projection = run `nansen store verify`, then `nansen store rebuild`

## Keys
err-key-passphrase = the passphrase does not open the key
hint-key-passphrase = type the six words again; upper or lower case matters
err-key-no-passphrase = the key is locked, and no passphrase was given
hint-key-no-passphrase = start the command at a terminal, give `--passphrase-fd N`, or, for all but names and telephones, type `nansen unlock` before
err-key-too-much-work = the key file asks for more work than any of ours (2^{ $log })
hint-key-too-much-work = do not use this file: it may be meant to stall the machine
err-key-not-a-key = this is no key file
hint-key-not-a-key = name the file that `nansen init` or `nansen key generate` made
err-key-damaged = the key file is damaged
hint-key-damaged = use a copy of it, or the recovery card
err-key-absent = there is no key file
hint-key-absent = name yours with `--key FILE`; `nansen init` makes a key and a store, `nansen key generate -o FILE` a key alone
err-key-gone = there is no such key file, and a store lies here
hint-key-gone = look at the path that `--key` or NANSEN_KEY names, or name your key file with `--key FILE`; if `nansen panic` removed it, the words of the recovery card make a new one: `nansen key recover`
err-key-no-further = there is no such file as a further `--key` names
hint-key-no-further = look at its path; if `nansen panic` removed it, two of its three cards make it again: `nansen key recover --shares`
err-key-not-kept = this system keeps no key for a while
hint-key-not-kept = go on without: each command asks for the passphrase
err-key-still-kept = the key that is kept could not be forgotten
hint-key-still-kept = log out, or switch the machine off: both forget it
err-panic-nothing-restores = nothing was destroyed: no other key is known to open the store, and without yours all of it would be lost for good
hint-panic-nothing-restores = `nansen panic --yes` does it at once; a key that `unlock` kept is forgotten already
err-panic-stayed = a key file could not be removed
hint-panic-stayed = remove it by hand, or take the disk with you; a key that `unlock` kept is forgotten
err-key-descriptor = the passphrase cannot be read from this descriptor
hint-key-descriptor = open it for the command, as in `nansen --passphrase-fd 3 3<FILE`
err-key-passphrase-long = the passphrase is longer than { $most } bytes
hint-key-passphrase-long = take a shorter one: six words that were drawn at random are enough
err-key-recipient = this is no recipient
hint-key-recipient = a recipient begins with `age1`
err-key-no-recipients = no recipients were given
hint-key-no-recipients = name at least one
err-key-one-recipient = one member has one recipient, and here are others
hint-key-one-recipient = put the one line that `nansen key generate` printed for them into the file
err-key-member-line = line { $line } does not hold an alias and a recipient, or names somebody again
hint-key-member-line = write one line for each: `m2 age1pq1…`, as their `nansen key generate` printed it
err-key-mixed = these recipients are of two sorts, and a store is sealed to one
hint-key-mixed = take only such as begin with `age1pq1`, or none of them; `nansen key rotate --members FILE --card` moves all at once
err-card-length = a recovery card has 24 words, here are { $found }
hint-card-length = type all of them in their order
err-card-word = word { $place } is in no recovery card
hint-card-word = the first four letters are enough; check the spelling
err-card-check = the words do not fit together: at least one is wrong or in a wrong place
hint-card-check = compare each with the card
err-share-length = a card of a seal key has 28 words, here are { $found }
hint-share-length = type all of them in their order; the recovery card, with 24 words, opens no names
err-share-word = word { $place } is on no card
hint-share-word = the first four letters are enough; check the spelling
err-share-check = the words do not fit together: at least one is wrong or in a wrong place
hint-share-check = compare each with the card
err-share-sort = this card was made by another version of the program
hint-share-sort = use the version of nansen that made it, or a newer one
err-share-same = this is the same card twice
hint-share-same = type two different cards of the three
err-share-other-set = these two cards were not made together
hint-share-other-set = take two of one set: after `nansen key shares --replace` there are cards of two
err-share-two = two cards are needed
hint-share-two = give them on stdin, each on a line of its own
err-share-person = the cards of a seal key can only be shown to a person, nothing was made
hint-share-person = start this at a terminal, or name recipients with `nansen key holders --recipients FILE`
err-share-stands = others can open names here already
hint-share-stands = add `--replace` to put new cards in their place; what is sealed already stays with them
err-share-none = there is neither a recovery card nor anybody who can open names
hint-share-none = `nansen key shares` makes a seal key on three cards
err-init-card = a recovery card can only be shown to a person, nothing was made
hint-init-card = start it at a terminal; `nansen init --no-recovery` does without

## Files and the system
err-file-exists = a file of this name exists, and nothing that exists is overwritten
hint-file-exists = choose another name, or move the old file away
err-file-other-sort = what lies there is no file as this command makes it, and `--force` replaces no other
hint-file-other-sort = choose another name, or move the old file away
err-file-absent = there is no such file or folder
hint-file-absent = check its name
err-file-forbidden = the system does not permit it
hint-file-forbidden = check the rights of the file and its folder
err-file-folder = this is a folder, and a file is wanted
hint-file-folder = name a file in it
err-file-full = the disk is full
hint-file-full = make room and repeat the command
err-file-no-file = this is no ordinary file but a pipe or a device
hint-file-no-file = name a file; where a command reads stdin, `-` stands for it
err-file-not-text = this is no text in UTF-8
hint-file-not-text = save it as UTF-8 and try again
err-file-failed = the system refused to read or write
hint-file-failed = try again; if it stays so, check the disk
err-result-not-shown = it is done and kept, but the result could not be shown
hint-stats-not-shown = do not ask under other words: it stands in `nansen stats ledger` as gone. Asked the same again, it is the same one under the same number
hint-result-not-shown = do not repeat the command; look with `nansen show CASE`, `nansen list` or `nansen status`
err-system-randomness = the operating system gave no random bytes, nothing was made
hint-system-randomness = restart the machine and try again

## Rules
err-rule-unknown = there is no such rule
hint-rule-unknown = `nansen rule list` shows all; with `--installed`, those of the office's own, too
err-rule-jurisdiction = no rules of that law are known here
hint-rule-jurisdiction = take one of those named above, or try `--installed`; for another, set each deadline by hand with `nansen deadline set`
err-rule-fact = there is no such fact
hint-rule-fact = `nansen help deadlines` lists the facts
err-rule-value = `{ $fact }` cannot have this value
hint-rule-value = `nansen help deadlines` lists what each fact can be
err-rule-event = the rule does not open on this event
hint-rule-event = leave `--event` out, or name one of those
err-rule-date = no day is called so
hint-rule-date = name a day such as `lodged`, `decided` or `hearing`
err-rule-region = this is no part of `{ $law }` with a calendar of its own
hint-rule-region = name one that is listed, or leave it out: then only holidays common to all count

## Import
err-import-faults = { $count ->
    [one] one fault, nothing was imported
   *[other] { $count } faults, nothing was imported
}
hint-import-faults = correct the lines, or add `--skip-bad FILE` to leave them aside
import-line = line { $line }: { $wrong }
import-note-personal-row = row { $row }, column { $column }: I can see in this note { $kinds }; every member can read it. I cannot see names. `use = "seal note"` seals it.
import-note-personal = line { $line }: I can see in this note { $kinds }; every member can read it. I cannot see names.
import-not-json = not a JSON object
import-one-of = a day is missing: one of { $known }, as far as it is known (`2026-03`)
import-type = `type` is missing or unknown
import-act-unknown = the case has no such deadline: `rule`, `what` and `on` name it (`on`: the line that it follows from)
import-act-several = { $count } deadlines of the case are named so: say which by `rule`, by `what` (`appeal:appeal`) or by `on`
import-close-waits = { $count ->
    [one] a deadline of this case is open ({ $first }, { $due }): it can be closed when that is settled
   *[other] { $count } deadlines of this case are open (the first: { $first }, { $due }): it can be closed when they are settled
}
import-close-unsettled = { $count ->
    [one] something in this case is open and would go out of sight (somebody missing, a removal or detention, a next step): add `even_so` with the reason, or leave it open
   *[other] { $count } things in this case are open and would go out of sight (somebody missing, removals and detentions, next steps): add `even_so` with the reason, or leave it open
}
import-row = row { $row }: { $wrong }
import-row-column = row { $row }, column { $column }: { $wrong }
import-row-several = several things could be meant: { $refs }: a column `event.on` says which, or `[on]` where a row is more than one event
import-row-case = the row that opens this case has a fault
import-cell-value = the map does not know this value
import-cell-member = no member has this alias: `nansen key add` them first, or leave the column out (`use = "drop"`)
import-cell-day = not a day
import-cell-order = this day can be read in two ways, and the map does not say which
import-cell-pivot = the year has two digits, and the map has no `pivot`
import-cell-calendar = a year of another calendar than the map says
import-cell-bad = an error of a formula, or a span of time
import-cell-future = a birth that is still to come
import-cell-unreckoned = a formula whose result the file does not hold: open the file in a spreadsheet program and save it once
import-cell-swapped = a real day that the map says is swapped, and cannot be: its day is past the twelfth
import-cell-differs = an earlier row of the same case says otherwise
import-outcome-there = { $wrong }: it may be `{ $other }` here
import-cell-apart = column { $other } of this row says otherwise of the same
import-cell-no-field = what this row is has no such field
import-cell-key-missing = the key is missing
import-cell-key-again = an earlier row has this key, and each row is a case: say `rows = "application"` where a row is an application with what followed from it, or `rows = "event"` where it is one event; a column more under `key` makes two cases of one person
import-cell-no-refusal = nothing that was refused before this appeal stands in the case: correct the outcome or the days, or leave the cell blank and record the appeal afterwards, `nansen record appeal CASE --even-so "why"`
import-cell-no-application-row = no application of this case has come in before this: it needs a row of its own, with its day
import-cell-application-again = an earlier row of this case tells of the same application, of the same day and kind: take one of the two out, or put what followed into one row (`decision#2.outcome`)
import-cell-no-application = the row has no day of an application, and so nothing that was decided: fill in its cell, a year will do (`2021`), or say one for all such rows in the map (`"application.lodged" = "2021"` under `[fixed]`)
import-cell-no-row = no row of a sheet can say which person of the case this is about: leave it out, and record it with `nansen person leave`, or import it as JSON Lines
import-cell-key-alike = an earlier row has this key, written otherwise: write it in one way in all rows of the case, or give each case a key of its own
err-sheet-no-map = a spreadsheet needs a map
hint-sheet-no-map = `nansen import FILE --plan -o map.toml` proposes one; correct it, then import with `--map map.toml`. Only a sheet whose first row holds `type`, `case` and the other names of an import's lines needs none
err-sheet-own-columns = the first row holds the program's own names, `type` and `case`: each row is a line of an import
hint-sheet-own-columns = no map is needed: `nansen import FILE`
err-sheet-map-too-large = this is too large to be a map: it has more than 4 MiB
hint-sheet-map-too-large = name the map that `--plan` proposed, not the sheet
err-import-line-too-long = line { $line } is longer than any line of an import can be
hint-import-line-too-long = nothing was imported; one JSON object a line is awaited, of at most 1 MiB
err-import-too-large = this is more than an import can take at once
hint-import-too-large = nothing was imported; cut the file between two cases into parts of at most 512 MiB, and free memory
err-sheet-open = { $count ->
    [one] the map leaves one question open
   *[other] the map leaves { $count } questions open
}
hint-sheet-open = answer each in the map, in place of "?"; nothing was imported
err-sheet-map = the map does not fit
hint-sheet-map = correct the places named, or have it proposed anew with `--plan`
map-toml = line { $place }: not understood
map-twice = line { $place }: this name or word stands there twice: leave one of the two
map-word-twice = { $place }: two words under `values` are one, for capitals and blanks say nothing, and mean two things: leave one of the two
map-schema = this is no map of a sheet
map-open = { $place }: to be answered
map-order = { $place }: in which order are day and month? `date = "dmy"`, `"mdy"` or `"ymd"`
map-encoding = nothing tells by which encoding the letters of this file are right: look at the names in a spreadsheet program, then say it: `encoding = "windows-1254"` (Turkish), "windows-1250" (Polish, Czech …), or save the file as CSV UTF-8 or .xlsx
map-numbers = { $place }: numbers stand here without a date's format: look at some, then say `numbers = "days"`, or `"none"`, which makes each a fault of its row
map-real-days = { $place }: real days stand beside texts, as where a program took 03/04 for March and April was meant: look at some, then say `real_days = "right"` or `"swapped"`
map-calendar = { $place }: by which calendar are the years? `calendar = "hijri"` or `"persian"`
map-century = { $place }: up to which year of two digits are they of this century? `pivot = 30` makes 30 2030 and 31 1931
map-pivot = `{ $place }` is a year of two digits, from 0 to 99
map-register = { $place }: a word for the register that the keys are of, 1 to 40 Latin letters, digits, `-`, `_` or `.`: "2024", "north-2"
map-personal = { $place }: its heading says that persons are named there: seal it (`use = "seal names"`, `"seal telephone"` …; of a case that is here, `nansen identity seal`) or `use = "drop"`
map-no-column = { $place }: the sheet has no such column
map-unsaid = { $place }: something stands in this column, and the map says nothing of it: seal it (`use = "seal note"` …), take it into a field, or `use = "drop"`
map-moved = { $place }: another heading stands over it than when the map was made
map-use = { $place }: no field of that name
map-fixed = { $place }: no value that can stand there: a code as it is written here, or a day as far as it is known (`2021`, `2021-03`)
map-type = { $place }: exactly one column must say what each row is
map-totals = row { $place }: this looks like totals, or a heading between the cases: `totals = "drop"` leaves such rows out, `"case"` takes them for cases
err-sheet-too-large = too large to be a sheet of cases: { $what }
hint-sheet-too-large = nothing was read; save the sheet alone as a new file, or in parts
too-large-file = the file has more than 128 MiB
too-large-unpacked = it unpacks to far more than it holds
too-large-cell = one cell has more than 32,767 characters
too-large-columns = more than 256 columns
too-large-rows = more than 1,048,576 rows
too-large-text = the cells together take more than 384 MiB
err-sheet-hostile = the file brings a document type along, as no spreadsheet program writes it
hint-sheet-hostile = nothing was read; ask where the file comes from
err-sheet-old = this is an old Excel file, or one with a password
hint-sheet-old = open it in a spreadsheet program and save it as .xlsx, without a password
err-sheet-damaged = this cannot be read as a spreadsheet
hint-sheet-damaged = open it in a spreadsheet program and save it anew as .xlsx or .csv
err-sheet-absent = the file has no sheet of that number
hint-sheet-absent = `sheet = 1` in the map is the first
err-sheet-encoding = the file is not in the encoding that the map says
hint-sheet-encoding = have the map proposed anew with `--plan`, or save the file as UTF-8
err-sheet-letters = the letters of this file are not those of an encoding that can be told, or not of the one that the map says: names would be sealed unreadable
hint-sheet-letters = open it where it looks right and save it as CSV UTF-8 or .xlsx; or say in the map what it is in: `encoding = "macintosh"`, "koi8-r", "ibm866", "iso-8859-6", "windows-1253" …
err-sheet-is-utf8 = the file is in UTF-8, and the map says another encoding: names would be sealed unreadable
hint-sheet-is-utf8 = write `encoding = "utf-8"` in the map
err-sheet-no-encoding = there is no such encoding
hint-sheet-no-encoding = `encoding = "utf-8"`, "utf-16le", "windows-1250" (Polish, Czech …), "windows-1251", "windows-1252", "windows-1254" (Turkish), "windows-1256", "windows-1257", "windows-1258", "koi8-r", "ibm866", "iso-8859-6" or "macintosh"; DOS pages such as 850 are none: save the file as UTF-8
err-sheet-merged = the file makes cells one that it has made one with others already, or does so more than 100,000 times
hint-sheet-merged = nothing was read; take the cells apart in a spreadsheet program (unmerge), and save the file anew
err-sheet-quote = a quotation mark opens a cell in row { $row } and is not closed where that cell ends: what stands after it, and whole rows, would be taken into it
hint-sheet-quote = nothing was read; take the mark out or close it, or save the file as .xlsx from the program in which it looks right
err-sheet-empty = nothing stands in this sheet
hint-sheet-empty = save the sheet that holds the cases as the first one
err-sheet-heading = no row looks like headings
hint-sheet-heading = put a word such as "decision", "date of application" or "country" over at least two columns, or name the row that they stand in: `--plan --heading 3`; of a workbook `--plan --sheet 2` plans another sheet
err-sheet-none = no sheet is waited for
hint-sheet-none = `nansen audit` shows what was said of those before
import-case = `case` is missing, given twice, or has no line of its own

## Declared fields
err-declare-faults = { $count ->
    [one] one thing is wrong with the file; nothing was declared
   *[other] { $count } things are wrong with the file; nothing was declared
}
hint-declare-faults = correct the file; `nansen help field declare` shows one
err-declare-personal = { $count ->
    [one] one thing is wrong with the file, a field that would name a person; nothing was declared
   *[other] { $count } things are wrong with the file, among them a field that would name a person; nothing was declared
}
hint-declare-personal = leave it out: what ties a case to a person is for `nansen identity seal`
err-declare-in-use = { $count ->
    [one] the file takes away something that was recorded; nothing was declared
   *[other] { $count } things are wrong with the file, which takes away what was recorded; nothing was declared
}
hint-declare-in-use = keep it with `retired = true`: nothing more is recorded then, and histories go on saying what was

## Statistics
err-document-image = the file begins like a photograph and cannot be read as one: what it says of itself cannot be taken out
hint-document-image = save it anew with another program; or add it as it is with `--keep-metadata`
err-document-empty = the file is empty
hint-document-empty = look at it with another program; it may not have been copied to its end
err-document-tells = what this file says of itself (place, hour, device, names) can be neither taken out nor told, and everybody would see it
hint-document-tells = save it as PNG or JPEG (a text as PDF or DOCX) and add that, or leave `--no-person-in-it` out and it is sealed
err-document-too-large = the file is larger than { $most } MB
hint-document-too-large = scan it in grey, or in parts; `--max-size` takes up to 100 MB
err-document-none = that entry is no document
hint-document-none = `nansen document list CASE` shows the ids
err-document-taken-back = that document was taken back, and is shown to nobody
hint-document-taken-back = add it anew where it belongs
err-document-reason = this document is sealed: say what it is opened for
hint-document-reason = add `--reason court --because "…"`
err-document-printed = a document is not printed at a terminal
hint-document-printed = leave `-o -` out, and it lies in a folder until you have seen it; or give it to a pipe
err-document-nowhere = nobody is there to look at the document
hint-document-nowhere = run it at a terminal, or give it to a pipe with `-o -`
err-document-no-folder = there is no such folder in which the document could lie for a while
hint-document-no-folder = name one that exists with `-o DIR`, best one in memory
err-document-not-seen = that the document was opened is recorded, but it could not be shown whole
hint-document-not-seen = delete what came of it; once there is room, open it again: that is recorded as well
err-identity-nobody = nobody is named who could open what is sealed
hint-identity-nobody = `nansen key shares` makes a seal key on three cards; `nansen key holders --recipients FILE` names people who have keys
err-identity-nothing = nothing is sealed for this case
hint-identity-nothing = `nansen identity seal` seals it
err-backup-not-noted = the backup is made and whole, but the store could not write down that it was
hint-backup-not-noted = keep the file; see that the store's disk has room and can be written to
err-backup-not-judged = the backup could not be unpacked, neither in { $beside } nor in { $spare }: the disk is full there, or cannot be written to; this says nothing against the backup
hint-backup-not-judged = make as much room on one of them as the store takes, or name a folder on another disk in TMPDIR, and verify it again
err-handover-locked = none of the keys given opens what was handed over
hint-handover-locked = it opens to the recipients that the other office was given: use the key of one of them (`--key FILE`)
err-handover-damaged = this is no hand-over, or not a whole one as it was signed; nothing was taken
hint-handover-damaged = ask the other office for it anew, and compare the six words of the signing key by telephone
err-handover-newer = what was handed over was made by a newer program; nothing was taken
hint-handover-newer = install the newer program, and import it again
err-handover-expired = it was to be taken until { $day }; nothing was taken
hint-handover-expired = delete the file, and ask the other office to hand the case over anew
err-handover-ends = { $day } is past: nobody could take the case any more; nothing was written
hint-handover-ends = name the last day on which the other office may take it, today or later: `--until DAY`
err-handover-known = the case is here already, as { $case }; nothing was taken
hint-handover-known = see `nansen show { $case }`: a case comes back only to an office that does not hold it. Where it came back to you, `nansen reopen { $case }`, then record what they tell you
err-handover-erased = the case was here and was erased; nothing was taken
hint-handover-erased = what was erased does not come back into this store: tell the other office, and open a new case
err-handover-out = the case is handed over already, to be taken until { $day }; nothing was written
hint-handover-out = wait for the receipt; or, once the other office says that it took nothing and has deleted the file, take that back: `nansen retract { $event } --because TEXT`
err-handover-there = another office has had the case since { $day }; nothing was written
hint-handover-there = that office hands it on; where the person came back to you, first `nansen reopen CASE`
err-handover-receipt-second = another office confirmed that it has this case, and this receipt is of a second one; nothing was changed
hint-handover-receipt-second = tell both offices: one of them closes the case; `nansen show CASE` has both hand-overs
err-handover-receipt-taken-back = the other office has { $case } all the same: the hand-over was taken back here on { $day }; nothing was changed
hint-handover-receipt-taken-back = speak with the other office: one of you closes it. Where it stays there, `nansen close { $case } --reason transferred` closes it here
err-handover-no-origin = this case did not come from another office
hint-handover-no-origin = `nansen show CASE` has what was recorded here
err-handover-receipt-damaged = this is no receipt, or an altered one; nothing was changed
hint-handover-receipt-damaged = ask the other office to write it again: `nansen case import FILE -o RECEIPT` does, as often as needed
err-handover-receipt-of-none = this receipt is for nothing that was handed over from this store
hint-handover-receipt-of-none = name the store that the case was handed over from, with --store DIR
err-backup-cut-off = writing the backup stopped at { $done } of { $of } bytes; nothing is lost
hint-backup-cut-off = see to the disk or the connection there and run the same command within a day: it goes on from there
err-backup-overtaken = a case was erased while the backup was written, so it was not kept
hint-backup-overtaken = run the command again
err-backup-not-thinned = the new backup is made and whole, but an older one could not be removed
hint-backup-not-thinned = see that its folder can be written to; `nansen backup make FILE --keep … --dry-run` says what would go
err-backup-place = nobody has said yet how far this place is
hint-backup-place = say it once: `--where disk`, `office` or `elsewhere`
err-backup-on-this-disk = this file lies on the store's own disk: it proves no copy in another place
hint-backup-on-this-disk = put the copy onto a stick or another disk, and say `nansen backup kept ALIAS --file` with its path there; `--where disk` for one on this disk
err-backup-none-made = no backup was made from this store yet
hint-backup-none-made = `nansen backup make FILE`
err-archive-not-empty = this store holds something already, and an archive is the beginning of a store
hint-archive-not-empty = make an empty one: `nansen --store DIR init`, then `nansen --store DIR import FILE`
err-archive-line = line { $line } of the archive is cut off, altered, or of a newer program; nothing was taken in
hint-archive-line = make the archive again; a newer program takes in what older ones wrote
err-identity-damaged = what was sealed of this case is damaged: no key opens it
hint-identity-damaged = see in `nansen show` who sealed it and when; a backup made before may hold it whole; then seal it anew
err-identity-card = that is the recovery card: it opens the store, and never names
hint-identity-card = take another key, or cards of their own: `nansen key shares`
err-identity-locked = none of the keys given opens what is sealed here
hint-identity-locked = give the seal key beside your own, `--key me.age --key seal.age`, or two of its cards with `--shares`; or ask a holder
err-identity-never-kept = this key opens names, and such a key is never kept
hint-identity-never-kept = go on without `unlock`: each command asks for the passphrase
err-contact-not-mine = telephone and address are for who works on the case
hint-contact-not-mine = `nansen show CASE` says who that is; `nansen assign CASE --to ALIAS` changes it, then a holder runs `identity contact CASE --to ALIAS`
err-contact-locked = no telephone or address of this case is sealed to your key
hint-contact-locked = a holder opens it to you: `nansen identity contact CASE --to ALIAS`, with a seal key or two of its cards (`--shares`)
err-contact-not-shared = telephone and address stay with the holders: { $why }
hint-contact-not-shared = `nansen status` says who can open telephones, `nansen show CASE` who works on the case and what is sealed
err-identity-birth = the date of birth lies in the future
hint-identity-birth = look at its year; nothing was sealed
err-identity-form = this is not what a person's data look like
hint-identity-form = one JSON object with any of names, born, telephone, address, reach, documents, file_numbers, note; `born` is a date
err-identity-reason = this is no reason for which names are opened
hint-identity-reason = one of court, contact, medical, handover, check, other
err-identity-terminal = names are shown at a terminal, not to a file or a pipe
hint-identity-terminal = a script adds `--force`; whatever takes its output then has the name
err-identity-file = names are written to no file
hint-identity-file = leave out `-o`: a name in a file lies in the open, on the disk and in every copy of it; a script adds `--force` and takes it from a pipe
err-identity-printed = names are not printed at a terminal, where they would stay to be scrolled back to
hint-identity-printed = leave out `--no-input`, and it is shown on a screen that is cleared; `--force` is for a pipe
err-identity-nothing-typed = nothing was typed to look for
hint-identity-nothing-typed = a name, a telephone or a file number a line, at the prompt or on stdin
err-identity-too-long = this is more than an envelope holds
hint-identity-too-long = seal it in two: what is sealed later adds to what was sealed before

err-args-ending = the file of `-o` has an ending that is that of no form here
hint-args-ending = endings are .txt, .tsv, .json, .jsonl, .csv, .md and .html; `nansen export xlsx` makes workbooks of lists. For any other name say `--format`
hint-args-ending-figures = endings are .txt, .tsv, .json, .jsonl, .csv, .md, .html, .xlsx and .svg; a browser makes a PDF of the page of .html. For any other name say `--format`
err-stats-shape-ending = what `--shape` makes is CSV, and the file of `-o` is none by its name
hint-stats-shape-ending = name it with the ending .csv
err-stats-list-ending = a list of cases without names is CSV, and the file of `-o` is none by its name
hint-stats-list-ending = name it with the ending .csv; nothing left
err-stats-package-exists = { $name } exists, as datapackage.json does, and nothing that exists is overwritten
hint-stats-package-exists = move one of them away, or choose another name for the CSV; nothing left
err-stats-inside = true numbers go to a terminal, not to a file or a pipe
hint-stats-inside = add `--inside` if they stay in the office; `nansen stats release` makes what may leave
err-stats-withheld = { $detail }
hint-stats-withheld = Nothing was released. Ask for fewer dimensions, or count values as one with `--combine`; `nansen stats ledger` lists what left before
err-stats-no-release = no table with this number left the store
hint-stats-lost-before = Nothing was released. What readers can work out of tables that others published is entered as one more of them (`nansen stats ledger --add`), with that number shown: then it is known, and asked about no more. One that was entered by mistake is taken back by `nansen stats ledger --remove`
hint-stats-no-release = `nansen stats ledger` lists them
err-stats-value = `--where`: `{ $dimension }` has no such value
hint-stats-value = codes are those of `nansen stats show --by { $dimension }` and of its JSON; nothing was counted
stats-values = like it, or of its form: { $near }
err-stats-not-recorded = a condition asks for `{ $dimension }`, and of none of these { $units } it is recorded: each number would be nought for want of it
hint-stats-not-recorded = nothing was released. `nansen stats show --unit { $unit } --by { $dimension }` counts what is recorded; put right with `nansen correct` what is known, or leave the condition out
hint-stats-not-recorded-final = nothing was released. `nansen stats show --unit { $unit } --by instance,final` counts what is recorded; say of each decision that left no ordinary remedy that it is final: `nansen record decision --final`, in an import `"final": true`, of one that stands already `nansen correct EVENT --final`
err-stats-recorded-later = of `{ $dimension }` nothing is recorded for any day up to { $day }, as of which this is counted: each number would be nought for want of it
hint-stats-recorded-later = nothing was released. What is recorded without a date counts from the day of recording: `{ $option }` has it, or record it with the day from which it holds (`record field --date`)
err-stats-elsewhere = { $count ->
    [one] somebody whom an earlier table counted is counted in another case now, and nobody said in which
   *[other] { $count } persons whom earlier tables counted are counted in other cases now, and nobody said in which
}
hint-stats-elsewhere = nothing was released: beside those tables whoever moved would pass for somebody who left and another who came. Say of each in which case they are counted now; or correct why they left (`nansen correct EVENT --reason CODE --because "why"`, EVENT from `nansen show CASE`); or open a case again that is no duplicate (`nansen reopen CASE`)
stats-elsewhere-one = { $case }, person { $person }: `nansen link { $case } --person { $person } --to CASE --as same_person`
err-stats-ahead = `--as-of`: { $day } is still to come, and nobody can count it
hint-stats-ahead = name a day that has been, or leave the option out
err-stats-twice = `--by` names `{ $dimension }` twice
hint-stats-twice = name each dimension once
err-stats-ledger-damaged = what is remembered of a released table is no table
hint-stats-ledger-damaged = run `nansen store verify`; until then no table leaves
hint-stats-shown = Nothing was released.
err-stats-reason = a small number is shown, or approved of, for a reason of 20 characters or more
hint-stats-reason = say with `--because` who wanted it told, and why nobody is harmed
err-stats-remove-reason = a table that was entered is taken back for a reason of 20 characters or more
hint-stats-remove-reason = say with `--because` why it was entered by mistake; nothing was changed
err-stats-threshold = in what leaves this store fewer than { $threshold } persons are small, and nobody said why they should be fewer
hint-stats-threshold = leave the option out, or say with `--because`, in 20 characters or more, who wanted it and why nobody is harmed; it is recorded for good
err-stats-nothing-decided = nothing in this is the office's decision: nobody else has to approve it
hint-stats-nothing-decided = leave `--propose` out
err-stats-not-small = `--show`: { $cell } is not small, and stands in the table as it is: there is nothing to decide
hint-stats-not-small = leave `--show` out; it is for numbers that are withheld for the sake of those whom they count
err-stats-second = that a small number is shown, or that fewer persons are small, must be approved by another member
hint-stats-second = add `--propose`; another member then looks at it (`--approve NUMBER --dry-run`) and approves. With the recorded consent of all whom the cell counts nobody else is needed
err-stats-show-rounded = `--show` prints a small number as it is, and a rounded table prints none as it is
hint-stats-show-rounded = leave one of them out: `--show`, or `--round 5` (`--shape eurostat` and `eurostat-final` round by themselves). Nothing was released; what was proposed with both is ended with `--decline NUMBER --because "..."`
err-stats-own = you proposed this table: another member must approve it
hint-stats-own = they run `nansen stats release --approve NUMBER --because "..."`; of a list of cases `nansen export anonymous --approve NUMBER --because "..." -o FILE`, of a threshold `nansen stats threshold N --approve --because "..."`
err-stats-no-proposal = nothing of this number waits
hint-stats-no-proposal = `nansen stats ledger` lists what left and what waits; what left, or was declined, waits no more
err-stats-not-a-table = this file is not a published table
hint-stats-not-a-table = give it as `nansen stats release --json` prints one: `unit`, `dimensions`, `as_of`, and `cells` with `key` and `shown`, each sum with `total` in its key
err-stats-table-lacks = this table has no `{ $field }`
hint-stats-table-lacks = give it as `nansen stats release --json` prints one: `unit`, `dimensions`, `as_of` (the day as of which it counts, such as `2024-12-31`), and `cells` with `key` and `shown`
err-stats-adds-up = the sums of this table are not the sums of its cells
hint-stats-adds-up = correct it, or withhold a cell in it by printing `x`
err-stats-combine-groups = `{ $values }` cannot count as one here: its values lie in { $groups }
hint-stats-combine-groups = combine values of one group, or ask without `--group`
err-stats-combine-twice = `{ $value }` would count in two sums
hint-stats-combine-twice = name each value in one `--combine` alone, once
err-stats-group-name = no group may be called `{ $name }`: in a table that means something else
hint-stats-group-name = give the group another name; taken are `x`, `c` and what has `<` in it (what is withheld), `total`, `other` and `other-...` (what is in no group), and `+` (several values as one)
err-stats-groups = these groups do not fit the table
hint-stats-groups = give `--group DIM=bands` for year, quarter or age_band, `origin=regions` (those of the United Nations), or `--group DIM=FILE` for a dimension of `--by`: a TOML file of `GROUP = ["VALUE", "VALUE"]`, each value once, groups within groups equally deep
withheld-bare = nothing that may be withheld protects this cell: { $key }
withheld-small = { $cell } is fewer than { $threshold } persons. Each of them can be recognised by people who know them, and by the state they fled.
withheld-kept = { $cell } is withheld for the sake of those whom it counts. They can be recognised by people who know them, and by the state they fled.
withheld-not-small = { $cell } is not small: it is withheld so that another number cannot be worked out, and of itself there is nothing to decide.
withheld-telling = What { $with } by itself tells of its own cells is known, and not asked about: this table would make something else known, or more.
withheld-lost-before = a number under { $threshold } is given away already by what left before, or could not be shown to be kept: no table leaves beside { $with }, and it is not this one that gives it away.
withheld-beside = together with { $with } this table gives away a number under { $threshold }.
withheld-alone = of this table it could not be proved that it gives no number under { $threshold } away.
withheld-alone-cell = { $key }: that this number stays open, whatever is withheld beside it, was not found.
withheld-beside-more = { $key }: fewer than { $threshold } more than printed then. Whoever compares the two reads the newcomers' line.
withheld-beside-others = { $key }: fewer than { $threshold } more than printed then, who need not have come since: the other table asks otherwise, or something was corrected or recorded later. Whoever compares the two reads their line.
withheld-beside-fewer = { $key }: fewer than { $threshold } of those printed then are not in it. Whoever compares the two reads their line.
withheld-beside-rest = { $key }: whoever adds and subtracts what all of these tables print reads the number of fewer than { $threshold } of those in it.
withheld-beside-cell = { $key }: whoever takes them together can work out a number that is withheld.
withheld-condition = a condition on { $dimension } would tell of single people: of those whom a line counts without it nearly all have one value of it, and whoever knows how many they are reads that from the number.
withheld-no-code = `--shape`: these columns have no code for some of what was granted ({ $forms }); it would stand in no row and in no total.
withheld-large = the table has too many cells or dimensions to be protected
withheld-costly = it could not be proved in time that this table tells of nobody
offers = Each of these was checked just now and may leave:
offer-may-leave = The table that may leave says:
offer-sentence = of { $total } { $unit }{ $of ->
    [protection] {" "}{ $number } received { $both }
   *[other] : { $number } { $both }
} (fewer than { $threshold } of them { $small }){ $others }.
offer-or = or
offer-fewer = "fewer than { $threshold }" for { $cell }
offer-fewer-beside = "fewer than { $threshold }" for { $cell }; { $other } is then "{ $least } to { $most }", which readers can work out anyway
offer-combined = one category: { $both }, { $number }
offer-longer = a longer period ({ $period }): { $shown }
offer-wider = without the condition on { $dimension }: { $shown }
offer-all = { $cell } { $number }, all shown
offer-not-all = { $cell } { $number }
withheld-consent-none = The consent of those concerned is recorded for none of them (`record consent --kind publicity` for each).
withheld-consent-some = The consent of those concerned is recorded for some of them, not for all (`record consent --kind publicity` for each).
offer-consent-all = the consent of those concerned is recorded for all of them: publish it, with a reason, for the record
offer-decided = publish it all the same, with a reason, for the record
offer-as-of = use the snapshot of { $day }, as { $release } did
offer-years = take the years of { $release }
offer-without = print { $cell } as withheld
offer-another = print { $cell } as withheld; { $shown } is then shown
offer-coarser = leave { $dimension } out
offer-conditions = without the condition on { $dimension }
offer-as-dimension = by { $dimension } in the place of the condition, which withholds such a line by itself
offer-under = by { $coarser } in the place of { $dimension }
offer-earlier = as of an earlier day, { $day }
offer-instead-of = { $offer }, in the place of `{ $option }`, `--unit` and each `--where`
offer-list-without = without { $column }: a list of { $lines } cases
offer-list-alike = { $k } cases alike at least: a list of { $lines } cases
offers-list-none = { $count ->
    [one] One coarser list was tried just now, and may not leave either.
   *[other] { $count } coarser lists were tried just now, and none of them may leave either.
}
offers-none = Tried just now, and none of them may leave either: { $tried }.
tried-day = an earlier day
tried-years = other years
tried-combined = two values counted as one
tried-cell = the cell withheld
tried-total = the total withheld
tried-marker = the small number with its marker
tried-decided = the cell shown for a reason
tried-coarser = coarser values
tried-dimensions = fewer dimensions
tried-as-dimension = the condition as a dimension
tried-conditions = fewer conditions
withheld-wait = It may leave once { $threshold } or more have come since then.
offer-own-codes = in the codes of this program, with every form that was granted
offer-rounded = every number to the nearest five

## Defects
err-defect-render = the result cannot be written: a defect in nansen
hint-defect-render = report the words `defect.render` and the version, nothing else
err-defect-build = this build of nansen is not to be trusted with data (setting { $setting })
hint-defect-build = use a build that was made as the README says
err-defect-unwritable = the entry cannot be written: a defect in nansen
hint-defect-unwritable = report the words `defect.unwritable` and the version, nothing else
err-defect-encryption = encryption failed: a defect in nansen
hint-defect-encryption = report the words `defect.encryption` and the version, nothing else
defect-panic = nansen { $version } stopped because of a defect of its own. Nothing half-written stays. Report what you were doing and the version, never any data.
