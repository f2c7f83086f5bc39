use proptest::prelude::*;

use super::*;

/// The lines of one language and set.
macro_rules! lines {
    ($language:literal, $set:literal) => {
        (
            $language,
            $set,
            include_str!(concat!(
                "../../../tests/fixtures/guard/",
                $language,
                ".",
                $set,
                ".planted"
            )),
            include_str!(concat!(
                "../../../tests/fixtures/guard/",
                $language,
                ".",
                $set,
                ".clean"
            )),
        )
    };
}

/// Sentences of daily legal work; nothing in them is personal.
const CLEAN: &[&str] = &[
    "",
    "Appeal lodged on 13.09.2021; hearing 2021-10-04 at 09:30.",
    "AsylG § 74(1): two weeks, one week under § 36(3).",
    "Refused on 3 May 2010 under article 1F(b); served 11.05.2010.",
    "Directive 2013/32/EU, art. 46(4); Regulation 604/2013 recital 19.",
    "Decision of 02.03.2021 to 04.05.2021 quoted, pages 12-15 and 112 to 118.",
    "Case 7MK-2D5-HPP is linked to this one.",
    "ECtHR, applications nos. 8319/07 and 11449/07, judgment of 28 June 2011.",
    "ECLI:EU:C:2021:478, C-652/16, paragraphs 70 to 82.",
    "The fee of 10 000 roubles or 1 200 000 dong was paid.",
    "Passport expires 2027-03-01 and was issued on 13.09.2017.",
    "The passport law of 15 August 1996, No. 114-FZ, applies.",
    "Birth certificate of 12.03.2021 was handed in.",
    "Born 1990, from the countryside; arrived in 2018.",
    "Article 12 of the Road Traffic Act does not matter here.",
    "On 12 May Court was closed; next date 14 May.",
    "Two telephone interviews of 45 minutes each were held.",
    "The call of 3 June 2021 was recorded.",
    "M. A. and Mme B. were heard; Mr Justice sat alone.",
    "Don't appeal before the translation is in.",
    "Statutory Instrument 2019/745, rule 19(2)(b), 14 days from service.",
    "Жалоба подана 13.09.2021, срок три месяца (ст. 219 КАС РФ).",
    "Федеральный закон № 4528-I от 19.02.1993, статья 10, пункт 3.",
    "Гражданин КНДР, год рождения 1971, въехал в 1997 году.",
    "Свидетельство о рассмотрении выдано 4 мая 2021 года до 04.08.2021.",
    "Свидетельство о рождении от 12.03.2021 приложено.",
    "Решение УВМ от 03.05.2010 вручено 11.05.2010, суд 14 июля 2010 г.",
    "Дело Рабинович против России, жалоба 12345/10.",
    "Заседание 21.04.2021 в 10:30, зал 12, этаж 3.",
    "Recours déposé le 4 mai 2021, audience le 12 juin 2021 à 9h30.",
    "L'article L. 542-1 du CESEDA, quinze jours; décret n° 2020-1734.",
    "M. le juge a renvoyé l'affaire; 30 pages, annexes 1 à 12.",
    "L'acte de naissance du 12.03.2021 est joint.",
    "Recurso presentado el 4 de mayo de 2021; plazo de 15 días hábiles.",
    "Ley 12/2009, art. 29; Real Decreto 203/1995 de 10 de febrero.",
    "La calle está en obras, la audiencia sigue el 3 de junio de 2021.",
    "Resolución de 5 de mayo de 2023 notificada el 12 de mayo de 2023.",
    "BVerwG 1 C 4.20 of 19.04.2021, para 12; VG Berlin 34 K 1202.18 A.",
    "HU/12345/2019 and PA/00001/2020 were joined; section 94B of the 2002 Act.",
    "Гражданка Сирии, 1990 года рождения, дело № 2а-1234/2021.",
    "Décision OFPRA du 12/03/2020, CNDA n° 20012345; délai de 48 heures.",
    "Avenue for appeal: art. 39; D. 5 and D. 12 are exhibits.",
    "Office east, worker m2, tag detention; region DE-BY.",
    "Case 123-456-000",
    "Ring-fenced funds of 2021; cell 12 in the facility.",
    "Interview on 2021-09-13, 2021-09-14 and 2021-09-15.",
];

