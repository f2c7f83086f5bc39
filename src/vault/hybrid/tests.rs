//! Against the format's own vectors, those of other implementations, and whatever may stand in a file instead.

use std::collections::BTreeMap;
use std::path::Path;

use data_encoding::HEXLOWER;

use super::*;
use crate::base::random::Random;
use crate::vault::memory::depth;
use crate::vault::{self, Sort};

fn vectors() -> serde_json::Value {
    serde_json::from_str(include_str!("../../../docs/format/vectors.json")).unwrap()
}

fn bytes(value: &serde_json::Value) -> Vec<u8> {
    HEXLOWER.decode(value.as_str().unwrap().as_bytes()).unwrap()
}

fn identity(seed: u64) -> Identity {
    Identity::from_seed(Secret32::random(&mut Random::seeded(seed)).unwrap()).unwrap()
}

#[test]
fn agrees_with_the_vectors() {
    let vectors = vectors();
    let (card, vector) = (&vectors["card"], &vectors["hybrid_stanza"]);
    let seed = Secret32::from_slice(&bytes(&card["bytes"])).unwrap();
    let identity = Identity::from_seed(seed).unwrap();
    let public = identity.recipient().0.to_bytes();
    assert_eq!(public.as_slice(), bytes(&vector["public"]));
    assert_eq!(
        identity.recipient().print().unwrap(),
        card["recipient"].as_str().unwrap()
    );
    assert_eq!(
        identity.secret_text().unwrap().expose_secret(),
        card["identity"].as_str().unwrap()
    );
    let stanza = Stanza {
        tag: "mlkem768x25519".to_owned(),
        args: vec![vector["argument"].as_str().unwrap().to_owned()],
        body: bytes(&vector["body"]),
    };
    let file_key = age::Identity::unwrap_stanza(&identity, &stanza)
        .unwrap()
        .unwrap();
    assert_eq!(
        file_key.expose_secret().as_slice(),
        bytes(&vector["file_key"])
    );
}

/// One of the vectors of C2SP's CCTV: what ought to come of it, for which identities, and the file.
struct Vector {
    expect: String,
    identities: Vec<vault::Identity>,
    file: Vec<u8>,
}

impl Vector {
    fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let (mut expect, mut identities) = (String::new(), Vec::new());
        for line in head.lines() {
            match line.split_once(": ").unwrap() {
                ("expect", value) => value.clone_into(&mut expect),
                ("identity", key) => identities.push(
                    vault::Identity::from_file_bytes(key.as_bytes(), &mut || unreachable!())
                        .unwrap(),
                ),
                ("payload" | "file key" | "comment", _) => {}
                (name, _) => panic!("{name}"),
            }
        }
        Self {
            expect,
            identities,
            file: bytes[end + 2..].to_vec(),
        }
    }

    /// What comes of it, in their words: the first identity that has something to say.
    fn outcome(&self) -> &'static str {
        let read = self.identities.iter().map(|id| id.decrypt(&self.file));
        for read in read {
            match read {
                // All of them hold this, by its hash.
                Ok(plain) if *plain == b"age" => return "success",
                Err(VaultError::NotForThisKey) => {}
                Err(VaultError::Damaged) => return "header failure",
                other => panic!("{other:?}"),
            }
        }
        "no match"
    }
}

#[test]
fn agrees_with_the_vectors_of_other_implementations() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/age/cctv");
    let mut seen = BTreeMap::<_, usize>::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let vector = Vector::read(&path);
        assert_eq!(vector.outcome(), vector.expect, "{}", path.display());
        *seen.entry(vector.expect).or_default() += 1;
    }
    let seen: Vec<_> = seen.iter().map(|(k, n)| (k.as_str(), *n)).collect();
    assert_eq!(
        seen,
        [("header failure", 9), ("no match", 5), ("success", 4)]
    );
}

