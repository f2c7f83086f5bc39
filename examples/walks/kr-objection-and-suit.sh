#!/bin/sh
# Republic of Korea: an objection to the Minister fails, the court annuls the refusal, and the Minister recognises.
. "$(dirname "$0")/lib/walk.sh"
walk kr EG 'Republic of Korea: objection, suit, recognition'

says 'Recognition as a refugee is asked for.'
does application --kind refugee_status --lodged 2023-05-08

says 'It is refused: thirty days to object to the Minister of Justice, ninety to sue.'
does decision --outcome refused --basis unfounded --decided 2024-02-05 --received 2024-02-13
deadline kr.objection 2024-03-14 open 2024-02-14
deadline kr.suit 2024-05-13 open 2024-02-14

says 'The objection is filed in time; the suit against the refusal itself stays open beside it.'
does appeal --kind administrative_review --lodged 2024-03-11
deadline kr.objection 2024-03-14 met 2024-03-12
deadline kr.suit 2024-05-13 open 2024-03-12

says 'The Minister dismisses it: ninety days to sue from that day.'
does decision --outcome dismissed --decided 2024-11-04 --received 2024-11-12
deadline kr.suit-objection 2025-02-10 open 2024-11-13
does appeal --kind appeal --lodged 2025-01-20
deadline kr.suit-objection 2025-02-10 met 2025-01-21

says 'No body that is no court can review what the court decides.'
does decision --outcome dismissed --decided 2025-06-16 --received 2025-06-23
refuses history.over-the-court appeal --kind administrative_review --lodged 2025-06-30

says 'The high court annuls the refusal; the Minister has to decide anew.'
does appeal --kind further_appeal --lodged 2025-07-04
does decision --outcome allowed --decided 2025-11-17 --received 2025-11-24
state A1.3 allowed
state A1 pending

says 'The Minister recognises a refugee.'
does decision --on A1 --outcome granted --decided 2026-01-12 --received 2026-01-16
state A1 granted
walked
