#!/bin/sh
# Russia: temporary asylum is prolonged once and refused the second time; complaint, then court.
. "$(dirname "$0")/lib/walk.sh"
walk ru SY 'Russia: temporary asylum is not prolonged'

says 'Temporary asylum is asked for and granted for one year.'
does application --kind temporary_asylum --lodged 2024-03-11
deadline ru.ta-decision-3m 2024-06-11 open 2024-03-11
does decision --outcome granted --decided 2024-06-03 --notified 2024-06-10 --until 2025-06-03
deadline ru.ta-validity-1y 2025-06-03 open 2024-06-10

says 'Nothing is pending now: it takes a request to prolong before anything can be decided.'
refuses history.nothing-pending decision --outcome granted --decided 2025-04-21

says 'The request is filed before the year ends.'
does filing --kind renewal --lodged 2025-04-28
deadline ru.ta-extension-lead-1m 2025-04-30 met 2025-04-29

says 'It is prolonged for another year: a further decision on the same application.'
does decision --outcome granted --decided 2025-05-26 --notified 2025-05-30 --until 2026-06-03
deadline ru.ta-validity-1y 2025-06-03 moot 2025-05-30
state A1 granted

says 'The next request is refused: a month to complain, the court within three months (Law on Refugees art. 10).'
does filing --kind renewal --lodged 2026-04-20
does decision --outcome refused --basis unfounded --decided 2026-05-18 --notified 2026-05-22
state A1 refused
deadline ru.complaint-1m 2026-06-22 open 2026-05-25

says 'The complaint to the higher authority is lodged in time and dismissed.'
does appeal --kind administrative_review --lodged 2026-06-15
deadline ru.complaint-1m 2026-06-22 met 2026-06-16
does decision --outcome dismissed --decided 2026-07-13 --notified 2026-07-17
state A1.1 dismissed

says 'The court is asked. While it decides the application stays refused.'
does appeal --kind appeal --lodged 2026-08-10
state A1.2 pending
state A1 refused
walked
