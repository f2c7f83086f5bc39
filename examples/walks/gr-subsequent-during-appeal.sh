#!/bin/sh
# Greece: a subsequent application while the court still has the first one; each goes its own way.
. "$(dirname "$0")/lib/walk.sh"
walk gr SY 'Greece: a subsequent application during an appeal'

says 'The first application goes through the regular procedure, outside of reception centres and detention.'
does application --kind single_procedure --lodged 2025-10-06
does fact --fact procedure=regular --on A1
does fact --fact in_reception=false
does fact --fact detained=false

says 'It is refused: thirty days to the Appeals Authority, which is no court (Law 4939/2022 art. 97).'
does decision --outcome refused --basis unfounded --decided 2025-11-24 --served 2025-11-27
deadline gr.appeal-30d 2025-12-27 open 2025-11-28
does appeal --kind administrative_review --lodged 2025-12-15
deadline gr.appeal-30d 2025-12-27 met 2025-12-16

says 'The Appeals Authority dismisses: thirty days to the administrative court.'
does decision --outcome dismissed --decided 2026-02-02 --notified 2026-02-09
deadline gr.annulment-30d 2026-03-11 open 2026-02-10
does appeal --kind appeal --lodged 2026-03-02
deadline gr.annulment-30d 2026-03-11 met 2026-03-03

says 'New evidence comes up while the court has the case: a subsequent application beside the pending appeal.'
does application --kind single_procedure --lodged 2026-03-16
state A2 pending
is 'the order of A2' subsequent "$(plain | grep "^A2$tab" | head -n 1 | cut -f 3)"

says 'Both are pending: what is decided must be said by name.'
refuses history.several decision --outcome dismissed --decided 2026-04-20
does decision --on A1.2 --outcome dismissed --decided 2026-04-20 --notified 2026-04-27
state A1 refused
state A2 pending

says 'The subsequent application is examined and gives subsidiary protection, and no more was asked for.'
does decision --outcome granted --protection subsidiary_protection --refused none --decided 2026-05-25 --served 2026-05-28
state A2 granted
state A1 refused
walked
