//! What the lines of a list are called: drawn for one list, out of nothing that a line or a case holds.

/// Letters that make no word and no month, so that no spreadsheet takes an id for a day or a number.
const LETTERS: &[u8] = b"BCDFGHJKMNPQRSTVWXZ";

/// What stands behind the first letter.
const OTHERS: &[u8] = b"BCDFGHJKMNPQRSTVWXZ23456789";

/// The shortest id.
const SHORTEST: u32 = 4;

/// So many times more ids can be drawn than there are lines: one that was mistyped is hardly another line's.
const ROOM: usize = 32;

/// An id for each of so many lines, all different, by a seed that was drawn for the list.
pub fn ids(seed: &str, many: usize) -> Vec<String> {
    let mut hasher = blake3::Hasher::new_derive_key("nansen v1 ids of the lines of a list");
    hasher.update(seed.as_bytes());
    let mut drawn = hasher.finalize_xof();
    let mut letter = |of: &[u8]| {
        // Draws of the last, incomplete run would favour the first letters: they are drawn again.
        let whole = 256 - 256 % of.len().max(1);
        loop {
            let mut byte = [0];
            drawn.fill(&mut byte);
            let draw = usize::from(byte.first().copied().unwrap_or(0));
            if let Some(letter) = of.get(draw % of.len().max(1)).filter(|_| draw < whole) {
                return char::from(*letter);
            }
        }
    };
    let others = |length: u32| OTHERS.len().saturating_pow(length.saturating_sub(1));
    let mut length = SHORTEST;
    while LETTERS.len().saturating_mul(others(length)) < many.saturating_mul(ROOM) {
        length += 1;
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut ids = Vec::with_capacity(many);
    while ids.len() < many {
        let mut id = String::from(letter(LETTERS));
        id.extend((1..length).map(|_| letter(OTHERS)));
        if seen.insert(id.clone()) {
            ids.push(id);
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_line_has_an_id_of_its_own_and_each_list_has_others() {
        let one = ids("00", 2_000);
        assert_eq!(one, ids("00", 2_000));
        let set: BTreeSet<&String> = one.iter().collect();
        assert_eq!(set.len(), 2_000);
        // By chance some four in two thousand of another list are called the same, each of them by another place.
        let other = ids("01", 2_000);
        let same = other.iter().filter(|id| set.contains(id)).count();
        assert!(same < 40, "{same}");
        assert_eq!(one.iter().zip(&other).filter(|(a, b)| a == b).count(), 0);
        for id in &one {
            assert!(id.len() == 4 && id.starts_with(|c: char| c.is_ascii_uppercase()));
            assert!(!id.contains(['A', 'E', 'I', 'O', 'U', '0', '1']), "{id}");
        }
    }

    #[test]
    fn a_long_list_has_longer_ids() {
        assert_eq!(ids("00", 12_000)[0].len(), 5);
        assert!(ids("00", 0).is_empty());
    }

    #[test]
    fn each_letter_is_drawn_about_as_often() {
        let mut seen = std::collections::BTreeMap::new();
        for id in ids("of letters", 9_000) {
            *seen.entry(id.chars().nth(2).unwrap()).or_insert(0_u32) += 1;
        }
        assert_eq!(seen.len(), OTHERS.len());
        assert!(seen.values().all(|n| (250..430).contains(n)), "{seen:?}");
    }
}
