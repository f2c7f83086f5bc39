# The command line: what each command does (cmd-…), its options (arg-…, arg-COMMAND-… where they mean something else there),
# prompts (ask-…), and the topics of `nansen help` (topic-…). Examples hold invented cases.

help-examples = Examples:

cmd-nansen = Keeps pseudonymous asylum cases in an encrypted store and finds every deadline
    .more =
        A case has a number and a callsign, and never a name. Record what happened and when it reached the person;
        the deadlines that follow are computed, explained and cited. Nothing leaves this machine.

        `nansen help TOPIC` tells more: exit-codes, environment, formats, deadlines, safety.
    .examples =
        nansen demo
        nansen due

cmd-demo = Take a guided look, in a throwaway store
    .more =
        Makes an encrypted store with an invented caseload and shows a case, the arithmetic of a deadline, what falls due this
        week, the summary and what may not leave. Nothing stays behind, unless `--keep` names a folder.
    .examples =
        nansen demo
        nansen demo --keep practice
arg-demo-keep = Keep the store and its key (without a passphrase) in this folder

cmd-init = Make a store
    .more =
        Proposes six words as a passphrase, makes your key, shows a recovery card, and opens the new store again with both before
        it says that all is well. Where a key is named by `--key`, that one is used. Then it shows the three cards of the seal
        key: any two of them open names, one opens nothing, and the recovery card never does. Nothing of a card is in a file.
    .examples =
        nansen init
        nansen init --as m1 --store cases
arg-init-alias = Your alias in the store, never your name (`m1` if not given)
arg-init-contact = Who can open telephones and addresses beside the holders: nobody (`sealed`), or the `worker` of the case
arg-init-seal-recipients = Who can open names: recipients, one a line
arg-no-recovery = Make no recovery card: whoever loses the key loses everything
arg-no-seal = Make no cards of a seal key: until somebody can open names, none can be sealed

cmd-new = Open a case, and print its number and callsign
    .more =
        Nothing finer than the year of birth is kept about the person. The case is yours unless `--to` gives it to somebody else.
    .examples =
        nansen new --origin KP --jurisdiction ru --sex m --born 1971
        nansen new --origin SY --jurisdiction de --to nobody --tag minor
arg-origin = Country of origin: two letters (`KP`), `stateless` or `unknown`
arg-jurisdiction = The country or body whose law applies (`ru`, `de`, `unhcr`)
arg-sex = Sex
arg-born = Year of birth
arg-office = The office's code
arg-new-to = Who works on it: a member's alias, or `nobody`
arg-tags = A code of the office's own (can be repeated)
arg-opened = When the office opened the case (today if not given)

arg-new-role = What the person is in the procedure (an applicant if not given)

cmd-person = Say who belongs to a case
    .examples =
        nansen person add amber-heron --role dependant --relation child --born 2015
        nansen person list amber-heron
cmd-person-add = Add a person to a case, under the next number
    .more =
        For people who apply together or depend on one another. The person that the case was opened for is 1. Entries take
        `--person N`, several times or as `all`; each person has their own applications, deadlines and place in the counts.
        Whoever is included in another's application gets an entry of their own: `record application --person all`.
    .examples =
        nansen person add amber-heron --relation spouse --sex f --born 1985
        nansen person add amber-heron --role dependant --relation child --born 2015 --date 2021-06-07
arg-person-add-date = Since when the person belongs to the case: a birth, an arrival
arg-person-add-origin = Country of origin, where it is not that of the case
arg-role = What the person is in the procedure (an applicant if not given)
arg-relation = What the person is to the first person of the case
cmd-person-list = List who belongs to a case, and what each agreed to
    .more = The numbers are those that `--person` takes; none is ever given to somebody else.
    .examples =
        nansen person list amber-heron
        nansen person list 7MK-2D5-HPP --json
cmd-person-leave = Record that a person left the file
    .more =
        Nobody can leave while a deadline of theirs is open. Who left as a duplicate, or to a case of their own, is counted
        there and no more here. `--to` says which case that is, and links the two as the same person: what was counted of them
        is followed there. With `own_case` it must be said, unless such a link stands.
    .examples =
        nansen person leave amber-heron --person 2 --reason died --date 2021-10
        nansen person leave amber-heron --person 3 --reason own_case --to brisk-otter
arg-person = Whose, by the number of `nansen person list`
arg-person-leave-reason = Why the person leaves
arg-person-leave-date = When (today if not given)
arg-person-leave-to = In which case they are counted from now on
arg-person-leave-to-person = As who of it, where it holds several

cmd-record = Record what happened in a case
    .more =
        Without options it asks field by field and shows which case is meant before it writes; without a case it offers those
        that are open. It prints the deadlines that follow. Nothing is ever edited: `nansen correct` adds a further version.
    .examples =
        nansen record decision amber-heron --outcome refused --basis unfounded --notified 2021-09-13
        nansen record interview 7MK-2D5-HPP --date 2021-11-02
arg-case = The case: its number or its callsign
arg-even-so = Why it is so although it contradicts the history (`-` reads it from stdin)

cmd-record-application = Protection was applied for
    .more = A later one of the same kind in the same jurisdiction is subsequent by itself.
    .examples =
        nansen record application amber-heron --kind temporary_asylum --lodged 2021-06-07
        nansen record application amber-heron --kind single_procedure --made 2021-06-01 --registered 2021-06-03
cmd-record-decision = An application or an appeal was decided
    .more =
        It is about the one thing that is pending; `--on` says which where several are. Give every day that you know: most
        deadlines run from the day on which the decision reached the person, and not from the day of the decision.
        A status that the authority ends is `revoked`. What who decided takes back is `rescinded`: a refusal withdrawn, a
        closed procedure taken up again; what was decided is open again. After `record filing --kind renewal` a decision
        on the same application is about prolonging it.
    .examples =
        nansen record decision amber-heron --outcome refused --basis unfounded --decided 2021-09-06 --notified 2021-09-13
        nansen record decision amber-heron --on A2.1 --outcome dismissed --decided 2021-09 --received 2021-09-13
        nansen record decision amber-heron --on A1 --outcome rescinded --decided 2021-11-02
cmd-record-service = A day on which a decision reached the person became known
    .more = Adds the day to a decision that is recorded already; its deadlines move.
    .examples =
        nansen record service amber-heron --notified 2021-09-13
        nansen record service amber-heron --on A2 --received 2021-09-15
cmd-record-appeal = A remedy was used
    .more =
        An administrative review goes to a body that is no court, an appeal to a court. Where only arrival counts, `--sent` alone
        leaves the deadline open.
    .examples =
        nansen record appeal amber-heron --kind administrative_review --lodged 2021-10-04
        nansen record appeal amber-heron --kind appeal --sent 2021-10-04 --arrived 2021-10-06
cmd-record-filing = A paper was filed
    .more = Grounds, requests, documents: what is filed in a procedure that runs.
    .examples =
        nansen record filing amber-heron --kind appeal_grounds --lodged 2021-10-04
        nansen record filing amber-heron --kind interim_measure --sent 2021-10-04
cmd-record-interview = An interview with the authority; may lie ahead
    .more = Record it once it is set; correct it when it is moved.
    .examples =
        nansen record interview amber-heron --date 2021-11-02
        nansen record interview amber-heron --date 2021-11-02 --on A2
cmd-record-hearing = A hearing; may lie ahead
    .more = Record it once it is set; some deadlines run backwards from it.
    .examples =
        nansen record hearing amber-heron --date 2021-11-02
        nansen record hearing amber-heron --date 2021-11-02 --on A2.1
cmd-record-document = A document was issued
    .more =
        `--until` is the printed end of its validity; it wins over any computed one, the earlier of both. Where no rule says when it can be
        renewed, `--renew-from` and `--renew-by` put your own days into `nansen due`, marked as such; `nansen record filing --kind renewal`
        or a newer document of the same kind settles them.
    .examples =
        nansen record document amber-heron --date 2021-11-02 --until 2022-11-02
        nansen record document amber-heron --date 2021-11-02 --until 2022-11-02 --renew-from 2022-09-02 --renew-by 2022-10-02
        nansen record document amber-heron --date 2021-11-02 --kind certificate
cmd-record-removal = A measure to remove the person
    .more =
        Where no time limit is known for it, it says so and opens a deadline for today: ask a lawyer. It stands on top of
        `nansen due` until the day of `--until` has passed, a departure is recorded or the case is closed; where a remedy
        ended it, say so with `nansen correct ENTRY --until DAY`. `--on A1` says which application it goes with: then `show` and
        `due` say whether a remedy there stops it. What a court says goes with it by `nansen record step --on M1`.
    .examples =
        nansen record removal amber-heron --date 2021-11-02 --kind return_decision
        nansen record removal amber-heron --date 2021-11-02 --kind imminent
cmd-record-detention = The person was detained
    .more =
        It stands on top of `nansen due` until a release or a departure is recorded, the day of `--until` has passed or the
        case is closed.
    .examples =
        nansen record detention amber-heron --date 2021-11-02
        nansen record detention amber-heron --date 2021-11-02 --place east-2
cmd-record-release = The person was set free
    .more = Ends the detention that is open.
    .examples =
        nansen record release amber-heron --date 2021-11-05
        nansen record release amber-heron --date today
cmd-record-departure = The person left the country
    .more = Of free will; a removal by the State is a removal.
    .examples =
        nansen record departure amber-heron --date 2021-11-05
        nansen record departure amber-heron --date 2021-11
cmd-record-contact = The office and the person spoke
    .more = What was said belongs into a note, without names.
    .examples =
        nansen record contact amber-heron --date today
        nansen record contact amber-heron --date 2021-11-05 --kind phone
cmd-record-consent = A person agreed to something, or did not
    .more =
        The latest answer on each purpose holds. Whoever refuses to be counted, or takes that back, is in no table from then on;
        whoever was never asked is counted. Referral, publicity and research need a recorded yes.
    .examples =
        nansen record consent amber-heron --kind statistics --answer given --means interpreter
        nansen record consent amber-heron --kind statistics --answer withdrawn --date 2021-11-02 --person 2
arg-record-consent-kind = To what
arg-record-consent-date = When (today if not given)
arg-record-consent-means = How it was said
arg-answer = What was said
cmd-record-step = A step of the procedure that has no word of its own
    .more = An event that time limits run from: the other State accepted, permission was refused, a request came. The day is the one that counts there: of notice, receipt, sending.
        A removal is stopped by `interim_measure_granted` (Rule 39 and its like) and `suspension_granted`, until `--until` or `suspension_ended`; a request for that ends with `suspension_refused`.
    .examples =
        nansen record step amber-heron --kind transfer_accepted --date 2021-11-05
        nansen record step amber-heron --kind interim_measure_granted --date 2021-11-05 --on M1
        nansen record step amber-heron --kind permission_refused --date 2021-11-05 --on A1
