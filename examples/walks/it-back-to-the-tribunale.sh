#!/bin/sh
# Italy: the Court of Cassation sends the case back to the court below, which dismisses a second time.
. "$(dirname "$0")/lib/walk.sh"
walk it NG 'Italy: sent back, and dismissed a second time'

says 'The application is lodged; the regular procedure, at liberty.'
does application --kind single_procedure --registered 2023-09-11 --lodged 2023-09-18
does fact --fact procedure=regular --on A1
does fact --fact detained=false

says 'The commission refuses on the merits: thirty days to the Tribunale (D.lgs. 25/2008 art. 35-bis).'
does decision --outcome refused --basis unfounded --decided 2023-11-20 --notified 2023-11-24
deadline it.appeal-30d 2023-12-27 open 2023-11-27
does appeal --kind appeal --lodged 2023-12-18
deadline it.appeal-30d 2023-12-27 met 2023-12-19

says 'The Tribunale dismisses by decree: thirty days to the Court of Cassation, and no further court on the facts.'
does decision --outcome dismissed --decided 2024-06-10 --notified 2024-06-17
deadline it.cassation-30d 2024-07-17 open 2024-06-18
does appeal --kind further_appeal --lodged 2024-07-12

says 'Cassation annuls the decree and sends the case back: the appeal is pending again below, the application undecided.'
does decision --outcome remitted --decided 2025-03-03 --notified 2025-03-10
state A1.2 remitted
state A1.1 pending
state A1 pending

says 'What is decided now cannot lie before the day on which it came back.'
refuses history.too-early decision --on A1 --outcome refused --basis unfounded --decided 2025-02-10

says 'The Tribunale dismisses again: the application is refused again, and the thirty days run anew.'
does decision --on A1.1 --outcome dismissed --decided 2025-11-10 --notified 2025-11-17
state A1 refused
state A1.1 dismissed
deadline it.cassation-30d 2025-12-17 open 2025-11-18
does appeal --kind further_appeal --lodged 2025-12-12
deadline it.cassation-30d 2025-12-17 met 2025-12-13
state A1.3 pending
walked
