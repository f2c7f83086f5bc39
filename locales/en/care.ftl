# What is said of check-ins, disappearances, mandates, next steps, referrals, resettlement and risk.

## Commands
cmd-check-in = Wait for the check-ins of a person in danger of abduction
    .examples =
        nansen check-in set amber-heron --every 3d --how partner
        nansen check-in plan < plan.txt
cmd-check-in-set = Wait for a check-in every few days
    .more =
        `nansen record check-in` says that it came. One that does not come by its day stands above everything else in
        `nansen due`, for every member, with the office's alarm plan below it. There is no code for the telephone, on purpose: whoever
        holds the person can hold the telephone, a call tells where it is, and a voice can be made to say that all is well.
    .examples =
        nansen check-in set amber-heron --every 3d --how partner
        nansen check-in set amber-heron --every 1w --how in_person --date 2021-11-02
arg-every = How often: `3d`, `1w`
arg-how = How: a partner sees the person, in person, a written message with what was agreed, the lawyer, or somebody who lives with them
arg-check-in-set-date = From when on (today if not given)
cmd-check-in-end = Wait for check-ins no longer
    .more = A case with a check-in cannot be closed before. What was recorded stays.
    .examples =
        nansen check-in end amber-heron --because "lives with relatives abroad now"
        nansen check-in end amber-heron --date 2021-11-30 --because -
arg-check-in-end-date = From when on (today if not given)
cmd-check-in-plan = Write the office's alarm plan, from stdin or typed
    .more =
        What the office does when somebody has disappeared, in its order: a code a line, after a colon a few words of your own, at most
        120 characters and nothing personal. It takes the place of the plan before. Codes: rule_39, interim_measure, ombudsman,
        other_office, lawyer, unhcr, partner, authority, ask_person, get_document, translate, prepare, file, check, other.
    .examples =
        nansen check-in plan < plan.txt
        nansen check-in plan --show
arg-check-in-plan-show = Show the plan that holds, and read nothing

cmd-task = Keep the next steps of a case
    .examples =
        nansen task add amber-heron --what translate --by 2021-11-15
        nansen task list --worker m1
cmd-task-add = Add a next step, with a day and a person
    .more =
        A code, or a few words from stdin or typed where the code is `other` or left out: never as an argument, and nothing personal.
        It stands in `nansen due` after the deadlines, until it is done or dropped.
    .examples =
        nansen task add amber-heron --what get_document --by 2021-11-15
        nansen task add amber-heron --by 2021-11-15 --to m2
arg-task-add-what = What, as a code; a few words are asked for where it is `other` or left out
arg-task-add-due = By when
arg-task-add-person = Whom alone it concerns, by the number of `nansen person list`; the whole case if not given
arg-task-add-to = By whom: a member's alias (whoever works on the case, if not given)
cmd-task-done = Say that a next step is done
    .more = By the beginning of its id, as `nansen task list` and `nansen due` print it.
    .examples =
        nansen task done k7q4mda
        nansen task done k7q4mda --date 2021-11-12
cmd-task-drop = Say that a next step will not be done
    .more = Needs a reason, which stays with it.
    .examples =
        nansen task drop k7q4mda --because "the court has the paper"
        nansen task drop k7q4mda --because -
arg-task-done-event = The beginning of its id
arg-task-drop-event = The beginning of its id
cmd-task-list = List next steps, soonest first
    .more = Of all open cases, or of one; with `--all` those that were done or dropped, too.
    .examples =
        nansen task list
        nansen task list amber-heron --all
arg-task-list-worker = Of this member alone: what they were given, and what nobody was given in their cases
arg-task-list-all = Those that were done or dropped, too

cmd-deadline-told = Say that the person, who files alone, was told of a deadline
    .more =
        Where the mandate is advice or monitoring, or an outside lawyer represents the person, they file and we tell them. That
        ends our duty: `nansen due` leaves the deadline out from then on, and counts it. Where its day moves it is back, and they must
        be told anew. Without such a mandate on record it is refused: the deadline is ours.
    .examples =
        nansen deadline told k7q4mda --means in_person --language fa
        nansen deadline told amber-heron --rule ru.complaint-1m --date 2021-10-01 --means letter --language ru
arg-deadline-told-means = How the person was told
arg-language = In which language: two or three small letters (`fa`, `tir`)

cmd-record-check-in = The person said that all is well
    .more = Today unless you give another day. The next one is reckoned from it.
    .examples =
        nansen record check-in amber-heron
        nansen record check-in amber-heron --date 2021-11-02
