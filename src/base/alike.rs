//! How alike two names are when they come from different hands, scripts and ways of writing one script in another.
//!
//! Nothing here is kept: no index of names may exist. What is made of a name on the way is wiped.

use any_ascii::any_ascii;
use zeroize::Zeroizing;

/// How alike two names are, in percent. 100 is the same; below about 80 it says nothing.
pub fn names(a: &str, b: &str) -> u8 {
    let (a, b) = (words(a), words(b));
    let letters = best(&joined(&a), &b, |word| Zeroizing::new(word.to_owned()), 0.9);
    let sounds = best(&skeleton(&joined(&a)), &b, skeleton, 0.0);
    // That only the consonants agree is less than that all letters do.
    let alike = letters.max(sounds * 0.95);
    percent(alike)
}

/// Whether two numbers are the same as far as the shorter one goes: country codes and leading zeros come and go, and
/// the 8 that is dialled within the country in the place of +7.
pub fn numbers(a: &str, b: &str) -> bool {
    const LEAST: usize = 6;
    let digits = |text: &str| -> Zeroizing<String> {
        let plain = Zeroizing::new(any_ascii(text));
        let digits = plain.chars().filter(char::is_ascii_alphanumeric);
        let digits: String = digits.map(|c| c.to_ascii_lowercase()).collect();
        if digits.len() == 11 && digits.starts_with('8') && !plain.trim_start().starts_with('+') {
            return Zeroizing::new(digits.replacen('8', "7", 1));
        }
        Zeroizing::new(digits)
    };
    let (a, b) = (digits(a), digits(b));
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().min(b.len()) >= LEAST && (a.ends_with(b) || b.ends_with(a))
}

/// The words of a name in Latin letters.
fn words(name: &str) -> Vec<Zeroizing<String>> {
    let latin = Zeroizing::new(any_ascii(name).to_ascii_lowercase());
    let words = latin.split(|c: char| !c.is_ascii_lowercase() && c != '\'');
    let words = words.filter(|word| !word.is_empty());
    words
        .map(|word| Zeroizing::new(word.replace('\'', "")))
        .collect()
}

fn joined(words: &[Zeroizing<String>]) -> Zeroizing<String> {
    let mut all = Zeroizing::new(String::with_capacity(words.iter().map(|w| w.len()).sum()));
    for word in words {
        all.push_str(word);
    }
    all
}

/// The best of all orders in which one name's words can follow each other round: the family name first, or last.
/// `short` is what it is worth that two are the same which are so short that much is.
fn best(
    a: &str,
    b: &[Zeroizing<String>],
    shape: impl Fn(&str) -> Zeroizing<String>,
    short: f64,
) -> f64 {
    let turned = (0..b.len().max(1)).map(|by| {
        let mut turned = b.to_vec();
        turned.rotate_left(by.min(b.len()));
        let other = shape(&joined(&turned));
        if a.len() < 3 || other.len() < 3 {
            // So little is alike by chance.
            return if *a == **other && !a.is_empty() {
                short
            } else {
                0.0
            };
        }
        strsim::jaro_winkler(a, &other)
    });
    turned.fold(0.0, f64::max)
}

/// The consonants, with those taken together that ways of writing a script in another confuse.
fn skeleton(word: &str) -> Zeroizing<String> {
    let mut bones = Zeroizing::new(String::with_capacity(word.len()));
    // Kh is how Russian writes an h.
    let word = Zeroizing::new(word.replace("kh", "h"));
    for c in word.chars() {
        let bone = match c {
            'g' | 'q' | 'x' => 'k',
            'd' => 't',
            'b' | 'v' | 'f' => 'p',
            'z' => 's',
            'j' => 'c',
            'r' => 'l',
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'h' => continue,
            other => other,
        };
        if !bones.ends_with(bone) {
            bones.push(bone);
        }
    }
    bones
}

fn percent(share: f64) -> u8 {
    let least = share.mul_add(100.0, 0.5);
    let mut all = (0..=100_u8).rev();
    all.find(|percent| f64::from(*percent) <= least)
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_several_hands_is_alike() {
        for (a, b) in [
            ("Kim Chol-su", "Cheolsu Kim"),
            ("Kim Chol Su", "김철수"),
            ("Ким Чхоль Су", "Kim Chol Su"),
            ("Ольга Пример", "Olga Primer"),
            ("Мухаммад Ахмад", "محمد أحمد"),
            ("Mohammed Ahmad", "محمد أحمد"),
            ("Muhamad Ahmed", "Mohammed Ahmad"),
            ("Yusuf Example", "Youssef Exampel"),
            ("Αλέξανδρος Παράδειγμα", "Alexandros Paradeigma"),
        ] {
            assert!(names(a, b) >= 80, "{a} {b}: {}", names(a, b));
            assert_eq!(names(a, a), 100, "{a}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for (a, b) in [
            ("Kim Chol Su", "Pak Yong Ho"),
            ("Ольга Пример", "Анна Образец"),
            ("Mohammed Ahmad", "Ibrahim Yusuf"),
            ("Li", "Lu"),
            ("", "Kim"),
            ("", ""),
            ("…", "—"),
        ] {
            assert!(names(a, b) < 80, "{a} {b}: {}", names(a, b));
        }
    }

    #[test]
    fn numbers_are_the_same_with_and_without_their_country() {
        assert!(numbers("+7 900 123-45-67", "8 (900) 1234567"));
        assert!(numbers("8-900-123-45-67", "900 123 45 67"));
        assert!(!numbers("+8 900 123-45-67", "+7 900 123-45-67"));
        assert!(numbers("+82 10 1234 5678", "010-1234-5678"));
        assert!(numbers("AB 123456", "ab123456"));
        assert!(!numbers("12345", "12345"), "too short to say anything");
        assert!(!numbers("+7 900 123-45-67", "+7 900 123-45-68"));
    }
}
