//! The store's keys: to whom they open, and what of them is refused.

use ciborium::cbor;
use data_encoding::HEXLOWER;

use super::*;
use crate::vault::Sort;

fn vector(path: &str) -> serde_json::Value {
    let text = include_str!("../../../docs/format/vectors.json");
    let vectors: serde_json::Value = serde_json::from_str(text).unwrap();
    vectors.pointer(path).unwrap().clone()
}

fn bytes(path: &str) -> Vec<u8> {
    HEXLOWER
        .decode(vector(path).as_str().unwrap().as_bytes())
        .unwrap()
}

const SORTS: [Sort; 2] = [Sort::Hybrid, Sort::X25519];

fn sealed(sort: Sort) -> (Vec<u8>, StoreKeys, [Identity; 2]) {
    let mut random = Random::seeded(21);
    let members = [(); 2].map(|()| Identity::of_sort(&mut random, sort));
    let keys = StoreKeys::generate(&mut random).unwrap();
    let to = members.each_ref().map(Identity::recipient);
    (seal_keys(&keys, &to).unwrap(), keys, members)
}

#[test]
fn agrees_with_the_vectors() {
    let epoch_key = Secret32::from_slice(&bytes("/keys/epoch_key")).unwrap();
    let keys = StoreKeys {
        store: StoreId::from_slice(&bytes("/keys/store")).unwrap(),
        format: 1,
        epoch: 1,
        db: Secret32::from_slice(&bytes("/keys/db")).unwrap(),
        epochs: BTreeMap::from([(1, epoch_key)]),
        change: None,
        turned: false,
    };
    assert_eq!(*plain(&keys).unwrap(), bytes("/keys/plain"));
    assert_eq!(keys.head_key().expose().as_slice(), bytes("/keys/head_key"));
}

#[test]
fn every_member_opens_them_and_nobody_else() {
    for sort in SORTS {
        let (sealed, keys, members) = sealed(sort);
        for member in &members {
            let opened = open_keys(&sealed, member).unwrap();
            assert_eq!(
                (opened.store, opened.format, opened.epoch),
                (keys.store, 1, 1)
            );
            assert_eq!(opened.db(), keys.db());
            assert_eq!(opened.epoch_key(1), keys.epoch_key(1));
            assert_eq!(opened.epoch_key(2), None);
            assert_eq!(opened.head_key(), keys.head_key());
        }
        for other in SORTS {
            let stranger = Identity::of_sort(&mut Random::seeded(22), other);
            assert!(matches!(
                open_keys(&sealed, &stranger),
                Err(VaultError::NotForThisKey)
            ));
            // The same bytes as a key of the other sort are no member's.
            let same = Identity::of_sort(&mut Random::seeded(21), other);
            assert_eq!(open_keys(&sealed, &same).is_ok(), other == sort);
        }
        assert!(matches!(
            seal_keys(&keys, &[]),
            Err(VaultError::NoRecipients)
        ));
        let stanza = match sort {
            Sort::Hybrid => "\n-> mlkem768x25519 ",
            Sort::X25519 => "\n-> X25519 ",
        };
        let header = String::from_utf8_lossy(&sealed);
        assert_eq!(header.matches(stanza).count(), 2, "{header}");
        assert_eq!(openers(&sealed), 2);
    }
}

#[test]
fn a_change_is_kept_with_both_keys_and_ends_with_the_new_one() {
    let mut random = Random::seeded(25);
    let stays = Identity::generate(&mut random).unwrap();
    let old = StoreKeys::generate(&mut random).unwrap();
    let to = [stays.recipient()];
    let events = || vec![vec![7; 3000], vec![8; 3]];
    for renew in [true, false] {
        let begun = old.begin(renew, 5, events(), &to, &mut random).unwrap();
        let capacity = plain(&begun).unwrap();
        assert!(capacity.len() <= capacity.capacity());
        let mut read = open_keys(&seal_keys(&begun, &to).unwrap(), &stays).unwrap();
        let change = read.change().unwrap();
        assert_eq!((&change.events, change.to.as_slice()), (&events(), &to[..]));
        assert_eq!(change.after, 5);
        assert_eq!(change.epoch(), renew.then_some(2));
        assert_eq!((read.db(), read.epoch), (old.db(), 1));
        assert_eq!(read.next_db().is_some(), renew);
        assert_eq!(read.head_keys().len(), if renew { 2 } else { 1 });
        assert_eq!(read.head_keys()[0], old.head_key());
        let done = read.finished();
        read.turn();
        assert!(read.next_db().is_none() && done.change().is_none());
        assert_eq!((done.db(), done.head_key()), (read.db(), read.head_key()));
        assert_eq!(done.db() == old.db(), !renew);
        assert_eq!(done.epoch, if renew { 2 } else { 1 });
        assert_eq!(done.epoch_key(1).is_some(), !renew);
        assert_eq!(done.epoch_key(done.epoch), read.epoch_key(done.epoch));
    }
}

#[test]
fn members_of_two_sorts_are_refused() {
    let mut random = Random::seeded(24);
    let keys = StoreKeys::generate(&mut random).unwrap();
    let [newer, older] = SORTS.map(|sort| Identity::of_sort(&mut random, sort).recipient());
    for mixed in [
        [newer.clone(), older.clone(), older.clone()],
        [older.clone(), newer.clone(), older.clone()],
        [newer.clone(), newer, older],
    ] {
        let refused = seal_keys(&keys, &mixed);
        assert!(matches!(refused, Err(VaultError::MixedRecipients)));
    }
}

#[test]
fn every_flipped_or_missing_byte_is_noticed() {
    for sort in SORTS {
        let (sealed, _, [member, _]) = sealed(sort);
        let refused = |bad: &[u8]| {
            matches!(
                open_keys(bad, &member),
                Err(VaultError::NotForThisKey | VaultError::Damaged)
            )
        };
        for place in 0..sealed.len() {
            for mask in [1, 0x20, 0xff] {
                let mut bad = sealed.clone();
                bad[place] ^= mask;
                assert!(refused(&bad), "byte {place} of {}", sealed.len());
            }
            assert!(refused(&sealed[..place]), "cut at {place}");
        }
        assert!(refused(&[&sealed[..], &[0]].concat()), "one more");
    }
}

#[test]
fn newer_and_odd_contents_are_told_apart() {
    let member = Identity::generate(&mut Random::seeded(23)).unwrap();
    let open = |value: Result<ciborium::Value, ciborium::value::Error>| {
        let mut plain = Vec::new();
        ciborium::into_writer(&value.unwrap(), &mut plain).unwrap();
        let sealed = recipient::encrypt(&plain, &[member.recipient()]).unwrap();
        open_keys(&sealed, &member)
    };
    let newer = open(cbor!({"format" => 7, "else" => [1]}));
    assert!(matches!(newer, Err(VaultError::NewerFormat { found: 7 })));
    let key = ciborium::Value::Bytes(vec![1; 32]);
    let id = ciborium::Value::Bytes(vec![1; 16]);
    let whole = |db: &ciborium::Value, epoch: u32| {
        open(
            cbor!({"format" => 1, "store" => id, "epoch" => epoch, "db" => db, "epochs" => {1 => key}}),
        )
    };
    assert!(whole(&key, 1).is_ok());
    assert!(matches!(whole(&id, 1), Err(VaultError::Damaged)));
    assert!(matches!(whole(&key, 2), Err(VaultError::Damaged)));
    assert!(matches!(open(cbor!([1])), Err(VaultError::Damaged)));
}
