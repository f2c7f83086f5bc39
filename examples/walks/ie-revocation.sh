#!/bin/sh
# Ireland: a declaration of refugee status is revoked, and the court gives it back.
. "$(dirname "$0")/lib/walk.sh"
walk ie SD 'Ireland: a status is revoked, and the court keeps it'

says 'Refugee status is declared.'
does application --kind single_procedure --lodged 2021-03-08
refuses history.no-status decision --outcome revoked --decided 2021-06-14
does decision --outcome granted --protection refugee_status --decided 2022-02-07 --sent 2022-02-09
state A1 granted

says 'Years later the Minister proposes to revoke it: fifteen working days to answer (International Protection Act 2015 s. 52).'
does step --kind status_review_notice --date 2025-02-03 --on A1
deadline ie.revoke-15wd 2025-02-24 open 2025-02-04
does filing --kind reply --lodged 2025-02-19 --on A1
deadline ie.revoke-15wd 2025-02-24 met 2025-02-20
state A1 granted

says 'The declaration is revoked: ten working days from the date of the notice to the Circuit Court.'
does decision --outcome revoked --decided 2025-04-07 --sent 2025-04-09 --notified 2025-04-11
state A1 ended
deadline ie.revoke-appeal-10wd 2025-04-18 open 2025-04-11
refuses history.no-status decision --on A1 --outcome revoked --decided 2025-04-14

says 'The appeal is lodged in time; while it is pending the status counts as ended.'
does appeal --kind appeal --lodged 2025-04-16
deadline ie.revoke-appeal-10wd 2025-04-18 met 2025-04-17
state A1 ended

says 'The court allows it: the declaration stands as if it had not been revoked.'
does decision --outcome allowed --decided 2025-10-13 --sent 2025-10-15
state A1.1 allowed
state A1 granted
is 'the protection' refugee_status "$(plain | grep "^A1$tab" | head -n 1 | cut -f 7)"
walked
