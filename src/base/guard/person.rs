//! Documents, days of birth, addresses, titles.

use super::token::Word;

const DOCUMENT_WORDS: [&str; 26] = [
    "passport",
    "passports",
    "id",
    "identity",
    "licence",
    "visa",
    "permit",
    "паспорт",
    "паспорта",
    "паспорту",
    "загранпаспорт",
    "загранпаспорта",
    "удостоверение",
    "свидетельство",
    "снилс",
    "инн",
    "passeport",
    "séjour",
    "récépissé",
    "identité",
    "pasaporte",
    "dni",
    "nie",
    "cédula",
    "nif",
    "reisepass",
];

/// The number of a passport or of an authority's file.
pub fn document(words: &[Word<'_>]) -> bool {
    let named = words.iter().enumerate().any(|(place, word)| {
        DOCUMENT_WORDS.contains(&&*word.lower) && numbered(words.iter().skip(place + 1).take(7))
    });
    // AB1234567: letters and seven to nine digits, as passports and home offices number.
    let lettered = words.iter().any(|word| {
        let letters = word.text.trim_end_matches(|c: char| c.is_ascii_digit());
        (1..=2).contains(&letters.chars().count())
            && letters.chars().all(char::is_uppercase)
            && (7..=9).contains(&(word.text.len() - letters.len()))
    });
    // 1234567-408, 123-45-6789: files of the German and US authorities.
    let filed = words.windows(2).any(|two| {
        matches!(two, [a, b] if a.is_number() && b.is_number() && b.gap == "-"
            && (a.text.len(), b.text.len()) == (7, 3))
    });
    let social = words.windows(3).any(|three| {
        matches!(three, [a, b, c] if three.iter().all(Word::is_number) && b.gap == "-" && c.gap == "-"
            && (a.text.len(), b.text.len(), c.text.len()) == (3, 2, 4))
    });
    // A 123 456 789: aliens' numbers of the United States.
    let spaced = words.windows(4).any(|four| {
        matches!(four, [a, rest @ ..] if a.text == "A"
            && rest.iter().all(|w| w.is_number() && w.text.len() == 3 && matches!(w.gap, " " | "-")))
    });
    named || lettered || filed || social || spaced
}

/// Six digits, in one word or in words side by side, that are no date.
fn numbered<'w>(words: impl Iterator<Item = &'w Word<'w>>) -> bool {
    let mut digits = 0;
    for word in words {
        if word.gap.contains(['.', ';', '\n']) && !word.gap.starts_with('.') {
            return false;
        }
        if word.date || word.digits() == 0 {
            digits = 0;
        } else {
            digits += word.digits();
        }
        if digits >= 6 {
            return true;
        }
    }
    false
}

const BIRTH_WORDS: [&str; 20] = [
    "born",
    "dob",
    "birth",
    "birthday",
    "birthdate",
    "né",
    "née",
    "naissance",
    "nacido",
    "nacida",
    "nació",
    "nacimiento",
    "родился",
    "родилась",
    "рождения",
    "рожд",
    "geboren",
    "geb",
    "anniversaire",
    "рождён",
];

const CERTIFICATES: [&str; 9] = [
    "certificate",
    "certificates",
    "registration",
    "acte",
    "actes",
    "extrait",
    "certificado",
    "свидетельство",
    "свидетельства",
];

