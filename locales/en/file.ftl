# What is said of what keeps a removal from being carried out, of detention, of papers that are to be renewed, and of what
# an office knows of a country of origin.

## Whether a removal must wait
code-suspended-suspended = suspended
code-suspended-not-suspended = not suspended by what is recorded
code-suspended-unknown = unknown whether it is suspended: ask a lawyer
code-suspender-interim-measure = an interim measure forbids it, granted
code-suspender-order = it must wait by an order of
code-suspender-said = a fact says that it stops the removal
code-suspender-automatic = stops the removal by itself
code-suspender-partial = stops the removal in some cases only
code-suspender-late = would stop the removal, but may have come too late for that
code-suspender-unsaid = the rules do not say, or not without facts that are not recorded, whether it stops the removal
code-suspender-apart = stops a removal, but what this one goes with is not recorded: `nansen correct ENTRY --on A1`
code-suspender-on-request = stops nothing by itself: that must be asked for
code-suspender-not = does not stop the removal
code-suspender-denied = was asked for and refused
code-suspender-taken-away = a fact says that it does not stop the removal
code-trigger-interim-measure-granted = interim measure granted: no removal
code-trigger-suspension-granted = suspension ordered: the removal must wait
code-trigger-suspension-refused = suspension refused: the removal need not wait
code-trigger-suspension-ended = what had stopped the removal is over
code-removal-entry-ban = entry ban

## Detention and papers
cmd-record-detention-review = A detention was reviewed, or was to be
    .more =
        About the one open detention; `--on M1` says which where there are several. The day of the next review (`--next`) falls due in
        `nansen due`, as a day of the office's own beside those of the law; the next review or a release settles it. Whoever is set free:
        `nansen record release`.
    .examples =
        nansen record detention-review amber-heron --outcome upheld --date 2021-11-09 --next 2021-12-07
        nansen record detention-review amber-heron --outcome planned --date 2021-11-02 --next 2021-11-09
arg-record-detention-review-outcome = What came of it: the detention goes on, it was not held, or its day is known (`planned`)
arg-record-detention-review-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-next = The day of the next review
arg-renew-from = The first day on which it can be renewed, where no law is known to say so
arg-renew-by = The last day to ask for its renewal, where no law is known to say so
entry-detention-review = review of the detention: { $outcome }
show-days-held = { $count ->
    [one] day 1
   *[other] { $count } days
} in detention
show-next-review = the next on { $day }
step-detention-review = the day of the review, as it was recorded
step-renew = a day that the office set, not a law: the last one to ask for renewal
step-renew-from = a day that the office set, not a law: from then on it can be renewed
code-own-nansen-detention-review = review of the detention (recorded by hand)
code-own-nansen-renew = ask for the renewal of the document (a day of the office's own, no law)
code-own-nansen-renew-from = from this day on the document can be renewed (a day of the office's own, no law)
code-trigger-detention-review = review of the detention
code-event-detention-review = review of the detention
code-review-outcome-upheld = upheld
code-review-outcome-not-held = not held
code-review-outcome-planned = planned
code-label-next = next
code-label-renew-from = renewal from
code-label-renew-by = renewal by

## What an office knows of a country
cmd-notice = Keep what holds for everybody from a country
    .examples =
        nansen notice add --origin KP --jurisdiction ru --date 2021-09 --source ministry-2021-09 < notice.txt
        nansen notice list
cmd-notice-add = Add a notice, from stdin or typed
    .more =
        No removals to a country, a practice that changed: said once, it stands in `nansen show` and `nansen case access` of every case with
        a person from there, those that are opened later too; `nansen find` finds it. It opens no deadline and changes no case. Write no
        names, numbers or addresses.
    .examples =
        nansen notice add --origin KP < notice.txt
        nansen notice add --origin KP --jurisdiction ru --date 2021-09-01 --source unhcr-2021-08
arg-notice-add-origin = The country of origin that it is about: two letters (`KP`), `stateless` or `unknown`
arg-notice-add-jurisdiction = The country or body whose law it is about (all if not given)
arg-notice-add-date = From when on (today if not given)
arg-notice-add-source = Where it was read or heard, as a code of the office's own
cmd-notice-list = List the notices that hold, or will
    .more = Each with how many open cases it is about.
    .examples =
        nansen notice list
        nansen notice list --all --json
arg-notice-list-all = Those that have ended, too
cmd-notice-end = Say that a notice holds no longer
    .more = By the beginning of its id, as `nansen notice list` prints it. What is wrong in a notice is ended, and written anew.
    .examples =
        nansen notice end k7q4mda
        nansen notice end k7q4mda --date 2021-12-31 --because "the court set it aside"
arg-notice = The beginning of its id
arg-notice-end-date = From when on it holds no longer (today if not given)
show-notices = KNOWN OF THE COUNTRY
notice-none = No notice holds.
notice-ahead = not yet: from { $day } on
notice-ended = ended { $day }
notice-cases = { $count ->
    [one] one open case
   *[other] { $count } open cases
}
code-event-notice = notice
code-event-notice-end = end of a notice

## What is held on one of several persons
access-law = What the law's rules say is in English, as it stands in the register of rules; what people of this office wrote is in their own words. Ask to have it read to you in your language.
access-who = who must act
access-office = this office
access-remember = a day to remember
access-from = runs from
access-title-person = What this office holds on person { $person } of case { $case }
access-notes = { $count ->
    [one] One note or next step of the whole case is not in it, because it may speak of others: this office must read it
   *[other] { $count } notes and next steps of the whole case are not in it, because they may speak of others: this office must read them
}, and give what concerns this person.
access-notices = What the office knows of the country
arg-case-access-person = Whom alone it is about, by the number of `nansen person list`; `all`: everybody

## Figures
note-handed-over = Of cases that were handed to another office, which counts them: { $count } persons, in no table here.
