//! Looks for keys in this process's own memory after they were dropped.

#![cfg(target_os = "linux")]

use std::fs::File;
use std::os::unix::fs::FileExt as _;

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
struct Trace(&'static str, [u8; 16]);

impl Trace {
    fn of(name: &'static str, secret: &[u8]) -> Self {
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
fn count(traces: &[Trace]) -> Vec<(&'static str, usize)> {
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

/// Everything a command does with keys, in a thread of its own, so that its stack is gone after.
fn session() -> Vec<Trace> {
    let mut random = Random::system();
    let passphrase = passphrase_words(&mut random).unwrap();
    let member = Identity::generate(&mut random).unwrap();
    let card = Card::generate(&mut random).unwrap();
    let keys = StoreKeys::generate(&mut random).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("me.age");
    write_identity(&path, &member, Some(&passphrase), WorkFactor::Weak(4)).unwrap();
    let mut ask = || Ok(SecretString::from(passphrase.expose_secret()));
    let member = read_identity(&path, &mut ask).unwrap();
    let card = Card::from_words(&card.words().join(" ")).unwrap();
    let to = [member.recipient(), card.identity().unwrap().recipient()];
    let sealed = seal_keys(&keys, &to).unwrap();
    let opened = open_keys(&sealed, &member).unwrap();
    open_keys(&sealed, &card.identity().unwrap()).unwrap();
    let case = CaseId([1; 16]);
    let case_key = Secret32::random(&mut random).unwrap();
    let epoch_key = opened.epoch_key(1).unwrap();
    let wrapped = wrap_case_key(1, epoch_key, case, &case_key, &mut random).unwrap();
    unwrap_case_key(&wrapped, case, &opened).unwrap();
    vec![
        Trace::of("database key", opened.db().expose()),
        Trace::of("epoch key", epoch_key.expose()),
        Trace::of("head key", opened.head_key().expose()),
        Trace::of("case key", case_key.expose()),
        Trace::of("passphrase", passphrase.expose_secret().as_bytes()),
        Trace::of("identity", member.secret_text().expose_secret().as_bytes()),
        Trace::of_identity("private key", member.secret_text().expose_secret()),
        Trace::of_identity(
            "card",
            card.identity().unwrap().secret_text().expose_secret(),
        ),
    ]
}

#[test]
fn nothing_is_left_of_keys_that_were_dropped() {
    // The session's thread waits while this one looks, so that its stack and heap stay as it left them.
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let (found, traces) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        found.send(session()).unwrap();
        assert!(wait.recv().is_err(), "nothing is ever sent");
    });
    let traces = traces.recv().unwrap();
    let left = count(&traces);
    let kept = b"a text that stands in memory".to_vec();
    let control = count(&[Trace::of("control", &kept)]);
    drop(done);
    thread.join().unwrap();
    assert!(control[0].1 >= 1, "the search finds what is there");
    assert!(left.iter().all(|(_, count)| *count == 0), "{left:?}");
}
