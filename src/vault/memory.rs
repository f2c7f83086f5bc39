//! Looks for keys in this process's own memory after they were dropped.

#![cfg(target_os = "linux")]

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::sync::{Mutex, PoisonError};

use zeroize::Zeroizing;

use crate::base::clock::Clock;
use crate::base::id::CaseId;
use crate::base::random::Random;
use crate::base::secret::{ExposeSecret as _, Secret32, SecretString, scrub_stack};
use crate::vault::{
    Card, Identity, Keeper, Share, Slot, Sort, StoreKeys, WorkFactor, open_keys, passphrase_words,
    read_identity, seal_keys, unwrap_case_key, wrap_case_key, write_identity,
};

/// The end of a secret (allocators write into the beginning of freed blocks), as its complement, so that what is looked
/// for is not found in what is looked for.
pub(crate) struct Trace(&'static str, [u8; 16]);

impl Trace {
    pub(crate) fn of(name: &'static str, secret: &[u8]) -> Self {
        Self::of_complement(name, secret.iter().map(|b| !b))
    }

    /// The bytes behind an identity's text, without ever writing them out.
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

    /// A part of the Bech32 digits of an identity's text, a byte each: how a reader holds them who does not wipe.
    fn of_digits(name: &'static str, text: &str) -> Self {
        let alphabet = b"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
        let (_, digits) = text.rsplit_once('1').unwrap();
        let values = digits.bytes().take(32).map(|digit| {
            let value = alphabet.iter().position(|b| *b == digit).unwrap();
            !u8::try_from(value).unwrap()
        });
        Self::of_complement(name, values.collect::<Vec<_>>().into_iter())
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

/// What an untouched stack is filled with, and how much of it.
const UNTOUCHED: u8 = 0xa5;
const BELOW: usize = 1024 * 1024;

/// How far down an act writes on the stack, in bytes; at most a mebibyte.
pub(crate) fn depth(act: impl FnOnce() + Send) -> usize {
    let measure = || {
        let here = 0_u8;
        let top = std::ptr::from_ref(std::hint::black_box(&here)).addr();
        paint();
        act();
        let memory = File::open("/proc/self/mem").unwrap();
        // The painted part ends where its function's frame does, a little off.
        let mut below = vec![0; BELOW - PAGE];
        let from = u64::try_from(top - below.len()).unwrap();
        memory.read_exact_at(&mut below, from).unwrap();
        below.len() - below.iter().position(|b| *b != UNTOUCHED).unwrap()
    };
    let stack = std::thread::Builder::new().stack_size(4 * BELOW);
    std::thread::scope(|scope| stack.spawn_scoped(scope, measure).unwrap().join().unwrap())
}

fn count_in(page: &[u8], traces: &[Trace], counts: &mut [(&'static str, usize)]) {
    let mut begins = [false; 256];
    for trace in traces {
        begins[usize::from(!trace.1[0])] = true;
    }
    let ends = page.len().saturating_sub(15);
    // A byte at a time, unoptimised: most of them begin nothing.
    for (at, byte) in page[..ends].iter().enumerate() {
        if !begins[usize::from(*byte)] {
            continue;
        }
        for (trace, count) in traces.iter().zip(counts.iter_mut()) {
            let window = &page[at..at + 16];
            if window.iter().zip(&trace.1).all(|(b, c)| *b == !*c) {
                count.1 += 1;
            }
        }
    }
}

#[inline(never)]
#[expect(clippy::large_stack_arrays, reason = "the stack is what it is for")]
fn paint() {
    let mut frame = [UNTOUCHED; BELOW];
    std::hint::black_box(&mut frame);
}

/// What a seed expands to: that of ML-KEM in two halves, and the private key of X25519.
fn expanded(seed: &[u8; 32]) -> [Trace; 3] {
    let mut secrets = Zeroizing::new(vec![0; 96]);
    expand(seed, &mut secrets);
    scrub_stack::<{ 64 * 1024 }>();
    [
        Trace::of("seed of ML-KEM", &secrets[..32]),
        Trace::of("its other half", &secrets[32..64]),
        // The ends of its bytes change on the way.
        Trace::of("private key of X25519", &secrets[64..88]),
    ]
}

#[inline(never)]
fn expand(seed: &[u8; 32], into: &mut [u8]) {
    use shake::{ExtendableOutput as _, Update as _, XofReader as _};
    let mut shake = shake::Shake256::default();
    shake.update(seed);
    shake.finalize_xof().read(into);
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
    Recipient,
    UnwrapCaseKey,
    Derive,
    Keep,
    Recall,
    DrawShares,
    ReadShare,
    ShowShare,
    JoinShares,
}

const ALL: [Last; 15] = [
    Last::SealKeys,
    Last::OpenKeys,
    Last::WriteIdentity,
    Last::ReadIdentity,
    Last::ReadCard,
    Last::ShowCard,
    Last::Recipient,
    Last::UnwrapCaseKey,
    Last::Derive,
    Last::Keep,
    Last::Recall,
    Last::DrawShares,
    Last::ReadShare,
    Last::ShowShare,
    Last::JoinShares,
];

/// Everything a command does with keys.
fn session(last: Last, sort: Sort) -> Vec<Trace> {
    let mut random = Random::system();
    let passphrase = passphrase_words(&mut random).unwrap();
    let member = Identity::of_sort(&mut random, sort);
    let card = Card::generate(&mut random, sort).unwrap();
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
    let shares = Share::draw(&mut random).unwrap();
    let text = |identity: &Identity| identity.secret_text().unwrap();
    let mut traces = vec![
        Trace::of("database key", keys.db().expose()),
        Trace::of("epoch key", epoch_key.expose()),
        Trace::of("head key", keys.head_key().expose()),
        Trace::of("case key", case_key.expose()),
        Trace::of("passphrase", passphrase.expose_secret().as_bytes()),
        Trace::of("identity", text(&member).expose_secret().as_bytes()),
        Trace::of_identity("private key", text(&member).expose_secret()),
        Trace::of_identity("card", text(&card.identity().unwrap()).expose_secret()),
        Trace::of("share", &shares[0].packed()[..35]),
        Trace::of(
            "words",
            shares[0].words().unwrap().expose_secret().as_bytes(),
        ),
        Trace::of("other share", &shares[1].packed()[..35]),
        Trace::of_identity(
            "seal key",
            text(&shares[0].join(&shares[1]).unwrap()).expose_secret(),
        ),
    ];
    // With the older sort they pass age's own reader, which leaves its digits behind.
    if sort == Sort::Hybrid {
        let text = text(&member);
        traces.push(Trace::of_digits("digits", text.expose_secret()));
        traces.push(Trace::of("middle", &text.expose_secret().as_bytes()[..48]));
        traces.extend(member.seed().map(expanded).into_iter().flatten());
    }
    let keeper = Keeper::apart("memory", None);
    let slot = Slot::of(&path, dir.path()).unwrap().unwrap();
    let now = Clock::system().uptime().unwrap();
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
        Last::ReadCard => {
            drop(Card::from_words(card.words().unwrap().expose_secret(), sort).unwrap());
        }
        Last::Recipient => drop(card.identity().unwrap().recipient()),
        Last::ShowCard => drop(card.qr().unwrap()),
        Last::UnwrapCaseKey => drop(unwrap_case_key(&wrapped, case, &keys).unwrap()),
        Last::Derive => drop(keys.head_key()),
        Last::Keep | Last::Recall if !Keeper::works() => {
            println!("skipped: the kernel keeps no keys here");
        }
        Last::Keep => keeper.keep(&slot, &member, now).unwrap(),
        Last::Recall => {
            keeper.keep(&slot, &member, now).unwrap();
            drop(keeper.recall(&slot, now).unwrap());
        }
        Last::DrawShares => drop(Share::draw(&mut random).unwrap()),
        Last::ReadShare => {
            drop(Share::read(shares[0].words().unwrap().expose_secret()).unwrap());
            drop(Share::read(shares[1].text().expose_secret()).unwrap());
        }
        Last::ShowShare => drop(shares[0].qr().unwrap()),
        Last::JoinShares => drop(shares[0].join(&shares[1]).unwrap()),
    }
    traces
}

/// What a session leaves behind. Its thread waits meanwhile, so that its stack and heap stay as they are.
fn left_behind(last: Last, sort: Sort) -> Vec<(&'static str, usize)> {
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let (found, traces) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        found.send(session(last, sort)).unwrap();
        assert!(wait.recv().is_err(), "nothing is ever sent");
    });
    let left = count(&traces.recv().unwrap());
    drop(done);
    thread.join().unwrap();
    left
}

#[test]
fn nothing_is_left_of_keys_that_were_dropped() {
    for sort in [Sort::Hybrid, Sort::X25519] {
        for last in ALL {
            let left = left_behind(last, sort);
            assert!(
                left.iter().all(|(_, count)| *count == 0),
                "{sort:?}, {last:?}: {left:?}"
            );
        }
    }
    Keeper::apart("memory", None).forget().unwrap();
    let kept = b"a text that stands in memory".to_vec();
    let control = count(&[Trace::of("control", &kept)]);
    assert!(control[0].1 >= 1, "the search finds what is there");
}
