//! A table that may not leave, in words, with what may in its place.

use super::{Other, Told};
use crate::app::error::{Consented, Offer, Offered, Refusal, Tried, Withheld};
use crate::base::text::escape;
use crate::cli::exit::Exit;
use crate::disclosure::ledger::What;
use crate::i18n::{Fill, Locale};
use crate::render::{key_in_words, received};

pub(super) fn tell_withheld(refusal: &Refusal, locale: &Locale) -> Told {
    let words = Words { refusal, locale };
    let mut details = Vec::new();
    let (detail, hint) = match &refusal.why {
        Withheld::Small(key) => {
            let named = words.named(key);
            details.extend(words.sentence());
            let agreed = refusal.agreed.map(|agreed| match agreed {
                Consented::None => "withheld-consent-none",
                Consented::Some => "withheld-consent-some",
                Consented::All => "offer-consent-all",
            });
            details.extend(agreed.map(|id| locale.text(id)));
            (
                locale.say(
                    "withheld-small",
                    &[("cell", &named), ("threshold", &refusal.threshold)],
                ),
                "hint-stats-shown",
            )
        }
        Withheld::Kept(key) => {
            let said = locale.say("withheld-kept", &[("cell", &words.named(key))]);
            (said, "hint-stats-shown")
        }
        Withheld::NotSmall(key) => {
            let said = locale.say("withheld-not-small", &[("cell", &words.named(key))]);
            (said, "hint-stats-withheld")
        }
        Withheld::Bare(key) => {
            let said = locale.say("withheld-bare", &[("key", &words.key(key))]);
            (said, "hint-stats-withheld")
        }
        Withheld::Beside {
            with,
            what,
            key,
            telling,
            lost_before,
        } => {
            let named = with.iter().map(|(number, day, to)| {
                format!("{number} ({}, {})", locale.date(*day), escape(to))
            });
            let named: Vec<String> = named.collect();
            let of = match what {
                What::Cell if with.is_empty() => "withheld-alone-cell",
                What::Cell => "withheld-beside-cell",
                What::More if refusal.came => "withheld-beside-more",
                What::More => "withheld-beside-others",
                What::Fewer => "withheld-beside-fewer",
                What::Rest => "withheld-beside-rest",
            };
            let threshold = refusal.threshold;
            let key = words.key(key);
            details.push(locale.say(of, &[("key", &key), ("threshold", &threshold)]));
            if !telling.is_empty() && !lost_before {
                details.push(locale.say("withheld-telling", &[("with", &telling.join(", "))]));
            }
            let with = named.join(", ");
            let (of, hint) = match (with.is_empty(), lost_before) {
                (true, _) => ("withheld-alone", "hint-stats-withheld"),
                (_, true) => ("withheld-lost-before", "hint-stats-lost-before"),
                _ => ("withheld-beside", "hint-stats-withheld"),
            };
            (
                locale.say(of, &[("with", &with), ("threshold", &threshold)]),
                hint,
            )
        }
        Withheld::Condition(dimension) => {
            let said = locale.say(
                "withheld-condition",
                &[("dimension", &words.dimension(dimension))],
            );
            (said, "hint-stats-shown")
        }
        Withheld::NoCode { dimension, forms } => {
            let forms = forms.iter().map(|form| {
                key_in_words(
                    locale,
                    std::slice::from_ref(dimension),
                    std::slice::from_ref(form),
                )
            });
            let forms = locale.listed(&forms.collect::<Vec<_>>());
            let said = locale.say("withheld-no-code", &[("forms", &forms)]);
            (said, "hint-stats-shown")
        }
        Withheld::Large => (locale.text("withheld-large"), "hint-stats-withheld"),
        Withheld::Costly => (locale.text("withheld-costly"), "hint-stats-withheld"),
    };
    if refusal.waits {
        let threshold = refusal.threshold;
        details.push(locale.say("withheld-wait", &[("threshold", &threshold)]));
    }
    if refusal.offers.is_empty() {
        let tried = refusal.tried.iter().map(|what| locale.text(tried(*what)));
        let tried = locale.listed(&tried.collect::<Vec<_>>());
        if !tried.is_empty() {
            details.push(locale.say("offers-none", &[("tried", &tried)]));
        }
    }
    let offers = refusal.offers.iter();
    let offers = offers.map(|offer| {
        let said = words.offer(offer);
        let mut words = offer.instead_of.iter();
        // What stands for a whole question goes with it; of the others it is plain.
        let word = words.find(|typed| matches!(**typed, "--shape" | "--ready"));
        let said = word.map_or(said.clone(), |word| {
            let fills: [(&str, &dyn Fill); 2] = [("offer", &said), ("option", word)];
            locale.say("offer-instead-of", &fills)
        });
        Other {
            said,
            options: escape(&offer.option),
            instead_of: offer.instead_of.clone(),
        }
    });
    Told::new("stats.withheld", Exit::Withheld)
        .with("detail", detail)
        .hinting(hint)
        .and(details)
        .offering(offers.collect::<Vec<_>>())
}

