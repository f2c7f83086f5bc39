//! What is wrong with a file of declarations.

use super::Told;
use super::args::kinds_in_words;
use crate::app::own::file::{
    Flaw, MOST_BYTES, MOST_FIELDS, MOST_LABEL, MOST_NUMBER, MOST_VALUES, Wrong,
};
use crate::base::text::BadReason;
use crate::cli::exit::Exit;
use crate::domain::code::FieldType;
use crate::i18n::{Fill, Locale};

/// All of it, each with its line; the hint goes by what weighs most.
pub(super) fn tell(flaws: &[Flaw], locale: &Locale) -> Told {
    let any = |is: fn(&Wrong) -> bool| flaws.iter().any(|flaw| is(&flaw.wrong));
    let personal = |wrong: &Wrong| {
        matches!(
            wrong,
            Wrong::Personal | Wrong::ValuePersonal | Wrong::Label(BadReason::Personal(_))
        )
    };
    let used = |wrong: &Wrong| {
        matches!(
            wrong,
            Wrong::UsedType | Wrong::UsedValue(_) | Wrong::UsedNumber
        )
    };
    let told = if any(personal) {
        Told::new("declare.personal", Exit::Failed)
    } else if any(used) {
        Told::new("declare.in-use", Exit::Failed)
    } else {
        Told::new("declare.faults", Exit::Failed)
    };
    told.with("count", flaws.len())
        .and(flaws.iter().map(|flaw| line(flaw, locale)))
}

fn line(flaw: &Flaw, locale: &Locale) -> String {
    let place = flaw
        .line
        .map(|line| locale.say("checked-line", &[("line", &line)]));
    let place = [place, flaw.field.clone()];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let told = words(&flaw.wrong, locale);
    if place.is_empty() {
        told
    } else {
        format!("{}: {told}", place.join(" \u{b7} "))
    }
}

fn words(wrong: &Wrong, locale: &Locale) -> String {
    let say = |id: &str, fills: &[(&str, &dyn Fill)]| locale.say(id, fills);
    match wrong {
        Wrong::Bytes => say("declare-bytes", &[("most", &(MOST_BYTES / 1024))]),
        Wrong::Notation => locale.text("declare-notation"),
        Wrong::Empty => locale.text("declare-empty"),
        Wrong::ManyFields => say("declare-many-fields", &[("most", &MOST_FIELDS)]),
        Wrong::Name => locale.text("declare-name"),
        Wrong::Ours => locale.text("declare-ours"),
        Wrong::Personal => locale.text("declare-personal"),
        Wrong::Twice => locale.text("declare-twice"),
        Wrong::Type => {
            let types: Vec<&str> = FieldType::ALL.iter().map(|one| one.as_str()).collect();
            say("declare-type", &[("known", &types.join(", "))])
        }
        Wrong::NoValues => locale.text("declare-no-values"),
        Wrong::ManyValues => say("declare-many-values", &[("most", &MOST_VALUES)]),
        Wrong::Value => locale.text("declare-value"),
        Wrong::ValuePersonal => locale.text("declare-value-personal"),
        Wrong::ValueTwice(value) => say("declare-value-twice", &[("value", value)]),
        Wrong::Misplaced => locale.text("declare-misplaced"),
        Wrong::Bounds => say("declare-bounds", &[("most", &MOST_NUMBER)]),
        Wrong::Language => locale.text("declare-language"),
        Wrong::ManyLabels => locale.text("declare-many-labels"),
        Wrong::Label(BadReason::Personal(kinds)) => {
            let kinds = kinds_in_words(kinds, locale);
            say("declare-label-personal", &[("kinds", &kinds)])
        }
        Wrong::Label(_) => say("declare-label", &[("most", &MOST_LABEL)]),
        Wrong::Hidden => locale.text("declare-hidden"),
        Wrong::UsedType => locale.text("declare-used-type"),
        Wrong::UsedValue(value) => say("declare-used-value", &[("value", value)]),
        Wrong::UsedNumber => locale.text("declare-used-number"),
    }
}
