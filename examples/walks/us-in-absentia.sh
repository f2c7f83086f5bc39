#!/bin/sh
# United States: an order made in absentia is rescinded on motion; then a refusal, the Board, the court of appeals.
. "$(dirname "$0")/lib/walk.sh"
walk us HN 'United States: an order in absentia is rescinded'

says 'Asylum is asked for within the first year; the judge sets a hearing.'
does application --kind single_procedure --lodged 2023-06-12
does hearing --date 2025-02-10 --on A1

says 'Nobody comes, and the judge orders removal in absentia: 180 days for a motion to reopen (8 USC 1229a(b)(5)(C)).'
does step --kind appointment_missed --date 2025-02-10
does fact --fact in_absentia=true --on A1 --date 2025-02-10
does decision --outcome refused --basis unspecified --decided 2025-02-10 --sent 2025-02-10 --received 2025-02-18
state A1 refused
deadline us.motion-reopen-absentia 2025-08-11 open 2025-02-19

says 'The motion is filed in time, and the judge rescinds the order: the case is pending before the same judge.'
does filing --kind reopening_request --lodged 2025-05-05 --on A1
deadline us.motion-reopen-absentia 2025-08-11 met 2025-05-06
does decision --outcome rescinded --decided 2025-06-16 --sent 2025-06-17
state A1 pending

says 'This time the person is heard, and refused on the merits.'
does fact --fact in_absentia=false --on A1 --date 2025-10-20
does hearing --date 2025-10-20 --on A1
does fact --fact refused_by=immigration_judge --on A1
does decision --outcome refused --basis unfounded --decided 2025-10-20 --sent 2025-10-20
state A1 refused
deadline us.bia-appeal 2025-11-19 open 2025-10-21

says 'The Board of Immigration Appeals, which is no court, has thirty days’ notice and dismisses.'
does appeal --kind administrative_review --lodged 2025-11-17
deadline us.bia-appeal 2025-11-19 met 2025-11-18
does decision --outcome dismissed --decided 2026-05-11 --sent 2026-05-12
deadline us.pfr 2026-06-10 open 2026-05-12

says 'A petition for review goes to the court of appeals; nobody may count on the clerk’s mailbox.'
does appeal --kind appeal --lodged 2026-06-08
deadline us.pfr 2026-06-10 met 2026-06-09
state A1.2 pending
walked
