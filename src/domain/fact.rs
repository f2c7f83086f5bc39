//! The facts that rules ask for: canonical names and the values they may take.

/// What values a fact takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// `true` or `false`.
    YesNo,
    /// One of these codes.
    OneOf(&'static [&'static str]),
    /// A region (ISO 3166-2, or `GB-EAW` for England and Wales).
    Region,
    /// A country (ISO 3166-1 alpha-2).
    Country,
    /// A period: `10d`, `2w`, `1m`.
    Period,
    /// A date.
    Date,
    /// A whole number.
    Number,
    /// An hour and minute, `14:30`, with or without its offset from UTC (`14:30+03:00`).
    Time,
}

/// One fact that can be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// Canonical name.
    pub name: &'static str,
    /// What it may be.
    pub values: Values,
}

const fn fact(name: &'static str, values: Values) -> Fact {
    Fact { name, values }
}

/// Every fact that a rule may ask for, by name.
pub static FACTS: &[Fact] = &[
    fact("abroad", Values::YesNo),
    fact("absconded", Values::YesNo),
    fact("accel_ground", Values::YesNo),
    fact("after_transfer", Values::YesNo),
    fact("answered", Values::YesNo),
    fact(
        "appeal_against",
        Values::OneOf(&["return_decision", "transfer_decision"]),
    ),
    fact("appeal_lodged", Values::YesNo),
    fact("appeal_pending", Values::YesNo),
    fact("application_lodged", Values::YesNo),
    fact("appointment_given", Values::YesNo),
    fact("asylum_rights_notified", Values::Date),
    fact("attended_hearing", Values::YesNo),
    fact(
        "authority",
        Values::OneOf(&["nsm", "police", "residence_permit", "unhcr"]),
    ),
    fact("challenges_tribunal", Values::YesNo),
    fact("changed_country_conditions", Values::YesNo),
    fact("citizens_rights", Values::YesNo),
    fact("country", Values::Country),
    fact("deadline_end", Values::Date),
    fact("deadline_missed", Values::YesNo),
    fact("decided", Values::Date),
    fact("delay_days", Values::Number),
    fact("detained", Values::YesNo),
    fact(
        "document",
        Values::OneOf(&[
            "applicant_document",
            "asylum_seeker_certificate",
            "attestation",
            "conditional_release",
            "examination_certificate",
            "permission_to_stay",
            "protocol",
            "residence_permit",
            "salvoconducto",
            "section_22",
            "transit_visa",
            "travel_document",
            "work_permit",
        ]),
    ),
    fact("entry_by", Values::OneOf(&["land_us", "other"])),
    fact("entry_order", Values::OneOf(&["first", "later"])),
    fact("eurodac_hit", Values::YesNo),
    fact("extended", Values::YesNo),
    fact("hearing", Values::Date),
    fact("house_arrest", Values::YesNo),
    fact("imprisoned", Values::YesNo),
    fact("in_absentia", Values::YesNo),
    fact("in_reception", Values::YesNo),
    fact(
        "inadmissible_ground",
        Values::OneOf(&[
            "art_38_1_a",
            "art_38_1_b",
            "art_38_1_c",
            "art_38_1_d",
            "art_38_1_e",
        ]),
    ),
    fact("instruction_defective", Values::YesNo),
    fact(
        "interim_kind",
        Values::OneOf(&["negative_credible_fear", "reasonable_fear"]),
    ),
    fact("irregular_entry", Values::YesNo),
    fact(
        "issuer",
        Values::OneOf(&[
            "judge",
            "official",
            "police",
            "permit_authority",
            "asylum_authority",
        ]),
    ),
    fact("judgment_in_force", Values::YesNo),
    fact(
        "judgment_kind",
        Values::OneOf(&["judgment", "gerichtsbescheid"]),
    ),
    fact("large_numbers", Values::YesNo),
    fact("law", Values::OneOf(&["2015", "2026"])),
    fact("legal_aid_decided", Values::Date),
    fact("legal_aid_requested", Values::Date),
    fact("lodged", Values::Date),
    fact("lodged_at", Values::OneOf(&["authority", "mission"])),
    fact("made_at", Values::OneOf(&["port_of_entry", "inland"])),
    fact(
        "made_to",
        Values::OneOf(&["competent_authority", "other_authority"]),
    ),
    fact("mass_arrivals", Values::YesNo),
    fact(
        "means_of_service",
        Values::OneOf(&[
            "post",
            "registered_letter",
            "electronic",
            "hand",
            "facility",
        ]),
    ),
    fact(
        "measure",
        Values::OneOf(&[
            "administrative_expulsion",
            "deportation",
            "readmission",
            "return",
            "expulsion",
            "extradition",
            "transfer",
            "entry_ban",
            "undesirability",
            "register",
            "devolucion",
            "removal_order_58a",
            "priority_removal_notice",
        ]),
    ),
    fact("member_state", Values::Country),
    fact("minor", Values::OneOf(&["accompanied", "unaccompanied"])),
    fact("missed", Values::OneOf(&["limit", "grounds"])),
    fact("national_period", Values::Period),
    fact("national_period_remain", Values::Period),
    fact("objection_end", Values::Date),
    fact("online_list", Values::YesNo),
    fact("oral", Values::YesNo),
    fact(
        "order_kind",
        Values::OneOf(&["main", "provisional", "prolongation"]),
    ),
    fact("origin", Values::Country),
    fact("other_ground_to_stay", Values::YesNo),
    fact("other_procedure", Values::YesNo),
    fact("out_of_time", Values::YesNo),
    fact("overseas", Values::YesNo),
    fact("printed_date", Values::Date),
    fact(
        "procedure",
        Values::OneOf(&[
            "regular",
            "accelerated",
            "border",
            "airport",
            "admissibility",
            "responsibility",
            "extended",
        ]),
    ),
    fact("reappeared", Values::Date),
    fact("reexamination", Values::YesNo),
    fact(
        "refusal_kind",
        Values::OneOf(&[
            "unfounded",
            "manifestly_unfounded",
            "inadmissible",
            "excluded",
            "refused_examination",
            "withdrawn_implicit",
            "responsibility_other_state",
            "safe_third_country",
            "subsequent_no_new_elements",
            "abusive",
            "fraudulent",
        ]),
    ),
    fact(
        "refused_by",
        Values::OneOf(&["first_tier", "upper_tribunal", "immigration_judge"]),
    ),
    fact("region", Values::Region),
    fact("registered", Values::Date),
    fact("remitted", Values::YesNo),
    fact("removal_at", Values::Date),
    fact("renewal_filed", Values::Date),
    fact("request", Values::OneOf(&["take_charge", "take_back"])),
    fact(
        "requesting_state",
        Values::OneOf(&["european", "non_european"]),
    ),
    fact(
        "restriction",
        Values::OneOf(&[
            "placement",
            "house_arrest",
            "waiting_zone",
            "kept_for_asylum",
            "internment",
            "extradition",
            "european_arrest_warrant",
            "departure_custody",
            "cooperation_custody",
            "asylum_detention",
            "border_return",
            "detainer",
            "international_protection",
        ]),
    ),
    fact("rights_affected", Values::Date),
    fact("short_ground", Values::YesNo),
    fact(
        "step",
        Values::OneOf(&["failed", "interim_measure", "reasons", "reply", "request"]),
    ),
    fact(
        "subject",
        Values::OneOf(&[
            "application",
            "detention",
            "bail",
            "removal",
            "return",
            "return_permit",
            "expulsion",
            "extradition",
            "clearance",
            "administrative_expulsion",
            "administrative_offence",
        ]),
    ),
    fact("suspensive", Values::YesNo),
    fact("time_of_day", Values::Time),
    fact("totally_without_merit", Values::YesNo),
    fact("unhcr_request", Values::YesNo),
    fact("urgent", Values::YesNo),
];

