//! Applications, measures and remedies of a case, each in a line with what stands beneath.

use super::super::due::since;
use super::super::entry::of_person;
use super::super::page::Page;
use super::super::suspension;
use super::super::text::{Style, pad, width};
use crate::app::view::{Appeal, Application, History, MatterMeasure};
use crate::base::date::PartialDate;
use crate::base::text::escape;
use crate::i18n::Locale;
use chrono::NaiveDate;

/// One application, measure or appeal: what, since when, how it stands, and to which body it went.
struct Instance {
    indent: usize,
    /// It must not be missed.
    alarm: bool,
    parts: [String; 3],
    /// Lines beneath.
    more: Vec<String>,
}

pub(super) fn applications(page: &mut Page<'_>, applications: &[Application]) {
    let locale = &page.out.locale;
    page.head(Style::Head, &locale.text("show-applications"));
    if applications.is_empty() {
        page.line(&format!("  {}", locale.text("show-no-applications")));
        return;
    }
    let mut lines: Vec<Instance> = Vec::new();
    for one in applications {
        lines.push(application_line(locale, one));
        lines.extend(appeal_lines(locale, &one.r#ref, &one.appeals));
    }
    instances(page, &lines);
}

/// What is open against the person stands before everything else.
pub(super) fn measures(page: &mut Page<'_>, case: &History) {
    if case.measures.is_empty() {
        return;
    }
    let locale = &page.out.locale;
    let open = case.measures.iter().any(|one| one.open);
    let style = if open { Style::Alarm } else { Style::Head };
    page.head(style, &locale.text("show-measures"));
    let mut lines: Vec<Instance> = Vec::new();
    for one in &case.measures {
        let mut line = measure_line(locale, one, case.as_of);
        if let Some(of) = &one.suspension {
            line.more.extend(suspension::lines(page, of));
        }
        line.more.extend(detention(locale, one));
        lines.push(line);
        lines.extend(appeal_lines(locale, &one.r#ref, &one.appeals));
    }
    instances(page, &lines);
}

/// Lines in columns, or wrapped where the reader sees too little.
fn instances(page: &mut Page<'_>, lines: &[Instance]) {
    let most = |wide: &dyn Fn(&Instance) -> usize| lines.iter().map(wide).max().unwrap_or(0);
    let widest = most(&|line| line.indent + width(&line.parts[0]));
    let dates = most(&|line| width(&line.parts[1]));
    let states = most(&|line| width(&line.parts[2]));
    let fits = widest + dates + states + 4 <= page.out.width;
    for line in lines {
        let sign = if line.alarm { "! " } else { "  " };
        let indent = format!("{sign}{}", " ".repeat(line.indent.saturating_sub(2)));
        let [what, since, state] = &line.parts;
        if fits {
            let what = pad(what, widest.saturating_sub(line.indent));
            let since = pad(since, dates);
            let told = if line.alarm {
                page.out.paint(Style::Alarm, &format!("{what}  {since}"))
            } else {
                format!("{what}  {since}")
            };
            page.line(&format!("{indent}{told}  {state}"));
        } else {
            let next = format!("{}    ", " ".repeat(line.indent));
            let later: Vec<&str> = [since, state]
                .into_iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            page.words(what, &indent, &next);
            page.words(&later.join(" · "), &next, &next);
        }
        let indent = " ".repeat(line.indent + 6);
        for more in &line.more {
            page.words(more, &indent, &indent);
        }
    }
}

/// How long a detention has lasted, and its reviews.
fn detention(locale: &Locale, one: &MatterMeasure) -> Vec<String> {
    let place = one.place.as_deref().map(escape);
    let held = one.days.map(|days| {
        let held = locale.say("show-days-held", &[("count", &days)]);
        match place {
            Some(place) => format!("{held}, {} {place}", locale.code("label", "place")),
            None => held,
        }
    });
    let reviews = one.reviews.iter().map(|review| {
        let outcome = locale.code("review-outcome", review.outcome.as_str());
        let text = format!("{outcome} {}", locale.partial(review.date));
        match review.next {
            Some(next) => {
                let next = locale.say("show-next-review", &[("day", &locale.day(next))]);
                format!("{text}, {next}")
            }
            None => text,
        }
    });
    held.into_iter().chain(reviews).collect()
}

fn measure_line(locale: &Locale, one: &MatterMeasure, as_of: NaiveDate) -> Instance {
    let mut what = if one.open {
        locale.code("measure", &one.what)
    } else {
        locale.code("event", &one.what)
    };
    if let Some(kind) = &one.kind {
        let list = if one.what == "removal" { "removal" } else { "" };
        what = format!("{what} ({})", escape(&locale.code(list, kind)));
    }
    what = of_person(locale, what, one.person);
    let since = match one.until {
        Some(until) if !one.open => locale.say(
            "day-range",
            &[
                ("from", &locale.partial(one.date)),
                ("to", &locale.partial(until)),
            ],
        ),
        _ => since(locale, one.date, as_of),
    };
    let state = match one.until {
        _ if !one.open => locale.text("show-measure-over"),
        Some(until) => locale.say("show-measure-until", &[("day", &locale.partial(until))]),
        None => String::new(),
    };
    Instance {
        indent: 2,
        alarm: one.open,
        parts: [format!("{}  {what}", one.r#ref), since, state],
        more: Vec::new(),
    }
}

fn application_line(locale: &Locale, one: &Application) -> Instance {
    let what = locale.say(
        "show-application",
        &[
            ("ref", &one.r#ref),
            ("what", &locale.code("application-kind", one.kind.as_str())),
            ("order", &locale.code("order", one.order.as_str())),
            ("law", &escape(&one.jurisdiction)),
        ],
    );
    let what = of_person(locale, what, one.person);
    let mut state = locale.code("application-state", one.state.as_str());
    if let Some(protection) = one.protection {
        state = format!(
            "{state}: {}",
            locale.code("protection", protection.as_str())
        );
    }
    if let Some(until) = one.until {
        let day = locale.partial(until);
        state = locale.say("show-until", &[("state", &state), ("day", &day)]);
    }
    if one.r#final {
        state = locale.say("show-final", &[("state", &state)]);
    }
    let refused: Vec<String> = one
        .refused
        .iter()
        .map(|form| locale.code("protection", form.as_str()))
        .collect();
    let beside = |forms: String| locale.say("show-refused", &[("forms", &forms)]);
    let more = (!refused.is_empty()).then(|| beside(refused.join(", ")));
    Instance {
        indent: 2,
        alarm: false,
        parts: [what, lodged(locale, one.lodged), state],
        more: more.into_iter().collect(),
    }
}

fn appeal_lines<'a>(
    locale: &'a Locale,
    of: &'a str,
    appeals: &'a [Appeal],
) -> impl Iterator<Item = Instance> {
    appeals
        .iter()
        .map(move |appeal| appeal_line(locale, of, appeal))
}

fn appeal_line(locale: &Locale, of: &str, appeal: &Appeal) -> Instance {
    let mut what = format!(
        "{}  {}",
        appeal.r#ref,
        locale.code("appeal-kind", appeal.kind.as_str())
    );
    if appeal.on != of {
        what = locale.say("show-against", &[("what", &what), ("on", &appeal.on)]);
    }
    let body = appeal
        .body
        .as_deref()
        .map(|body| locale.say("show-body", &[("body", &escape(body))]));
    let state = locale.code("appeal-state", appeal.state.as_str());
    let since = match appeal.lodged {
        Some(day) if appeal.only_sent => locale.say("show-sent", &[("day", &locale.partial(day))]),
        day => lodged(locale, day),
    };
    Instance {
        indent: 6,
        alarm: false,
        parts: [what, since, state],
        more: body.into_iter().collect(),
    }
}

fn lodged(locale: &Locale, day: Option<PartialDate>) -> String {
    day.map_or_else(String::new, |day| {
        locale.say("show-lodged", &[("day", &locale.partial(day))])
    })
}
