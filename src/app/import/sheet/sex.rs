//! Single letters for men and women: what is a man's in one language is a woman's in another.

use std::collections::{BTreeMap, BTreeSet};

use super::map::OPEN;
use super::words;

/// Says what `m` and `v` are in a column where that is not what the code says, or asks. `words` are all that stand there.
pub(super) fn letters(
    heading: &str,
    words: &BTreeSet<String>,
    values: &mut BTreeMap<String, &'static str>,
) {
    let has = |word: &str| words.contains(word);
    let means = |word: &str| match word {
        "f" | "w" => Some("f"),
        word => words::value("sex", word),
    };
    let others = || {
        words
            .iter()
            .filter(|word| !matches!(word.as_str(), "m" | "v"))
    };
    let of = |sex: &str| others().any(|word| means(word) == Some(sex));
    let of_mujer = has("mujer") || has("mujeres");
    let spanish = words::fits("sexo", heading) || words::fits("género", heading);
    let all_known = others().all(|word| means(word).is_some() || word == "x");
    let mut says = |word: &str, code| {
        if has(word) {
            values.insert(word.to_owned(), code);
        }
    };
    // What another letter for women stands beside is a man's.
    let woman = of("f") && !of_mujer;
    if has("v") {
        // Varón and mujer; elsewhere man and vrouw.
        let of_spain = spanish && !of("f") && !of("m");
        says("v", if of_spain { "m" } else { OPEN });
        says("m", if of_spain { "f" } else { OPEN });
    } else if of("m") && !woman && spanish && all_known && !of_mujer {
        // Hombre and mujer.
        says("m", "f");
    } else if (of("m") && others().any(|word| is_of_hombre(word)))
        || of_mujer
        || !all_known
        || (spanish && !woman)
    {
        says("m", OPEN);
    }
    if has("m") && has("w") {
        says("w", "f");
    }
}

/// Whether it is a word for men that does not begin as `m` does: beside it `m` may be a woman's.
fn is_of_hombre(word: &str) -> bool {
    !word.starts_with('m') && !word.starts_with('м')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_two_meanings_is_said_or_asked_about() {
        for (heading, there, wanted) in [
            ("Sexo", "h m", "h=m m=f"),
            ("Género", "h m", "h=m m=f"),
            ("Sexo", "m", "m=?"),
            ("Sexo", "m f", ""),
            ("Sexo", "hombre m", "hombre=m m=f"),
            ("Sexo", "h m f", "h=m m=?"),
            ("Sexo", "m mujer", "m=? mujer=f"),
            ("Sexo", "v m", "m=f v=m"),
            ("Sexe", "h f", "h=m"),
            ("Sexe", "h m", "h=m m=?"),
            ("Sexe", "m f", ""),
            ("Sex", "m", ""),
            ("Sex", "m f", ""),
            ("Sex", "m f x", ""),
            ("Sex", "m w", "w=f"),
            ("Sex", "v m", "m=? v=?"),
            ("Sex", "k m", "m=?"),
            ("Sex", "h m", "h=m m=?"),
            ("Пол", "м ж", "ж=f м=m"),
            ("Пол", "m ж", "ж=f"),
            ("الجنس", "ذ أ", "أ=f ذ=m"),
            ("الجنس", "ذكر أنثى", "أنثى=f ذكر=m"),
        ] {
            let words: BTreeSet<String> = there.split(' ').map(str::to_owned).collect();
            let mut values = BTreeMap::new();
            for word in &words {
                if let Some(code) = words::value("sex", word) {
                    values.insert(word.clone(), code);
                }
            }
            letters(heading, &words, &mut values);
            let said: Vec<String> = values
                .iter()
                .map(|(word, code)| format!("{word}={code}"))
                .collect();
            assert_eq!(said.join(" "), wanted, "{heading}: {there}");
        }
    }
}
