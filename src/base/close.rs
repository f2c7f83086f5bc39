//! Which known names a mistyped one may have meant.

/// The known names nearest to a text, nearest first; at most three.
pub fn close<'a>(text: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut near: Vec<(usize, &str)> = known
        .map(|name| (distance(text, name), name))
        .filter(|(d, name)| *d <= 2 + name.len() / 4 || name.contains(text) || text.contains(name))
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter()
        .take(3)
        .map(|(_, name)| name.to_owned())
        .collect()
}

/// Levenshtein's distance in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (slot, y) in row.iter_mut().skip(1).zip(&b) {
            let up = *slot;
            left = (up + 1).min(left + 1).min(corner + usize::from(x != *y));
            corner = up;
            *slot = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let known = [
            "ru.complaint-1m",
            "ru.leave-3wd",
            "de.klage-2w",
            "de.klage-1w",
        ];
        assert_eq!(
            close("ru.complaint", known.into_iter()),
            ["ru.complaint-1m"]
        );
        assert_eq!(
            close("de.klage-3w", known.into_iter()),
            ["de.klage-1w", "de.klage-2w"]
        );
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
