//! The words of cells.

/// Codes, each with its words.
pub(super) type Codes = &'static [(&'static str, &'static [&'static str])];

/// Words of cells, by the field in whose column they stand.
pub(super) const VALUES: &[(&str, Codes)] = &[
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
