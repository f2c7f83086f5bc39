#!/bin/sh
# France: a file closed as withdrawn is taken up again on request; the refusal then goes to the CNDA.
. "$(dirname "$0")/lib/walk.sh"
walk fr GN 'France: closed as withdrawn, taken up again'

says 'The application is registered at the prefecture and lodged with OFPRA.'
does application --kind single_procedure --registered 2025-01-14 --lodged 2025-01-28

says 'The person misses the interview, and OFPRA closes the file: it counts as withdrawn. For nine months it can be reopened.'
does step --kind appointment_missed --date 2025-04-10
does decision --outcome closed --reason withdrawn_implicit --decided 2025-05-05 --notified 2025-05-12
state A1 closed
deadline fr.reopen-9m 2026-02-04 open 2025-05-12

says 'A request to reopen is filed in time; it meets the limit.'
does filing --kind reopening_request --lodged 2025-09-02 --on A1
deadline fr.reopen-9m 2026-02-04 met 2025-09-03
refuses history.nothing-pending decision --outcome refused --basis unfounded --decided 2025-09-08

says 'OFPRA takes the file up again: its closing falls, and the same application is pending.'
does decision --outcome rescinded --decided 2025-09-10 --notified 2025-09-15
state A1 pending

says 'It hears the person and refuses: a month to the CNDA, fifteen days to ask for legal aid.'
does interview --date 2025-11-06
does decision --outcome refused --basis unfounded --decided 2025-12-01 --notified 2025-12-09
deadline fr.cnda-1m 2026-01-09 open 2025-12-10
deadline fr.cnda-legalaid-15d 2025-12-24 open 2025-12-10

says 'The appeal is lodged two days before the month ends.'
does appeal --kind appeal --lodged 2026-01-07
deadline fr.cnda-1m 2026-01-09 met 2026-01-08

says 'The CNDA gives subsidiary protection; refugee status stays refused, so two months to the Conseil d’État run.'
does decision --outcome allowed --protection subsidiary_protection --decided 2026-05-11 --notified 2026-05-18
state A1 granted
state A1.1 allowed
deadline fr.ce-2m 2026-07-20 open 2026-05-19
walked
