//! An identity in its envelope: sealed to people who are not those that write it (`docs/format/identity.md`).

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::base::id::CaseId;
use crate::vault::person::Person;
use crate::vault::{Identity, Recipient, VaultError, recipient};

/// What is sealed is a multiple of this long, so that the length of a name does not show.
const BLOCK: usize = 1024;

/// No person fills more.
const MOST: usize = 64 * 1024;

#[derive(Serialize)]
struct Written<'p> {
    case: CaseId,
    #[serde(flatten)]
    person: &'p Person,
}

#[derive(Deserialize)]
struct Read {
    case: CaseId,
    #[serde(flatten)]
    person: Person,
}

/// Seals a person to the holders of the seal keys.
///
/// # Errors
/// [`VaultError::NoRecipients`], [`VaultError::TooLong`], [`VaultError::Encryption`].
pub fn seal_person(case: CaseId, person: &Person, to: &[Recipient]) -> Result<Vec<u8>, VaultError> {
    // Never grows, so leaves no copies.
    let mut plain = Zeroizing::new(Vec::with_capacity(MOST + BLOCK));
    plain.extend_from_slice(&[0; 4]);
    ciborium::into_writer(&Written { case, person }, &mut *plain)
        .map_err(|_| VaultError::Encryption)?;
    let length = plain.len().saturating_sub(4);
    if length > MOST {
        return Err(VaultError::TooLong);
    }
    let prefix = u32::try_from(length).map_err(|_| VaultError::TooLong)?;
    if let Some(place) = plain.get_mut(..4) {
        place.copy_from_slice(&prefix.to_be_bytes());
    }
    let padded = plain.len().next_multiple_of(BLOCK);
    plain.resize(padded, 0);
    recipient::encrypt(&plain, to)
}

/// Opens the envelope of a case.
///
/// # Errors
/// [`VaultError::NotForThisKey`] where another group can open it; [`VaultError::Damaged`], also where it was sealed for
/// another case.
pub fn open_person(
    case: CaseId,
    envelope: &[u8],
    identity: &Identity,
) -> Result<Person, VaultError> {
    let plain = identity.decrypt(envelope)?;
    let (prefix, rest) = plain.split_first_chunk::<4>().ok_or(VaultError::Damaged)?;
    let length = usize::try_from(u32::from_be_bytes(*prefix)).map_err(|_| VaultError::Damaged)?;
    let body = rest.get(..length).ok_or(VaultError::Damaged)?;
    let mut scratch = Zeroizing::new(vec![0; MOST]);
    let read: Read = ciborium::de::from_reader_with_buffer(body, &mut scratch)
        .map_err(|_| VaultError::Damaged)?;
    if read.case != case {
        return Err(VaultError::Damaged);
    }
    Ok(read.person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::random::Random;

    fn person(name: &str) -> Person {
        let mut person = Person::default();
        person.names.push(name.to_owned());
        person.born = Some("1971".to_owned());
        person
    }

    #[test]
    fn a_holder_opens_it_and_nobody_else() {
        let mut random = Random::seeded(41);
        let holders = [(); 2].map(|()| Identity::generate(&mut random).unwrap());
        let to = holders.each_ref().map(Identity::recipient);
        let case = CaseId([7; 16]);
        let envelope = seal_person(case, &person("Example Person"), &to).unwrap();
        for holder in &holders {
            let opened = open_person(case, &envelope, holder).unwrap();
            assert_eq!(opened, person("Example Person"));
        }
        let writer = Identity::generate(&mut random).unwrap();
        assert!(matches!(
            open_person(case, &envelope, &writer),
            Err(VaultError::NotForThisKey)
        ));
        assert!(matches!(
            open_person(CaseId([8; 16]), &envelope, &holders[0]),
            Err(VaultError::Damaged)
        ));
        assert!(matches!(
            seal_person(case, &person("x"), &[]),
            Err(VaultError::NoRecipients)
        ));
    }

    #[test]
    fn its_length_says_nothing_of_a_name() {
        let mut random = Random::seeded(42);
        let to = [Identity::generate(&mut random).unwrap().recipient()];
        let length = |name: &str| {
            let sealed = seal_person(CaseId([7; 16]), &person(name), &to).unwrap();
            // age adds a stanza of random length that means nothing.
            let header = b"\n---";
            let body = sealed.windows(4).rposition(|w| w == header).unwrap();
            sealed.len() - body
        };
        assert_eq!(length("Li"), length(&"long ".repeat(100)));
        let huge = seal_person(CaseId([7; 16]), &person(&"x".repeat(70_000)), &to);
        assert!(matches!(huge, Err(VaultError::TooLong)));
    }

    #[test]
    fn what_was_sealed_later_adds_to_it() {
        let mut all = person("A");
        let mut later = person("A");
        later.names.push("B".to_owned());
        later.born = None;
        later.address = Some("there".to_owned());
        all.and_then(later);
        assert_eq!(all.names, ["A", "B"]);
        assert_eq!(
            (all.born.as_deref(), all.address.as_deref()),
            (Some("1971"), Some("there"))
        );
    }
}
