//! The field, the shares of draft-mcgrew-tss-03 and of a script that shares no code with this program, and what a
//! person can do wrong.

use std::collections::BTreeSet;

use data_encoding::HEXLOWER;
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::base::id::CaseId;
use crate::base::secret::ExposeSecret as _;
use crate::vault::{Person, open_person, seal_person};

/// Every choice of two of three, in both orders.
const PAIRS: [(usize, usize); 6] = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)];

fn drawn(seed: u64) -> [Share; 3] {
    Share::draw(&mut Random::seeded(seed)).unwrap()
}

fn text(secret: &SecretString) -> String {
    secret.expose_secret().to_owned()
}

#[test]
fn the_field_is_that_of_fips_197() {
    for (a, b, product) in [(0x57, 0x83, 0xc1), (0x57, 0x13, 0xfe), (0x57, 0x02, 0xae)] {
        assert_eq!((times(a, b), times(b, a)), (product, product));
    }
    for a in 0..=255 {
        assert_eq!((times(a, 0), times(a, 1)), (0, a));
        assert_eq!(times(a, inverse(a)), u8::from(a != 0), "{a}");
        // By the definition: the remainder of a product of polynomials.
        for b in 0..=255_u8 {
            let long = (0..8).filter(|bit| b >> bit & 1 == 1);
            let long = long.fold(0, |sum, bit| sum ^ u32::from(a) << bit);
            let rest = (8..16).rev().fold(long, |rest, bit| {
                rest ^ ((rest >> bit & 1) * (0x11b << (bit - 8)))
            });
            assert_eq!(u32::from(times(a, b)), rest, "{a} {b}");
        }
    }
}

#[test]
fn agrees_with_the_draft_on_threshold_secret_sharing() {
    let decode = |hex: &str| HEXLOWER.decode(hex.as_bytes()).unwrap();
    let [secret, one, two] = ["7465737400", "b9fa07e185", "f5409b4511"].map(decode);
    let joined = one.iter().zip(&two).map(|(y, z)| at_zero((1, 2), (*y, *z)));
    assert_eq!(joined.collect::<Vec<_>>(), secret);
}

#[test]
fn agrees_with_the_vectors() {
    let vectors: Value =
        serde_json::from_str(include_str!("../../../docs/format/vectors.json")).unwrap();
    let vector = &vectors["share"];
    let bytes = |value: &Value| HEXLOWER.decode(value.as_str().unwrap().as_bytes()).unwrap();
    let secret = |name: &str| Secret32::from_slice(&bytes(&vector[name])).unwrap();
    let set = bytes(&vector["set"]).try_into().unwrap();
    let shares = Share::divide(&secret("key"), set, &secret("slope")).unwrap();
    for (share, told) in shares.iter().zip(vector["shares"].as_array().unwrap()) {
        assert_eq!(*share.packed(), bytes(&told["bytes"]));
        assert_eq!(text(&share.text()), told["text"].as_str().unwrap());
        let list = told["word_indices"].as_array().unwrap();
        let list = list.iter().map(|index| index.as_u64().unwrap());
        let list = list.map(|index| words::at(usize::try_from(index).unwrap()).unwrap());
        assert_eq!(
            text(&share.words().unwrap()),
            list.collect::<Vec<_>>().join(" ")
        );
    }
    for (a, b) in PAIRS {
        assert_eq!(shares[a].key(&shares[b]).unwrap(), secret("key"));
        let identity = shares[a].join(&shares[b]).unwrap();
        assert_eq!(
            identity.recipient().to_string(),
            vector["recipient"].as_str().unwrap()
        );
    }
}

/// For one byte, all of it: every secret, every slope, every share.
#[test]
fn a_single_share_fits_every_secret() {
    for index in 1..=SHARES {
        for secret in 0..=255_u8 {
            let seen: BTreeSet<u8> = (0..=255)
                .map(|slope| secret ^ times(slope, index))
                .collect();
            assert_eq!(seen.len(), 256, "every share is as likely as any other");
            for slope in 0..=255 {
                let point = |x: u8| secret ^ times(slope, x);
                for other in (1..=SHARES).filter(|other| *other != index) {
                    let joined = at_zero((index, other), (point(index), point(other)));
                    assert_eq!(joined, secret);
                }
            }
        }
    }
}

#[test]
fn slopes_may_be_zero() {
    let mut random = Random::seeded(7);
    let mut zero = 0;
    for _ in 0..200 {
        let [one, two, _] = Share::draw(&mut random).unwrap();
        let same = one.value.expose().iter().zip(two.value.expose());
        zero += same.filter(|(a, b)| a == b).count();
    }
    // 25 of 6,400 are to be expected.
    assert!((8..60).contains(&zero), "{zero}");
}

#[test]
fn two_open_what_was_sealed_and_one_does_not() {
    let shares = drawn(1);
    let case = CaseId([7; 16]);
    let mut person = Person::default();
    person.names.push("Example Person".to_owned());
    let to = [shares[0].join(&shares[1]).unwrap().recipient()];
    let envelope = seal_person(case, &person, &to).unwrap();
    for (a, b) in PAIRS {
        let key = shares[a].join(&shares[b]).unwrap();
        assert!(open_person(case, &envelope, &key).unwrap() == person);
    }
    for share in &shares {
        for sort in [Sort::Hybrid, Sort::X25519] {
            let alone = Identity::from_secret(share.value.duplicate(), sort).unwrap();
            let opened = open_person(case, &envelope, &alone);
            assert!(matches!(opened, Err(VaultError::NotForThisKey)));
        }
    }
}