impl Fact {
    /// The fact of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FACTS.iter().find(|fact| fact.name == name)
    }

    /// Whether the fact may have this value.
    pub fn admits(&self, value: &str) -> bool {
        let upper = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
        match self.values {
            Values::YesNo => matches!(value, "true" | "false"),
            Values::OneOf(codes) => codes.contains(&value),
            Values::Country => upper(value),
            Values::Region => value.split_once('-').is_some_and(|(country, part)| {
                upper(country)
                    && (1..=3).contains(&part.len())
                    && part
                        .bytes()
                        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            }),
            Values::Period => value.strip_suffix(['d', 'w', 'm']).is_some_and(is_number),
            Values::Number => is_number(value),
            Values::Date => value.parse::<crate::base::date::PartialDate>().is_ok(),
            Values::Time => {
                let (clock, offset) = value.split_at_checked(5).unwrap_or((value, ""));
                let zone = offset.is_empty()
                    || chrono::DateTime::parse_from_rfc3339(&format!(
                        "2000-01-01T00:00:00{offset}"
                    ))
                    .is_ok();
                zone && chrono::NaiveTime::parse_from_str(clock, "%H:%M").is_ok()
            }
        }
    }
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_checked() {
        let admits = |name: &str, value: &str| Fact::named(name).unwrap().admits(value);
        assert!(admits("detained", "true"));
        assert!(!admits("detained", "yes"));
        assert!(admits("region", "DE-BY") && admits("region", "GB-EAW"));
        assert!(!admits("region", "Bavaria"));
        assert!(admits("national_period", "10d") && !admits("national_period", "ten days"));
        assert!(admits("time_of_day", "14:30") && admits("time_of_day", "14:30+03:00"));
        assert!(!admits("time_of_day", "14:30+3") && !admits("time_of_day", "2:30 pm"));
        assert!(Fact::named("name").is_none());
    }

    #[test]
    fn names_are_sorted_and_unique() {
        assert!(FACTS.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}
