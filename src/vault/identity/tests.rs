//! Key files: what is written, what is read, what is refused.

use super::*;

const WEAK: WorkFactor = WorkFactor::Weak(4);

fn identity() -> Identity {
    Identity::generate(&mut Random::seeded(51)).unwrap()
}

fn words(text: &str) -> impl FnMut() -> Result<SecretString, VaultError> {
    let words = SecretString::from(text);
    move || Ok(words.clone())
}

fn never() -> Result<SecretString, VaultError> {
    panic!("asked for a passphrase")
}

fn written(passphrase: Option<&str>, work: WorkFactor) -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("me.age");
    let passphrase = passphrase.map(SecretString::from);
    write_identity(&path, &identity(), passphrase.as_ref(), work).unwrap();
    let again = write_identity(&path, &identity(), None, work);
    assert!(matches!(
        again,
        Err(VaultError::File(file::FileError::Exists { .. }))
    ));
    let mut ask = words("six words");
    let read = read_identity(&path, &mut ask).unwrap();
    assert_eq!(read.recipient(), identity().recipient());
    std::fs::read(&path).unwrap()
}

#[test]
fn a_seed_gives_the_same_identity_and_the_system_another() {
    assert_eq!(identity().recipient(), identity().recipient());
    let other = Identity::generate(&mut Random::system()).unwrap();
    assert_ne!(identity().recipient(), other.recipient());
    assert_eq!(
        format!("{:?} {:?}", identity(), identity().recipient()),
        "Identity(…) Recipient(…)"
    );
}

#[test]
fn recipients_are_read_back() {
    let recipient = identity().recipient();
    assert_eq!(
        format!(" {recipient}\n").parse::<Recipient>().unwrap(),
        recipient
    );
    let key = identity().secret_text().unwrap();
    for text in ["", "age1xyz", key.expose_secret()] {
        assert!(matches!(
            text.parse::<Recipient>(),
            Err(VaultError::NotARecipient)
        ));
    }
}

#[test]
fn a_file_without_passphrase_is_as_age_writes_it() {
    let bytes = written(None, WEAK);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].starts_with("# public key: age1pq1"));
    assert!(lines[1].starts_with("AGE-SECRET-KEY-PQ-1") && lines.len() == 2);
    Identity::from_file_bytes(&bytes, &mut never).unwrap();
    let twice = [&bytes[..], &bytes[..]].concat();
    for odd in [
        &twice[..],
        b"",
        b"# nothing\n",
        b"\xff",
        b"age-secret-key-1",
    ] {
        let read = Identity::from_file_bytes(odd, &mut never);
        assert!(matches!(read, Err(VaultError::NotAnIdentity)));
    }
}

#[test]
fn a_key_of_either_sort_is_read_and_kept_as_it_is() {
    for sort in [Sort::Hybrid, Sort::X25519] {
        let identity = Identity::of_sort(&mut Random::seeded(52), sort);
        let text = identity.to_file_text().unwrap();
        let bytes = text.expose_secret().as_bytes();
        let read = Identity::from_file_bytes(bytes, &mut never).unwrap();
        assert_eq!((read.sort(), read.recipient().sort()), (sort, sort));
        let again = read.to_file_text().unwrap();
        assert_eq!(again.expose_secret(), text.expose_secret());
    }
}

#[test]
fn written_files_have_the_standard_work_factor() {
    let bytes = written(Some("six words"), WorkFactor::Standard);
    let header = String::from_utf8_lossy(&bytes).into_owned();
    let stanza = header.lines().nth(1).unwrap();
    assert!(
        stanza.starts_with("-> scrypt ") && stanza.ends_with(" 18"),
        "{stanza}"
    );
}

#[test]
fn wrong_words_and_altered_files_are_refused() {
    let bytes = written(Some("six words"), WEAK);
    let wrong = Identity::from_file_bytes(&bytes, &mut words("six word"));
    assert!(matches!(wrong, Err(VaultError::Passphrase)));
    let none = Identity::from_file_bytes(&bytes, &mut || Err(VaultError::NoPassphrase));
    assert!(matches!(none, Err(VaultError::NoPassphrase)));
    for place in 0..bytes.len() {
        let mut bad = bytes.clone();
        bad[place] ^= 1;
        let read = Identity::from_file_bytes(&bad, &mut words("six words"));
        assert!(read.is_err(), "byte {place}");
        let read = Identity::from_file_bytes(&bytes[..place], &mut words("six words"));
        assert!(read.is_err(), "cut at {place}");
    }
}

#[test]
fn files_that_ask_for_too_much_are_refused_at_once() {
    let bytes = written(Some("six words"), WorkFactor::Weak(10));
    let stanza = bytes.windows(4).position(|w| w == b" 10\n").unwrap();
    for (log_n, digits) in [(21, b"21"), (39, b"39")] {
        let mut bomb = bytes.clone();
        bomb[stanza + 1..stanza + 3].copy_from_slice(digits);
        let read = Identity::from_file_bytes(&bomb, &mut words("six words"));
        assert!(matches!(read, Err(VaultError::TooMuchWork { log_n: n }) if n == log_n));
    }
}

#[test]
fn a_key_file_is_destroyed_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let words = SecretString::from("six words");
    write_identity(&at("locked"), &identity(), Some(&words), WEAK).unwrap();
    write_identity(&at("open"), &identity(), None, WEAK).unwrap();
    let sealed = recipient::encrypt(b"x", &[identity().recipient()]).unwrap();
    file::write_new(&at("keys.age"), &sealed).unwrap();
    file::write_new(&at("letter"), b"Dear Sir").unwrap();
    for key in ["locked", "open"] {
        assert!(destroy_identity(&at(key)).unwrap());
        let gone = destroy_identity(&at(key));
        assert!(matches!(gone, Err(VaultError::Read { .. })));
    }
    for other in ["keys.age", "letter"] {
        let refused = destroy_identity(&at(other));
        assert!(matches!(refused, Err(VaultError::NotAnIdentity)));
        assert!(at(other).exists());
    }
}

#[test]
fn the_bytes_of_either_sort_make_it_again() {
    for sort in [Sort::Hybrid, Sort::X25519] {
        let identity = Identity::of_sort(&mut Random::seeded(53), sort);
        let again = Identity::from_secret(identity.secret().unwrap(), sort).unwrap();
        assert_eq!(again.recipient(), identity.recipient());
    }
}

#[test]
fn files_for_others_and_large_ones_are_no_key_files() {
    let sealed = recipient::encrypt(b"x", &[identity().recipient()]).unwrap();
    let read = Identity::from_file_bytes(&sealed, &mut never);
    assert!(matches!(read, Err(VaultError::NotAnIdentity)));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("large");
    file::write_new(&path, &vec![b'#'; 70_000]).unwrap();
    assert!(matches!(
        read_identity(&path, &mut never),
        Err(VaultError::NotAnIdentity)
    ));
    let missing = read_identity(&dir.path().join("none"), &mut never);
    assert!(matches!(missing, Err(VaultError::Read { .. })));
}