arg-record-step-kind = What happened
cmd-record-note = A note, from stdin or typed
    .more = Never as an argument, which the shell would keep. Write no names, numbers or addresses.
    .examples =
        nansen record note amber-heron
        nansen record note amber-heron < note.txt
cmd-record-fact = Something that the rules ask for became known
    .more = Deadlines that depend on it are computed anew. `nansen help deadlines` lists the facts.
    .examples =
        nansen record fact amber-heron --fact detained=true --date 2021-11-02
        nansen record fact amber-heron --fact region=DE-BY

arg-record-application-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-decision-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-service-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-appeal-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-filing-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-interview-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-hearing-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-document-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-removal-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-detention-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-release-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-departure-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-contact-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-step-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-consent-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-note-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-fact-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-record-application-kind = What is applied for
arg-record-appeal-kind = The kind of remedy
arg-record-filing-kind = The kind of paper
arg-record-removal-kind = The kind of measure
arg-kind = What kind, as a code of the office's own
arg-order = First, subsequent or reopened, where the earlier ones were not with us
arg-made = When it was said to an authority
arg-registered = When the authority registered it
arg-lodged = When it was lodged: handed in, arrival included
arg-sent = When it was sent off
arg-arrived = When it arrived there
arg-on = What it is about: `A2`, `A2.1` or an entry's id
arg-outcome = What was decided
arg-protection = What was granted
arg-refused = What was refused beside the grant, or `none`
arg-basis = Why it was refused
arg-reason = Why it was closed without a decision
arg-decided = The date of the decision itself
arg-notified = When the person was told
arg-served = When it was formally served
arg-received = When it came into the person's hands
arg-handed-over = When it was handed to a facility or the post for the person
arg-learned = When the person came to know of it
arg-final-form = When the court issued it in final written form
arg-in-force = When it came into force
arg-means = How it reached the person
arg-until = Until when
arg-final = No ordinary remedy is left
arg-date = When
arg-status = What became of it: held, moved (the new day not known yet), cancelled
arg-checked = When somebody last asked whether it stands
arg-needs = What the person needs there, as codes with commas
arg-place = Where, as a code, never an address
arg-fact = NAME=VALUE of something that the rules ask for
arg-worker = Who works on it: a member's alias, or `nobody`

cmd-show = Show a case: where it stands, its deadlines, its history
    .more = Deadlines that wait come first. Each entry has a short id, which `nansen correct` and `nansen retract` take.
    .examples =
        nansen show amber-heron
        nansen show 7MK-2D5-HPP --all --json
arg-show-all = With what stood in entries that were replaced or taken back (JSON always has it)

cmd-list = List cases
    .more =
        Open cases, unless `--all`. Filters of one kind add up, filters of different kinds narrow down. Columns are those of
        the JSON: case, callsign, state, application_state, origin, jurisdiction, worker, office, opened, last_event,
        next_due, risk, people, and `field:NAME` of the office's own. With `--format html -o FILE` it can be printed.
    .examples =
        nansen list --columns case,field:housing --where field:housing=street --sort field:housing
        nansen list --state pending --origin KP
        nansen list --worker me --untouched 90d --sort next_due,-opened
        nansen list --all --worker nobody --since 2021
arg-list-all = Closed cases, too
arg-states = State of the case or of an application (can be repeated)
arg-origins = Country of origin (can be repeated)
arg-jurisdictions = Whose law (can be repeated)
arg-workers = Who works on it: an alias, `me`, or `nobody` (can be repeated)
arg-offices = The office's code (can be repeated)
arg-list-tags = A code of the office's own (can be repeated)
arg-since = Opened on or after this day
arg-untouched = Nothing was recorded for so long: `90d`, `3m`
arg-no-next-step = Open, and no deadline of ours waits
arg-deadline-in = A deadline of ours ends within this span, or is past: `14d`
arg-hearing-in = A hearing or an interview is within this span: `14d`
arg-closed-between = Closed then: `2026-01-01..2026-03-31`, a month, a year
arg-sort = Sort by these columns, the first counting most; `-COL` turns one round
arg-columns = Print these columns; the JSON has all
arg-conditions = Keep the lines where it holds: `COL=VALUE[,VALUE]`, `COL!=VALUE`, `COL<VALUE`, `COL>VALUE`; `none` is an empty cell (can be repeated)

cmd-due = List what falls due, the most pressing first
    .more =
        Without options: what is overdue and what falls due within 14 days, of your cases and of nobody's. On top stands what
        counts in hours, and open removals and detentions. The last line says what was left out. Sorted or cut by columns it
        is one table: due, due_at, days_left, state, case, callsign, worker, what, rule, citation, actor, safe,
        last_arguable, rule_status, jurisdiction, provisional, id.
    .examples =
        nansen due
        nansen due --worker all --within 30d
arg-within = How far ahead: `14d`, `2w`, `3m` (`14d` if not given)
arg-overdue = Only what is past
arg-due-worker = Whose cases: an alias, `me`, `nobody`, or `all`
arg-due-actor = Whose duty: what the authority, a court or a State must keep, or `all`
arg-sheet = The seven days from today on, day by day, to print: everybody's, unless `--worker`
arg-neutral = With `--sheet`: without callsigns and articles
arg-exit-code = End with 10 where something is due

cmd-deadline = Deal with a deadline by hand
    .examples =
        nansen deadline set amber-heron --due 2021-11-15 --what filing:documents
        nansen deadline waive amber-heron --rule ru.complaint-1m --because "other remedy used"
cmd-deadline-set = Enter a deadline that a letter states
    .more = For a day that no rule gives: a hearing's documents, a request of the authority.
    .examples =
        nansen deadline set amber-heron --due 2021-11-15 --what filing:documents
        nansen deadline set amber-heron --due 2021-11-15 --on A2
cmd-deadline-meet = Say that something met it which the program cannot see
    .more = Record the act itself where it can be recorded (`nansen record appeal`): that meets the deadline by itself.
    .examples =
        nansen deadline meet k7q4mda --date 2021-10-04
        nansen deadline meet amber-heron --rule ru.complaint-1m
cmd-deadline-waive = Decide that nothing will be done
    .more = Needs a reason, which stays with it.
    .examples =
        nansen deadline waive k7q4mda --because "other remedy used"
        nansen deadline waive amber-heron --rule ru.complaint-1m --because -
cmd-deadline-extend = Enter a later day that the body granted
    .more = Only where the body really granted it, best in writing.
    .examples =
        nansen deadline extend k7q4mda --until 2021-11-30
        nansen deadline extend amber-heron --rule ru.complaint-1m --until 2021-11-30 --because "letter of the court"
cmd-deadline-confirm = Say that the day it runs from was checked
    .more = For a deadline that is unconfirmed; it then counts as any other. Where the office asks for a second person
        (`nansen deadline second-person on`) it must be another member than who entered it.
    .examples =
        nansen deadline confirm k7q4mda
        nansen deadline confirm amber-heron --rule ru.complaint-1m --because "envelope seen"
cmd-deadline-log = Print what was recorded of deadlines on one day, to be looked over
    .more =
        Deadlines entered, changed, met, waived, extended and cancelled, by the day of recording, with who did it and at what
        hour. Print it (`--format html` or `md`) and compare it with the papers. `--sign` writes down that you did, with a
        digest of the lines, so that a later difference shows. Who recorded all of a day does not sign it.
    .examples =
        nansen deadline log --day 2026-03-04 --format html -o log.html
        nansen deadline log --day 2026-03-04 --sign
cmd-deadline-second-person = Say whether another member must check the day of a new deadline
    .more =
        Off unless it is said. With three members or more, each deadline of ours that is entered or moved from then on stands as
        unconfirmed until another member than who entered it says `nansen deadline confirm`. With fewer it has no effect.
        With three members or more it takes two to end it, each with their own key; small numbers that leave wait for a second
        member also where nobody said `on`, until two have said `off`.
    .examples =
        nansen deadline second-person on
        nansen deadline second-person off
cmd-deadline-warn = Say how many days ahead people are warned of deadlines
    .more =
        From its first warning on `due` shows a deadline, marked, however far ahead it looks. A warning that falls on a closed day
        comes on the last open day before. With `--rule` it is said for one rule alone; without `--set` it is shown.
    .examples =
        nansen deadline warn --set 7d,3d,1d
        nansen deadline warn --set 2w,1w --rule de.klage-2w
arg-set = How far ahead: `7d,3d,1d`; `none` for not at all
arg-deadline-warn-rule = For the deadlines of this rule alone
cmd-deadline-watch = Have a member watch a deadline that another works on
    .more = It then stands in the `due` of both. Without `--by` it is you who watches.
    .examples =
        nansen deadline watch k7q4mda --by m2
        nansen deadline watch amber-heron --rule ru.complaint-1m --by m2 --off
arg-watcher = Who watches: an alias (you if not given)
arg-off = Watch it no more
arg-whether = `on` or `off`
arg-day = The day of recording (today if not given)
arg-sign = Write down that I looked it over
arg-deadline = The deadline's id, or a case together with `--rule`
arg-rule = The rule's id
arg-due = The day
arg-what = What is to be done: `other`, or `appeal:KIND`, `filing:KIND`, `application:KIND` with the kinds of `record`
arg-actor = Who has to act
arg-because = Why, in a few words without personal data (`-` reads it from stdin)
arg-deadline-extend-until = The new day

cmd-close = Close a case
    .more = Refused while a deadline of ours is open: meet or waive it first.
    .examples =
        nansen close amber-heron --reason protected
        nansen close amber-heron --reason contact_lost --date 2021-11-30
arg-close-reason = Why the case ends
arg-close-even-so = Why, although somebody has disappeared, or a measure or a next step is open (`-` reads it from stdin)
cmd-reopen = Open a closed case again
    .more = Its history and its deadlines are as they were.
    .examples =
        nansen reopen amber-heron
        nansen reopen amber-heron --date 2021-12-01
cmd-absence = Say who is away, and who sees to their cases
    .examples =
        nansen absence set m1 --from 2026-08-03 --until 2026-08-21 --to m2
        nansen absence list
