//! The words of headings and cells that are known, in English, Russian, French, Spanish and Arabic. A map holds these and
//! never what a sheet says.

use unicode_normalization::UnicodeNormalization as _;

/// Headings: the beginnings of words that must all stand there, and what the column is then. Of several that fit, the one
/// of most words, then of most letters.
const HEADINGS: &[(&str, &[&str])] = &[
    (
        "seal names",
        &[
            "name",
            "surname",
            "client",
            "applicant",
            "имя",
            "фамил",
            "фио",
            "ф и о",
            "заявител",
            "клиент",
            "nom",
            "prénom",
            "prenom",
            "demandeur",
            "nombre",
            "apellid",
            "solicitante",
            "الاسم",
            "اسم",
            "اللقب",
            "مقدم الطلب",
        ],
    ),
    (
        "seal telephone",
        &[
            "phone",
            "telephone",
            "mobile",
            "tel",
            "телефон",
            "тел",
            "моб",
            "téléphone",
            "portable",
            "teléfono",
            "telefono",
            "móvil",
            "الهاتف",
            "هاتف",
            "الجوال",
        ],
    ),
    (
        "seal address",
        &[
            "address",
            "адрес",
            "прожива",
            "adresse",
            "domicile",
            "dirección",
            "direccion",
            "domicilio",
            "العنوان",
            "عنوان",
        ],
    ),
    (
        "seal born",
        &[
            "date birth",
            "birth date",
            "dob",
            "дата рожд",
            "date naiss",
            "fecha nacim",
            "تاريخ الميلاد",
            "تاريخ الولادة",
        ],
    ),
    (
        "seal documents",
        &[
            "passport",
            "паспорт",
            "passeport",
            "pasaporte",
            "جواز",
            "identity document",
            "pièce identité",
        ],
    ),
    (
        "seal file_numbers",
        &[
            "file number",
            "file no",
            "dossier",
            "reference",
            "номер дел",
            "№ дел",
            "личн дел",
            "numéro dossier",
            "n° dossier",
            "expediente",
            "número expediente",
            "رقم الملف",
            "رقم القضية",
            "ofpra",
            "agdref",
        ],
    ),
    (
        "seal note",
        &[
            "note",
            "notes",
            "comment",
            "remark",
            "примеч",
            "коммент",
            "заметк",
            "remarque",
            "commentaire",
            "observ",
            "notas",
            "ملاحظات",
        ],
    ),
    (
        "case.origin",
        &[
            "country",
            "origin",
            "nationality",
            "citizenship",
            "гражданств",
            "страна",
            "pays",
            "nationalit",
            "país",
            "pais",
            "nacionalidad",
            "الجنسية",
            "بلد",
            "البلد",
        ],
    ),
    (
        "case.sex",
        &["sex", "gender", "пол", "sexe", "sexo", "género", "الجنس"],
    ),
    (
        "case.born",
        &[
            "year birth",
            "born",
            "birth year",
            "год рожд",
            "année naiss",
            "annee naiss",
            "año nacim",
            "سنة الميلاد",
            "سنة الولادة",
        ],
    ),
    (
        "case.worker",
        &[
            "worker",
            "caseworker",
            "lawyer",
            "сотрудник",
            "юрист",
            "ответствен",
            "référent",
            "juriste",
            "intervenant",
            "abogad",
            "responsable",
            "المحامي",
            "الموظف",
        ],
    ),
    (
        "case.office",
        &[
            "office",
            "branch",
            "офис",
            "отделение",
            "bureau",
            "antenne",
            "oficina",
            "المكتب",
        ],
    ),
    (
        "case.opened",
        &[
            "opened",
            "intake",
            "дата обращ",
            "обратил",
            "date ouverture",
            "fecha apertura",
            "تاريخ الفتح",
        ],
    ),
    (
        "application.lodged",
        &[
            "application date",
            "date application",
            "lodged",
            "applied",
            "дата заявл",
            "заявл дата",
            "заявл подан",
            "дата подач",
            "дата ходат",
            "date demande",
            "date dépôt",
            "fecha solicitud",
            "تاريخ الطلب",
            "تاريخ تقديم الطلب",
        ],
    ),
    (
        "application.kind",
        &[
            "application type",
            "kind application",
            "вид заявл",
            "type demande",
            "tipo solicitud",
            "نوع الطلب",
        ],
    ),
    (
        "decision.outcome",
        &[
            "decision",
            "outcome",
            "result",
            "решени",
            "результат",
            "исход",
            "décision",
            "résultat",
            "decisión",
            "resultado",
            "القرار",
            "النتيجة",
        ],
    ),
    (
        "decision.decided",
        &[
            "decision date",
            "date decision",
            "decided",
            "дата решен",
            "решени дата",
            "date décision",
            "fecha decisión",
            "fecha resolución",
            "تاريخ القرار",
        ],
    ),
    (
        "decision.notified",
        &[
            "notified",
            "notification",
            "notification date",
            "вручен",
            "уведомлен",
            "решени вручен",
            "дата вручен",
            "notifi",
            "date notification",
            "fecha notificación",
            "تاريخ التبليغ",
            "التبليغ",
        ],
    ),
    (
        "appeal.lodged",
        &[
            "appeal",
            "appeal date",
            "appealed",
            "жалоб",
            "дата жалоб",
            "обжалован",
            "recours",
            "date recours",
            "recurso",
            "fecha recurso",
            "الطعن",
            "تاريخ الطعن",
            "الاستئناف",
        ],
    ),
    (
        "deadline.due",
        &[
            "deadline",
            "due",
            "срок",
            "срок жалоб",
            "échéance",
            "date limite",
            "délai",
            "plazo",
            "vencimiento",
            "الموعد",
            "المهلة",
            "آخر موعد",
        ],
    ),
    (
        "interview.date",
        &[
            "interview",
            "интервью",
            "собеседован",
            "entretien",
            "entrevista",
            "المقابلة",
        ],
    ),
    (
        "hearing.date",
        &[
            "hearing",
            "заседан",
            "слушан",
            "audience",
            "audiencia",
            "الجلسة",
        ],
    ),
    (
        "close.date",
        &[
            "closed",
            "closing date",
            "дата закрыт",
            "закрыт",
            "clôture",
            "cierre",
            "تاريخ الإغلاق",
        ],
    ),
    (
        "type",
        &[
            "event",
            "type",
            "событие",
            "тип событ",
            "événement",
            "evento",
            "نوع الحدث",
            "الحدث",
        ],
    ),
    ("event.date", &["date", "дата", "fecha", "تاريخ", "التاريخ"]),
    (
        "key",
        &[
            "no",
            "nr",
            "number",
            "id",
            "case",
            "номер",
            "№",
            "п п",
            "n",
            "numéro",
            "número",
            "رقم",
            "الرقم",
        ],
    ),
];

