//! Words of headings that say nothing of which field a column is, and words that say that it is another.
//!
//! Whole words, and the beginnings of words, which end with `*`. Marks on letters are not looked at.

/// Words that never change what a heading is of.
pub(super) const NOTHING: &[&str] = &[
    "the", "a", "an", "of", "on", "in", "at", "for", "to", "is", "was", "were", "has", "his",
    "her", "their", "its", "s", "with", "le", "la", "les", "l", "d", "du", "de", "des", "un",
    "une", "au", "aux", "en", "sur", "pour", "son", "sa", "ses", "el", "los", "las", "del", "al",
    "una", "su", "sus", "lo", "para", "sobre", "о", "об", "от", "по", "на", "в", "во", "для", "к",
    "в", "في", "من", "على", "عن", "إلى", "ل", "ب",
];

/// Words of the case or its file.
pub(super) const FILE: &[&str] = &[
    "case",
    "cases",
    "file",
    "matter",
    "dossier",
    "dossiers",
    "affaire",
    "expediente",
    "caso",
    "дело",
    "дела",
    "делу",
    "делам",
    "досье",
    "ملف",
    "قضية",
    "حالة",
];

/// Words of the person whose case it is.
pub(super) const PERSON: &[&str] = &[
    "client",
    "clients",
    "applicant",
    "applicants",
    "claimant",
    "beneficiary",
    "person",
    "заявител*",
    "клиент*",
    "бенефициар*",
    "demandeur",
    "demandeuse",
    "beneficiaire",
    "personne",
    "usager",
    "solicitante",
    "cliente",
    "beneficiario",
    "beneficiaria",
    "persona",
    "interesado",
    "مقدم",
    "طالب",
    "مستفيد",
    "عميل",
    "شخص",
];

/// Words of a day, and of how one is to be written.
pub(super) const DAY: &[&str] = &[
    "date",
    "dates",
    "day",
    "when",
    "dated",
    "дата",
    "даты",
    "день",
    "число",
    "когда",
    "jour",
    "fecha",
    "fechas",
    "dia",
    "تاريخ",
    "يوم",
    "dd",
    "mm",
    "yy",
    "yyyy",
    "jj",
    "aa",
    "aaaa",
    "дд",
    "мм",
    "гг",
    "гггг",
];

/// Words of asylum, which all of this is about.
pub(super) const ASYLUM: &[&str] = &[
    "asylum",
    "protection",
    "international",
    "temporary",
    "refugee",
    "убежищ*",
    "защит*",
    "международн*",
    "временн*",
    "беженц*",
    "asile",
    "internationale",
    "temporaire",
    "refugie*",
    "asilo",
    "refugio",
    "refugiad*",
    "proteccion",
    "internacional",
    "temporal",
    "لجوء",
    "حماية",
    "دولية",
    "مؤقت",
    "لاجئ",
];

/// Several words that are one, and say nothing: the stage or the body that decides first.
pub(super) const PHRASES: &[&str] = &[
    "refugee status",
    "статус* беженц*",
    "statut de refugie*",
    "estatuto de refugiad*",
    "صفة لاجئ",
    "asylum seeker*",
    "first instance",
    "1st instance",
    "premiere instance",
    "1ere instance",
    "1re instance",
    "перв* инстанц*",
    "primera instancia",
    "1 инстанц*",
    "1a instancia",
    "الدرجة الاولى",
    "home office",
    "asylum office",
    "oficina de asilo",
    "ministerio del interior",
];

/// The bodies that decide first.
pub(super) const BODIES: &[&str] = &[
    "ofpra",
    "bamf",
    "ukvi",
    "ukba",
    "cgra",
    "cgrs",
    "sem",
    "ind",
    "migri",
    "oar",
    "comar",
    "conare",
    "bfa",
    "unhcr",
    "hcr",
    "acnur",
    "увкб",
    "мвд",
    "фмс",
    "увм",
    "гувм",
    "умвд",
    "مفوضية",
];

/// Words of remedies.
pub(super) const APPEALS: &[&str] = &[
    "appeal*",
    "appellate",
    "recours",
    "pourvoi*",
    "appel",
    "appels",
    "жалоб*",
    "обжалован*",
    "апелляц*",
    "кассац*",
    "иск",
    "иска",
    "иску",
    "исков*",
    "административн*",
    "recurso*",
    "alzada",
    "contencios*",
    "administrativo",
    "apelacion*",
    "casacion*",
    "reposicion",
    "طعن",
    "استئناف",
    "نقض",
    "تظلم",
];

/// The bodies that decide on remedies.
pub(super) const COURTS: &[&str] = &[
    "court*",
    "tribunal*",
    "ftt",
    "ftiac",
    "ut",
    "utiac",
    "cnda",
    "cce",
    "rvv",
    "bvwg",
    "taf",
    "суд",
    "суда",
    "судом",
    "суде",
    "суду",
    "судов",
    "судеб*",
    "juzgado*",
    "cour",
    "instance*",
    "инстанц*",
    "instancia*",
    "محكمة",
];

/// Words of what these bodies say.
pub(super) const JUDGMENTS: &[&str] =
    &["sentencia*", "jugement*", "judgment*", "judgement*", "حكم"];

