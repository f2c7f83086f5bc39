//! Looks for keys in this process's own memory after they were dropped.

#![cfg(target_os = "linux")]

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::sync::{Mutex, PoisonError};

use zeroize::Zeroizing;

use crate::base::id::CaseId;
use crate::base::random::Random;
use crate::base::secret::{ExposeSecret as _, Secret32, SecretString};
use crate::vault::{
    Card, Identity, StoreKeys, WorkFactor, open_keys, passphrase_words, read_identity, seal_keys,
    unwrap_case_key, wrap_case_key, write_identity,
};

/// The end of a secret (allocators write into the beginning of freed blocks), as its complement, so that what is looked
/// for is not found in what is looked for.
pub(crate) struct Trace(&'static str, [u8; 16]);

impl Trace {
    pub(crate) fn of(name: &'static str, secret: &[u8]) -> Self {
        Self::of_complement(name, secret.iter().map(|b| !b))
    }

    /// The private key behind `AGE-SECRET-KEY-1…`, without ever writing it out.
    fn of_identity(name: &'static str, text: &str) -> Self {
        let (_, digits) = text.rsplit_once('1').unwrap();
        let (mut bits, mut count, mut complement) = (0_u32, 0, Vec::new());
        for digit in digits.bytes().take(52) {
            let alphabet = b"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
            let value = alphabet.iter().position(|b| *b == digit).unwrap();
            bits = bits << 5 | u32::try_from(31 - value).unwrap();
            count += 5;
            if count >= 8 {
                count -= 8;
                complement.push(u8::try_from(bits >> count & 0xff).unwrap());
            }
        }
        Self::of_complement(name, complement.into_iter())
    }

    fn of_complement(name: &'static str, bytes: impl DoubleEndedIterator<Item = u8>) -> Self {
        let mut end = [0; 16];
        end.iter_mut()
            .rev()
            .zip(bytes.rev())
            .for_each(|(to, from)| *to = from);
        Self(name, end)
    }
}

/// How often each stands in writable memory.
pub(crate) fn count(traces: &[Trace]) -> Vec<(&'static str, usize)> {
    // Another search would find what this one has just read.
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let memory = File::open("/proc/self/mem").unwrap();
    let mut counts: Vec<_> = traces.iter().map(|t| (t.0, 0)).collect();
    for region in maps.lines().filter(|line| line.contains(" rw")) {
        let (range, _) = region.split_once(' ').unwrap();
        let (from, to) = range.split_once('-').unwrap();
        let at = |text| usize::from_str_radix(text, 16).unwrap();
        let mut page = Zeroizing::new([0; PAGE + 15]);
        for from in (at(from)..at(to)).step_by(PAGE) {
            // The last page of a region has nothing behind it.
            let length = page.len().min(at(to) - from);
            let read = memory.read_exact_at(&mut page[..length], u64::try_from(from).unwrap());
            if read.is_ok() && page[..length] != [0; PAGE + 15][..length] {
                count_in(&page[..length], traces, &mut counts);
            }
        }
    }
    counts
}

const PAGE: usize = 4096;

fn count_in(page: &[u8], traces: &[Trace], counts: &mut [(&'static str, usize)]) {
    for window in page.windows(16) {
        for (trace, count) in traces.iter().zip(counts.iter_mut()) {
            if window[0] == !trace.1[0] && window.iter().zip(&trace.1).all(|(b, c)| *b == !*c) {
                count.1 += 1;
            }
        }
    }
}

/// What may come last, so that nothing after it tidies up by chance.
#[derive(Debug, Clone, Copy)]
enum Last {
    SealKeys,
    OpenKeys,
    WriteIdentity,
    ReadIdentity,
    ReadCard,
    ShowCard,
    UnwrapCaseKey,
    Derive,
}

const ALL: [Last; 8] = [
    Last::SealKeys,
    Last::OpenKeys,
    Last::WriteIdentity,
    Last::ReadIdentity,
    Last::ReadCard,
    Last::ShowCard,
    Last::UnwrapCaseKey,
    Last::Derive,
];

/// Everything a command does with keys.
fn session(last: Last) -> Vec<Trace> {
    let mut random = Random::system();
    let passphrase = passphrase_words(&mut random).unwrap();
    let member = Identity::generate(&mut random).unwrap();
    let card = Card::generate(&mut random).unwrap();
    let keys = StoreKeys::generate(&mut random).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("me.age");
    let work = WorkFactor::Weak(4);
    write_identity(&path, &member, Some(&passphrase), work).unwrap();
    let to = [member.recipient(), card.identity().unwrap().recipient()];
    let sealed = seal_keys(&keys, &to).unwrap();
    let case = CaseId([1; 16]);
    let case_key = Secret32::random(&mut random).unwrap();
    let epoch_key = keys.epoch_key(1).unwrap();
    let wrapped = wrap_case_key(1, epoch_key, case, &case_key, &mut random).unwrap();
    let text = |identity: &Identity| identity.secret_text();
    let traces = vec![
        Trace::of("database key", keys.db().expose()),
        Trace::of("epoch key", epoch_key.expose()),
        Trace::of("head key", keys.head_key().expose()),
        Trace::of("case key", case_key.expose()),
        Trace::of("passphrase", passphrase.expose_secret().as_bytes()),
        Trace::of("identity", text(&member).expose_secret().as_bytes()),
        Trace::of_identity("private key", text(&member).expose_secret()),
        Trace::of_identity("card", text(&card.identity().unwrap()).expose_secret()),
    ];
    match last {
        Last::SealKeys => drop(seal_keys(&keys, &to).unwrap()),
        Last::OpenKeys => drop(open_keys(&sealed, &member).unwrap()),
        Last::WriteIdentity => {
            let other = dir.path().join("other.age");
            write_identity(&other, &member, Some(&passphrase), work).unwrap();
        }
        Last::ReadIdentity => {
            let mut ask = || Ok(SecretString::from(passphrase.expose_secret()));
            drop(read_identity(&path, &mut ask).unwrap());
        }
        Last::ReadCard => drop(Card::from_words(card.words().unwrap().expose_secret()).unwrap()),
        Last::ShowCard => drop(card.qr().unwrap()),
        Last::UnwrapCaseKey => drop(unwrap_case_key(&wrapped, case, &keys).unwrap()),
        Last::Derive => drop(keys.head_key()),
    }
    traces
}

/// What a session leaves behind. Its thread waits meanwhile, so that its stack and heap stay as they are.
fn left_behind(last: Last) -> Vec<(&'static str, usize)> {
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let (found, traces) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        found.send(session(last)).unwrap();
        assert!(wait.recv().is_err(), "nothing is ever sent");
    });
    let left = count(&traces.recv().unwrap());
    drop(done);
    thread.join().unwrap();
    left
}

#[test]
fn nothing_is_left_of_keys_that_were_dropped() {
    for last in ALL {
        let left = left_behind(last);
        assert!(
            left.iter().all(|(_, count)| *count == 0),
            "{last:?}: {left:?}"
        );
    }
    let kept = b"a text that stands in memory".to_vec();
    let control = count(&[Trace::of("control", &kept)]);
    assert!(control[0].1 >= 1, "the search finds what is there");
}
