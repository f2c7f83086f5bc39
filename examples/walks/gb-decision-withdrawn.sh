#!/bin/sh
# United Kingdom: the Home Office withdraws its refusal while the tribunal has the appeal, and grants.
. "$(dirname "$0")/lib/walk.sh"
walk gb IR 'United Kingdom: the authority withdraws its decision'

says 'The claim is made in the country.'
does application --kind single_procedure --lodged 2024-09-16
does fact --fact abroad=false

says 'It is refused and sent by post: fourteen days from sending to appeal to the First-tier Tribunal (S.I. 2014/2604 r. 19).'
does decision --outcome refused --basis unfounded --decided 2025-03-03 --sent 2025-03-05 --received 2025-03-07 --means post
deadline gb.ftt-in-14d 2025-03-19 open 2025-03-08

says 'The appeal is lodged two days before the end.'
does appeal --kind appeal --lodged 2025-03-17
deadline gb.ftt-in-14d 2025-03-19 met 2025-03-18
state A1 refused

says 'A second appeal against the same refusal cannot be: the first one is pending.'
refuses history.nothing-to-appeal appeal --kind appeal --lodged 2025-04-07

says 'The Home Office withdraws its decision: the claim is undecided again, while the tribunal still has the appeal (r. 17).'
does decision --on A1 --outcome rescinded --decided 2025-06-02 --received 2025-06-05
state A1 pending
state A1.1 pending
refuses history.several decision --outcome closed --reason discontinued --decided 2025-06-16

says 'The tribunal treats the appeal as withdrawn. Nothing is left to be reinstated for: the refusal is gone.'
does decision --on A1.1 --outcome closed --reason discontinued --decided 2025-06-16 --sent 2025-06-18
state A1.1 closed
deadline gb.ftt-reinstate-14d 2025-07-02 moot 2025-06-19

says 'A fresh decision recognises a refugee.'
does decision --outcome granted --protection refugee_status --decided 2025-10-06 --received 2025-10-09
state A1 granted
walked