/// Codes, each with its words.
type Codes = &'static [(&'static str, &'static [&'static str])];

/// Words of cells, by the field in whose column they stand.
const VALUES: &[(&str, Codes)] = &[
    (
        "outcome",
        &[
            (
                "refused",
                &[
                    "отказ",
                    "отказано",
                    "refusal",
                    "rejected",
                    "negative",
                    "refus",
                    "rejet",
                    "rejetée",
                    "rejeté",
                    "denegada",
                    "denegado",
                    "rechazada",
                    "رفض",
                    "مرفوض",
                ],
            ),
            (
                "granted",
                &[
                    "предоставлено",
                    "признан",
                    "positive",
                    "accordé",
                    "accordée",
                    "favorable",
                    "concedida",
                    "concedido",
                    "قبول",
                    "مقبول",
                    "منح",
                ],
            ),
            (
                "outcome=granted protection=refugee_status",
                &[
                    "статус беженца",
                    "refugee",
                    "statut de réfugié",
                    "réfugié",
                    "estatuto de refugiado",
                    "لاجئ",
                    "صفة لاجئ",
                ],
            ),
            (
                "outcome=granted protection=temporary_asylum",
                &[
                    "ву",
                    "временное убежище",
                    "temporary asylum",
                    "asile temporaire",
                    "asilo temporal",
                    "لجوء مؤقت",
                ],
            ),
            (
                "outcome=granted protection=subsidiary_protection",
                &[
                    "дополнительная защита",
                    "subsidiary",
                    "subsidiary protection",
                    "protection subsidiaire",
                    "protección subsidiaria",
                    "حماية ثانوية",
                ],
            ),
            (
                "closed",
                &[
                    "прекращено",
                    "clôturé",
                    "clôturée",
                    "archivado",
                    "archivada",
                    "مغلق",
                ],
            ),
            (
                "revoked",
                &["лишение статуса", "retrait", "revocada", "سحب"],
            ),
            ("dismissed", &["жалоба отклонена"]),
            ("allowed", &["жалоба удовлетворена"]),
            (
                "",
                &[
                    "-",
                    "—",
                    "нет",
                    "en cours",
                    "pending",
                    "pendiente",
                    "قيد النظر",
                    "рассматривается",
                ],
            ),
        ],
    ),
    (
        "sex",
        &[
            (
                "m",
                &[
                    "м",
                    "муж",
                    "мужской",
                    "male",
                    "man",
                    "homme",
                    "masculin",
                    "h",
                    "hombre",
                    "masculino",
                    "ذكر",
                ],
            ),
            (
                "f",
                &[
                    "ж",
                    "жен",
                    "женский",
                    "female",
                    "woman",
                    "femme",
                    "féminin",
                    "mujer",
                    "femenino",
                    "أنثى",
                    "انثى",
                ],
            ),
        ],
    ),
    (
        "kind",
        &[
            (
                "refugee_status",
                &["статус беженца", "refugee status", "statut de réfugié"],
            ),
            (
                "temporary_asylum",
                &[
                    "ву",
                    "временное убежище",
                    "temporary asylum",
                    "asile temporaire",
                    "asilo temporal",
                    "لجوء مؤقت",
                ],
            ),
            (
                "single_procedure",
                &["asylum", "asile", "asilo", "لجوء", "убежище"],
            ),
        ],
    ),
    (
        "type",
        &[
            (
                "application",
                &["заявление", "ходатайство", "demande", "solicitud", "طلب"],
            ),
            ("decision", &["решение", "décision", "decisión", "قرار"]),
            ("appeal", &["жалоба", "recours", "recurso", "طعن"]),
            (
                "interview",
                &[
                    "интервью",
                    "собеседование",
                    "entretien",
                    "entrevista",
                    "مقابلة",
                ],
            ),
            ("hearing", &["заседание", "audience", "audiencia", "جلسة"]),
            (
                "service",
                &["вручение", "notification", "notificación", "تبليغ"],
            ),
            (
                "detention",
                &["задержание", "rétention", "detención", "احتجاز"],
            ),
            (
                "release",
                &["освобождение", "libération", "liberación", "إفراج"],
            ),
        ],
    ),
    (
        "origin",
        &[
            (
                "AF",
                &[
                    "афганистан",
                    "afghanistan",
                    "afganistán",
                    "أفغانستان",
                    "افغانستان",
                ],
            ),
            (
                "SY",
                &["сирия", "syria", "syrie", "siria", "سوريا", "سورية"],
            ),
            (
                "KP",
                &[
                    "кндр",
                    "северная корея",
                    "north korea",
                    "corée du nord",
                    "corea del norte",
                    "كوريا الشمالية",
                ],
            ),
            ("UA", &["украина", "ukraine", "ucrania", "أوكرانيا"]),
            (
                "RU",
                &["россия", "рф", "russia", "russie", "rusia", "روسيا"],
            ),
            ("IQ", &["ирак", "iraq", "irak", "العراق"]),
            ("IR", &["иран", "iran", "irán", "إيران", "ايران"]),
            ("SD", &["судан", "sudan", "soudan", "sudán", "السودان"]),
            ("SO", &["сомали", "somalia", "somalie", "الصومال"]),
            ("ER", &["эритрея", "eritrea", "érythrée", "إريتريا"]),
            (
                "ET",
                &["эфиопия", "ethiopia", "éthiopie", "etiopía", "إثيوبيا"],
            ),
            (
                "CD",
                &[
                    "дрк",
                    "др конго",
                    "dr congo",
                    "rdc",
                    "république démocratique du congo",
                    "الكونغو الديمقراطية",
                ],
            ),
            (
                "CM",
                &["камерун", "cameroon", "cameroun", "camerún", "الكاميرون"],
            ),
            ("NG", &["нигерия", "nigeria", "نيجيريا"]),
            ("GN", &["гвинея", "guinea", "guinée", "غينيا"]),
            ("ML", &["мали", "mali", "malí", "مالي"]),
            (
                "CI",
                &[
                    "кот-д'ивуар",
                    "ivory coast",
                    "côte d'ivoire",
                    "costa de marfil",
                    "ساحل العاج",
                ],
            ),
            ("VE", &["венесуэла", "venezuela", "فنزويلا"]),
            ("CO", &["колумбия", "colombia", "colombie", "كولومبيا"]),
            ("CU", &["куба", "cuba", "كوبا"]),
            ("YE", &["йемен", "yemen", "yémen", "اليمن"]),
            ("PK", &["пакистан", "pakistan", "pakistán", "باكستان"]),
            ("BD", &["бангладеш", "bangladesh", "بنغلاديش"]),
            ("TR", &["турция", "turkey", "turquie", "turquía", "تركيا"]),
            ("UZ", &["узбекистан", "uzbekistan", "ouzbékistan"]),
            ("TJ", &["таджикистан", "tajikistan", "tadjikistan"]),
            ("BY", &["беларусь", "белоруссия", "belarus", "biélorussie"]),
            ("GE", &["грузия", "georgia", "géorgie"]),
            ("AM", &["армения", "armenia", "arménie"]),
            (
                "stateless",
                &[
                    "лбг",
                    "без гражданства",
                    "stateless",
                    "apatride",
                    "apátrida",
                    "عديم الجنسية",
                ],
            ),
        ],
    ),
];

