//! Whether the name or the heading of a column says that it would hold what ties a case to a person: a name, a
//! telephone, an address, the number of a paper or a file, a day of birth.

use unicode_normalization::UnicodeNormalization as _;

use super::arabic;

/// Words that say it alone, language after language; the Arabic ones in the one spelling of [`arabic::plain`].
const ALONE: &str = "\
    name names initials alias patronymic tel fax cell mobile mobil viber telegram email mail address \
    addresses street postcode zip dob iban photo photograph portrait fingerprint ssn anumber имя имена фио \
    отчество инициалы почта улица снилс инн фото imya imja fio adres pochta snils nom noms prenom prenoms \
    prénom prénoms patronyme surnom tél téléphone téléphones adresse adresses courriel rue nombre nombres \
    teléfono teléfonos movil móvil direccion dirección domicilio correo calle dni nie handy anschrift \
    strasse straße plz اسم الاسم اسمه اسمها لقب اللقب كنيه الكنيه هاتف الهاتف تلفون جوال الجوال عنوان \
    العنوان جواز الجواز όνομα επώνυμο κινητό onoma eponymo";

/// What stands for a number, and says it beside the paper or the file that bears one.
const NUMBER: &str =
    "number no nr num ref reference номер nomer numero numéro número nummer رقم αριθμός";

/// Such papers and files.
const PAPER: &str = "\
    file case dossier document id identity card permit certificate registration authority unhcr progres дела \
    дело документа карты dela dokumenta carte titre séjour etranger étranger expediente documento tarjeta \
    cedula cédula akte akten ausweis الملف ملف القضيه الهويه هويه الوثيقه φακέλου υπόθεσης";

/// What says it of a birth: a day or a place.
const BIRTH_OF: &str =
    "date day place дата день место data lieu fecha lugar datum ort تاريخ مكان ημερομηνία τόπος";

/// Births.
const BIRTH: &str =
    "birth рождения rozhdeniya naissance nacimiento geburt الميلاد ميلاد الولاده γέννησης";

/// What can be counted: the French *nombre* is a number, the Spanish a name.
const NAMED: &str =
    "completo apellidos apellido propio pila primer segundo familiar persona solicitante y";

/// The beginnings of words that say it whatever they are put together with.
const STEMS: &str = "\
    telephon telefon phone mobiltel whatsapp passport passeport pasaport reisepass aktenzeichen birthda \
    geburtsdat geburtsta apellid familiya familija otchestv фамили отчеств телефон паспорт адрес τηλέφων \
    διεύθυνσ ονοματεπώνυμ";

/// The ends of words that say it: `surname`, `birthname`, `familienname`, `phonenumber`.
const ENDS: &str = "name names namen address adresse email";

/// Whether a column of this name or heading would hold what belongs into a sealed identity. It goes by words, in the
/// languages of the guard and in how Russian is written in Latin letters; it cannot see what people mean.
pub fn names_a_person(column: &str) -> bool {
    let text = arabic::plain(&column.to_lowercase().nfc().collect::<String>());
    // `housing2` and `name2` are what their words are.
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let among = |list: &str, word: &str| list.split_ascii_whitespace().any(|one| one == word);
    let has = |list: &str| words.iter().any(|word| among(list, word));
    let counts = words.first() == Some(&"nombre") && words.len() > 1 && !has(NAMED);
    let says = |word: &&str| {
        among(ALONE, word) && !(counts && *word == "nombre")
            || STEMS
                .split_ascii_whitespace()
                .any(|stem| word.starts_with(stem))
            || ENDS.split_ascii_whitespace().any(|end| word.ends_with(end))
    };
    words.iter().any(says)
        || (has(NUMBER) && has(PAPER))
        || (has(BIRTH) && has(BIRTH_OF))
        || words == ["a", "number"]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_columns_of_names_numbers_and_addresses() {
        for column in "\
            name, Name, names, name_2, surname, family_name, firstname, maiden name, telephone, phone_number, \
            mobile, contact_phone, e_mail, email, address, home_address, passport, passport_no, file_number, \
            case_no, id_number, a_number, dob, date_of_birth, birthdate, Geburtsdatum, vorname, Aktenzeichen, \
            telefonnummer, familiya, fio, nomer_dela, imya, adres, Фамилия и имя, ФИО, номер дела, номер телефона, \
            дата рождения, Адрес, nom, Prénom, numéro de dossier, téléphone, nombre, nombre y apellidos, \
            número de expediente, dirección, الاسم, اسم العائلة, رقم الهاتف, رقم الملف, العنوان, όνομα, \
            διεύθυνση".split(", ") {
            assert!(names_a_person(column), "{column}");
        }
    }

    #[test]
    fn leaves_the_others_alone() {
        for column in "\
            housing, language_course, children_at_school, number_of_children, last_visit, Who referred them, \
            birth_certificate, file_complete, documents_translated, жильё, количество детей, Nombre d'enfants, \
            nombre_de_enfants, nombre enfants, mobility, vivienda, Unterkunft, السكن, عدد الأطفال, κατοικία, telling, \
            nominal".split(", ") {
            assert!(!names_a_person(column), "{column}");
        }
    }
}
