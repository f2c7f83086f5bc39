#!/bin/sh
# Spain: the court sends the case back to the authority, which refuses a second time; review, then court again.
. "$(dirname "$0")/lib/walk.sh"
walk es VE 'Spain: sent back to the authority, and refused again'

says 'The wish to apply is made known, and the application is lodged a month later.'
does application --kind single_procedure --made 2024-01-15 --lodged 2024-02-12
refuses history.too-early application --kind single_procedure --made 2024-03-11 --lodged 2024-03-04

says 'It is refused: a month for the optional reposición, two months to the Audiencia Nacional.'
does decision --outcome refused --basis unfounded --decided 2024-07-22 --notified 2024-07-29
deadline es.reposicion-1m 2024-08-29 open 2024-07-30
deadline es.contencioso-2m 2024-09-29 open 2024-07-30
does appeal --kind appeal --lodged 2024-09-23
deadline es.contencioso-2m 2024-09-29 met 2024-09-24

says 'The court finds a fault of procedure and sends the case back: the application is undecided again.'
does decision --outcome remitted --decided 2025-05-12 --notified 2025-05-19
state A1 pending
state A1.1 remitted
refuses history.nothing-pending decision --on A1.1 --outcome dismissed --decided 2025-06-02

says 'The authority hears the person again and refuses a second time: both remedies are open anew.'
does interview --date 2025-07-08
does decision --outcome refused --basis unfounded --decided 2025-10-06 --notified 2025-10-13
state A1 refused
deadline es.reposicion-1m 2025-11-13 open 2025-10-14

says 'Reposición is tried first and dismissed: two months to the court, from that day.'
does appeal --kind administrative_review --lodged 2025-11-10
deadline es.reposicion-1m 2025-11-13 met 2025-11-11
does decision --outcome dismissed --decided 2025-12-01 --notified 2025-12-09
deadline es.contencioso-2m 2026-02-09 open 2025-12-10
does appeal --kind appeal --lodged 2026-01-26
deadline es.contencioso-2m 2026-02-09 met 2026-01-27
is 'what A1.3 is against' A1.2 "$(plain | grep "^A1.3$tab" | head -n 1 | cut -f 2)"
walked
