#!/bin/sh
# Türkiye: a removal decision and a detention beside a pending asylum case; each is fought on its own.
. "$(dirname "$0")/lib/walk.sh"
walk tr AF 'Türkiye: removal and detention beside the asylum case'

says 'International protection is asked for; the regular procedure.'
does application --kind single_procedure --lodged 2024-06-10
does fact --fact procedure=regular --on A1

says 'It is refused: thirty days to the administrative court (LFIP art. 80).'
does decision --outcome refused --basis unfounded --decided 2025-01-13 --notified 2025-01-20
deadline tr.court 2025-02-19 open 2025-01-21
does appeal --kind appeal --lodged 2025-02-10
deadline tr.court 2025-02-19 met 2025-02-11

says 'All the same the removal is decided and the person detained: seven days to the court against the removal.'
refuses history.not-detained release --date 2025-03-03
does removal --kind return_decision --date 2025-03-03
does detention --date 2025-03-03
deadline tr.removal 2025-03-10 open 2025-03-04
refuses history.several appeal --kind appeal --lodged 2025-03-05

says 'The detention is challenged before the penal judge of peace, the removal before the administrative court.'
does appeal --on M2 --kind appeal --lodged 2025-03-05
does appeal --on M1 --kind appeal --lodged 2025-03-07
deadline tr.removal 2025-03-10 met 2025-03-08
deadline tr.detention-decide-5d 2025-03-10 open 2025-03-06

says 'The judge ends the detention, and the person is set free; the removal is still before the court.'
does decision --on M2.1 --outcome allowed --decided 2025-03-10 --notified 2025-03-11
does release --date 2025-03-11
is 'the detention' false "$(plain | grep "^M2$tab" | head -n 1 | cut -f 6)"
state M1.1 pending

says 'Set free once, nobody can be set free again.'
refuses history.not-detained release --date 2025-03-12

says 'The court dismisses the action against the removal; four months to the European Court of Human Rights.'
does decision --on M1.1 --outcome dismissed --decided 2025-03-24 --notified 2025-03-31
deadline coe.35-4m 2025-07-31 open 2025-04-01
state A1 refused
state A1.1 pending
walked