cmd-absence-set = Say that a member is away
    .more =
        From the first to the last day the deputy's `due` lists the cases of whoever is away, too, and says so. The cases stay
        theirs. Said again for the same first day it stands in the place of what was said before.
    .examples =
        nansen absence set m1 --from 2026-08-03 --until 2026-08-21 --to m2
        nansen absence set m1 --until 2026-08-21 --to m2
arg-absence-set-alias = Who is away
arg-absence-set-from = The first day (today if not given)
arg-absence-set-until = The last day
arg-absence-set-to = Who sees to their cases meanwhile
cmd-absence-cancel = Call an absence off
    .more = It is named by the member and its first day. To come back earlier, set it again with another last day.
    .examples =
        nansen absence cancel m1 --from 2026-08-03
        nansen absence cancel m1 --from 2026-08-03 --json
arg-absence-cancel-alias = Who is not away after all
arg-absence-cancel-from = Its first day
cmd-absence-list = List who is away, and will be
    .more = Those that are not over, the soonest first.
    .examples =
        nansen absence list
        nansen absence list --json
cmd-assign = Give a case to a member, or to nobody
    .more =
        Deadlines of cases that nobody works on are shown to everybody. With `--from` all open cases of a member, or nobody's, in
        one step; `--dry-run` says which, `nansen undo` takes all of it back.
    .examples =
        nansen assign amber-heron --to m1
        nansen assign --from m2 --to nobody --origin KP --dry-run
arg-to = A member's alias, or `nobody`
arg-from-worker = All open cases of this member, or `nobody`
arg-assign-dry-run = Say which cases, and write nothing
arg-assign-fields = NAME=VALUE of a field of the office's own (can be repeated)
arg-assign-tags = A code of the office's own (can be repeated)
cmd-bulk = Do one thing to many cases
    .examples =
        nansen bulk note --origin KP --jurisdiction ru < moratorium.txt
        nansen bulk close --reason transferred --worker m2 --dry-run
cmd-bulk-note = Add the same note to many open cases
    .more =
        For a notice on all cases of an origin: no removals there since a day. The text comes from stdin or is asked for. It is
        written to all of them or to none, and taken back by `nansen undo` at once, or later by `nansen retract --batch`.
    .examples =
        nansen bulk note --origin KP --jurisdiction ru --dry-run < moratorium.txt
        nansen bulk note --tag hostel-3 < fire.txt
arg-bulk-note-dry-run = Say which cases, and write nothing
arg-bulk-note-fields = NAME=VALUE of a field of the office's own (can be repeated)
arg-bulk-note-tags = A code of the office's own (can be repeated)
cmd-bulk-close = Close many open cases
    .more = Where a deadline of ours is open in one of them none is closed, and it says in which.
    .examples =
        nansen bulk close --reason transferred --worker m2 --dry-run
        nansen bulk close --reason transferred --office west --date 2026-03-31
arg-bulk-close-reason = Why
arg-bulk-close-dry-run = Say which cases, and write nothing
arg-bulk-close-fields = NAME=VALUE of a field of the office's own (can be repeated)
arg-bulk-close-tags = A code of the office's own (can be repeated)
cmd-bulk-settle = Settle what had ended before it came to us
    .more =
        A deadline that had ended before its case came into the store, or before the mandate began, has lapsed: it asks for nothing, and
        `show` says how it might be restored. This waives all of them in open cases, or in those that the filters choose. It is taken back by
        `nansen undo` at once, or later by `nansen retract --batch`.
    .examples =
        nansen bulk settle --lapsed --dry-run
        nansen bulk settle --lapsed --because "old cases, looked through"
arg-bulk-settle-lapsed = Deadlines that had ended before they came to us
arg-bulk-settle-dry-run = Say in which cases, and write nothing
arg-bulk-settle-fields = NAME=VALUE of a field of the office's own (can be repeated)
arg-bulk-settle-tags = A code of the office's own (can be repeated)
cmd-link = Say that two cases belong together
    .more =
        Both show it. That a person is the same in both says who is whom where a case holds several, also of somebody who has
        left; who was recorded twice in one case is linked within it. Tables count on: whoever is known to be the same is not
        taken for somebody who came.
    .examples =
        nansen link amber-heron --to brisk-otter --as family
        nansen link amber-heron --to 7MK-2D5-HPP --as same_person --person 3
arg-link-to = The other case
arg-link-kind = How they belong together
arg-link-person = Of the same person: who of this case, where it holds several
arg-link-to-person = And who of the other

cmd-correct = Correct an entry by a further version of it
    .more =
        Replaces the fields that are given; the others stay, and so does what hangs on the entry. The old version stays visible
        with `nansen show --all`. Each deadline that moves is printed with its old and its new day.
    .examples =
        nansen correct k7q4mda --notified 2021-09-14 --because "envelope found"
        nansen correct k7q4mda --outcome dismissed --because -
arg-event = The beginning of the entry's id, as `nansen show` prints it
arg-correct-text = Read the new text of a note from stdin

cmd-retract = Take an entry back
    .more = It stays visible with `nansen show --all`; the deadlines it opened no longer hold. With `--batch` it is what was done to
        many cases at once, or a whole import: cases that it opened go, what it added to others is taken back, cases with which
        somebody went on are left and listed, and the file can be imported again.
    .examples =
        nansen retract k7q4mda
        nansen retract k7q4mda --because "wrong case"
        nansen retract --batch m3x7qaf
        nansen retract --batch m3x7qaf --dry-run
        nansen retract --batch m3x7qaf --forget --because "the wrong map"
arg-retract-dry-run = Say of which cases, and write nothing
arg-batch = What was done to many cases at once, or an import, by the id that was printed
arg-forget = Of an import: cases with sealed names, documents or notes may go for good
cmd-undo = Take back my last entry
    .more = As `nansen retract` does, for the last entry of yours that stands; what was done to many cases at once, of all of them.
        A whole import is taken back right after it; later it is `nansen retract --batch`. A table that was entered with
        `nansen stats ledger --add` counts in the check no more; one that left cannot be called back.
    .examples =
        nansen undo
        nansen undo --json

cmd-retention = Say how long closed cases are kept, and what has passed its period
    .examples =
        nansen retention set --after 5y
        nansen retention list
cmd-retention-set = Say after how long a closed case is to be forgotten
    .more =
        For cases closed for one reason with `--reason`, for all others without it. Nothing is forgotten by itself: what has
        passed its period is listed, people are told twice, 30 days apart, and then a person forgets it.
    .examples =
        nansen retention set --after 5y
        nansen retention set --after 18m --reason transferred
arg-after = After how long: `5y`, `18m`, or `never`
arg-retention-set-reason = Of cases closed for this reason alone
cmd-retention-list = List the closed cases that have passed their period
    .more = With the days on which people were told, and what comes next. The longest passed come first.
    .examples =
        nansen retention list
        nansen retention list --json
cmd-retention-warn = Write down that people were told of what has passed its period
    .more =
        Of one case, or of all of which people can be told today: a first time once the period has passed, a second time 30 days
        later at the earliest. After 30 more days a person may forget it, with `nansen identity forget`.
    .examples =
        nansen retention warn
        nansen retention warn amber-heron
arg-retention-warn-case = Number or callsign; without it all of which people can be told today
cmd-status = Show the store at a glance, and what needs a person
    .more = How many cases and deadlines there are, who can open the store, and what somebody should look at.
    .examples =
        nansen status
        nansen status --json

cmd-unlock = Ask for the passphrase once, and keep the key for a while
    .more =
        The key is kept in the kernel's keyring, never the passphrase and never a key that opens names. It is forgotten after
        10 minutes without use, after 4 hours in any case, when the machine slept, at the end of the login session, and with
        `nansen lock`. Where the system keeps no keys the program says so, and each command asks as before. Who sits at the
        machine meanwhile can read the cases.
    .examples =
        nansen unlock
        nansen status
cmd-lock = Forget the key that `unlock` keeps, at once
    .more = Ends with 0 also where nothing was unlocked. Each command asks for the passphrase again.
    .examples =
        nansen lock
        nansen lock --json
cmd-panic = Destroy my key on this machine, at once and without a question
    .more =
        Forgets the key that is kept, then overwrites and removes your key file, every other that `--key` names, and the seal
        key where `key recover --shares` puts it (`seal.age` beside yours): its cards make it again. The store stays, and from then on opens with the recovery card alone, or with another member's key: `nansen key recover`.
        `nansen status` says beforehand what would be lost. Where no other key opens the store nothing is destroyed without
        `--yes`: it would be lost for good; nor where the store does not say so in time. `--key` takes the place of NANSEN_KEY
        here, too. What a flash disk keeps aside of an overwritten file stays there, under its
        passphrase; copies elsewhere stay as well.
    .examples =
        nansen panic
        nansen panic --yes
arg-panic-yes = Also where no recovery card and no other key opens the store: everything in it is lost then

cmd-store = Look after the store
    .examples =
        nansen store verify
        nansen store info --json
cmd-store-info = Show what the store holds, in numbers
    .more = Its format, its events and cases, its size.
    .examples =
        nansen store info
        nansen store info --json
cmd-store-verify = Check that nothing is damaged or altered
    .more = Reads every event, checks the chain, the head, the projections and the file. Ends with 4 where something is wrong.
    .examples =
        nansen store verify
        nansen store verify --quick
arg-quick = Leave out the indexes and the check of the whole file
cmd-store-rebuild = Make the projections again from the history
    .more = They are made of the events and hold nothing of their own.
    .examples =
        nansen store rebuild
        nansen store rebuild --quiet

cmd-key = Look after keys
    .examples =
        nansen key generate -o me.age
        nansen key list
cmd-key-generate = Make a key, and print its public half
    .more = Writes it to `-o FILE`, or where your key usually lies. The public half is confidential, but no secret.
    .examples =
        nansen key generate -o me.age
        nansen key generate --no-passphrase -o script.age
arg-no-passphrase = Leave the key file open to whoever has it; for scripts
cmd-key-list = List who can open the store, and who can open names
    .more = By alias, with the day since when and the last day on which each recorded something. Who can open names and has no
        alias is called `holder-1`, `holder-2`, by their place.
    .examples =
        nansen key list
        nansen key list --json
cmd-key-recover = Make a key file of the recovery card's words, or of two cards of the seal key
    .more = Asks for the 24 words, or takes them from stdin. The key opens the store as `recovery`. Run it where the store is, or name the store: it tells of which sort the key is.
        With `--shares` it asks for two of the three cards of the seal key, or takes them from stdin, one a line, and writes
        `seal.age` where your key usually lies. To open a name or two no file is needed: `nansen identity open --shares`.
    .examples =
        nansen key recover -o card.age
        nansen --key card.age status
        nansen key recover --shares -o seal.age