/// A text as it is compared: small letters, one form, single spaces, no marks around it.
pub fn normal(text: &str) -> String {
    let small = text.nfkc().collect::<String>().to_lowercase();
    let words: Vec<&str> = small
        .split(|c: char| c.is_whitespace() || matches!(c, '_' | '\u{200f}' | '\u{200e}'))
        .map(|word| {
            word.trim_matches(|c: char| {
                matches!(c, '.' | ',' | ':' | ';' | '"' | '(' | ')' | '«' | '»')
            })
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// What a heading is of, and by which beginnings of words.
pub fn heading(text: &str) -> Option<(&'static str, &'static str)> {
    let text = normal(text).replace(['/', '-', '.'], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let fits = |stems: &&str| {
        stems.split(' ').all(|stem| {
            words.iter().any(|word| match stem.chars().count() {
                // What is short begins too much.
                0..=3 => *word == stem,
                _ => word.starts_with(stem),
            })
        })
    };
    let all = HEADINGS
        .iter()
        .flat_map(|(target, list)| list.iter().map(move |stems| (*target, *stems)));
    let fitting = all.filter(|(_, stems)| fits(stems));
    let weight = |stems: &str| (stems.split(' ').count(), stems.chars().count());
    fitting.max_by_key(|(_, stems)| weight(stems))
}

/// How many words of a text are known: tells encodings apart.
pub fn known(text: &str) -> usize {
    let mut all = text.split(['\n', ';', ',', '\t', '"']).take(20_000);
    let is_known = |one: &str| {
        heading(one).is_some_and(|(_, stems)| !stems.is_ascii())
            || VALUES
                .iter()
                .any(|(field, _)| value(field, one).is_some_and(|(word, _)| !word.is_ascii()))
    };
    let mut seen = std::collections::BTreeSet::new();
    all.by_ref()
        .filter(|one| one.len() < 200 && seen.insert(*one) && is_known(one))
        .count()
}

/// The known word that a cell of a field is, and its code.
pub fn value(field: &str, text: &str) -> Option<(&'static str, &'static str)> {
    let text = normal(text);
    let (_, codes) = VALUES.iter().find(|(name, _)| *name == field)?;
    codes.iter().find_map(|(code, words)| {
        let word = words.iter().find(|word| **word == text)?;
        Some((*word, *code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_five_languages() {
        for (text, target) in [
            ("Дата решения", "decision.decided"),
            ("Решение / дата вручения", "decision.notified"),
            ("Ф.И.О.", "seal names"),
            ("Pays d'origine", "case.origin"),
            ("Date de la demande", "application.lodged"),
            ("تاريخ القرار", "decision.decided"),
            ("Fecha de solicitud", "application.lodged"),
            ("Deadline", "deadline.due"),
        ] {
            assert_eq!(heading(text).map(|it| it.0), Some(target), "{text}");
        }
        assert_eq!(heading("Зыкс"), None);
        assert_eq!(
            value("outcome", " ВУ ").map(|it| it.1),
            Some("outcome=granted protection=temporary_asylum")
        );
        assert_eq!(value("outcome", "отказ.").map(|it| it.1), Some("refused"));
    }
}
