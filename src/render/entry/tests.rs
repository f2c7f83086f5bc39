use std::collections::BTreeSet;

use super::whole;
use crate::app::samples;
use crate::i18n::Locale;

/// Kinds that stand in no case.
const OF_THE_OFFICE: &[&str] = &[
    "absence",
    "alarm-plan",
    "archive-read",
    "attachment-opened",
    "backup",
    "backup-kept",
    "batch",
    "calendar",
    "cards-away",
    "contact-opened",
    "contact-rule",
    "contact-shared",
    "device",
    "drill",
    "erased",
    "exported",
    "field-declared",
    "identity-matched",
    "identity-opened",
    "import",
    "import-undone",
    "keys-changed",
    "log-signed",
    "member",
    "member-removed",
    "notice",
    "notice-end",
    "release-of-table",
    "release-proposed",
    "retention",
    "retention-warned",
    "rules-installed",
    "seal-group",
    "second-person",
    "sheet-imported",
    "sheet-settled",
    "stats-threshold",
    "store",
    "warnings",
];

/// Aliases, places, codes of countries and languages, and what people wrote: as they are in every language.
/// The longer first, for a shorter one may stand in it.
const SAID: &[&str] = &[
    "before the removal",
    "the court wrote so",
    "7MK-2D5-HPP",
    "hearing_loop",
    "typing error",
    "certificate",
    "not needed",
    "wrong case",
    "ceirceir",
    "clinic-2",
    "housing",
    "abroad",
    "camp",
    "east",
    "CA",
    "KP",
    "SY",
    "fa",
    "ko",
    "m1",
    "m2",
    "été",
    "x1",
    ": a",
];

/// A word that is still English shows in a language that has letters of its own.
#[test]
fn no_entry_of_a_case_is_told_in_english_where_the_paper_has_another_language() {
    for language in ["ar", "ru"] {
        let locale = Locale::paper(language).unwrap();
        let samples = samples();
        // The list of deadlines has those that are computed.
        let of_a_case = samples.iter().filter(|entry| {
            !OF_THE_OFFICE.contains(&entry.kind.as_str()) && entry.kind != "deadline-computed"
        });
        let told: Vec<String> = of_a_case.map(|entry| whole(&locale, entry)).collect();
        let foreign = told.iter().filter(|told| {
            let left = SAID
                .iter()
                .fold((*told).clone(), |told, said| told.replace(said, ""));
            left.contains('⟨') || left.contains(|c: char| c.is_ascii_alphabetic())
        });
        let foreign: BTreeSet<_> = foreign.collect();
        assert!(foreign.is_empty(), "{language}: {foreign:#?}");
        assert!(told.len() > 40, "{}", told.len());
    }
}
