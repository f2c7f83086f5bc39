#!/bin/sh
# Germany: a transfer under the Dublin Regulation fails, six months pass, Germany takes over and decides itself.
. "$(dirname "$0")/lib/walk.sh"
walk de ER 'Germany: the transfer failed, and Germany took over'

says 'The application is lodged with the Bundesamt; it should be decided within six months (AsylG § 24(4)).'
does application --kind single_procedure --lodged 2024-11-11
deadline de.decision-6m 2025-05-12 open 2024-11-11

says 'Another State accepts to take the person back: six months to transfer run from that day (Dublin III art. 29).'
does step --kind transfer_accepted --date 2025-01-20 --on A1
deadline eu.dub-transfer-6m 2025-07-20 open 2025-01-20

says 'The application is inadmissible and the transfer is ordered: one week to sue, one week for the urgent application (AsylG §§ 34a, 74).'
does decision --outcome refused --basis inadmissible --decided 2025-01-27 --served 2025-01-30
does removal --kind transfer --date 2025-01-30 --on A1
deadline de.klage-34a-1w 2025-02-06 open 2025-01-30
deadline de.eil-34a-1w 2025-02-06 open 2025-01-30

says 'Action and urgent application reach the court in that week.'
does appeal --kind appeal --lodged 2025-02-04 --on A1
does filing --kind interim_measure --lodged 2025-02-04 --on A1.1
deadline de.klage-1w 2025-02-06 met 2025-02-10

says 'The court dismisses the action: the transfer may go on.'
does decision --on A1.1 --outcome dismissed --decided 2025-03-10 --served 2025-03-14
state A1.1 dismissed

says 'The flight of the transfer is cancelled; the six months run on.'
does step --kind transfer_failed --date 2025-05-08 --on M1
is 'the transfer' true "$(plain --as-of 2025-06-02 | grep "^M1$tab" | cut -f 6)"

says 'The six months are over: responsibility passes to Germany (Dublin III art. 29(2)), and nobody can be transferred any more.'
does step --kind responsibility_taken --date 2025-07-21 --on M1
is 'the transfer' false "$(plain | grep "^M1$tab" | head -n 1 | cut -f 6)"

says 'The Bundesamt takes its decision back: the application is pending again, and nothing is left to fight.'
refuses history.nothing-pending decision --on A1 --outcome granted --protection refugee_status --decided 2025-07-25
does decision --on A1 --outcome rescinded --decided 2025-07-28 --served 2025-07-31
state A1 pending
refuses history.nothing-to-appeal appeal --kind appeal --on A1 --lodged 2025-08-04

says 'It hears the person and refuses on the merits: two weeks to sue, a month for the grounds (AsylG § 74).'
does interview --date 2025-09-16 --on A1
does decision --outcome refused --basis unfounded --decided 2025-10-13 --served 2025-10-16
deadline de.klage-2w 2025-10-30 open 2025-10-16
does appeal --kind appeal --lodged 2025-10-28
deadline de.klage-2w 2025-10-30 met 2025-10-29
state A1 refused
state A1.2 pending
walked
