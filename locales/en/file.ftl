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
