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