cmd-record-disappearance = The person has disappeared
    .more =
        Opens what the office's alarm plan says, as next steps for today; `nansen show` and `nansen due` say it on top, with what courts
        and committees can be asked for at once. It stops nothing: deadlines and check-ins go on.
    .examples =
        nansen record disappearance amber-heron --date 2021-11-05
        nansen record disappearance amber-heron --date 2021-11-05 --reason abduction_feared
arg-record-disappearance-reason = What is thought of it
cmd-record-reappearance = The person was found, or came back
    .more = Counts as a check-in, too. Next steps that the plan opened stay until they are done or dropped.
    .examples =
        nansen record reappearance amber-heron --date today
        nansen record reappearance amber-heron --date 2021-11-07
cmd-record-mandate = What the office was asked to do
    .more =
        With advice or monitoring, with none, or where an outside lawyer represents the person, they file and not we; `nansen due` says so. The
        latest mandate holds, while it runs; without one everything is as if we filed. A power of attorney runs out on the day that is written on it.
    .examples =
        nansen record mandate amber-heron --kind representation --date 2021-11-02 --attorney-until 2022-11-02
        nansen record mandate amber-heron --kind advice --date 2021-11-02
arg-record-mandate-kind = What the office was asked to do
arg-lawyer = A lawyer who is not of the office represents the person
arg-attorney-until = The last day of the power of attorney
cmd-record-referral = The person was passed on to a partner, or by one to us
    .more = The partner is a code of the office's own, never a person. What became of it: `nansen record referral-outcome`.
    .examples =
        nansen record referral amber-heron --kind to --partner clinic-2 --service medical --date 2021-11-02
        nansen record referral amber-heron --kind from --partner unhcr --service legal --date 2021-11-02
arg-record-referral-kind = To a partner, or from one
arg-partner = The partner, as a code of the office's own
arg-service = What the partner is to help with
cmd-record-referral-outcome = What became of a referral
    .more = It is about the one referral that waits; `--on` says which where several do, by the beginning of its id.
    .examples =
        nansen record referral-outcome amber-heron --outcome accepted --date 2021-11-09
        nansen record referral-outcome amber-heron --on k7q4mda --outcome done --date 2021-12-09
arg-record-referral-outcome-outcome = What became of it
cmd-record-resettlement = A step on the way to a third country
    .more = A path of its own beside the applications: referred or submitted, accepted or refused, departed; it can be withdrawn before. One path a country.
    .examples =
        nansen record resettlement amber-heron --state referred --country CA --date 2021-11-02
        nansen record resettlement amber-heron --state accepted --country CA --date 2022-02-02
arg-record-resettlement-state = Where it stands from then on
arg-country = The country: two letters (`CA`)
cmd-record-risk = How great the danger is
    .more = Today unless you give another day. The day of the review falls due in `nansen due`; the next weighing meets it.
    .examples =
        nansen record risk amber-heron --level high --review 2021-12-02
        nansen record risk amber-heron --level low --review 2022-05-02 --date 2021-11-02
arg-level = How great it is
arg-review = The day to look at it again
arg-risks = How great the danger is thought to be (can be repeated)
arg-act = Whether the next step was done or dropped
arg-state = Where a resettlement stands
arg-correct-what = What a next step is, as a code

## Asked and told at the terminal
ask-plan = The alarm plan, a step a line: a code, and after a colon a few words of your own. Nothing personal. End with Ctrl-D on a line of its own.
    Codes: { $codes }
ask-task = What is to be done, in a few words without personal data
ask-help-every = days or weeks: `3d`, `1w`
ask-help-country = two letters: `CA`
ask-help-language = two or three small letters: `fa`, `tir`
notice-no-plan = The office has no alarm plan: decide now whom to tell and what to file. `nansen check-in plan` keeps one for the next time.
recorded-tasks = Next steps:
need-person-missing = { $count ->
    [one] one person has disappeared: `nansen due` has the plan
   *[other] { $count } persons have disappeared: `nansen due` has the plan
}
need-check-in-overdue = { $count ->
    [one] one check-in did not come: `nansen due` has the plan
   *[other] { $count } check-ins did not come: `nansen due` has the plan
}
need-deadline-lapsed = { $count ->
    [one] one deadline had ended before its case came to us; `nansen show CASE` says how it might be restored. Settle it: nansen bulk settle --lapsed --because "why"
   *[other] { $count } deadlines had ended before their cases came to us; `nansen show CASE` says how they might be restored. Settle them at once: nansen bulk settle --lapsed --because "why"
}
need-task-overdue = { $count ->
    [one] one next step is past its day: `nansen task list`
   *[other] { $count } next steps are past their day: `nansen task list`
}

