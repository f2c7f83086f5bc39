//! Fields that stand ready, each with the text that its values come from: an office declares one with a word.

/// Each by its name, as the file in which an office would declare it.
const READY: &[(&str, &str)] = &[("grounds", include_str!("grounds.toml"))];

/// The names, for the command line.
pub const NAMES: [&str; 1] = ["grounds"];

/// The declaration that stands ready under a name.
pub fn ready(name: &str) -> Option<&'static str> {
    let (_, text) = READY.iter().find(|(own, _)| *own == name)?;
    Some(text)
}

/// The dimension that a word stands for: a field that stands ready is counted by its name alone.
pub fn dimension(typed: &str) -> String {
    match ready(typed) {
        Some(_) => format!("field:{typed}"),
        None => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::own::file;
    use crate::app::stats::DIMENSIONS;

    #[test]
    fn what_stands_ready_is_a_file_that_an_office_could_write() {
        assert_eq!(
            READY.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            NAMES
        );
        for (name, text) in READY {
            let read = file::read(text).unwrap();
            assert_eq!(read.len(), 1);
            let field = &read[0].field;
            assert_eq!(&field.name, name);
            assert!(!DIMENSIONS.contains(name), "{name}");
            // Every language has a word for each value, and no two are the same.
            for language in field.labels.keys() {
                let words: std::collections::BTreeSet<&String> = field
                    .values
                    .iter()
                    .map(|one| &one.labels[language])
                    .collect();
                assert_eq!(words.len(), field.values.len(), "{language}");
            }
            for language in ["en", "ar", "es", "fr", "ru"] {
                assert!(field.labels.contains_key(language), "{name}: {language}");
            }
        }
    }
}
