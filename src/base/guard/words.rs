//! The words that the detectors go by, language after language: English, Russian, French, Spanish, Arabic (in the one
//! spelling of [`super::arabic::plain`]), German, Greek.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words to look up.
pub(super) type Words = LazyLock<BTreeSet<&'static str>>;

/// Declares lists of words, written as texts.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $($part:literal)+;)+) => {
        $($(#[$doc])*
        pub(super) static $name: Words =
            LazyLock::new(|| concat!($($part, " "),+).split_ascii_whitespace().collect());)+

        #[cfg(test)]
        pub(super) const ALL: &[&Words] = &[$(&$name),+];
    };
}

words! {
    /// What comes before a telephone number.
    PHONE =
        "tel telephone phone mobile mob cell call ring sms whatsapp viber signal"
        "тел телефон телефону телефона телефоны моб мобильный мобильного звонить позвонить звоните ватсап вотсап вайбер"
        "tél téléphone téléphoner portable appeler joindre gsm"
        "teléfono teléfonos telf móvil celular llamar llamarle"
        "هاتف هاتفه هاتفها تلفون تلفونه تلفونها تليفون جوال جواله جوالها موبايل موبايله موبايلها محمول نقال خلوي واتساب واتس فايبر اتصال اتصل"
        "telefon telefonnummer handy handynummer rufnummer mobil anrufen"
        "τηλ τηλέφωνο τηλεφώνου κινητό κιν";

    /// What comes before the number of a paper.
    DOCUMENT =
        "passport passports id identity licence visa permit document"
        "паспорт паспорта паспорту паспортом загранпаспорт загранпаспорта удостоверение удостоверения свидетельство снилс инн внж рвп жительство"
        "passeport séjour récépissé identité étranger agdref"
        "pasaporte documento dni nie cédula nif tarjeta residencia"
        "جواز جوازه جوازها هويه هويته هويتها بطاقه بطاقته بطاقتها اقامه اقامته اقامتها تاشيره تاشيرته تاشيرتها رخصه وطني"
        "reisepass personalausweis ausweis ausweisnummer aufenthaltstitel aufenthaltsgestattung passnummer"
        "διαβατήριο διαβατηρίου ταυτότητα ταυτότητας αφμ αμκα δελτίο";

    /// What comes before a day of birth.
    BIRTH =
        "born dob birth birthday birthdate"
        "родился родилась родились рождения рождение рожд рождён рождена"
        "né née nés naissance anniversaire"
        "nacido nacida nació nacimiento nac cumpleaños"
        "ولد ولدت مولود مولوده مواليد ميلاد ميلاده ميلادها ولاده ولادته ولادتها"
        "geboren geb geburtsdatum geburtstag"
        "γεννήθηκε γεννημένος γεννημένη γέννησης γέννηση";

    /// A day of birth has nothing to do with the day of such a paper.
    CERTIFICATE =
        "certificate certificates registration"
        "свидетельство свидетельства свидетельстве справка"
        "acte actes extrait"
        "certificado partida acta"
        "شهاده شهادات اخراج بيان"
        "geburtsurkunde urkunde"
        "πιστοποιητικό ληξιαρχική";

    /// Streets whose number comes behind or before.
    STREET =
        "rue avenue boulevard impasse allée chemin quai"
        "calle avenida paseo plaza"
        "ул улица улице улицу проспект проспекте переулок переулке шоссе бульвар набережная"
        "شارع زقاق جاده"
        "οδός οδού οδό λεωφόρος";

    /// Streets whose number comes first and name in between.
    STREET_BEHIND =
        "street st road rd avenue ave lane drive close crescent terrace gardens way court square boulevard";

    /// A dwelling that has a number.
    FLAT =
        "кв квартира квартире" "apt appartement" "شقه";

    /// What a name follows.
    TITLE =
        "mr mrs ms miss mx dr doctor prof professor rev reverend sir lady imam sheikh"
        "господин госпожа госпожи госпоже госпожу госпожой господина господину господином"
        "доктор доктора доктору доктором профессор профессора товарищ"
        "mme mmes mlle monsieur madame mademoiselle docteur docteure maître professeur"
        "sr sra srta señor señora señorita doña don dra doctor doctora licenciado licenciada lic"
        "herr herrn frau fräulein"
        "κύριος κύριο κυρίου κυρία κυρίας κος κα";

    /// Arabic titles, which have the article: without it they say what somebody is.
    TITLE_ARABIC =
        "سيد سيده انسه استاذ استاذه دكتور دكتوره شيخ حاج حاجه مهندس مهندسه محامي محاميه";

    /// Who somebody is, by the law; a name follows only where it has two parts.
    CITIZEN =
        "citizen" "гражданин гражданина гражданину гражданином гражданка гражданки гражданке гражданку гражданкой гр";

    /// What follows a title and names nobody.
    OFFICE =
        "justice judge president chair speaker registrar minister secretary"
        "судья прокурор адвокат президент министр"
        "président présidente juge préfet préfète procureur bâtonnier rapporteur"
        "juez jueza presidente presidenta fiscal ministro magistrado"
        "قاضي قاضيه رئيس رئيسه وزير مدير مديره محامي محاميه مترجم مترجمه مدعي مدعيه نائب وكيل معالج معالجه مختص مختصه"
        "مفوض سفير قنصل موظف موظفه طبيب مشرف مشرفه مستشار مستشاره عضو كاتب مذكور مذكوره معني معنيه مستانف طاعن عام"
        "مقدم مقدمه طالب طالبه صاحب صاحبه محترم محترمه نفسه نفسها"
        "richter richterin präsident minister";

    /// Small words of Arabic, which stand where a name was left out.
    SMALL =
        "ان انه انها بان بانه بانها في من الى عن على الذي التي لم لن لا قد بعد قبل هو هي هذا هذه مع ثم كان كانت اذا او ام ما كما"
        "قال قالت حضر حضرت طلب طلبت يقول تقول جاء جاءت ذكر ذكرت كتب كتبت اكد اكدت رفض رفضت وقع اجل غير";

    /// Given names so common that *son of*, *daughter of*, *father of* or *mother of* before them names somebody. A name
    /// alone is not looked for.
    GIVEN =
        "محمد احمد محمود علي حسن حسين عمر عثمان خالد ابراهيم اسماعيل يوسف مصطفى سعيد سالم سليمان داود عيسى موسى ياسر سامر كريم جمال"
        "طارق بلال حمزه عباس جعفر صالح ناصر فهد سعد زيد زياد بشار فاطمه مريم عائشه زينب خديجه سارا ساره ليلى نور هدى امينه سلمى رنا";

    /// Arabic months of both sets, and those of the Maghreb, which have one word; folded like all.
    MONTH =
        "شباط اذار نيسان ايار حزيران تموز اب ايلول"
        "يناير فبراير مارس ابريل مايو يونيو يوليو يوليوز اغسطس غشت سبتمبر شتنبر اكتوبر نوفمبر نونبر ديسمبر دجنبر"
        "جانفي فيفري افريل ماي جوان جويليه اوت"
        "محرم صفر رجب شعبان رمضان شوال";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::guard::arabic::plain;

    #[test]
    fn words_stand_as_texts_are_read() {
        for word in ALL.iter().flat_map(|list| list.iter()) {
            assert_eq!(plain(&word.to_lowercase()), *word);
        }
    }
}
