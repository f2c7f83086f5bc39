//! Whether the letters of a text are those of French, Spanish, German, Portuguese or Italian, in the places where these have
//! them. Windows-1252 has a letter for nearly every byte: words of other languages are letters in it, too, and other ones.

/// Letters that stand under the same byte wherever they are written, or for what no language has in such a place.
const ANYWHERE: &str = "áéóúäöüßô";

/// Where each other letter stands in words of these languages and, in another encoding, no other does: what is before and
/// behind the `_`. `^` and `$` are the ends of the word, `V` a vowel, `C` a consonant, `N` one that is no k.
const PLACES: &[(char, &[&str])] = &[
    ('à', &["_$"]),
    (
        'â',
        &[
            "_$", "_te", "_ti", "_ts$", "_t$", "_té", "_ge", "_gé", "_me", "_mé", "_ma", "_ne$",
            "_nes$", "_nia", "_nio$", "_nd", "_nc", "_ng", "_le$", "_les$", "_lé", "r_ce", "_ch",
            "_cr", "_co", "_q", "_pr",
        ],
    ),
    ('ã', &["_o", "_es$", "m_e$", "irm_$", "nh_$"]),
    ('ç', &["_V", "V_$"]),
    (
        'è',
        &[
            "_Ce", "_CCe", "_que", "_gue", "C_s$", "^_$", "f_$", "ch_$", "cio_$", "^no_$",
            "^mos_$", "giosu_$", "salom_$",
        ],
    ),
    (
        'ê',
        &[
            "_tr", "_me", "_ne", "_ve", "_vê", "_que", "_che", "_ché", "_le", "_lé", "_nc", "_t$",
            "_ts$", "_te$", "_tes$", "_ter$", "_té", "_s$", "^voc_$",
        ],
    ),
    ('ë', &["a_", "o_", "u_", "i_l"]),
    ('ì', &["C_$"]),
    ('í', &["C_", "^_", "V_C", "V_$", "e_a", "o_a", "a_as"]),
    (
        'î',
        &[
            "a_t", "o_t", "a_n", "u_tr", "^_le", "^_lot", "d_ne", "^n_m", "g_t", "p_tr", "b_m",
        ],
    ),
    ('ï', &["a_N", "o_N", "u_N", "e_N"]),
    ('ñ', &["_V"]),
    ('ò', &["C_$", "ci_$"]),
    ('õ', &["_e"]),
    (
        'ù',
        &[
            "^o_$", "i_$", "^ges_$", "virt_$", "cefal_$", "corf_$", "trib_$",
        ],
    ),
    (
        'û',
        &[
            "o_t", "^s_r", "^m_r", "^d_$", "br_l", "fl_t", "b_ch", "^f_t",
        ],
    ),
    ('œ', &["_u", "_i"]),
];

/// So many letters with marks in a row no word of these languages has.
const MARKED: usize = 3;

/// Whether nothing in a text is in doubt.
pub(super) fn is_certain(text: &str) -> bool {
    text.lines().all(|line| {
        line.is_ascii() || {
            let letters: Vec<char> = line.chars().collect();
            signs_fit(&letters)
                && letters
                    .split(|c| !is_letter(*c))
                    .filter(|word| !word.iter().all(char::is_ascii))
                    .all(is_word)
        }
    })
}

/// What is a letter here: º and ª only look so, and so do marks that stand alone.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'º' | 'ª' | '\u{2b0}'..='\u{2ff}')
}

fn is_word(word: &[char]) -> bool {
    let mut row = 0_usize;
    let lower: Vec<char> = word.iter().flat_map(|c| c.to_lowercase()).collect();
    if lower.len() != word.len() {
        return false;
    }
    let mut before = None;
    for (at, (c, small)) in word.iter().zip(&lower).enumerate() {
        let beside = before.replace(*c);
        if c.is_ascii() {
            let is_behind = beside.is_some_and(|it| !it.is_ascii() && it.is_lowercase());
            if is_behind && c.is_uppercase() {
                return false;
            }
            row = 0;
            continue;
        }
        row = row.saturating_add(1);
        let turned = c.is_uppercase() && beside.is_some_and(char::is_lowercase);
        if row >= MARKED || turned || !has_place(&lower, at, *small) {
            return false;
        }
    }
    true
}

/// Whether a letter stands in a word as one of these languages has it.
fn has_place(word: &[char], at: usize, letter: char) -> bool {
    let (before, rest) = word.split_at(at.min(word.len()));
    let after = rest.get(1..).unwrap_or_default();
    let places = PLACES.iter().find(|(one, _)| *one == letter);
    ANYWHERE.contains(letter)
        || places.is_some_and(|(_, places)| {
            places.iter().any(|place| {
                place.split_once('_').is_some_and(|(left, right)| {
                    follows(left.chars().rev(), before.iter().rev())
                        && follows(right.chars(), after.iter())
                })
            })
        })
}

