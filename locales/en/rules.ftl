# The reckoning of a deadline, step by step, as a colleague would note it down.
# The day that a step reaches stands beside its text ($date, for who wants it in the sentence).
# $basis, $wanted, $taken: words of `basis-…`; $fact and $axis: words of `fact-…` or `basis-…`; $date: a day.

step-trigger = { $basis }
step-stands-in = the law counts from { $wanted }, which is not known; { $taken } stands in for it
step-imprecise = known only as { $known }: counted from its first day
step-deemed = counts as served ({ $rule }, { $citation })
step-deemed-displaced = would have counted as served ({ $rule }); proof of later receipt displaces that
step-deemed-earlier = received only now; that this displaces the earlier day ({ $rule }) can be argued
step-wait = first { $unit ->
    [hours] { $n ->
        [one] one hour
       *[other] { $n } hours
    }
    [days] { $n ->
        [one] one day
       *[other] { $n } days
    }
    [working_days] { $n ->
        [one] one working day
       *[other] { $n } working days
    }
    [weeks] { $n ->
        [one] one week
       *[other] { $n } weeks
    }
    [months] { $n ->
        [one] one month
       *[other] { $n } months
    }
   *[years] { $n ->
        [one] one year
       *[other] { $n } years
    }
} must pass
step-period = { $unit ->
    [hours] { $n ->
        [one] one hour
       *[other] { $n } hours
    }
    [days] { $n ->
        [one] one day
       *[other] { $n } days
    }
    [working_days] { $n ->
        [one] one working day
       *[other] { $n } working days
    }
    [weeks] { $n ->
        [one] one week
       *[other] { $n } weeks
    }
    [months] { $n ->
        [one] one month
       *[other] { $n } months
    }
   *[years] { $n ->
        [one] one year
       *[other] { $n } years
    }
} on
step-period-inclusive = { $unit ->
    [hours] { $n ->
        [one] one hour
       *[other] { $n } hours
    }
    [days] { $n ->
        [one] one day
       *[other] { $n } days
    }
    [working_days] { $n ->
        [one] one working day
       *[other] { $n } working days
    }
    [weeks] { $n ->
        [one] one week
       *[other] { $n } weeks
    }
    [months] { $n ->
        [one] one month
       *[other] { $n } months
    }
   *[years] { $n ->
        [one] one year
       *[other] { $n } years
    }
}, the first day counted
step-period-backward = { $unit ->
    [hours] { $n ->
        [one] one hour
       *[other] { $n } hours
    }
    [days] { $n ->
        [one] one day
       *[other] { $n } days
    }
    [working_days] { $n ->
        [one] one working day
       *[other] { $n } working days
    }
    [weeks] { $n ->
        [one] one week
       *[other] { $n } weeks
    }
    [months] { $n ->
        [one] one month
       *[other] { $n } months
    }
   *[years] { $n ->
        [one] one year
       *[other] { $n } years
    }
} before
step-safe-open = safe: the open day before
step-safe-reading = safe: by a stricter reading ({ $citation })
step-safe-sending = safe: counted from the sending
step-safe-still = safe: as if nothing had stood still
step-safe-displaced = safe: as { $rule } ({ $citation }) would have it
step-open-hours = { $n } hours on, closed days not counted
step-adds = and { $unit ->
    [hours] { $n ->
        [one] one hour
       *[other] { $n } hours
    }
    [days] { $n ->
        [one] one day
       *[other] { $n } days
    }
    [working_days] { $n ->
        [one] one working day
       *[other] { $n } working days
    }
    [weeks] { $n ->
        [one] one week
       *[other] { $n } weeks
    }
    [months] { $n ->
        [one] one month
       *[other] { $n } months
    }
   *[years] { $n ->
        [one] one year
       *[other] { $n } years
    }
} more
step-last-day-not-counted = the last day is not counted
step-weekend = a weekend
step-holiday = closed: { $name }
step-closed = no working day by the rules of the body addressed
step-next-working-day = so the next working day
step-previous-working-day = so the working day before
step-least-working-days = it must hold { $n } working days
step-until = until { $time } of that day
step-until-hour = until { $time }
step-hour-unknown = the hour is not known: counted from the start of the day
step-hour-unknown-back = the hour is not known: it may lie before the body addressed opens
step-within-hours = within the hours of the body addressed: { $time }
step-first-day = the first day that counts
step-printed = the day that the paper itself states
step-arguable = can be argued until then ({ $rule }, { $citation })
step-cap = but no later than this
step-floor = but no earlier than this
step-stood-still = until then the time stood still ({ $citation })
step-no-day = no date: { $basis } is not known, and no other day may stand in for it
step-no-reckoning = no date: it lies beyond the calendar