/// Words of how something ended.
pub(super) const ENDS: &[&str] = &[
    "refus*",
    "reject*",
    "dismiss*",
    "allow*",
    "determin*",
    "grant*",
    "deni*",
    "withdr*",
    "decid*",
    "outcome*",
    "result*",
    "rejet*",
    "annul*",
    "accord*",
    "retrait",
    "отказ*",
    "отклон*",
    "удовлетвор*",
    "рассмотр*",
    "отозв*",
    "inadmis*",
    "desestim*",
    "estim*",
    "deneg*",
    "resuelt*",
    "رفض",
    "قبول",
    "منح",
    "نتيجة",
];

/// Words of handing something in.
pub(super) const LODGING: &[&str] = &[
    "lodged",
    "lodging",
    "filed",
    "filing",
    "submitted",
    "submission",
    "made",
    "подач*",
    "подан*",
    "подал*",
    "depot",
    "depos*",
    "introdui*",
    "introduct*",
    "presente",
    "presentee",
    "presentacion",
    "presentad*",
    "interposicion",
    "interpuest*",
    "تقديم",
    "ايداع",
    "رفع",
];

/// Words of deciding.
pub(super) const MADE: &[&str] = &[
    "made",
    "taken",
    "принят*",
    "вынес*",
    "prise",
    "rendue",
    "dictada",
    "صدور",
    "اصدار",
];

/// Words of an application, of which a decision or an interview is.
pub(super) const APPLICATIONS: &[&str] = &[
    "application",
    "claim",
    "request",
    "demande",
    "заявлен*",
    "ходатайств*",
    "solicitud",
    "peticion",
    "طلب",
];

/// Words of a decision, which is told, or against which a day runs.
pub(super) const DECISIONS: &[&str] = &["decision*", "решени*", "resolucion", "قرار"];

/// Words of what is still to come.
pub(super) const AHEAD: &[&str] = &[
    "next",
    "prochain*",
    "proxim*",
    "следующ*",
    "ближайш*",
    "قادم*",
    "مقبل*",
];

/// Words of last days.
pub(super) const LAST_DAYS: &[&str] = &[
    "time",
    "by",
    "final",
    "until",
    "before",
    "до",
    "подать",
    "avant",
    "antes",
    "fin",
];

/// Words beside the country that somebody is a citizen of.
pub(super) const CODES: &[&str] = &["iso", "code", "codigo", "код", "رمز"];

/// Words beside a number that counts.
pub(super) const COUNTED: &[&str] = &[
    "row",
    "serial",
    "our",
    "order",
    "ordre",
    "orden",
    "порядков*",
    "порядку",
    "تسلسل*",
    "متسلسل",
    "registration",
    "reg",
    "unique",
    "internal",
    "регистрац*",
    "внутренн*",
    "уникальн*",
    "enregistrement",
    "interne",
    "registro",
    "interno",
    "تسجيل",
];

/// Words beside who works on a case.
pub(super) const WORK: &[&str] = &["assigned", "responsible", "social", "legal", "juridique"];

/// Words by which a country is the one that somebody is a citizen of.
pub(super) const CITIZEN: &[&str] = &[
    "nationalit*",
    "citizen*",
    "nacionalidad",
    "гражданств*",
    "جنسية",
];

/// Words by which a country is the one that somebody comes from.
pub(super) const ORIGIN: &[&str] = &[
    "origin",
    "origine",
    "origen",
    "происхожд*",
    "исход*",
    "اصل",
    "منشا",
    "اصلي",
];

/// Words by which a country is another than that.
pub(super) const ELSEWHERE: &[&str] = &[
    "transit*",
    "транзит*",
    "عبور",
    "birth",
    "born",
    "naissance",
    "nacim*",
    "рожд*",
    "ميلاد",
    "ولادة",
    "residen*",
    "прожив*",
    "пребыв*",
    "اقامة",
    "entry",
    "entree",
    "entrada",
    "въезд*",
    "دخول",
    "asylum",
    "asile",
    "asilo",
    "убежищ*",
    "لجوء",
    "host*",
    "accueil",
    "acogida",
    "destin*",
    "назначен*",
    "مقصد",
    "depart*",
    "выезд*",
    "arriv*",
    "прибыт*",
    "issu*",
    "выдач*",
    "выдав*",
];

/// Headings that are known, and that are not one thing alone.
pub(super) const UNSURE: &[&str] = &[
    "дата получ",
    "issue",
    "appel",
    "dictamen",
    "постановлен",
    "الحكم",
    "remise",
    "date remise",
    // An appointment, of whatever it is.
    "الموعد",
];

/// Words that begin as one of an event does, and are of who takes part in it.
pub(super) const TAKING_PART: &[&str] = &[
    "interviewer*",
    "interviewee*",
    "intervieweur*",
    "intervieweuse*",
    "entrevistador*",
    "интервьюер*",
    "интервьюир*",
];

/// What tells the first of several from the second.
pub(super) const NTH: &[&[&str]] = &[
    &[
        "1",
        "1st",
        "first",
        "1er",
        "1ere",
        "1re",
        "premier",
        "premiere",
        "перв*",
        "primer",
        "primera",
        "1a",
        "1o",
        "اول",
        "اولى",
    ],
    &[
        "2",
        "2nd",
        "second",
        "2e",
        "2eme",
        "2nde",
        "deuxieme",
        "seconde",
        "втор*",
        "segund*",
        "2a",
        "2o",
        "ثاني",
        "ثانية",
    ],
    &[
        "3",
        "3rd",
        "third",
        "3e",
        "3eme",
        "troisieme",
        "трет*",
        "tercer*",
        "3a",
        "3o",
        "ثالث",
        "ثالثة",
    ],
];