/// Whether letters, from the one beside the `_` on, are those of a place.
fn follows<'a>(
    place: impl Iterator<Item = char>,
    mut letters: impl Iterator<Item = &'a char>,
) -> bool {
    let is_vowel = |c: char| {
        matches!(c, 'a' | 'e' | 'i' | 'o' | 'u') || ('à'..='ü').contains(&c) && !"çñ".contains(c)
    };
    for one in place {
        let letter = letters.next().copied();
        let fits = match (one, letter) {
            ('^' | '$', letter) => letter.is_none(),
            (_, None) => false,
            ('V', Some(letter)) => is_vowel(letter),
            ('C', Some(letter)) => !is_vowel(letter),
            ('N', Some(letter)) => !is_vowel(letter) && letter != 'k',
            (one, Some(letter)) => one == letter,
        };
        if !fits {
            return false;
        }
    }
    true
}

/// Whether the signs of a line stand where signs stand, and for no letters.
fn signs_fit(line: &[char]) -> bool {
    let at = |place: Option<usize>| place.and_then(|place| line.get(place)).copied();
    let is = |c: Option<char>| c.is_some_and(is_letter);
    line.iter().enumerate().all(|(place, sign)| {
        if sign.is_ascii() || is_letter(*sign) {
            return true;
        }
        let before = at(place.checked_sub(1));
        let further = at(place.checked_sub(2));
        let after = at(place.checked_add(1));
        let within = is(before) && is(after);
        let later = |close: char| line.iter().skip(place).any(|c| *c == close);
        // n° and nº, m²: one letter alone.
        let of_one = is(before) && !is(further);
        let of_number = before.is_some_and(|c| c.is_ascii_digit() || c == '.');
        let small = after.is_some_and(char::is_lowercase);
        match sign {
            '´' | '·' if within => *sign == '´',
            '’' if within => {
                let word = line.get(..place).unwrap_or_default();
                let word: String = word.iter().rev().take_while(|c| is_letter(**c)).collect();
                let begins = ["uq", "ll", "dr", "UQ", "LL"].iter();
                let ends = after == Some('s') && !is(at(place.checked_add(2)));
                word.chars().count() < 3 || begins.clone().any(|it| word.starts_with(it)) || ends
            }
            '’' | '“' | '”' | '„' | '–' | '—' | '…' | '\u{a0}' if !within => true,
            '–' | '—' | '\u{a0}' | '‘' if within => !small,
            '¿' => !is(before) && (!is(after) || later('?')),
            '¡' => !is(before) && (!is(after) || later('!')),
            '«' => !is(before) && (!is(after) || later('»')),
            '»' => !is(after) && (!is(before) || line.iter().take(place).any(|c| *c == '«')),
            'º' | 'ª' | '°' => {
                !is(after) && (of_one || of_number || (*sign == '°' && !is(before)))
            }
            '²' | '³' if of_one => !is(after),
            '‘' => !is(before),
            // The initial of a name, and not the sign of anything.
            _ => !is(before) && !is(after) && (after != Some('.') || of_number),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{
        Encoding, ISO_8859_2, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257,
    };

    fn read(encoding: &'static Encoding, text: &str) -> String {
        let (bytes, _, bad) = encoding.encode(text);
        assert!(!bad, "{text}");
        WINDOWS_1252.decode(&bytes).0.into_owned()
    }

    #[test]
    fn words_of_five_languages_are_certain() {
        for text in [
            "Hélène Gérard;François;Zoé;Béchir;Noël;Loïc;Anaïs;Geneviève;Thérèse;Benoît;Agnès;Aïssatou;Saïdou",
            "HÉLÈNE GÉRARD;FRANÇOIS;NOËL;GENEVIÈVE;BENOÎT;CÔTE D’IVOIRE;ÉRYTHRÉE",
            "N° de dossier;Numéro;Nom;Prénom;Nationalité;Décision;Date de la décision;Délai;où;août;coût;dû;même;être;fenêtre",
            "Côte d’Ivoire;Guinée-Équatoriale;Érythrée;Haïti;Thaïlande;Algérie;Grèce;Norvège;Suède;Île Maurice;Liège;Bâle",
            "l’intéressée a été notifiée « à domicile » – 12 000 € ; sœur, cœur, œuvre ; Guèye, Ndèye, Cissé, Traoré, Bâ, Sène",
            "protection subsidiaire refusée… déjà là, très après le décès ; règlement, siècle, évêque, forêt, château, âge, âme",
            "María José Núñez;Isaías;Raíces;leía;país;aquí;Íñigo Muñoz;Peña;Ángel;Raúl;Sofía;nº 12;1ª instancia;2º;¿Recurso?;¡Atención!;Mª Carmen;pingüino",
            "MARÍA NÚÑEZ;ÁNGEL;PEÑA;DENEGACIÓN;RESOLUCIÓN",
            "Müller;Jürgen Weiß;Straße;Österreich;Ärztin;„Bescheid“ – § 3 AsylG;Größe;MÜLLER;GRÖSSE",
            "João Conceição;Gonçalves;Inês;Simões;Guimarães;São Tomé;Moçambique;Antônio;Ângela;Vânia;Câmara;decisão;não;ações",
            "JOÃO CONCEIÇÃO;GONÇALVES;SIMÕES;SÃO TOMÉ",
            "Niccolò;Nicolò;città;perché;così;lunedì;più;Gesù;Forlì;però;caffè;è;cioè;Salomè;l’età;dell’anno",
            "Zoé Müller-O’Brien;the office’s;n° 12, 5 £, “quoted” — and so on;José’s",
            "Malmö;Gävle",
        ] {
            assert!(is_certain(text), "{text}");
        }
    }

    #[test]
    fn words_of_other_languages_are_not() {
        for (encoding, texts) in [
            (
                WINDOWS_1254,
                &[
                    "Şükrü",
                    "Yılmaz",
                    "İbrahim",
                    "Ağaoğlu",
                    "ŞÜKRÜ",
                    "YILDIRIMOĞLU",
                    "Işık",
                    "Ayşe",
                    "Tuğba",
                    "Barış",
                    "S. Şahin",
                    "Ş. Demir",
                ][..],
            ),
            (
                WINDOWS_1250,
                &[
                    "Dvořák",
                    "Němec",
                    "Kučera",
                    "Čeněk",
                    "Jiří",
                    "Růžička",
                    "Hůlka",
                    "Martinů",
                    "Kovačević",
                    "Đorđević",
                    "Marčić",
                    "Zupančič",
                    "Horvać",
                    "Krč",
                    "ČERNÝ",
                    "ŘÍHA",
                    "Kőszegi",
                    "Szűcs",
                    "Erdős",
                    "FŐZŐ",
                    "Ştefan",
                    "Ţîrlea",
                    "Brânzaş",
                    "Pătraşcu",
                    "Ioniţă",
                    "Wiśniewski",
                    "Gołąb",
                    "Kamiński",
                    "Zięba",
                    "Dębski",
                    "Łukasz",
                    "Ł. Kot",
                    "Żak",
                    "Święcki",
                    "ŁĄCKI",
                    "Imię",
                    "Wyszyński",
                    "Tuleń",
                    "Ďuriš",
                    "Ľudmila",
                    "Kubáň",
                    "Kováč",
                    "Palacký",
                    "Loďka",
                ],
            ),
            (
                ISO_8859_2,
                &[
                    "Šimon",
                    "Žižka",
                    "Dvořák",
                    "Ścibor",
                    "Źdźbło",
                    "Gołąb",
                    "Łukasz",
                    "Ťažký",
                ],
            ),
            (
                WINDOWS_1257,
                &[
                    "Šarūnas",
                    "Žukauskas",
                    "Česlovas",
                    "Bērziņš",
                    "Jānis",
                    "Kārlis",
                    "Līga",
                    "Rūta",
                    "Kazlauskienė",
                    "Petraitytė",
                    "Pāvils",
                    "Māra",
                    "Lāce",
                    "Zaķe",
                    "Miķelis",
                    "Vītols",
                    "Tõnu",
                    "JŪRATĖ",
                ],
            ),
            (
                MACINTOSH,
                &[
                    "Béchir", "Núñez", "García", "Hélène", "Zoë", "ÁLVAREZ", "SÁNCHEZ", "CÔTE",
                    "Strauß", "Jürgen", "Noël", "José", "Muñoz", "João", "Niccolò",
                ],
            ),
        ] {
            for text in texts {
                let read = read(encoding, text);
                assert!(!is_certain(&read), "{text} {read} {}", encoding.name());
            }
        }
        // Vietnamese as Windows has it, with marks that stand alone; two pages of DOS.
        for bytes in [
            &b"\xd0\xe3\xf2ng"[..],
            b"Nguy\xea\xden",
            b"Tr\xe2\xccn",
            b"Thi\xf2",
            b"Pha\xf2m",
            b"Hu\xea\xec",
            b"Kr\x94ger",
            b"Nov\xa0k",
            b"Dvo\xfd\xa0k",
            b"N\xd8mec",
            b"Ji\xfd\xa1",
            b"B\x82chir",
        ] {
            let read = WINDOWS_1252.decode(bytes).0.into_owned();
            assert!(!is_certain(&read), "{read}");
        }
    }

    #[test]
    fn what_may_stand_anywhere_is_the_same_letter_elsewhere() {
        for letter in ANYWHERE.chars().filter(|c| !"áúô".contains(*c)) {
            for encoding in [WINDOWS_1250, WINDOWS_1254, WINDOWS_1257, ISO_8859_2] {
                assert_eq!(read(encoding, &letter.to_string()), letter.to_string());
            }
        }
    }
}