## due, show
due-disappeared = DISAPPEARED ({ $count })
due-check-in = NO CHECK-IN ({ $count })
due-they = THEY FILE, WE TELL THEM ({ $count })
due-tasks = NEXT STEPS ({ $count })
due-interim = can be asked for at once: { $what }
due-left-told = { $count } of which the person was told, who files (show CASE)
deadline-they-file = they file
deadline-check-in = { $what } (`nansen record check-in` when it came)
deadline-told = told { $day }, { $means }, in { $language }: the person files
show-disappeared = DISAPPEARED { $since }
show-check-in-overdue = NO CHECK-IN: it was due { $day }
show-check-in = check-in
show-check-in-value = { $count ->
    [one] every day
   *[other] every { $count } days
}, { $how }; the next by { $day }
show-mandate = mandate
show-attorney = power of attorney until { $day }
show-we-file = we file
show-they-file = they file
show-risk = risk
show-risk-value = { $level }; look again on { $day }
show-tasks = NEXT STEPS
show-referrals = REFERRALS
show-resettlement = RESETTLEMENT
tasks-empty = Nothing is to be done.
plan-head = Alarm plan:
plan-none = There is no alarm plan.
plan-written = It holds from now on.

## The history
entry-check-in-set = { $count ->
    [one] check-in every day
   *[other] check-in every { $count } days
}, { $how }
entry-mandate = mandate: { $kind }
entry-told = told the person, { $means }, in { $language }: { $what }
entry-task = next step: { $what }, by { $day }
entry-task-act = next step { $end }: { $what }
entry-referred-to = referred to { $partner }: { $service }
entry-referred-from = referred by { $partner }: { $service }
entry-referral-outcome = referral { $outcome }
entry-resettlement = resettlement to { $country }: { $state }
entry-risk = risk: { $level }

step-attorney = the last day on the power of attorney; no closed day moves it
step-risk-review = the day on which the danger is to be weighed again
code-own-nansen-attorney = the power of attorney runs out: have a new one signed in time
code-own-nansen-risk-review = weigh the danger again
code-own-nansen-check-in = check-in with the person expected
code-trigger-mandate = mandate
code-trigger-risk = risk

## Codes
code-event-check-in-set = check-in agreed
code-event-check-in = check-in: all is well
code-event-check-in-end = check-ins ended
code-event-disappearance = disappeared
code-event-reappearance = found again
code-event-mandate = mandate
code-event-deadline-told = told of a deadline
code-event-task = next step
code-event-task-act = next step ended
code-event-referral = referral
code-event-referral-outcome = outcome of a referral
code-event-resettlement = resettlement
code-event-risk = risk
code-event-alarm-plan = alarm plan

code-check-in-how-partner = through a partner
code-check-in-how-in-person = in person
code-check-in-how-message = by a written message
code-check-in-how-lawyer = through the lawyer
code-check-in-how-household = through somebody who lives with the person

code-task-rule-39 = ask the European Court of Human Rights for an interim measure (Rule 39)
code-task-interim-measure = ask a court or committee for an interim measure
code-task-ombudsman = tell the ombudsman
code-task-other-office = tell the other office
code-task-lawyer = speak with the lawyer
code-task-unhcr = speak with UNHCR
code-task-partner = speak with the partner
code-task-authority = ask the authority
code-task-ask-person = speak with the person
code-task-get-document = get a paper
code-task-translate = have it translated
code-task-prepare = prepare the interview or hearing
code-task-file = write or file a paper
code-task-check = look after it again
code-task-other = something else
code-task-end-done = done
code-task-end-dropped = dropped

code-disappearance-unknown = nothing is known
code-disappearance-abduction-feared = abduction feared
code-disappearance-detention-feared = detention feared
code-disappearance-moved-on = may have moved on

code-mandate-advice = advice
code-mandate-representation = representation
code-mandate-monitoring = monitoring
code-mandate-none = none any more
code-lawyer-outside = an outside lawyer

code-means-in-person = in person
code-means-letter = by letter
code-means-message = by a written message
code-means-telephone = by telephone

code-referral-to = to a partner
code-referral-from = from a partner
code-referral-outcome-accepted = accepted
code-referral-outcome-refused = refused
code-referral-outcome-done = done
code-service-medical = medical help
code-service-psychological = psychological help
code-service-legal = legal help
code-service-housing = housing
code-service-protection = protection
code-service-other = something else

code-resettlement-referred = referred
code-resettlement-submitted = submitted
code-resettlement-accepted = accepted
code-resettlement-refused = refused
code-resettlement-departed = departed
code-resettlement-withdrawn = withdrawn

code-risk-low = low
code-risk-medium = medium
code-risk-high = high
code-risk-extreme = extreme

# Who files what the applicant must
code-files-we = we
code-files-they = they

code-label-attorney-until = power of attorney until
code-label-review = look again on
