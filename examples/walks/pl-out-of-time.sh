#!/bin/sh
# Poland: an appeal comes too late, the limit is restored, the case goes back and ends with protection.
. "$(dirname "$0")/lib/walk.sh"
walk pl BY 'Poland: an appeal out of time is accepted'

says 'The application is lodged; the regular procedure.'
does application --kind single_procedure --lodged 2024-10-07
does fact --fact procedure=regular --on A1

says 'It is refused: fourteen days to the Refugee Board, which is no court (KPA art. 129).'
does decision --outcome refused --basis unfounded --decided 2025-03-03 --served 2025-03-10
deadline pl.appeal-14d 2025-03-24 open 2025-03-11

says 'The person lies in hospital, and the fourteen days pass.'
deadline pl.appeal-14d 2025-03-24 missed 2025-03-25

says 'The obstacle ends: seven days to ask that the limit be restored, with the appeal itself (KPA art. 58).'
does step --kind obstacle_ended --date 2025-04-02 --on A1
deadline pl.restore-7d 2025-04-09 open 2025-04-02

says 'Appeal and request are filed together. The appeal is late, and stays so; the request is in time.'
does appeal --kind administrative_review --lodged 2025-04-07
does filing --kind out_of_time --lodged 2025-04-07 --on A1.1
deadline pl.appeal-14d 2025-03-24 met_late 2025-04-08
deadline pl.restore-7d 2025-04-09 met 2025-04-08

says 'The Board restores the limit: the appeal is heard as if it had come in time.'
does step --kind out_of_time_accepted --date 2025-05-12 --on A1.1
state A1.1 pending

says 'It annuls the refusal and sends the case back.'
does decision --outcome remitted --decided 2025-08-04 --served 2025-08-11
state A1 pending
deadline pl.appeal-14d 2025-03-24 met_late

says 'The second decision gives subsidiary protection, and nothing stronger was asked for.'
does decision --outcome granted --protection subsidiary_protection --refused none --decided 2025-12-01 --served 2025-12-08
state A1 granted
walked