arg-key-recover-shares = The seal key, from two of its three cards
cmd-key-shares = Make a seal key on three cards, of which any two open names
    .more = Shows them at a terminal, one after the other, and proves that any two open what is sealed. Nothing of them is in
        a file. What was sealed to others before stays with those who could open it: keep their cards or keys as well.
    .examples =
        nansen key shares
        nansen key shares --replace
arg-key-shares-replace = Take the place of those who can open names now; what is sealed already stays with them
cmd-key-kept-elsewhere = Confirm that neither the recovery card nor a seal key stays in this office
    .more = Until somebody has, `status` reminds you. It is written down for all. New cards make the reminder come back.
    .examples =
        nansen key kept-elsewhere
        nansen key kept-elsewhere --yes
arg-key-kept-elsewhere-yes = It is so: ask nothing
cmd-key-holders = Say who can open names from now on
    .more = They get the keys of those whose recipients the file holds, one a line: other people than those who seal, or
        another place. What was sealed before stays with those who could open it.
    .examples =
        nansen key holders --recipients holders.txt
        nansen key generate -o seal.age
cmd-key-add = Let somebody open the store, or names
    .more = Each makes a key on their own machine with `nansen key generate` and sends the line it prints, which is confidential. Both
        have six words for it: read them aloud to each other, for whoever can swap the line is let in instead. ALIAS is never a person's name. With `--opens
        identities` the key opens names that are sealed from now on, and no store.
    .examples =
        nansen key add m2 --recipients m2.txt
        nansen key add lawyer --recipients lawyer.txt --opens identities
arg-key-add-alias = The new one's alias: small letters, digits, dashes; never a name
arg-key-add-recipients = Their recipient, alone in a file, or `-` for stdin
arg-key-add-opens = What they open: the store, or identities
arg-known = Recipients of members whom the store did not keep any of; asked for once, in older stores
cmd-key-remove = Let somebody open nothing of what is written from now on
    .more = The store gets new keys, sealed to those who stay; where they could open names, what is sealed from now on is closed to them too.
        It happens whole or not at all. What they copied before, they keep. `recovery` is the card.
    .examples =
        nansen key remove m2 --dry-run
        nansen key remove m2
arg-key-remove-alias = Who: an alias of `nansen key list`
arg-key-remove-yes = It is meant: ask nothing. Needed in scripts for the recovery card and for oneself
arg-key-remove-dry-run = Say what would change, and change nothing
cmd-key-rotate = Give the store new keys
    .more = For when a copy of the keys may be with others, and every 90 days. Who can open it stays as it is. `--members` gives members
        another key, where a key file was copied or all move to keys of another sort: each makes one with `nansen key generate`
        and sends the line it prints; both compare its six words. `--card` shows a new recovery card in the place of the old one.
        It happens whole or not at all. Backups made before open with the keys and the card of then.
    .examples =
        nansen key rotate
        nansen key rotate --card
        nansen key rotate --members new.txt --dry-run
arg-key-rotate-members = Members who have another key from now on: an alias and a recipient a line, or `-` for stdin
arg-key-rotate-card = Show a new recovery card; the old one opens nothing that is written from now on
arg-key-rotate-dry-run = Say what would change, and change nothing
arg-key-holders-recipients = Recipients, one a line, or `-` for stdin
cmd-key-contact = Say who can open telephones and addresses from now on
    .more = `sealed`: the holders of the seal keys alone. `worker`: the member that the case is assigned to as well, with the own
        key and a reason. What was sealed before stays as it is. `init --contact` says it first, `status` tells it.
    .examples =
        nansen key contact worker
        nansen key contact sealed
arg-key-contact-who = `sealed` or `worker`
cmd-key-passphrase = Put my key under another passphrase
    .more = Proposes six words. A file without a passphrase gets one. Copies of the old key file still open with the old passphrase: destroy them.
    .examples =
        nansen key passphrase
        nansen key passphrase --key me.age

cmd-document = Hang files on a case: decisions, photographs of letters
    .examples =
        nansen document add amber-heron decision.pdf --kind decision --on A1
        nansen document list amber-heron
cmd-document-add = Hang a file on a case, sealed like a name
    .more = Only the holders of the seal keys can open it; whoever adds it cannot read it back. A decision names its person: say
        `--no-person-in-it` only of what tells of nobody, then all who can read the case can. Its own name is not kept. What a
        picture (JPEG, PNG, WebP, GIF, HEIC, AVIF, TIFF) says of itself, place, day and camera, is taken out; of a PDF and of office files (DOCX, XLSX,
        PPTX, ODT, ODS, ODP) it is said what they seem to tell of their author, of changes and remarks, and nothing is taken out. At most 25 MB; the disk needs that much and a quarter more. The file that you
        give stays where it is: it is the weakest copy, delete it.
    .examples =
        nansen document add amber-heron decision.pdf --kind decision --on A1
        nansen document add 7MK-2D5-HPP scan.jpg --kind letter
        nansen document add amber-heron report.pdf --no-person-in-it
arg-document-add-case = The case: its number or its callsign
arg-document-add-file = The file
arg-document-add-kind = What it is
arg-document-add-on = What it belongs to: A1, or the beginning of an entry's id
arg-document-add-person = Which of the persons of the case it is of, by the number in `nansen person list`
arg-document-add-no-person-in-it = Nobody can be told by it: all who can read the case can open it
arg-document-add-keep-metadata = Take nothing out of a photograph: for evidence of where and when it was taken
arg-document-add-max-size = Take a file of up to so many megabytes, at most 100
cmd-document-list = List the files that hang on a case; none is opened
    .more = Each with its id, what it is, what it belongs to and who added it when. What it holds is for `document open`.
    .examples =
        nansen document list amber-heron
        nansen document list 7MK-2D5-HPP --json
arg-document-list-case = The case: its number or its callsign
cmd-document-open = Open a file of a case, until it was seen
    .more = It lies in a folder of its own, for your eyes only, in memory where the system has such a place, until you press Enter,
        for ten minutes at most; then it is overwritten and gone. `-o DIR` makes that folder elsewhere; `-o -` gives it to a pipe.
        One that is sealed needs a seal key beside your own, or two of its cards, and that you opened it, for what and when, is
        written down for all before anything is given out. Reasons: court contact medical handover check other.
    .examples =
        nansen --key me.age --key seal.age document open k3v9qf --reason court --because "the court asks for it"
        nansen document open k3v9qf -o /run/user/1000
        nansen document open k3v9qf --shares --reason check --because - -o - > /dev/null
arg-document-open-document = The file: the beginning of its id, as `nansen document list` shows it
arg-document-open-reason = What for: court, contact, medical, handover, check or other
arg-document-open-because = In a few words, without personal data; `-` for stdin
arg-document-open-shares = With two cards of the seal key instead of a key file; typed, or on stdin, one a line
cmd-identity = Seal and open what ties a case to a person
    .examples =
        nansen identity seal amber-heron
        nansen --key me.age --key seal.age identity open amber-heron --reason contact --because "call before the hearing"
cmd-identity-seal = Seal names, date of birth, telephone, address and numbers
    .more = Asks for them, or takes one JSON object from stdin: names, born, telephone, address, reach, documents, file_numbers,
        note. Only the holders of the seal keys can open it; whoever types it in cannot read it back. A further one adds to it. What was
        sealed to the wrong case is shown to nobody after `nansen undo` or `retract`; it is erased with the case alone.
    .examples =
        nansen identity seal amber-heron
        nansen identity seal 7MK-2D5-HPP --no-input < person.json
arg-identity-seal-case = The case: its number or its callsign
cmd-identity-open = Open a sealed identity, at a terminal, for a minute
    .more = Needs a seal key beside your own (`--key me.age --key seal.age`), or two of its cards (`--shares`), which are typed
        and written to no file. That you did it, for what and when, is written down for all before anything is shown.
        Reasons: court contact medical handover check other.
    .examples =
        nansen --key me.age --key seal.age identity open amber-heron
        nansen --key me.age --key seal.age identity open amber-heron --reason court --because "the court asks for papers"
        nansen identity open amber-heron --shares
arg-identity-open-shares = With two cards of the seal key instead of a key file; typed, or on stdin, one a line
arg-identity-open-case = The case: its number or its callsign
arg-identity-open-reason = What for: court, contact, medical, handover, check or other
arg-identity-open-because = In a few words, without personal data; `-` for stdin
arg-identity-open-force = Print it into a pipe, for a script: whatever takes it has the name; a terminal shows it as ever
cmd-identity-contact = Open telephone and address of a case that is yours, at a terminal, for a minute
    .more = Where the office lets the worker of a case open them (`nansen key contact`). Your own key does it, with the passphrase each time, also after `unlock`; that you did, for what
        and when, is written down for all before anything is shown. After `assign` the new worker can open nothing until a holder
        says `--to ALIAS`.
    .examples =
        nansen identity contact amber-heron --reason contact --because "the hearing was moved"
        nansen --key me.age --key seal.age identity contact amber-heron --to m2
        nansen identity contact amber-heron --to m2 --shares
arg-identity-contact-case = The case: its number or its callsign
arg-identity-contact-to = As a holder: let this member, who works on the case, open them
arg-identity-contact-shares = As a holder of two cards of the seal key instead of a key file; typed, or on stdin, one a line
arg-identity-contact-reason = What for: court, contact, medical, handover, check or other
arg-identity-contact-because = In a few words, without personal data; `-` for stdin
arg-identity-contact-force = Print it into a pipe, for a script: whatever takes it has the number; a terminal shows it as ever
cmd-identity-match = Look whether a person is a case already
    .more = Asks for names and numbers, or takes them from stdin, one a line. Compared in memory with every identity that the
        seal key opens, over scripts and spellings; no index of names exists. That somebody looked is written down, not for whom.
    .examples =
        nansen --key me.age --key seal.age identity match
        nansen --key me.age --key seal.age identity match --no-input < names.txt
arg-identity-match-shares = With two cards of the seal key instead of a key file; typed, or as the first two lines of stdin
cmd-identity-forget = Erase a case for good: everything in it, and its key
    .more = Nothing brings it back, not even `undo`. The history still verifies; that there was a case and why it went stays in
        `audit`. Copies of the store made before still hold it.
    .examples =
        nansen identity forget amber-heron
        nansen identity forget 7MK-2D5-HPP --confirm 7MK-2D5-HPP --because "asked for it"
arg-identity-forget-case = The case: its number or its callsign
arg-identity-forget-confirm = The case once more
arg-identity-forget-because = Why, without personal data; `-` for stdin. Where it is left out and nobody can be asked, "none given" is kept
cmd-export = Give out what leaves the store: papers, lists, calendars, everything
    .examples =
        nansen export letter amber-heron -o cover.html
        nansen export letter amber-heron --as text
cmd-find = Find words in the notes
    .more = Asks for them, or takes them from stdin, never from the command line: what is looked for may be a name that somebody
        typed into a note. All of them must stand in it, in any case and script, also as a part of a word. Closed cases are
        looked through as well; what is sealed is not.
    .examples =
        nansen find
        nansen find --json < words.txt
ask-find = Words to find
arg-record-note-sealed = Seal it like a name: only the holders of the seal keys can read it
cmd-case = One case as a paper, or to another office and from one
    .examples =
        nansen case timeline amber-heron --coarse month
        nansen case access amber-heron -o access.html --format html
        nansen case export amber-heron --recipients other-office.txt -o amber.handover
cmd-case-timeline = Tell what happened, in the order in which it happened
    .more = With the time limits, each on its last day. `--coarse` is for use outside: no number, no callsign, nobody's alias, no
        place and no text, and no date finer than the month or the year, because exact dates identify. Against the State that
        decided nothing hides a case: it knows its own dates, also by the month. That a coarse one was made stands in `audit`.
    .examples =
        nansen case timeline amber-heron
        nansen case timeline amber-heron --coarse year --format md -o course.md
arg-case-timeline-case = The case: its number or its callsign
arg-case-timeline-coarse = For use outside, with no date finer than this
cmd-case-access = Print what the office holds on a person, for that person to read
    .more = Everything that is recorded, also what was replaced or taken back, who looked at what is sealed, and what left the store.
        What is sealed is not in it: a holder opens it with the person (`nansen identity open`). Read it before you hand it
        over: notes may speak of others. That it was made stands in `audit`. Of several persons, `--person` leaves what concerns one
        alone, and says how many notes of the whole case it left out. With `--in ar`, `es`, `fr` or `ru` the paper is in that
        language; what a rule of the law asks for stays in English, and notes as they were written: read those out.
    .examples =
        nansen case access amber-heron
        nansen case access amber-heron --person 2
        nansen case access amber-heron --in ru --format html -o access.html
        nansen case access amber-heron --format html -o access.html
arg-case-access-tongue = The language of the paper, for the person to read
arg-case-access-case = The case: its number or its callsign
timeline-coarse = Made for use outside. Read it once more before it goes: rare origins and courses identify without any date.
cmd-export-letter = Make a cover sheet for an appeal or a filing, with gaps for the name
    .more = For the next deadline of ours, unless `--for` names another. What names a person is a gap, which somebody fills in by
        hand: no key puts a name into a file. The form goes by the ending of `-o FILE` (.html, .md, .txt), else text. That it was
        made stands in `audit`.
    .examples =
        nansen export letter amber-heron -o cover.html
        nansen export letter 7MK-2D5-HPP --for A1 --as md
arg-export-letter-case = The case: its number or its callsign
arg-export-letter-of = A deadline's id, or what opened it: A1, A2.1, the id of an entry
arg-export-letter-form = In which form
letter-made = Made for: { $deadline }
    Fill the gaps in by hand. Compare the last day with the decision before it goes.
cmd-audit = List who opened names, took tables or papers out, or came to open what
    .more = In the order of recording. What was opened by another program than this one leaves no line here.
    .examples =
        nansen audit
        nansen audit --json

cmd-rule = Look into the law data, and keep an office's own
    .examples =
        nansen rule list --jurisdiction de
        nansen rule explain ru.complaint-1m --from 2021-09-13
cmd-rule-list = List the rules
    .more = With the quality of each: whether its text was read, and whether somebody signed it.
    .examples =
        nansen rule list
        nansen rule list --jurisdiction de --format html -o review.html
        nansen rule list --gaps
cmd-rule-show = Show a rule: what it says, where it stands, how well it is known
    .more = With its source, its conflicts and what can be done once it is missed.
    .examples =
        nansen rule show ru.complaint-1m
        nansen rule show de.klage-2w --json
cmd-rule-explain = Show how a rule reckons from a day
    .more = Every step with its day, the article, and what is not certain. A rule that gives no date says why.
    .examples =
        nansen rule explain ru.complaint-1m --from 2021-09-13
        nansen rule explain de.klage-2w --from 2025-12-23 --region DE-BY --fact refusal_kind=unfounded
cmd-rule-check = Tell what is wrong with a rule file, and run its examples
    .more = The file is laid over the rules of the program, as it would be if it were installed. Exit code 1 where something is wrong.
    .examples =
        nansen rule check ours.toml
        nansen rule check rules/de.toml --json
arg-rule-check-file = The file, or `-` for stdin
cmd-rule-install = Take a rule file of your own office into the store
    .more = Its rules are added to those of the program, or stand in place of those of the same id. Nothing that is open changes by it: `nansen rule changes` lists what would. The file is checked first; one with faults is not taken.
    .examples =
        nansen rule install ours.toml
        nansen rule changes
arg-rule-install-file = The file, or `-` for stdin
rule-installed = The office's own rules are in the store. What is open keeps its dates: `nansen rule changes` lists what would change.
cmd-rule-changes = List the open deadlines that the rules of today would date otherwise
    .more = After an update of the program, or of the office's own rules: no stored date moves by itself. `--confirm` takes the new dates over, as entries of their own.
    .examples =
        nansen rule changes
        nansen rule changes --confirm
arg-confirm = Take the new dates over
arg-rule-explain-event = What happened, where several events open the rule
arg-installed = With the rules that this office installed (opens the store)
arg-rule-list-gaps = For which events there are rules, and where there are none
arg-rule-show-rule = The rule's id
arg-rule-explain-rule = The rule's id
arg-from = The day from which it runs, or the hour where hours count
arg-facts = NAME=VALUE of something known (can be repeated)
arg-region = Whose holidays: the court's region (`DE-BY`)
arg-dates = NAME=DATE of another day of the case, such as `lodged=2026-05-30` (can be repeated)

cmd-stats = Count cases
    .examples =
        nansen stats show --by protection
        nansen stats release --by year --to report
cmd-stats-show = Show true numbers, for the owner of the store
    .more = To a terminal only, unless `--inside`. What may leave is made by `nansen stats release`.
    .examples =
        nansen stats show --unit persons --by protection
        nansen stats show --unit applications --by kind,outcome --where jurisdiction=ru --period 2004-2014
cmd-stats-release = Let a table leave, and remember it
    .more = Small numbers print as `<5`, what would give them away as `c` (five or more) or `x` (any number). Ends with 5 where no
        form of it may leave; then nothing leaves.
    .examples =
        nansen stats release --unit persons --by protection --to report
        nansen stats release --by year --to press --dry-run
        nansen stats release --by year --to press --in fr --format html -o years.html
        nansen stats release --by protection --combine refugee_status+temporary_asylum --to press
cmd-stats-ledger = List the tables that left, and those that wait for another member
    .more = When each left, who let it, to whom, how much of it was withheld, and what was shown on a decision, with the reason.
        Of what waits: what it asks, why, and which small numbers it would show. A table that was entered by mistake is taken
        back by `nansen undo` right after it, or by `--remove`: it stays in the ledger, and counts in the check no more.
    .examples =
        nansen stats ledger
        nansen stats ledger R2026-007
        nansen stats ledger --limits
        nansen stats ledger --add report-2024.json --to report
        nansen stats ledger --remove P-001 --because "the numbers of another year"
cmd-stats-verify = Count the tables that left again, as the history stood then
    .more = Ends with 4 where one does not come out as it left.
    .examples =
        nansen stats verify
        nansen stats verify R2026-007
cmd-stats-threshold = Say how many persons are small in what leaves, or show it
    .more = Fewer than so many are withheld in tables, and lists of cases take at least so many that look alike. It is 5 until the
        office says otherwise, and 3 at the least: more where the counted are hunted. Less than what holds needs `--because`;
        so does a release with a lower `--threshold`. With three members or more (`nansen deadline second-person`)
        less is proposed by one member and approved by another. It stands in `nansen audit`.
    .examples =
        nansen stats threshold
        nansen stats threshold 10
        nansen stats threshold 5 --because "the people counted are no longer sought"
        nansen stats threshold 5 --because "the people counted are no longer sought" --propose
arg-stats-threshold-threshold = Fewer than so many persons are small, 3 to 20
arg-stats-threshold-because = Why they are to be fewer, or `-` to read it from stdin: recorded for good
arg-stats-threshold-propose = Keep it for another member, where less than what holds waits for one
arg-stats-threshold-approve-threshold = Say what another member proposed; needs `--because`
arg-stats-ledger-release = Number of a release, `R2026-007` (all if not given)
arg-stats-verify-release = Number of a release, `R2026-007` (all if not given)
arg-stats-release-purpose = What for, in a few words without names, or `-` to read it from stdin
arg-stats-release-threshold = Fewer than so many persons are small, 3 to 20 (as `nansen stats threshold` has it if not given); less needs `--because`
arg-stats-release-round = Every number to the nearest five, instead of withheld cells
arg-stats-release-combine = Values that count as one, joined by + (can be repeated)
arg-stats-release-propose = Keep it for another member, where small cells are shown or the threshold is lower; nothing leaves
arg-stats-release-decline = End the waiting of what was proposed, a table or a list of cases: your own, or another member's; needs `--because`. Nothing leaves, and it can be proposed anew
arg-stats-release-approve = Let leave what another member proposed; needs `--because`, or shows it as it would leave with `--dry-run`
arg-stats-ledger-since = From this day on
arg-stats-ledger-add = Enter a table that was published before the ledger began, or beside it: a file of JSON, or `-`
arg-stats-ledger-to = To whom it went, in a few words without names
arg-stats-ledger-remove = Say of a table that was entered, `P-001`, that it was by mistake; needs `--because`
arg-stats-ledger-because = Why it was by mistake, or `-` to read it from stdin: recorded for good
arg-stats-ledger-limits = Say what the check of what left does not know
arg-group = Groups above the values of a dimension: `year=bands`, `origin=regions`, or a TOML file of the office's own (can be repeated)
arg-stats-release-budget = How long it may be computed, `60s`
arg-stats-release-strict = Refuse what could only be compared with one earlier table at a time
arg-stats-release-intervals = Say beside a withheld number what readers can work out
arg-stats-release-withhold = A cell to withhold, its values with commas (can be repeated)
arg-stats-release-show-cell = A small cell to show all the same; needs `--because` (can be repeated)
arg-stats-release-because = Why small cells are shown, or `-` to read it from stdin: recorded for good
arg-unit = What is counted (`persons` if not given)
arg-by = By what, with commas: protection, outcome, kind, origin, year … or field:NAME of the office's own
arg-tongue = The language of its words, for readers outside; codes and JSON stay as they are
arg-filters = Only these: DIM=VALUE[,VALUE] (can be repeated)
arg-period = Only these years: `2004-2014`
arg-inside = To a file or a pipe, too: it stays in the office
arg-stats-release-to = To whom: press, donor, report, authority, or a few words without names
arg-stats-release-dry-run = Judge whether it may leave; release nothing

cmd-backup = Copy the store into a sealed file, and prove that it comes back
    .more = A backup is one file, sealed to everybody who can open the store, the recovery card included. It holds no name that the store
        does not hold sealed. Keep it where a thief, a fire or a search of this office does not reach.
cmd-backup-make = Write the whole store into a new file, sealed
    .more = The file is read again and compared before it gets its name. `--keep` removes older backups of this store from the same folder,
        once it was shown which: the last of each of so many days, weeks and months stays, so do the new one, the last that a drill proved, the proven copies of places, and
        every file that is not known again as one of this store. `--kept` says at which place of yours it lies; on the store's own disk that proves no copy elsewhere. Whoever can open the store now can open it, also once they have
        left; a case erased later stays in it. Others who write meanwhile wait. Onto another disk it is written by way of a sealed copy beside the store,
        for which alone others wait: if it is cut off (a stick pulled out, a share gone), the same command within a day goes on from there.
    .examples =
        nansen backup make /media/stick/2026-11.nansen
        nansen backup make 2026-11.nansen --known recipients.txt
        nansen backup make /media/stick/2026-11-27.nansen --keep 7d,4w,12m --kept stick --where elsewhere
arg-backup-make-file = The new file; nothing that exists is overwritten
arg-backup-make-spans = How many older ones stay: `7d,4w,12m` is the last of each of 7 days, 4 weeks and 12 months that have one
arg-backup-make-dry-run = Say which older ones would go; make and remove nothing
arg-backup-make-yes = Remove the older ones without asking
arg-backup-make-kept = Where it lies: a place by an alias of your own (`bank`, `stick`), never a person's name
arg-backup-make-whereabouts = How far that is: on this disk, in this office, or elsewhere; as it was said last, if it is not said
cmd-backup-kept = Say where a copy of a backup lies
    .more = Without a place it lists where copies lie, how old they are and when each was proved. With one, it says so of the last backup, unless `--file` names the copy: then it is read to its end and compared with what was made. A file on the store's own disk proves no copy elsewhere or in the office, and is refused:
        plug in the stick or disk on which it lies. `nansen status` asks until a copy that was proved, by that or by `nansen backup drill`, lies outside this office, and again when it is half a year old. `--where gone` takes back what was said of the place.
    .examples =
        nansen backup kept bank --where elsewhere --file /media/stick/2026-11.nansen
        nansen backup kept bank
        nansen backup kept
arg-backup-kept-kept = The place, by an alias of your own, never a person's name; all are listed where it is left out
arg-backup-kept-whereabouts = How far it is: on this disk, in this office, elsewhere, or gone; as it was said last, if it is not said
arg-backup-kept-file = The copy itself, to be read and compared
ask-thin = Remove these older backups?
cmd-backup-verify = Read a backup to its end and judge what is in it
    .more = It is unpacked into a folder beside the file, judged as `nansen store verify` judges a store, and removed. What is unpacked is
        sealed as the store is. Where that disk is full or cannot be written to, it is unpacked in the system's folder for what goes again (TMPDIR).
    .examples =
        nansen backup verify /media/stick/2026-11.nansen
        nansen backup verify 2026-11.nansen --json
arg-backup-verify-file = The backup
cmd-backup-restore = Make a store out of a backup, in a new place
    .more = It is judged before it is put there, and never put over anything. Your own key opens it, or the one that `nansen key recover` makes
        of the recovery card. What was recorded after the backup is not in it.
    .examples =
        nansen backup restore 2026-11.nansen --store ~/restored
        nansen --key card.age backup restore 2026-11.nansen --store ~/restored
arg-backup-restore-file = The backup
cmd-backup-drill = Prove that the recovery card opens a backup
    .more = Type the words of the card; the backup is unpacked beside the store, opened with the card alone, judged and removed. Nothing is
        changed but a note that it was proved, which `nansen status` shows. Do it twice a year. `--kept ALIAS` says that this file is the copy at a
        place (`nansen backup kept`), which is proved with it; a drill of another copy proves nothing of that one.
    .examples =
        nansen backup drill /media/stick/2026-11.nansen --kept bank
        nansen backup drill
arg-backup-drill-kept = The place at which this file lies, by its alias
arg-backup-drill-file = The backup; asked for where it is left out
cmd-import = Import cases from JSON Lines or a spreadsheet
    .more =
        All or nothing: one bad line and nothing is imported, with every fault listed. A second import of the same file changes
        nothing. Columns that would hold personal data are refused; of a sheet (CSV, XLSX) a map says which are sealed and which
        are dropped. `--plan -o MAP` proposes the map and writes nothing else. A sheet with the columns of the lines themselves
        (`type`, `case` …) needs none. A file that `nansen export archive` made is
        taken into an empty store. Give each line of JSON Lines a `ref`: a changed line of the same `ref` is listed, one without is a
        new event. A wrong import is taken back whole: `nansen undo` right after it, else `nansen retract --batch`. From some
        5,000 rows on nobody else can read until it is done.
    .examples =
        nansen import cases.xlsx --plan -o map.toml
        nansen import cases.xlsx --plan --sheet 2 --heading 3 -o map.toml
        nansen import cases.xlsx --map map.toml --dry-run
        nansen import cases.xlsx --map map.toml
        nansen import newer.xlsx --map map.toml --seal-again
        nansen import --sheet-gone deleted
        nansen import cases.jsonl --dry-run
        nansen import cases.jsonl --skip-bad bad.jsonl
arg-file = The file, or `-` for stdin
arg-import-file = The file, or `-` for JSON Lines on stdin
arg-plan = Propose a map from the columns of a sheet to fields
arg-import-sheet = Which sheet of a workbook the map is for, by its number; without it the first that is shown and has headings
arg-import-heading = The last row of the headings, where another is taken for it
arg-map = The map of a sheet, as `--plan` proposed it and a person corrected it
arg-seal-again = Seal what the sheet says of persons of whom an earlier import sealed something: nobody here can compare the two
arg-sheet-gone = Say what became of the sheets that were imported: `deleted` or `kept-sealed`
arg-import-dry-run = Judge everything, write nothing
arg-skip-bad = Import the good lines and write the bad ones into this new file

cmd-completions = Print completions for a shell
    .more = Put them where your shell looks for them.
    .examples =
        nansen completions bash > nansen.bash
        nansen completions fish > nansen.fish
arg-shell = The shell

cmd-help = Explain a topic or a command
    .more = Topics are exit-codes, environment, formats, deadlines and safety.
    .examples =
        nansen help deadlines
        nansen help record decision
arg-topic = A topic, or the words of a command

## Options that every command takes
arg-store = The store's folder
arg-key = Your key file; a second one opens names
arg-passphrase-fd = Read the passphrase from this open descriptor, one line
arg-format = The form of the result: human at a terminal, else plain
arg-json = Short for `--format json`
arg-output = Write the result into this new file, for your eyes only
arg-key-generate-output = The new key file
arg-color = When to colour
arg-lang = The language of what people read
arg-quiet = Say nothing but the result and errors
arg-verbose = Say more of what is done, never data
arg-no-input = Never ask; name the option that is missing instead
arg-as-of = Show what had happened by this day, and what is due from it on
arg-help = Print help
arg-version = Print version

## Prompts
ask-passphrase = Passphrase:{" "}
ask-card = The 24 words of the card
ask-share = The 28 words of a card, or the text of its square
ask-share-other = The same of another card
ask-holders = Others can open names now, perhaps with cards. What is sealed from now on opens to the keys of this file alone. Go on?
ask-remove = Remove them?
ask-remove-me = That is you: afterwards your own key opens nothing here. Go on?
ask-kept-elsewhere = Are the recovery card and all that opens names out of this office?
ask-opening-reason = What for
ask-forget = To erase it for good, type its case number or callsign once more
ask-match = A name, telephone or file number of the person (Enter when there is no further one)
ask-names = A name as it is written (Enter when there is no further one)
ask-birth = Date of birth, as far as it is known
ask-birth-wrong = A date like 1971-03-02, 1971-03 or 1971 that has come.
ask-telephone = A telephone number (Enter when there is no further one)
ask-address = Address
ask-reach = How to reach the person without danger: when, in which language, what not to say
ask-documents = Number of a passport or another paper (Enter when there is no further one)
ask-file-numbers = File number of an authority (Enter when there is no further one)
ask-sealed-note = Whatever else must not stand in the open
seal-title = What you type here is sealed: you cannot read it back, and nothing of it stays on the screen.
document-lies = { $path }
    Look at it there. Press Enter when you have seen it; it is overwritten and gone then, or after ten minutes.
identity-until = Press Enter to clear the screen. It is cleared after a minute.
ask-because = Why
ask-because-empty = Say why in a few words.
ask-because-long = At most 120 characters.
ask-case = Which case
ask-on = What is it about
ask-person = Whose is it
ask-own-case = Which case is their own
ask-person-all = everybody, each with an entry of their own
ask-deadline = Which deadline
ask-close = Close this case?
ask-leave-out = (leave out)
ask-confirm = Record this { $what }?
ask-echo = { $case }  { $callsign }  from { $origin }, born { $born }, last: { $last }
ask-help-date = 2021-09-13, 13.09.2021, 2021-09, 2021, today, or 2021-09-10..2021-09-15
ask-help-word = a short code: letters, digits, - _ .
ask-help-origin = two letters (KP), stateless or unknown
ask-help-jurisdiction = two letters (ru) or a body (unhcr)
ask-help-fact = NAME=VALUE, as `nansen help deadlines` lists them
ask-help-year = four digits
ask-note = Type the note, without names, numbers or addresses. End it with Ctrl-D on a line of its own.
ask-note-guard = I warn of e-mail addresses, telephone, document and account numbers, days of birth, addresses and names behind a title. I cannot see other names.
guard-sees = I can see in it { $kinds }. I cannot see names. Every member can read this text; what ties a case to a person is for `nansen identity seal`.
ask-keep = Keep it as it is?
progress-verify = checking { $done } of { $of }
progress-bytes = { $done } of { $of } bytes
progress-import = importing case { $done } of { $of }
progress-back = taking back case { $done } of { $of }
rebuild-done = { $count ->
    [one] The projections of { $count } case are made again.
   *[other] The projections of { $count } cases are made again.
}

## Keys and cards
passphrase-title = Your passphrase. Write it on paper until you know it, then destroy the paper. Nobody can reset it.
passphrase-keep = It will be asked for once more.
passphrase-noted = Have you written it down?
passphrase-again = Type it back:{" "}
passphrase-wrong = Not the same. Look at your paper and try again.
ask-backup = Where is the backup?
key-no-passphrase = Without a passphrase, whoever has this file has the key.
key-words = To compare on the telephone: { $words }
key-words-of = The six words of { $member }: { $words }
key-words-same = The key of { $member } has these six words: { $words }. Are they the ones that { $member } reads aloud to you?
key-passphrase-first = This key file has no passphrase: it gets one now. Copies of it as it is still open without.
key-passphrase-changed = The key is under its new passphrase. Copies of the old file still open with the old one.
key-recover-elsewhere = These words open no store here. If theirs was made with an older key, run this again with --store DIR, so that their key is of its sort.
init-older-key = This key is of the older sort: who copies the store today may open it with a quantum computer one day. `nansen key generate` makes one of the newer sort.
init-no-recovery = Without a recovery card, whoever loses the key or its passphrase loses everything in the store.
init-no-seal = Without a seal key nobody can open names, and until somebody can none is sealed here. `nansen key shares` makes one later.
init-accept = To go on without, type "{ $sentence }"
init-accept-recovery = I accept the loss
key-accept-card = I accept the loss
init-own-key-names = Your own key opens names, too: whoever makes you unlock has both. Cards (`nansen key shares`) or another person's key keep them apart.
init-accept-seal = I do without names
init-moved = The folder you are in was made anew. Enter it again before you go on: cd "$PWD"
card-title = Recovery card. It opens the store without your key. Copy the words by hand.
card-keep = Keep it in another place than the computer. It is shown this once, and stands in no file. The same follows as a square code.
card-keep-no-square = Keep it in another place than the computer. It is shown this once, and stands in no file. For a square code this window is too small: the words are enough.
card-done = Is the card copied?
card-square = The same, to be photographed with a camera that is on no network.
card-square-done = Go on?
share-title = Card { $number } of 3 of the seal key. Any two open names, one opens nothing. Copy the words by hand.
share-keep = Keep each with somebody else, outside this office: one abroad, one with a lawyer. It is shown this once, and stands in no file. The same follows as a square code.
share-keep-no-square = Keep each with somebody else, outside this office: one abroad, one with a lawyer. It is shown this once, and stands in no file. For a square code this window is too small: the words are enough.
share-done = Is the card copied?
share-typed = Two of the three cards of the seal key. Nothing of them is written to a file or stays on the screen.
shares-older = What was sealed before stays with those who could open it. Keep their cards or keys as well.

## What the program finds
need-deadline-overdue = { $count ->
    [one] { $count } deadline is overdue: nansen due --overdue --worker all
   *[other] { $count } deadlines are overdue: nansen due --overdue --worker all
}
need-retention-warn = { $count ->
    [one] { $count } closed case has passed its period, and people are to be told: nansen retention warn
   *[other] { $count } closed cases have passed their period, and people are to be told: nansen retention warn
}
need-retention-forget = { $count ->
    [one] { $count } closed case has passed its period, and people were told twice: nansen retention list
   *[other] { $count } closed cases have passed their period, and people were told twice: nansen retention list
}
need-log-unsigned = { $count ->
    [one] What was recorded of deadlines on { $day } was looked over by nobody else: nansen deadline log
   *[other] What was recorded of deadlines on { $count } of the last 31 days was looked over by nobody else, last on { $day }, first on { $since }: nansen deadline log
}
need-deadline-unconfirmed = { $count ->
    [one] { $count } deadline is unconfirmed: find out the day it runs from
   *[other] { $count } deadlines are unconfirmed: find out the days they run from
}
need-rule-stale = { $count ->
    [one] { $count } rule behind an open deadline should have been read again: nansen rule list
   *[other] { $count } rules behind open deadlines should have been read again: nansen rule list
}
need-case-nobody = { $count ->
    [one] nobody works on { $count } case: nansen list --worker nobody
   *[other] nobody works on { $count } cases: nansen list --worker nobody
}
need-case-left = { $count ->
    [one] { $count } case is of a member who is gone: nansen list --worker all, then nansen assign
   *[other] { $count } cases are of members who are gone: nansen list --worker all, then nansen assign
}
need-handover-waiting = { $count ->
    [one] { $count } case was given to another office and no receipt came: ask there, then nansen case receipt FILE; until then its deadlines are yours
   *[other] { $count } cases were given to other offices and no receipt came: ask there, then nansen case receipt FILE; until then their deadlines are yours
}
need-absence-nobody = { $count ->
    [one] of { $count } member who is away nobody sees to the cases: nansen absence list
   *[other] of { $count } members who are away nobody sees to the cases: nansen absence list
}
need-case-contested = { $count ->
    [one] { $count } case holds two live versions of one entry: nansen show --all
   *[other] { $count } cases hold two live versions of one entry: nansen show --all
}
need-recovery-none = there is no recovery card: if the key is lost, so is everything
need-recovery-acting = you act with the recovery card. Make a key of your own (`nansen key generate`), put it in the place of the lost one (`nansen key rotate --members FILE`), and put the card back
need-names-member = { $count ->
    [one] one member's own key opens names, too: whoever makes that member unlock has both
   *[other] the own keys of { $count } members open names, too: whoever makes one of them unlock has both
}
need-sheet-open = { $count ->
    [one] a spreadsheet was imported and still lies somewhere: of all that you have it is the weakest copy. Once all that it holds is in, delete or seal it, then say so: nansen import --sheet-gone deleted
   *[other] spreadsheets were imported ({ $count } times) and still lie somewhere: of all that you have they are the weakest copies. Once all that they hold is in, delete or seal them, then say so: nansen import --sheet-gone deleted
}{ $left ->
    [0] {""}
    [one] . One sheet of the file was not taken
   *[other] . { $left } sheets of the file were not taken
}
need-table-waiting = { $count ->
    [one] { $count } table or list waits for another member: nansen stats ledger
   *[other] { $count } tables or lists wait for another member: nansen stats ledger
}
need-keys-old = the store's keys are older than 90 days: `nansen key rotate` gives it new ones, and what was copied without the old ones opens no more
need-recovery-unconfirmed = take the recovery card and what opens names out of this office, then say so: nansen key kept-elsewhere
need-names-unconfirmed = take what opens names out of this office, then say so: nansen key kept-elsewhere (make the recovery card first: it goes the same way)
need-backup-none = there is no backup yet: `nansen backup make FILE`, and take the file to another place
need-backup-old = the last backup is older than a week: `nansen backup make FILE`, and take the file to another place
need-backup-elsewhere = no backup that was proved lies outside this office: with a stick or another disk `nansen backup make FILE --kept ALIAS --where elsewhere`
need-backup-cut-off = a backup was cut off: `nansen backup make FILE` into the same folder goes on with it until a day is over; what lies ready for that goes then
need-backup-elsewhere-old = the newest proved backup outside this office is more than half a year old: `nansen backup make FILE --kept ALIAS --where elsewhere`; `nansen backup kept` lists where copies lie
need-backup-card = the recovery card is newer than the last backup and does not open it: `nansen backup make FILE`
need-drill-none = nobody has tried yet whether the recovery card opens the backup: `nansen backup drill FILE`
need-drill-old = for half a year nobody has tried whether the recovery card opens the backup: `nansen backup drill FILE`
need-head-slot = one of the two slots of the store's head was bad; nothing is lost, but if it happens again check the disk
need-head-older = somebody put an older head of the store back: nothing is lost, but find out who can write to its folder
need-head-behind = all is written, but the store's head could not follow: look at the disk; the next command that can writes it
need-keys-unfinished = a change of who can open the store is not at its end: the next command that can write there carries it on
notice-text = without a date: { $what } ({ $citation }) [{ $rule }]
notice-no-rule = no time limit is known here for { $event } under the law of { $jurisdiction }: ask a lawyer today

finding-head-slot = one of the two slots of the head was bad; the next write makes it good
finding-head-older = the head is older than a crash can leave it: an older one was put back
finding-keys-unfinished = a change of who can open the store was cut off: the next command carries it on
finding-journal = the database's journal was not empty: a write was cut off and is taken back, or something was put there
finding-uncut = a process was stopped before the database could give back room: the next command that writes cuts it off
finding-projections-stale = another version of nansen made what is looked up; it is made anew when the store is opened
finding-erased = a case was emptied and nobody says so, or was not although somebody did
finding-member-recipient = an entry gives { $member } another key than the one they came with: somebody wanted to take their place. It counts for nothing
finding-unsigned = the end of a stream is not signed by the device that writes it: entries were added, taken away or put back by somebody else
finding-head-bytes = the head holds bytes where none may be
finding-head = the head is missing or has no good slot
finding-keys = the store's keys are damaged or belong to another store
finding-database = the database is damaged
finding-older-database = the database is older than the head says: an older copy was put back
finding-other-history = the database and the head tell two histories
finding-history = an event was removed, altered or moved
finding-payload = the content of { $count ->
    [one] an event
   *[other] { $count } events
} does not open or is not what was written
finding-attachment = what a document holds is not there, or is not what was added
finding-attachment-outside = { $count ->
    [one] what a document held lies
   *[other] what { $count } documents held lies
} in the store although no entry tells of it
finding-projection = what was made of the history is not what it adds up to: nansen store rebuild
finding-event-missing = { $count ->
    [one] an event is missing
   *[other] events are missing in { $count } places
}
finding-event-altered = { $count ->
    [one] an event was altered
   *[other] { $count } events were altered
}
finding-event-outside = { $count ->
    [one] an event stands outside of every commit
   *[other] { $count } events stand outside of every commit
}
finding-commit = { $count ->
    [one] a commit is not what was written
   *[other] { $count } commits are not what was written
}
finding-page-mac = { $count ->
    [one] a page of the database was altered
   *[other] { $count } pages of the database were altered
}
finding-older-page = a page of the database is older than the others
finding-length = the database is longer or shorter than it says
finding-structure = the database's structure is broken in { $count ->
    [one] one place
   *[other] { $count } places
}
finding-indexes-left-out = the indexes were left out
finding-unknown-files = { $count ->
    [one] a file lies in the store's folder that does not belong there
   *[other] { $count } files lie in the store's folder that do not belong there
}
finding-readable-by-others = { $count ->
    [one] a file of the store can be read by others on this machine
   *[other] { $count } files of the store can be read by others on this machine
}

note-not-for-release = Not for release: small numbers point at people.
note-small = Cells marked with ! count fewer people than may be published.
note-zero = A zero is true: nobody is counted there.
note-decided = A small number stands here on a decision of the office.
ask-show-cell = This tells every reader { $of ->
    [protection] that { $number } { $unit } received { $cell }
   *[other] the number of { $unit } in this cell, { $number } ({ $cell })
}. Have you asked them? Could they or their families be harmed? Type the number of { $unit } concerned:
ask-show-cell-wrong = That is not the number. Ctrl-C ends it, and nothing is released.
limit-checked = Checked is whether counts of this office's own releases, added and subtracted, tell of fewer persons than the threshold.
limit-others = Not checked: tables of other bodies about the same people.
limit-before = Not checked: what was published before the ledger began.
limit-chance = Not checked: what is likely but not certain.
limit-jointly = Not checked: what several withheld numbers tell together. Each is protected singly.
limit-pattern = Not checked: which cells were chosen to be withheld, as a clue.
limit-medians = Of times it is checked how many have one, not how long they took; of two groups that differ by few only one is told.
limit-groups = Not checked: groups of more than four kinds of people that only several tables together tell apart, and what of such groups is narrowed but not told exactly.
limit-lines = What nearly all of a line are is protected within a table and against its conditions, not yet against several tables together.
limit-families = A number that rests on one family is protected within its table, not yet against several together.
note-telling = Nine in ten of a line or more are in one cell ({ $cells }): whoever knows that somebody is counted in it knows that of them.
note-would-show = If the office so decides, numbers that are withheld here are shown: { $cells }.
note-would-lower = If the office so decides, fewer than { $threshold } are small here.
note-ever = Protection is the strongest form that was ever granted, not what is held today: that is counted in a table of its own.
note-fields = Of the fields of the office's own what is recorded for days up to { $day } counts.
note-humanitarian = Under POS_HUM, a stay for humanitarian reasons, temporary asylum is counted too.
note-condition = Where what a condition asks for (years among them) is not recorded, nothing is counted here; how often that is so is not told (x).
note-years = { $unit ->
    [decisions] Years and quarters go by the day of the decision.
    [applications] Years and quarters go by the day on which the application was lodged.
   *[other] Years and quarters go by the day of the first application.
}
note-kind = The kind of application is what was asked for, not what was granted.
note-scope = Counted are the cases of this store alone.
note-consent = Of everybody in the store { $never } were never asked whether they may be counted, and are; { $out } said no or took it back, and are in no table.
note-consent-most = Of everybody in the store more than half were never asked whether they may be counted, and are; { $out } said no or took it back, and are in no table.
note-consent-fewer = Of everybody in the store half or fewer were never asked whether they may be counted, and are; { $out } said no or took it back, and are in no table.

## The demo
demo-wait = Making an encrypted store with an invented caseload …
demo-intro = An invented office with { $count } cases, in an encrypted store that was just made. All people and dates are invented.
demo-case = A case: nansen show { $callsign }
demo-explanation = Why that day: nansen rule explain
demo-due = Who falls due this week: nansen due --worker all --within 7d
demo-summary = The summary, for the owner: nansen stats show --by protection
demo-withheld = What may not leave: nansen stats release --by protection --to press --show refugee_status
demo-released = What may: nansen stats release --by protection --to press --dry-run
demo-next-title = Try next
demo-next =
    nansen demo --keep practice       the same, in a folder that stays
    nansen help deadlines             how days are reckoned
    nansen init                       a store of your own
demo-next-kept =
    nansen --key { $key } --store { $store } due --worker all
    nansen --key { $key } --store { $store } status
    nansen --key { $key } --store { $store } list

## Topics
topic-exit-codes =
    How a command ends:

      0  done; an empty list is done, too
      1  could not be done; the message says why
      2  the command was not understood
      3  locked: no key given opens it
      4  integrity: the store is damaged or was altered
      5  withheld: publishing this would disclose
      6  needs a person: something must be chosen or shown
     10  something is due (`nansen due --exit-code`)
     70  a defect in the program
    130  interrupted
topic-environment =
    Variables of our own:

      NANSEN_STORE   the store's folder, as --store
      NANSEN_KEY     the key file, as --key
      NANSEN_LANG    the language, as --lang

    Where nothing names them:

      the store      $XDG_DATA_HOME/nansen/store, else ~/.local/share/nansen/store
      the key        $XDG_CONFIG_HOME/nansen/me.age, else ~/.config/nansen/me.age
      on macOS       ~/Library/Application Support/nansen/store and …/nansen/me.age

    `nansen store info` prints where the store is.

    Also heeded: XDG_DATA_HOME, XDG_CONFIG_HOME, HOME, LC_ALL, LC_MESSAGES, LANG, NO_COLOR, CLICOLOR_FORCE, TERM, COLUMNS.
    Nothing secret is ever read from a variable.
topic-formats =
    --format human   words and aligned columns; at a terminal
    --format plain   codes between tabs, with a header; elsewhere
    --format json    one object with its "schema"; the same in every language
    --format jsonl   one object a line
    --format csv     comma-separated values
    --format md      a table for a text, with how to read it
    --format html    one page to print, from which a browser makes a PDF; nothing in it is fetched
    --format xlsx    a workbook; of tables of figures alone (`nansen stats`), of lists with `nansen export xlsx`
    --format svg     a picture; of tables of figures alone

    `-o FILE` writes a new file that only you can read, and takes the format from its ending: .txt is human, .tsv is plain,
    and .json, .jsonl, .csv, .md, .html, .xlsx and .svg are what they say. Any other ending is refused, unless `--format` says what
    is meant.
    Nothing that exists is overwritten. Errors go to stderr; with JSON as an object with id, message and hint.

    Dates: 2021-09-13, 13.09.2021, 2021-09, 2021, today, or 2021-09-10..2021-09-15 for somewhere between.
topic-deadlines =
    due            the day to work to, on the cautious reading
    safe           earlier, where post or a closed counter makes it wise: aim for it
    last arguable  later, where a less cautious reading can be argued: for a missed deadline, never for planning

    Still asking for something:
      open         nothing met it, and its day has not passed
      sent         sent, but arrival is not proved
      extended     the body granted a later day (`nansen deadline extend`)
      unconfirmed  rests on something nobody has confirmed
      missed       its day has passed and nothing met it
    Settled:
      met          by an act in time
      met late     by an act after its day
      moot         no longer needed: another remedy was used
      waived       somebody decided that nothing will be done (`nansen deadline waive`)
      lapsed       over before an import brought it to us

    Deadlines run from the day on which a decision reached the person; the earliest known of served, notified, received and
    learned counts, else sent, else decided (then unconfirmed). A day known only as a month counts from its first day.

    Facts that rules ask for (`nansen record fact CASE --fact NAME=VALUE`):
      true or false  abroad absconded accel_ground after_transfer answered appeal_lodged appeal_pending
                     application_lodged appointment_given attended_hearing challenges_tribunal
                     changed_country_conditions citizens_rights deadline_missed detained eurodac_hit
                     extended house_arrest imprisoned in_absentia in_reception instruction_defective
                     irregular_entry judgment_in_force large_numbers mass_arrivals online_list oral
                     other_ground_to_stay other_procedure out_of_time overseas reexamination remitted
                     short_ground suspensive totally_without_merit unhcr_request urgent
      dates          asylum_rights_notified deadline_end decided hearing legal_aid_decided
                     legal_aid_requested lodged objection_end printed_date reappeared registered
                     removal_at renewal_filed rights_affected
      countries      country member_state origin (two letters);  region (DE-BY, GB-EAW)
      others         appeal_against (return_decision transfer_decision), authority (nsm police
                     residence_permit unhcr), document (applicant_document asylum_seeker_certificate
                     attestation conditional_release examination_certificate permission_to_stay protocol
                     residence_permit salvoconducto section_22 transit_visa travel_document
                     work_permit), entry_by (land_us other), entry_order (first later),
                     inadmissible_ground (art_38_1_a art_38_1_b art_38_1_c art_38_1_d art_38_1_e),
                     interim_kind (negative_credible_fear reasonable_fear), judgment_kind (judgment
                     gerichtsbescheid), law (2015 2026), lodged_at (authority mission), made_at
                     (port_of_entry inland), made_to (competent_authority other_authority),
                     means_of_service (post registered_letter electronic hand facility), minor
                     (accompanied unaccompanied), missed (limit grounds), procedure (regular accelerated
                     border airport admissibility responsibility extended), refusal_kind (unfounded
                     manifestly_unfounded inadmissible excluded refused_examination withdrawn_implicit
                     responsibility_other_state safe_third_country subsequent_no_new_elements abusive
                     fraudulent), refused_by (first_tier upper_tribunal immigration_judge), request
                     (take_charge take_back), step (failed interim_measure reasons reply request),
                     delay_days (a number), time_of_day (14:30), national_period (10d 2w 1m),
                     national_period_remain (10d 2w 1m).

    `nansen rule explain` shows every step. The program is no lawyer: have what it says checked.
topic-safety =
    Never type names, dates of birth, numbers of documents or files, telephone numbers or addresses: not in a note, not in a
    reason, not in a code. Cases have numbers and callsigns; keep no list that ties them to names beside the program.

    The store is encrypted; while it is open, whoever sits at the machine can read it. Lock the screen. `nansen unlock` keeps
    the key for ten minutes at a time; `nansen lock` forgets it at once. `nansen panic` destroys your key on this machine; the
    recovery card makes a new one. Keep that card in another place, and each of the three cards of the seal key in one of its
    own: two of them together open every name. Copy the whole folder of the store, never single files of it.

    The program opens no connection, starts no other program and writes no log.