#[test]
fn what_was_printed_is_read_and_nothing_else() {
    let identity = identity(61);
    let key = identity.secret_text().unwrap();
    let key = key.expose_secret();
    let public = identity.recipient().print().unwrap();
    assert_eq!((key.len(), public.len()), (77, 1959));
    for key in [key.to_owned(), key.to_ascii_lowercase()] {
        let read = Identity::parse(&key).unwrap();
        assert!(read.recipient() == identity.recipient());
    }
    for public in [public.clone(), public.to_ascii_uppercase()] {
        assert!(Recipient::parse(&public).unwrap() == *identity.recipient());
    }
    for text in ["", "AGE-SECRET-KEY-PQ-1", "AGE-SECRET-KEY-1", "é", &public] {
        assert!(Identity::parse(text).is_none(), "{text}");
    }
    for text in ["", "age1pq1", "age1", "é", key] {
        assert!(Recipient::parse(text).is_none(), "{text}");
    }
    // One character altered, lost or added.
    let spoilt = |text: &str, place: usize| {
        let (before, rest) = text.split_at(place);
        let (one, after) = rest.split_at(1);
        let other = match (text.starts_with('a'), one) {
            (true, "q") => "p",
            (true, _) => "q",
            (false, "Q") => "P",
            (false, _) => "Q",
        };
        [
            format!("{before}{other}{after}"),
            format!("{before}{after}"),
            format!("{before}{other}{rest}"),
            format!("{before}é{after}"),
        ]
    };
    for place in 0..key.len() {
        for bad in spoilt(key, place) {
            assert!(Identity::parse(&bad).is_none(), "{place}");
        }
    }
    for place in (0..public.len()).step_by(7) {
        for bad in spoilt(&public, place) {
            assert!(Recipient::parse(&bad).is_none(), "{place}");
        }
    }
    // Capitals and small letters together; the checksum of Bech32m; one of the other sort under this name.
    let (capitals, rest) = key.split_at(30);
    let mixed = format!("{capitals}{}", rest.to_ascii_lowercase());
    assert!(Identity::parse(&mixed).is_none());
    let digits = bech32::ToBase32::to_base32(&[7; 32]);
    for (prefix, variant) in [
        (IDENTITY, bech32::Variant::Bech32m),
        ("age-secret-key-", bech32::Variant::Bech32),
        ("age-secret-key-pq", bech32::Variant::Bech32),
    ] {
        let text = bech32::encode(prefix, &digits, variant).unwrap();
        assert!(Identity::parse(&text).is_none(), "{text}");
    }
    let short = bech32::encode(RECIPIENT, &digits, bech32::Variant::Bech32).unwrap();
    assert!(Recipient::parse(&short).is_none());
}

#[test]
fn a_recipient_whose_point_is_of_low_order_is_none() {
    let mut public = identity(62).recipient().0.to_bytes();
    for low in [0, 1] {
        public[PUBLIC_ML_KEM..].fill(0);
        public[PUBLIC_ML_KEM] = low;
        let text = text::print(RECIPIENT, &public).unwrap();
        assert!(Recipient::parse(&text).is_none());
    }
    public[PUBLIC_ML_KEM] = 9;
    let text = text::print(RECIPIENT, &public).unwrap();
    assert!(Recipient::parse(&text).is_some(), "the base point is none");
}

#[test]
fn a_stanza_has_the_size_that_the_format_says() {
    let file_key = FileKey::new(Box::new([5; FILE_KEY_BYTES]));
    let (stanzas, labels) =
        age::Recipient::wrap_file_key(identity(63).recipient(), &file_key).unwrap();
    let [stanza] = &stanzas[..] else {
        panic!("{}", stanzas.len())
    };
    assert_eq!(stanza.tag, "mlkem768x25519");
    assert_eq!((stanza.args.len(), stanza.args[0].len()), (1, 1494));
    assert_eq!(stanza.body.len(), 32);
    assert_eq!(labels.into_iter().collect::<Vec<_>>(), ["postquantum"]);
}

/// The label, without our own check before it.
#[test]
fn age_itself_refuses_a_mixture() {
    let mut random = Random::seeded(64);
    let older = vault::Identity::of_sort(&mut random, Sort::X25519);
    let text = older.recipient().to_string();
    let older: age::x25519::Recipient = text.parse().unwrap();
    let newer = identity(65).recipient().clone();
    let both: [&dyn age::Recipient; 2] = [&newer, &older];
    for order in [both, [both[1], both[0]]] {
        let sealed = age::Encryptor::with_recipients(order.into_iter());
        assert!(matches!(
            sealed.map(drop),
            Err(age::EncryptError::IncompatibleRecipients { .. })
        ));
    }
}

#[test]
fn its_depth_is_what_is_overwritten() {
    let key = identity(66);
    let file_key = FileKey::new(Box::new([5; FILE_KEY_BYTES]));
    let stanza = seal(&key.recipient().0, &file_key).unwrap();
    let sealed = read(&stanza).map_err(|NotAStanza| "ours").unwrap();
    let measured = [
        depth(|| drop(public_key(&key.seed).unwrap())),
        depth(|| drop(seal(&key.recipient().0, &file_key).unwrap())),
        depth(|| drop(open(&key.seed, &sealed).unwrap())),
    ];
    // A release lays its frames out otherwise: half is left for that.
    assert!(
        measured.iter().all(|depth| depth * 2 <= STACK),
        "{measured:?}"
    );
    assert!(measured.iter().all(|depth| *depth > 4096), "{measured:?}");
}
