//! What a member with a program of their own could write into the history, and what comes of it.

use std::rc::Rc;

use tempfile::TempDir;

use super::*;
use crate::app::session::World;
use crate::app::write::Inside;
use crate::base::clock::Clock;
use crate::base::random::Random;
use crate::base::secret::SecretString;
use crate::domain::event::{IdentitySealed, StoreOpened};
use crate::rules::Book;
use crate::store::{Access, Depth, FORMAT, Store};
use crate::vault::{Identity, Person, StoreKeys, open_person};

fn world() -> World {
    World {
        clock: Clock::system(),
        random: Random::system(),
        book: Book::builtin(),
        #[cfg(feature = "test-fakes")]
        panics: false,
        notices: Vec::new(),
    }
}

/// A store of three people, of whom the third is no member yet.
struct Bench {
    temp: TempDir,
    world: World,
    first: Rc<Identity>,
    second: Rc<Identity>,
    third: Rc<Identity>,
}

impl Bench {
    /// Older programs kept no recipients.
    fn new(recipients: bool) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let mut random = Random::seeded(5);
        let [first, second, third] =
            [(); 3].map(|()| Rc::new(Identity::generate(&mut random).unwrap()));
        let keys = StoreKeys::generate(&mut random).unwrap();
        let added = |alias: &str, of: &Identity| {
            Entry::MemberAdded(MemberAdded {
                alias: alias.to_owned(),
                mark: of.recipient().mark(keys.store),
                card: false,
                recipient: recipients.then(|| of.recipient().to_string()),
            })
        };
        let opened = Entry::StoreOpened(StoreOpened {
            format: FORMAT,
            recovery: false,
        });
        let entries = [opened, added("m1", &first), added("m2", &second)];
        let payload = |entry| Payload {
            at: chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap(),
            by: "m1".to_owned(),
            person: 1,
            via: None,
            even_so: None,
            entry,
        };
        let events = entries.map(payload).to_vec();
        let to = [first.recipient(), second.recipient()];
        let dir = temp.path().join("store");
        Store::create(&dir, keys, &to, events, &mut random).unwrap();
        Self {
            temp,
            world: world(),
            first,
            second,
            third,
        }
    }

    fn open(&mut self, identity: &Identity, access: Access) -> Result<Session<'_>, AppError> {
        Session::open(
            &self.temp.path().join("store"),
            identity,
            access,
            &mut self.world,
        )
    }

    /// What the second member writes into the history, by whatever program.
    fn second_writes(&mut self, what: impl FnOnce(&mut Inside<'_, '_>) -> Vec<(CaseId, Entry)>) {
        let second = Rc::clone(&self.second);
        let mut session = self.open(&second, Access::Write).unwrap();
        let written: Result<(), AppError> = session.inside(|now| {
            for (case, entry) in what(now) {
                let payload = now.payload(entry);
                now.tx.append(case, payload)?;
            }
            Ok(())
        });
        written.unwrap();
    }
}

/// Whoever opens the store tells their own recipient, the others' must be given once.
#[test]
fn a_store_that_kept_no_recipients_asks_for_them_once() {
    let mut bench = Bench::new(false);
    let (first, second, third) = (
        Rc::clone(&bench.first),
        Rc::clone(&bench.second),
        Rc::clone(&bench.third),
    );
    let mut session = bench.open(&first, Access::Keys).unwrap();
    let told = |error| matches!(error, AppError::UnknownRecipients(of) if of == ["m2"]);
    assert!(told(session.rotate(&[], &[], false).unwrap_err()));
    assert!(told(
        session
            .add_member("m3", &third.recipient(), &[third.recipient()])
            .unwrap_err()
    ));
    // Of whoever leaves nobody needs it.
    session.remove_member("m2", &[], true).unwrap();
    session.rotate(&[], &[second.recipient()], false).unwrap();
    // From now on it knows.
    session.add_member("m3", &third.recipient(), &[]).unwrap();
    let items = session.members().unwrap().items;
    let listed: Vec<_> = items.iter().map(|item| item.member.as_str()).collect();
    assert_eq!(listed, ["m1", "m2", "m3"]);
    let audit = session.audit().unwrap();
    let added = audit
        .items
        .iter()
        .filter(|item| item.what == "member.added");
    assert_eq!(added.count(), 3, "nobody is let in twice");
    drop(session);
    for identity in [&second, &third] {
        drop(bench.open(identity, Access::Read).unwrap());
    }
}