#[test]
fn shares_that_do_not_belong_together_are_refused() {
    let (mine, other) = (drawn(2), drawn(3));
    assert_eq!(mine[0].key(&other[1]), Err(BadShare::OtherSet));
    assert_eq!(mine[0].key(&other[0]), Err(BadShare::OtherSet));
    assert_eq!(mine[2].key(&mine[2]), Err(BadShare::Same));
    let printed = format!("{:?}", mine[0]);
    assert!(printed.ends_with("value: Secret32(…) }"), "{printed}");
}

#[test]
fn words_are_read_as_people_type_them() {
    for share in drawn(4) {
        let all = text(&share.words().unwrap());
        let all: Vec<&str> = all.split(' ').collect();
        assert_eq!(all.len(), WORDS);
        let numbered = (1..).zip(&all);
        let numbered = numbered.map(|(n, w)| format!("{n}. {}\n", w.to_uppercase()));
        let short = all.iter().map(|w| w.chars().take(4).collect::<String>());
        let short = short.collect::<Vec<_>>().join(" , ");
        let square = text(&share.text());
        for typed in [
            all.join(" "),
            numbered.collect(),
            short,
            square.to_lowercase(),
            format!(" {square}\n"),
        ] {
            assert_eq!(Share::read(&typed).as_ref(), Ok(&share), "{typed}");
        }
    }
}

#[test]
fn wrong_words_are_named() {
    let [share, ..] = drawn(5);
    let all = text(&share.words().unwrap());
    let all: Vec<&str> = all.split(' ').collect();
    let read = |words: &[&str]| Share::read(&words.join(" ")).map(drop);
    assert_eq!(read(&all[1..]), Err(BadShare::Count { found: 27 }));
    assert_eq!(read(&all[..24]), Err(BadShare::Count { found: 24 }));
    let mut wrong = all.clone();
    wrong[27] = "nansen";
    assert_eq!(read(&wrong), Err(BadShare::Word { place: 28 }));
    for at in 0..27 {
        let mut swapped = all.clone();
        swapped.swap(at, at + 1);
        let told = read(&swapped);
        assert!(
            all[at] == all[at + 1] || told == Err(BadShare::Check),
            "{at}"
        );
    }
}

#[test]
fn a_damaged_share_is_refused() {
    let [_, share, _] = drawn(6);
    let bytes = share.packed();
    for bit in 0..BYTES * 8 {
        let mut bad = bytes.clone();
        bad[bit / 8] ^= 0x80 >> (bit % 8);
        assert_eq!(Share::unpacked(&bad), Err(BadShare::Check), "{bit}");
    }
    let all = text(&share.words().unwrap());
    let all: Vec<&str> = all.split(' ').collect();
    for place in 0..WORDS {
        for step in [1, 700, 1024] {
            let other = (words::place(all[place]).unwrap() + step) % 2048;
            let mut wrong = all.clone();
            wrong[place] = words::at(other).unwrap();
            let told = Share::read(&wrong.join(" "));
            assert_eq!(told, Err(BadShare::Check), "{place}");
        }
    }
    let square = text(&share.text());
    let short = square.strip_suffix(|_: char| true).unwrap();
    for cut in [PREFIX, short] {
        assert_eq!(Share::read(cut), Err(BadShare::Check));
    }
    let other_format = square.replace("-1-", "-2-");
    assert!(Share::read(&other_format).is_err());
}

/// A newer program may divide otherwise: such a card holds together and is told from a mistyped one.
#[test]
fn other_divisions_are_told_apart() {
    let [share, ..] = drawn(8);
    for form in [0x20, 0x24, 0x31, 0x12] {
        let mut bytes = share.packed();
        bytes[0] = form;
        bytes.truncate(CHECKED);
        let check = check(&bytes);
        bytes.extend_from_slice(&check);
        assert_eq!(Share::unpacked(&bytes), Err(BadShare::Sort), "{form:x}");
    }
}

#[test]
fn the_square_is_no_larger_than_that_of_a_card() {
    for share in drawn(9) {
        let picture = share.qr().unwrap();
        let lines: Vec<_> = picture.expose_secret().lines().collect();
        assert_eq!((lines.len(), lines[0].chars().count()), (21, 41));
    }
}

proptest! {
    #[test]
    fn any_two_of_three_give_the_key(key: [u8; 32], slope: [u8; 32], set: [u8; 2]) {
        let key = Secret32::from_slice(&key).unwrap();
        let slope = Secret32::from_slice(&slope).unwrap();
        let shares = Share::divide(&key, set, &slope).unwrap();
        for (a, b) in PAIRS {
            let read = Share::read(shares[b].words().unwrap().expose_secret());
            prop_assert_eq!(&shares[a].key(&read.unwrap()).unwrap(), &key);
        }
    }

    #[test]
    fn nothing_typed_makes_it_stumble(text in "\\PC*|([a-z]{3,8} ){28}|NANSEN-SHARE-1-[A-Z2-7]{63}") {
        prop_assert!(Share::read(&text).is_err());
    }
}