const PLANTED: &[(&str, Kind)] = &[
    ("write to somebody@example.org today", Kind::Email),
    ("почта ivan.petrov@example.ru", Kind::Email),
    ("call +44 20 7946 0958 tomorrow", Kind::Phone),
    ("звонить 8 (916) 123-45-67", Kind::Phone),
    ("тел. ٩١٦١٢٣٤٥٦٧", Kind::Phone),
    ("номер 89161234567", Kind::Phone),
    ("joindre au 06 12 34 56 78", Kind::Phone),
    ("joindre au 06.12.34.56.78", Kind::Phone),
    ("móvil 612 345 678", Kind::Phone),
    ("reach her at 555-123-4567", Kind::Phone),
    ("0171 2345678", Kind::Phone),
    ("0049 171 2345678", Kind::Phone),
    ("pay to DE89 3704 0044 0532 0130 00 please", Kind::Iban),
    ("FR1420041010050500013M02606", Kind::Iban),
    ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", Kind::Mrz),
    ("passport no. is 45 08 123456", Kind::Document),
    ("паспорт серии 4508 № 123456", Kind::Document),
    ("le passeport 12AB34567", Kind::Document),
    ("DNI 12345678Z", Kind::Document),
    ("his number is AB1234567", Kind::Document),
    ("file 1234567-408 at the office", Kind::Document),
    ("A-number A 123 456 789", Kind::Document),
    ("born on 2 March 1971", Kind::Birth),
    ("date of birth 1 Jan 1980", Kind::Birth),
    ("DOB: 02/03/1971", Kind::Birth),
    ("родился 2 марта 1971 года", Kind::Birth),
    ("02.03.1971 г.р.", Kind::Birth),
    ("né le 2 mars 1971", Kind::Birth),
    ("nacida el 2 de marzo de 1971", Kind::Birth),
    ("see https://example.org/x", Kind::Link),
    ("he is @some_body there", Kind::Link),
    ("t.me/somebody", Kind::Link),
    ("telegram: ivan_77", Kind::Link),
    ("lives at 12 Green Street", Kind::Address),
    ("221B Baker Street", Kind::Address),
    ("ул. Ленина, д. 5, кв. 12", Kind::Address),
    ("проживает: проспект Мира 15", Kind::Address),
    ("12 rue des Lilas", Kind::Address),
    ("12 bis, rue des Lilas", Kind::Address),
    ("calle Mayor 12", Kind::Address),
    ("C/ Alcalá 45", Kind::Address),
    ("wohnt Lindenstraße 5", Kind::Address),
    ("spoke with Mr Smith", Kind::Titled),
    ("met Mrs. Jones", Kind::Titled),
    ("г-н Петров звонил", Kind::Titled),
    ("Пётр Иванович сказал", Kind::Titled),
    ("гражданин Ким Чер", Kind::Titled),
    ("M. Dupont est venu", Kind::Titled),
    ("Mme Martin attend", Kind::Titled),
    ("la Sra. García vino", Kind::Titled),
];

#[test]
fn legal_sentences_raise_no_alarm() {
    let alarms: Vec<_> = CLEAN
        .iter()
        .map(|text| (text, findings(text)))
        .filter(|(_, kinds)| !kinds.is_empty())
        .collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn planted_data_are_found() {
    let missed: Vec<_> = PLANTED
        .iter()
        .filter(|(text, kind)| !findings(text).contains(kind))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Lines by language; `tuned`: the detectors were made to fit them; `held`: read by them once, when they were done.
const LINES: &[(&str, &str, &str, &str)] = &[
    lines!("en", "tuned"),
    lines!("ru", "tuned"),
    lines!("fr", "tuned"),
    lines!("es", "tuned"),
    lines!("ar", "tuned"),
    lines!("en", "held"),
    lines!("ru", "held"),
    lines!("fr", "held"),
    lines!("es", "held"),
    lines!("ar", "held"),
];

/// A row of the table in the threat model: how much was found of what a line holds, how many lines of ordinary work raised
/// an alarm.
fn row((language, set, planted, clean): &(&str, &str, &str, &str)) -> String {
    let (mut found, mut of) = (0, 0);
    for line in planted.lines() {
        let (kind, text) = line.split_once('\t').unwrap();
        let kinds = findings(text);
        let seen = kinds
            .iter()
            .any(|k| format!("{k:?}").eq_ignore_ascii_case(kind));
        found += usize::from(seen);
        of += 1;
    }
    let alarms = clean.lines().filter(|text| !findings(text).is_empty());
    let alarms = alarms.count();
    assert!(of >= 15 && clean.lines().count() >= 20);
    assert!(found * 10 >= of * 9, "{language}, {set}: {found} of {of}");
    format!(
        "| {language} | {set} | {found} of {of} | {alarms} of {} |",
        clean.lines().count()
    )
}

/// `cargo test --lib guard_figures -- --nocapture` prints what the threat model says.
#[test]
fn guard_figures() {
    let told = include_str!("../../../docs/threat-model.md");
    for line in LINES.iter().map(row) {
        println!("{line}");
        assert!(
            told.contains(&line),
            "the threat model does not say: {line}"
        );
    }
}

#[test]
fn what_writes_from_right_to_left_hides_nothing() {
    for text in [
        "\u{200f}+\u{200e}٩٦٣ ٩٤٤\u{200f} ١٢٣ ٤٥٦",
        "الرقم ٩٦٣٩٤٤١٢٣٤٥٦+",
        "وبهاتفها ۰۹۱۲۳۴۵",
    ] {
        assert_eq!(findings(text), [Kind::Phone], "{text}");
    }
    assert_eq!(findings("حضر السيد علي وابن محمد"), [Kind::Titled]);
    assert_eq!(findings("حضر السيد القاضي ومعه ابن عمه"), []);
}

#[test]
fn ibans_are_checked() {
    assert_eq!(findings("DE89370400440532013001"), vec![]);
    assert_eq!(findings("DE89370400440532013000"), vec![Kind::Iban]);
}

#[test]
fn long_texts_take_no_longer() {
    for unit in [
        "a@",
        "0 ",
        "DE89 ",
        "12 Green ",
        "born ",
        "P<",
        "+1",
        "ул. ",
        "السيد ",
        "12 كانون ",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let start = std::time::Instant::now();
        findings(&text);
        assert!(start.elapsed().as_secs() < 10, "{unit}");
    }
}

proptest! {
    #[test]
    fn nothing_makes_it_stumble(text in "\\PC*") {
        let kinds = findings(&text);
        prop_assert!(kinds.is_sorted());
    }

    #[test]
    fn finds_a_number_anywhere(before in "[a-z ]{0,20}", after in "[a-z ]{0,20}") {
        let text = format!("{before} +44 20 7946 0958 {after}");
        prop_assert!(findings(&text).contains(&Kind::Phone));
    }
}