/// The id of what was tried.
const fn tried(what: Tried) -> &'static str {
    match what {
        Tried::Day => "tried-day",
        Tried::Years => "tried-years",
        Tried::Combined => "tried-combined",
        Tried::Cell => "tried-cell",
        Tried::Total => "tried-total",
        Tried::Marker => "tried-marker",
        Tried::Decided => "tried-decided",
        Tried::Coarser => "tried-coarser",
        Tried::Dimensions => "tried-dimensions",
        Tried::AsDimension => "tried-as-dimension",
        Tried::Conditions => "tried-conditions",
        Tried::Rounded => "offer-rounded",
    }
}

struct Words<'a> {
    refusal: &'a Refusal,
    locale: &'a Locale,
}

impl Words<'_> {
    fn key(&self, key: &[String]) -> String {
        key_in_words(self.locale, &self.refusal.asked.by, key)
    }

    fn dimension(&self, dimension: &str) -> String {
        self.locale.code("dimension", dimension).to_lowercase()
    }

    /// In quotes.
    fn named(&self, key: &[String]) -> String {
        format!("\"{}\"", self.key(key))
    }

    /// "of 211 persons 92 ..., 119 none so far."
    fn sentence(&self) -> Vec<String> {
        let Some(told) = &self.refusal.told else {
            return Vec::new();
        };
        let (both, number) = &told.both;
        let unit = self
            .locale
            .code("unit", &self.refusal.asked.unit)
            .to_lowercase();
        let others = told.others.iter();
        let others = others.fold(String::new(), |said, (key, many)| {
            format!("{said}, {many} {}", self.key(key))
        });
        let said = self.locale.say(
            "offer-sentence",
            &[
                ("of", &received(&self.refusal.asked.by, both)),
                ("total", &told.total),
                ("unit", &unit),
                ("number", number),
                ("both", &self.either(both)),
                ("threshold", &self.refusal.threshold),
                ("small", &self.key(&told.small)),
                ("others", &others),
            ],
        );
        vec![self.locale.text("offer-may-leave"), format!("    {said}")]
    }

    /// "asylum or temporary asylum"
    fn either(&self, key: &[String]) -> String {
        let or = format!(" {} ", self.locale.text("offer-or"));
        self.key(key).replace(" + ", &or)
    }

    fn offer(&self, offer: &Offer) -> String {
        let locale = self.locale;
        let name = |dimension: &str| self.dimension(dimension);
        let shown = |key: &[String], number: u64, all: bool| {
            let rest = if all { "offer-all" } else { "offer-not-all" };
            locale.say(rest, &[("cell", &self.key(key)), ("number", &number)])
        };
        match &offer.what {
            Offered::Fewer { key, beside } => {
                let cell = self.key(key);
                let threshold = self.refusal.threshold;
                match beside {
                    Some((other, least, most)) => locale.say(
                        "offer-fewer-beside",
                        &[
                            ("threshold", &threshold),
                            ("cell", &cell),
                            ("other", &self.key(other)),
                            ("least", least),
                            ("most", most),
                        ],
                    ),
                    None => {
                        locale.say("offer-fewer", &[("threshold", &threshold), ("cell", &cell)])
                    }
                }
            }
            Offered::Combined { key, number } => locale.say(
                "offer-combined",
                &[("both", &self.either(key)), ("number", number)],
            ),
            Offered::Longer {
                period: (from, to),
                key,
                number,
                all,
            } => locale.say(
                "offer-longer",
                &[
                    ("period", &format!("{from}-{to}")),
                    ("shown", &shown(key, *number, *all)),
                ],
            ),
            Offered::Wider {
                dimension,
                key,
                number,
                all,
            } => locale.say(
                "offer-wider",
                &[
                    ("dimension", &name(dimension)),
                    ("shown", &shown(key, *number, *all)),
                ],
            ),
            Offered::Consented => locale.text("offer-consent-all"),
            Offered::Decided => locale.text("offer-decided"),
            Offered::AsOf { day, release } => locale.say(
                "offer-as-of",
                &[("day", &locale.date(*day)), ("release", release)],
            ),
            Offered::Years { release } => locale.say("offer-years", &[("release", release)]),
            Offered::Without { keys } => {
                let cells = keys.iter().map(|key| self.key(key)).collect::<Vec<_>>();
                locale.say("offer-without", &[("cell", &locale.listed(&cells))])
            }
            Offered::Another { key, shown } => locale.say(
                "offer-another",
                &[("cell", &self.key(key)), ("shown", &self.key(shown))],
            ),
            Offered::Coarser { dimension } => {
                locale.say("offer-coarser", &[("dimension", &name(dimension))])
            }
            Offered::Conditions { dimension } => {
                locale.say("offer-conditions", &[("dimension", &name(dimension))])
            }
            Offered::AsDimension { dimension } => {
                locale.say("offer-as-dimension", &[("dimension", &name(dimension))])
            }
            Offered::Under { dimension, coarser } => locale.say(
                "offer-under",
                &[("dimension", &name(dimension)), ("coarser", &name(coarser))],
            ),
            Offered::Earlier { day } => locale.say("offer-earlier", &[("day", &locale.date(*day))]),
            Offered::OwnCodes => locale.text("offer-own-codes"),
            Offered::Rounded => locale.text("offer-rounded"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::app::stats::Query;

    /// The first table of an office has nothing beside it.
    #[test]
    fn a_first_table_is_refused_in_whole_words() {
        let mut refusal = Refusal {
            why: Withheld::Beside {
                with: Vec::new(),
                what: What::Cell,
                key: vec!["2014-Q1".to_owned()],
                telling: Vec::new(),
                lost_before: false,
            },
            threshold: 5,
            asked: Query {
                by: vec!["quarter".to_owned()],
                ..Query::default()
            },
            told: None,
            agreed: None,
            offers: Vec::new(),
            tried: BTreeSet::from([Tried::Dimensions, Tried::Rounded]),
            came: true,
            waits: false,
        };
        let locale = Locale::english();
        let said = |refusal: &Refusal| tell_withheld(refusal, &locale).say(&locale).human(&locale);
        let first = said(&refusal);
        assert!(
            first.contains("of this table it could not be proved"),
            "{first}"
        );
        assert!(
            first.contains("2014-Q1: ") && !first.contains("together"),
            "{first}"
        );
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
        let Withheld::Beside { with, .. } = &mut refusal.why else {
            unreachable!()
        };
        with.push(("R2026-001".to_owned(), day, "press".to_owned()));
        assert!(said(&refusal).contains("together with R2026-001"));
    }

    #[test]
    fn a_refusal_without_offers_says_that_none_of_those_tried_may_leave() {
        let refusal = Refusal {
            why: Withheld::Large,
            threshold: 5,
            asked: Query::default(),
            told: None,
            agreed: None,
            offers: Vec::new(),
            tried: BTreeSet::from([Tried::Dimensions, Tried::Rounded]),
            came: true,
            waits: false,
        };
        let locale = Locale::english();
        let said = tell_withheld(&refusal, &locale).say(&locale).human(&locale);
        let tried =
            "none of them may leave either: fewer dimensions, every number to the nearest five.";
        assert!(said.contains(tried), "{said}");
    }
}
