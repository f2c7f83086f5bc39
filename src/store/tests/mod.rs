//! The room as a whole: what it promises, and every kind of damage it must find.

mod attachment;
mod care;
mod change;
mod concurrent;
mod damage;
mod fixture;
mod flip;
mod keep;
mod memory;
mod much;
mod property;
mod tamper;

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate};
use tempfile::TempDir;

use crate::base::date::PartialDate;
use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::base::random::Random;
use crate::domain::code::{Actor, ApplicationKind, HappeningKind, Sex};
use crate::domain::event::{
    ApplicationLodged, CaseOpened, DeadlineSet, Entry, Event, Happening, MemberAdded, NoteTaken,
    Payload, StoreOpened,
};
use crate::store::{Access, Depth, FORMAT, Report, Store, StoreError, verify_dir};
use crate::vault::{Identity, StoreKeys};

/// A store in a folder that vanishes with it.
struct Bench {
    temp: TempDir,
    identity: Identity,
}

impl Bench {
    fn new(seed: u64) -> Self {
        let bench = Self {
            temp: tempfile::tempdir().unwrap(),
            identity: Identity::generate(&mut Random::seeded(seed)).unwrap(),
        };
        let mut random = Random::seeded(seed);
        let keys = StoreKeys::generate(&mut random).unwrap();
        Store::create(
            &bench.dir(),
            keys,
            &[bench.identity.recipient()],
            office(),
            &mut random,
        )
        .unwrap();
        bench
    }

    fn dir(&self) -> PathBuf {
        self.temp.path().join("store")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir().join(name)
    }

    fn open(&self, access: Access) -> Result<Store, StoreError> {
        Store::open(&self.dir(), &self.identity, access)
    }

    fn writer(&self) -> Store {
        self.open(Access::Write).unwrap()
    }

    fn reader(&self) -> Store {
        self.open(Access::Read).unwrap()
    }

    fn verify(&self) -> Result<Report, StoreError> {
        verify_dir(&self.dir(), &self.identity, Depth::Full, &mut |_, _| {})
    }

    /// The kinds of what is found.
    fn findings(&self) -> Vec<&'static str> {
        let report = self.verify().unwrap();
        report.findings.iter().map(|finding| finding.id).collect()
    }

    /// Whether what was done to a file is found as what it is: damage. A slot of `head` may be a notice, and
    /// `keys.age` may be for nobody.
    fn is_noticed(&self, name: &str) -> bool {
        match self.verify() {
            Ok(report) if name == "head" => !report.findings.is_empty(),
            Ok(report) => report.fatal,
            Err(StoreError::NotForThisKey) => name == "keys.age",
            Err(_) => false,
        }
    }

    /// Lets everybody at it, with these rights on the folder and its files.
    fn give_away(&self, folder: u32, file: u32) {
        use std::os::unix::fs::PermissionsExt as _;
        let set = |path: &Path, mode| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        set(self.temp.path(), 0o755);
        for entry in std::fs::read_dir(self.dir()).unwrap() {
            set(&entry.unwrap().path(), file);
        }
        set(&self.dir(), folder);
    }

    fn keep(&self) -> Kept {
        let files = ["store.db", "store.db-journal", "head", "keys.age"];
        Kept(
            files
                .iter()
                .filter_map(|name| Some((self.path(name), std::fs::read(self.path(name)).ok()?)))
                .collect(),
        )
    }
}

/// Runs `work` without root's rights, which would be stopped by nothing.
fn as_nobody<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    use rustix::thread::{Uid, set_thread_res_uid};
    let unprivileged = || {
        if rustix::process::geteuid().is_root() {
            let nobody = Uid::from_raw(65534);
            // Of this thread alone.
            set_thread_res_uid(nobody, nobody, nobody).unwrap();
        }
        work()
    };
    std::thread::scope(|scope| scope.spawn(unprivileged).join().unwrap())
}

/// The files of a store as they were.
struct Kept(Vec<(PathBuf, Vec<u8>)>);

impl Kept {
    fn put_back(&self) {
        for (path, bytes) in &self.0 {
            put(path, bytes);
        }
    }

    fn bytes(&self, name: &str) -> &[u8] {
        let file = self.0.iter().find(|(path, _)| path.ends_with(name));
        &file.unwrap().1
    }
}

fn put(path: &Path, bytes: &[u8]) {
    crate::base::file::replace(path, bytes).unwrap();
}

fn payload(entry: Entry) -> Payload {
    Payload {
        at: DateTime::from_timestamp(1_700_000_000, 0).unwrap(),
        by: "m1".into(),
        person: 1,
        via: None,
        even_so: None,
        entry,
    }
}

fn office() -> Vec<Payload> {
    vec![
        payload(Entry::StoreOpened(StoreOpened {
            format: FORMAT,
            recovery: true,
        })),
        payload(Entry::MemberAdded(MemberAdded {
            alias: "m1".into(),
            card: false,
            mark: String::new(),
            recipient: None,
        })),
    ]
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn opened(number: &str, callsign: &str) -> Payload {
    payload(Entry::CaseOpened(CaseOpened {
        number: number.into(),
        callsign: callsign.into(),
        origin: "KP".into(),
        jurisdiction: "ru".into(),
        sex: Sex::Unknown,
        born: Some(1990),
        office: None,
        worker: Some("m1".into()),
        opened: PartialDate::Year(day("2020-01-01")),
        tags: vec![],
        role: None,
        import_ref: Some(format!("ref-{number}")),
    }))
}

fn applied(lodged: &str) -> Payload {
    payload(Entry::ApplicationLodged(ApplicationLodged {
        kind: ApplicationKind::RefugeeStatus,
        jurisdiction: "ru".into(),
        order: None,
        made: None,
        registered: None,
        lodged: Some(lodged.parse().unwrap()),
        import_ref: None,
    }))
}

fn note(text: &str) -> Payload {
    payload(Entry::NoteTaken(NoteTaken {
        text: text.into(),
        date: None,
        of_one: false,
        import_ref: None,
    }))
}

fn hearing(date: &str) -> Payload {
    payload(Entry::Happened(Happening {
        what: HappeningKind::Hearing,
        date: date.parse().unwrap(),
        until: None,
        on: None,
        kind: None,
        place: None,
        status: None,
        checked: None,
        language: None,
        needs: Vec::new(),
        renew_from: None,
        renew_by: None,
        at: None,
        import_ref: None,
    }))
}

fn deadline(id: u8, due: &str) -> Payload {
    payload(Entry::DeadlineSet(DeadlineSet {
        deadline: DeadlineId([id; 16]),
        what: "other".into(),
        actor: Actor::Applicant,
        due: day(due),
        on: None,
        since: None,
        lapsed: false,
        import_ref: None,
    }))
}

/// Opens a case with an application and a deadline, in one commit.
fn add_case(store: &mut Store, number: &str, callsign: &str) -> (CaseId, Vec<EventId>) {
    store
        .write(|tx| {
            let case = tx.new_case(&mut Random::system())?;
            let mut events = Vec::new();
            for payload in [
                opened(number, callsign),
                applied("2021-02-03"),
                deadline(number.as_bytes()[0], "2026-05-01"),
            ] {
                events.push(tx.append(case, payload)?.id);
            }
            Ok::<_, StoreError>((case, events))
        })
        .unwrap()
}