/// An entry that gives a member another's key counts for nothing, and is found.
#[test]
fn nobody_takes_the_place_of_another() {
    for kept in [true, false] {
        let mut bench = Bench::new(kept);
        let (first, second, third) = (
            Rc::clone(&bench.first),
            Rc::clone(&bench.second),
            Rc::clone(&bench.third),
        );
        let (one, three) = (first.recipient(), third.recipient());
        bench.second_writes(|now| {
            let mark = one.mark(now.tx.id());
            let forged = MemberAdded {
                alias: "m1".to_owned(),
                mark,
                card: false,
                recipient: Some(three.to_string()),
            };
            vec![(CaseId::OFFICE, Entry::MemberAdded(forged))]
        });
        let mut session = bench.open(&first, Access::Keys).unwrap();
        let items = session.members().unwrap().items;
        let words = kept.then(|| spoken_words(&one));
        assert_eq!(items.first().map(|item| item.words.clone()), Some(words));
        session.remove_member("m2", &[], false).unwrap();
        drop(session);
        drop(bench.open(&first, Access::Read).unwrap());
        for shut in [&second, &third] {
            assert!(bench.open(shut, Access::Read).is_err());
        }
        let dir = bench.temp.path().join("store");
        let found = crate::app::keep::verify(&dir, &first, Depth::Full, &mut |_, _| {}).unwrap();
        let found: Vec<_> = found.findings.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(found, ["member.recipient"]);
    }
}

/// Whatever keys the members have between them: no envelope opens to any.
#[test]
fn all_keys_of_all_members_open_no_envelope() {
    let mut bench = Bench::new(true);
    let (first, second, holder) = (
        Rc::clone(&bench.first),
        Rc::clone(&bench.second),
        Rc::clone(&bench.third),
    );
    let mut session = bench.open(&first, Access::Write).unwrap();
    session.set_seal_group(&[holder.recipient()], true).unwrap();
    let fields = [("origin", "KP"), ("jurisdiction", "ru")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let case = session.new_case(fields.into_iter().collect()).unwrap().case;
    let mut person = Person::default();
    for name in ["First Example", "Second Example", "Third Example"] {
        person.names.push(name.to_owned());
        session.seal_identity(&case, None, &person).unwrap();
    }
    let id = session.find(&case).unwrap();
    let events = session.store.events(id).unwrap();
    let envelopes: Vec<_> = events
        .iter()
        .filter_map(|event| match &event.payload.entry {
            Entry::IdentitySealed(sealed) => Some(&sealed.envelope),
            _ => None,
        })
        .collect();
    let opened = |key: &Identity| {
        let opens = |envelope: &&&Vec<u8>| open_person(id, envelope, key).is_ok();
        envelopes.iter().filter(opens).count()
    };
    assert_eq!(envelopes.len(), 3);
    assert_eq!([&first, &second, &holder].map(|key| opened(key)), [0, 0, 3]);
}

/// One that is spoilt is in the way of no other, and is named.
#[test]
fn an_envelope_that_is_none_spoils_no_search() {
    let mut bench = Bench::new(true);
    let (first, holder) = (Rc::clone(&bench.first), Rc::clone(&bench.third));
    let mut session = bench.open(&first, Access::Write).unwrap();
    session.set_seal_group(&[holder.recipient()], true).unwrap();
    let fields = |origin: &str| {
        let fields = [("origin", origin), ("jurisdiction", "ru")];
        fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into_iter()
            .collect()
    };
    let [good, bad] = ["KP", "SY"].map(|origin| session.new_case(fields(origin)).unwrap().case);
    let mut person = Person::default();
    person.names.push("First Example".to_owned());
    session.seal_identity(&good, None, &person).unwrap();
    let spoilt = session.find(&bad).unwrap();
    drop(session);
    bench.second_writes(|_| {
        let sealed = IdentitySealed {
            group: 1,
            envelope: b"age-encryption.org/v1\nnothing of the kind".to_vec(),
        };
        vec![(spoilt, Entry::IdentitySealed(sealed))]
    });
    let mut session = bench.open(&first, Access::Write).unwrap();
    let wanted = [SecretString::from("First Example")];
    let found = session.match_identity(&[&first, &holder], &wanted).unwrap();
    assert_eq!((found.looked, found.items.len()), (1, 1));
    assert_eq!(found.damaged, std::slice::from_ref(&bad));
    let opened = session.open_identity(
        &bad,
        None,
        &[&holder],
        crate::domain::code::OpeningReason::Check,
        "spelling",
    );
    assert!(matches!(opened, Err(AppError::EnvelopeDamaged)));
}