warning-fact-unknown = not known: { $fact }; whether this rule holds depends on it
warning-rival = { $date } may be the last day, by { $rule }: work to that until it is known whether it holds
warning-fact-shortest = not known: { $fact }; the shortest period that may hold is counted
warning-earliest-of = { $rule } ({ $citation }) may hold instead, with a later date
warning-other-case = this rule does not speak of such a case: no date
warning-not-law = not the law for this case; what decides is { $axis } ({ $citation }){ $from ->
    [none] { "" }
   *[other] , from { $from }
}{ $until ->
    [none] { "" }
   *[other] , until { $until }
}
warning-perhaps-not-law = perhaps not the law for this case; what decides is { $axis }, which is not known ({ $citation }){ $from ->
    [none] { "" }
   *[other] , from { $from }
}{ $until ->
    [none] { "" }
   *[other] , until { $until }
}
warning-later-text = the text read is older than this event: a newer one may hold
warning-not-in-force = this rule is not in force: no date
warning-partly-verified = only part of the text was read
warning-remembered = from memory: nobody has read the text
warning-conflict = sources differ: { $text }
warning-year = the days off of { $year } are not all known yet: the date may still change
warning-region = the part of the country is not known: only days closed in all of it are left out, so the date may be too early
warning-frame = a frame for the laws of the States: the shortest that it allows is counted, until the State's own number is known
warning-stands-still = the time may stand still meanwhile ({ $citation }): the date is that without the pause, until its end is known
warning-old-text = the text read is not dated, or older than two years ({ $text }): look whether it still holds
warning-review-past = it should have been read again by { $day }
warning-printed-differs = the paper says { $printed }, the law { $reckoned }: the earlier is worked to; ask why they differ
warning-fact-idle = `{ $fact }` changes nothing here
warning-at-most = a maximum: the end printed on the paper may be earlier; enter it

basis-happened = the event
basis-decided = the decision
basis-notified = notice
basis-served = service
basis-received = receipt
basis-sent = sending
basis-learned = learning of it
basis-dated = the date on the paper
basis-pronounced = pronouncement
basis-final_form = the reasoned text
basis-final = becoming final
basis-in_force = coming into force
basis-handed_over = handing over to the facility or the post
basis-made = asking for protection
basis-registered = registration
basis-lodged = lodging
basis-issued = issue
basis-expires = expiry
basis-accepted = acceptance
basis-published = publication

fact-abroad = whether the person is abroad
fact-absconded = whether the person withdrew from the authority
fact-accel_ground = whether a ground of the accelerated procedure was present
fact-after_transfer = whether the person came by a transfer
fact-answered = whether a written answer came
fact-appeal_against = what the remedy attacks
fact-appeal_kind = the kind of remedy
fact-appeal_lodged = whether a remedy was used
fact-appeal_pending = whether a remedy is pending
fact-application_kind = what was applied for
fact-application_lodged = whether an application was lodged
fact-application_order = whether the application is a subsequent one
fact-appointment_given = whether an appointment to apply was given
fact-asylum_rights_notified = the day the right to apply for asylum was explained
fact-attended_hearing = whether the person was at the hearing
fact-authority = which authority decided
fact-challenges_tribunal = whether a decision of the tribunal is attacked
fact-changed_country_conditions = whether conditions in the country of origin changed
fact-citizens_rights = whether it is a citizens' rights appeal
fact-country = the country
fact-deadline_end = the day on which the missed limit ended
fact-deadline_missed = whether a limit was missed
fact-decided = the day of the decision
fact-delay_days = how many days do not count, because of what the applicant did or asked for
fact-detained = whether the person is detained
fact-document = the kind of paper
fact-entry_by = over which border the person came
fact-entry_order = which entry it was
fact-eurodac_hit = whether Eurodac had a hit
fact-extended = whether the time was extended
fact-hearing = the day of the hearing
fact-house_arrest = whether the person is under house arrest
fact-imprisoned = whether the person is in prison
fact-in_absentia = whether it was decided in absence
fact-in_reception = whether the person lives in a reception facility
fact-inadmissible_ground = why it is inadmissible
fact-instance = who decided
fact-instruction_defective = whether the instruction on remedies is missing or wrong
fact-interim_kind = what the interim decision says
fact-irregular_entry = whether the person entered without permission
fact-issuer = who ordered it
fact-judgment_in_force = whether the judgment is in force
fact-judgment_kind = the kind of judgment
fact-large_numbers = whether many apply at once
fact-law = the year of the Act that governs the application
fact-legal_aid_decided = the day legal aid was decided on
fact-legal_aid_requested = the day legal aid was asked for
fact-lodged = the day the application was lodged
fact-lodged_at = where it was lodged
fact-made_at = where the claim was made
fact-made_to = to whom the wish for protection was said
fact-mass_arrivals = whether many arrive at once
fact-means_of_service = how the paper was delivered
fact-measure = the kind of measure
fact-member_state = the Member State
fact-minor = whether the person is a child
fact-missed = what was missed
fact-national_period = the number of national law
fact-national_period_remain = the number of national law for asking to remain
fact-objection_end = the day the objection ended
fact-online_list = whether the permit is on the list of online services
fact-oral = whether it was decided by word of mouth
fact-order_kind = the kind of order
fact-origin = the country of origin
fact-other_ground_to_stay = whether there is another ground to stay
fact-other_procedure = whether another procedure runs
fact-out_of_time = whether the remedy was late
fact-overseas = whether in an overseas territory
fact-printed_date = the date printed on the paper
fact-procedure = the kind of procedure
fact-protection = what was granted
fact-reappeared = the day the person came forward again
fact-reexamination = whether a subsequent application is examined
fact-refusal_kind = the ground of the refusal
fact-refused_by = who decided
fact-region = the part of the country
fact-registered = the day of registration
fact-remitted = whether the court sent it back
fact-removal_at = the day planned for the removal
fact-renewal_filed = the day renewal was asked for
fact-request = what the other State was asked
fact-requesting_state = which State asks
fact-restriction = the kind of detention
fact-rights_affected = the day of the act or omission complained of
fact-runs = which limits run already
fact-short_ground = whether a ground with the shorter limit was named
fact-step = which step it is
fact-subject = what the remedy is about
fact-suspensive = whether the remedy keeps the right to stay
fact-time_of_day = the hour
fact-totally_without_merit = whether it was called totally without merit
fact-trigger = the day it runs from
fact-unhcr_request = whether UNHCR asked for it
fact-urgent = whether it was called urgent