/// A day beside a word of birth; a year alone is none.
pub fn birth(words: &[Word<'_>]) -> bool {
    let near = |place: usize, back: usize, on: usize| {
        let from = place.saturating_sub(back);
        words.iter().skip(from).take(place - from + on + 1)
    };
    words.iter().enumerate().any(|(place, word)| {
        let paper = || near(place, 2, 1).any(|w| CERTIFICATES.contains(&&*w.lower));
        let worded =
            BIRTH_WORDS.contains(&&*word.lower) && !paper() && near(place, 0, 6).any(|w| w.date);
        // 02.03.1971 г.р., д.р. 02.03.1971
        let next = words.get(place + 1);
        let short = matches!(&*word.lower, "г" | "д")
            && next.is_some_and(|w| w.lower == "р" && w.is_near());
        worded || short && near(place, 3, 3).any(|w| w.date)
    })
}

const STREETS_BEFORE: [&str; 17] = [
    "rue",
    "avenue",
    "boulevard",
    "impasse",
    "allée",
    "chemin",
    "quai",
    "calle",
    "avenida",
    "paseo",
    "ул",
    "улица",
    "улице",
    "проспект",
    "проспекте",
    "переулок",
    "шоссе",
];

const STREETS_BEHIND: [&str; 16] = [
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "drive",
    "close",
    "crescent",
    "terrace",
    "gardens",
    "way",
    "court",
    "square",
    "boulevard",
];

/// A street with a house's number, a flat.
pub fn address(words: &[Word<'_>]) -> bool {
    let house = |word: &Word<'_>| {
        let digits = word.text.trim_end_matches(char::is_alphabetic);
        (1..=4).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && word.text.chars().count() <= digits.len() + 1
            && !word.date
    };
    let close = |word: &Word<'_>| {
        word.gap
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '№' | '-'))
    };
    words.iter().enumerate().any(|(place, word)| {
        let after = |n: usize| {
            words
                .iter()
                .skip(place + 1)
                .take(n)
                .take_while(|w| close(w))
        };
        let next = words.get(place + 1);
        // C/ Mayor 12
        let calle =
            word.lower == "c" && next.is_some_and(|w| w.gap.starts_with('/') && w.is_capital());
        let street = STREETS_BEFORE.contains(&&*word.lower);
        // 12 rue des Lilas; 12 bis, rue des Lilas
        let mut before = words.iter().take(place).rev().take(2);
        let before = before.find(|w| !matches!(&*w.lower, "bis" | "ter"));
        let french = street && close(word) && before.is_some_and(house);
        // ул. Ленина, д. 5; calle Mayor 12
        let russian = street && after(4).any(house);
        // д. 5, кв. 12
        let flat = matches!(&*word.lower, "кв" | "квартира" | "apt" | "appartement")
            && after(1).any(house);
        // 12 Green Street
        let english = house(word) && {
            let named: Vec<_> = after(4)
                .take_while(|w| w.is_capital() && !w.is_month())
                .collect();
            named
                .iter()
                .skip(1)
                .any(|w| STREETS_BEHIND.contains(&&*w.lower))
        };
        // Lindenstraße 5
        let german = ["straße", "strasse", "str"]
            .iter()
            .any(|end| word.lower.ends_with(end))
            && word.is_capital()
            && word.lower.chars().count() > 5
            && after(1).any(house);
        let spanish = calle
            && words
                .iter()
                .skip(place + 2)
                .take(2)
                .take_while(|w| close(w))
                .any(house);
        french || russian || spanish || flat || english || german
    })
}

const TITLES: [&str; 24] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "mademoiselle",
    "sr",
    "sra",
    "srta",
    "señor",
    "señora",
    "doña",
    "don",
    "herr",
    "frau",
    "господин",
    "госпожа",
    "госпожи",
    "господина",
    "mx",
];

const CITIZENS: [&str; 8] = [
    "гражданин",
    "гражданина",
    "гражданину",
    "гражданка",
    "гражданки",
    "гражданке",
    "гр",
    "citizen",
];

const OFFICES: [&str; 8] = [
    "justice",
    "judge",
    "president",
    "chair",
    "speaker",
    "registrar",
    "président",
    "juge",
];

/// A name behind a title, or a patronymic behind a name.
pub fn titled(words: &[Word<'_>]) -> bool {
    // Initials and abbreviations stand where a name was left out.
    let name = |word: &Word<'_>| {
        !OFFICES.contains(&&*word.lower)
            && word.is_capital()
            && word.is_near()
            && word.text.chars().any(char::is_lowercase)
    };
    let titled = words.windows(2).any(|two| {
        matches!(two, [title, next] if name(next) && next.gap != "-"
            && (title.is_capital() || !title.lower.starts_with("don"))
            && (TITLES.contains(&&*title.lower) || title.text == "M" && next.gap.starts_with('.')))
    });
    let short = words.windows(3).any(|three| {
        matches!(three, [g, n, next] if matches!((&*g.lower, &*n.lower, n.gap), ("г", "н" | "жа" | "на", "-"))
            && name(next))
    });
    let citizen = words.windows(3).any(|three| {
        matches!(three, [who, first, last] if CITIZENS.contains(&&*who.lower) && name(first) && name(last))
    });
    let patronymic = words.windows(2).any(|two| {
        let ends = [
            "ович",
            "евич",
            "овна",
            "евна",
            "овича",
            "евича",
            "овны",
            "евны",
            "ovich",
            "evich",
            "ovna",
            "evna",
        ];
        matches!(two, [first, second] if name(second) && first.is_capital() && second.gap == " "
 && !matches!(&*first.lower, "дело" | "дела" | "case")
            && ends.iter().any(|end| second.lower.ends_with(end)))
    });
    titled || short || citizen || patronymic
}
