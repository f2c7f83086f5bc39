//! Words over several columns: of the person, of the case, of the asylum procedure, of which all of a sheet is; or of something
//! else, of which nothing below them is for certain.

use super::neutral::{APPLICATIONS, ASYLUM, FILE, NOTHING, PERSON};
use super::reading::{Reading, bared, of, rank, read, without_phrases};

/// Words that say no more than that something is told.
const TOLD: &[&str] = &[
    "procedure*",
    "process",
    "proceedings",
    "data",
    "detail*",
    "info",
    "information",
    "informations",
    "personal",
    "basic",
    "general",
    "generales",
    "main",
    "identity",
    "процедур*",
    "производств*",
    "за",
    "данн*",
    "сведен*",
    "информаци*",
    "личн*",
    "персональн*",
    "общ*",
    "основн*",
    "donnees",
    "personnelles",
    "identite",
    "procedimiento",
    "datos",
    "personales",
    "informacion",
    "identidad",
    "بيانات",
    "معلومات",
    "اجراء",
    "اجراءات",
    "شخصية",
];

/// A word of asking for something, beside those of an application.
const ASKED: &[&str] = &["обращен*"];

/// Words of the person beside those that a field has.
const SEEKER: &[&str] = &["seeker*", "лицо", "лица", "человек"];

/// What stands over a column: the words that it shares with others, and its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What stands in the rows above its own words.
    pub group: String,
    /// What stands lowest.
    pub own: String,
}

impl Head {
    /// All that stands over it.
    pub fn whole(&self) -> String {
        format!("{} {}", self.group, self.own).trim().to_owned()
    }

    /// What it is read by: its own words alone where those over it say only of whom or of what all of the sheet is.
    pub fn meant(&self) -> String {
        let whole = self.whole();
        let Some(own) = read(&self.own).filter(|own| own.certain && is_neutral(&self.group)) else {
            return whole;
        };
        let alone = match own.target {
            // A number of the procedure is another's.
            "key" => !is_procedure(&self.group),
            "type" | "event.date" => {
                !read(&whole).is_some_and(|whole| whole.certain && rank(whole.target) > 0)
            }
            _ => true,
        };
        if alone { self.own.clone() } else { whole }
    }
}

/// What the headings say. Where several procedures have columns of their own, those of the second are no more the first one's.
pub fn readings(heads: &[Head]) -> Vec<Option<Reading>> {
    let first = heads.iter().find(|head| is_procedure(&head.group));
    let readings = heads.iter().map(|head| {
        let mut reading = read(&head.meant())?;
        let second =
            is_procedure(&head.group) && first.is_some_and(|first| first.group != head.group);
        let number = reading.target == "key" && !is_neutral(&head.group);
        reading.certain &= !second && !number;
        Some(reading)
    });
    readings.collect()
}

/// Whether these words say only of whom or of what all of the sheet is.
fn is_neutral(group: &str) -> bool {
    let words = without_phrases(&bared(group));
    let asylum = bared(group).iter().any(|word| of(&[ASYLUM], word));
    words.iter().all(|word| {
        of(&[NOTHING, PERSON, SEEKER, FILE, ASYLUM, TOLD], word)
            || (asylum && of(&[APPLICATIONS, ASKED], word))
    })
}

/// Whether they are of a procedure for asylum, of which there can be several.
fn is_procedure(group: &str) -> bool {
    let words = bared(group);
    let person = words.iter().any(|word| of(&[PERSON, SEEKER], word));
    let asylum = words.iter().any(|word| of(&[ASYLUM], word));
    is_neutral(group) && !person && (asylum || without_phrases(&words).len() < words.len())
}
