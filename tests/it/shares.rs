//! The cards of the seal key: two open a name, one opens nothing, and nothing of them stays behind.

use data_encoding::BASE32_NOPAD;
use nansen::vault::Share;
use serde_json::Value;

use crate::canary::{silent, singing};
use crate::members::add;
use crate::prompts::Terminal;
use crate::support::{Office, Said};

const PERSON: &str = "{\"names\":[\"Example Person\"]}";

/// An office with a key without a passphrase and no store.
fn keyed() -> Office {
    let office = Office::empty();
    let key = office.key();
    let path = key.to_str().unwrap();
    office.ok(&["key", "generate", "--no-passphrase", "-o", path]);
    office
}

/// The program at a terminal of 24 rows, with the member's key.
fn at_terminal(office: &Office, args: &[&str]) -> Terminal {
    let key = office.key();
    Terminal::new(
        office,
        24,
        &[&["--key", key.to_str().unwrap()], args].concat(),
    )
}

/// A store as a person makes it: what stood on the recovery card, and the words and squares of the other three.
fn made(office: &Office) -> (String, Vec<(String, String)>) {
    let mut terminal = at_terminal(office, &["init"]);
    let rows = terminal.until("Is the card copied?");
    let recovery = crate::prompts::numbered(&rows, 24).join(" ");
    terminal.session.send_line("y").unwrap();
    terminal.until("Go on?");
    terminal.session.send_line("").unwrap();
    let shares = terminal.shares(true);
    terminal.end();
    assert!(office.store().join("store.db").exists());
    let left = terminal.left();
    assert!(left.contains("Any two of the three cards"), "{left}");
    for (words, code) in &shares {
        assert!(!left.contains(&code[..24]), "{left}");
        gone(&left, words);
    }
    (recovery, shares)
}

/// No three words of a card stand side by side on a screen, with or without their numbers.
#[track_caller]
fn gone(left: &str, words: &str) {
    let seen: Vec<&str> = left.split(|c: char| !c.is_alphabetic()).collect();
    let seen: Vec<&str> = seen.into_iter().filter(|word| !word.is_empty()).collect();
    let words: Vec<&str> = words.split(' ').collect();
    for three in words.windows(3) {
        assert!(!seen.windows(3).any(|w| w == three), "{three:?} in {left}");
    }
}

fn seal(office: &Office) -> String {
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let said = office.run_with(&["identity", "seal", &case], PERSON);
    assert_eq!(said.code, 0, "{}", said.shown());
    case
}

fn open(office: &Office, case: &str, cards: &[&str]) -> Said {
    let args = ["--json", "identity", "open", case, "--reason", "contact"];
    let rest = ["--because", "before the hearing", "--force", "--shares"];
    office.run_with(&[&args[..], &rest].concat(), &cards.join("\n"))
}

/// The id of the error of a command that failed, which said nothing of the name.
#[track_caller]
fn id(said: &Said) -> String {
    assert!(said.code != 0 && said.out.is_empty(), "{}", said.shown());
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    error["error"]["id"].as_str().unwrap().to_owned()
}

fn needs(office: &Office) -> Vec<String> {
    let status = office.ok(&["--json", "status"]).json();
    let needs = status["needs"].as_array().unwrap().clone();
    let id = |need: &Value| need["id"].as_str().unwrap().to_owned();
    needs.iter().map(id).collect()
}

fn audited(office: &Office, what: &str) -> usize {
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().clone();
    items.iter().filter(|item| item["what"] == what).count()
}

#[test]
fn any_two_cards_open_a_name_and_one_does_not() {
    let office = keyed();
    let (recovery, shares) = made(&office);
    let case = seal(&office);
    for (a, b) in [(0, 1), (1, 2), (2, 0)] {
        // The words of one, the square of the other.
        let said = open(&office, &case, &[&shares[a].0, "", &shares[b].1]);
        assert_eq!(said.code, 0, "{}", said.shown());
        assert_eq!(said.json()["names"][0], "Example Person");
    }
    assert_eq!(audited(&office, "identity.opened"), 3);
    for (words, code) in &shares {
        assert_eq!(id(&open(&office, &case, &[words])), "share.two");
        assert_eq!(id(&open(&office, &case, &[words, code])), "share.same");
        // Alone it is no key of any sort, and the recovery card is none of names.
        let said = open(&office, &case, &[words, &recovery]);
        assert_eq!(id(&said), "share.length");
    }
    let wrong = shares[0].0.replacen(' ', " nansen ", 1);
    let wrong: Vec<&str> = wrong.split(' ').take(28).collect();
    let said = open(&office, &case, &[&wrong.join(" "), &shares[1].0]);
    assert_eq!(id(&said), "share.word");
    assert!(said.err.contains("word 2 "), "{}", said.err);

    // The recovery card opens the store and no name, whatever it is beside.
    let recover = ["--json", "key", "recover", "--no-passphrase"];
    let said = office.run_with(&[&recover[..], &["-o", "card.age"]].concat(), &recovery);
    assert_eq!(said.code, 0, "{}", said.shown());
    let me = office.key();
    let ask = ["identity", "open", &case, "--reason", "court"];
    let rest = ["--because", "papers", "--force"];
    let me = me.to_str().unwrap();
    for keys in [&["card.age"][..], &["card.age", me], &[me, "card.age"]] {
        let keys: Vec<&str> = keys.iter().flat_map(|key| ["--key", *key]).collect();
        let args = [&keys[..], &ask, &rest].concat();
        assert_eq!(office.fails(3, &args), "identity.locked");
    }
    assert_eq!(audited(&office, "identity.opened"), 3);
    // Nor can it be made one that does.
    let recipient = said.json()["recipient"].as_str().unwrap().to_owned();
    let add = ["key", "add", "s1", "--opens", "identities"];
    for args in [&["key", "holders"][..], &add] {
        let args = [&["--json"], args, &["--recipients", "-"]].concat();
        let refused = office.run_with(&args, &recipient);
        assert_eq!(id(&refused), "identity.card");
    }

    // A file of the key opens names and no store.
    let recover = ["--json", "key", "recover", "--shares", "--no-passphrase"];
    let two = format!("{}\n{}\n", shares[2].0, shares[0].0);
    let said = office.run_with(&[&recover[..], &["-o", "seal.age"]].concat(), &two);
    assert_eq!(said.code, 0, "{}", said.shown());
    assert!(
        said.json()["recipient"]
            .as_str()
            .unwrap()
            .starts_with("age1pq1")
    );
    let keys = ["--json", "--key", me, "--key", "seal.age"];
    let opened = office.ok(&[&keys[..], &ask, &rest].concat()).json();
    assert_eq!(opened["names"][0], "Example Person");
    let store = ["--key", "seal.age", "status"];
    assert_eq!(office.fails(3, &store), "store.locked");

    // Without a name of its own it lies beside a member's key, and takes no member's place.
    let said = office.run_with(&recover, &two);
    assert_eq!(said.code, 0, "{}", said.shown());
    let config = office.home().join(".config/nansen");
    assert!(config.join("seal.age").exists() && !config.join("me.age").exists());
    // Whoever looks for a person types the cards first.
    let look = ["--json", "identity", "match", "--shares"];
    let said = office.run_with(&look, &(two + "Exampel Person\n"));
    assert_eq!(said.json()["items"][0]["case"], case, "{}", said.shown());
    let because = [
        &ask[..4],
        &["check", "--because", "-", "--force", "--shares"],
    ]
    .concat();
    assert_eq!(office.fails(2, &because), "args.conflict");
}

#[test]
fn no_card_is_in_a_file_or_on_the_screen() {
    let office = keyed();
    let (_, shares) = made(&office);
    let case = seal(&office);
    assert_eq!(open(&office, &case, &[&shares[0].0, &shares[1].0]).code, 0);
    let read = |card: &(String, String)| Share::read(&card.0).unwrap();
    let key = read(&shares[0]).join(&read(&shares[1])).unwrap();
    let file = key.to_file_text().unwrap();
    let file = nansen::base::secret::ExposeSecret::expose_secret(&file);
    let key = file.lines().last().unwrap();
    let mut texts = vec![key.to_owned(), key[key.len() - 40..].to_owned()];
    let mut bytes = Vec::new();
    for (words, code) in &shares {
        let all: Vec<&str> = words.split(' ').collect();
        texts.extend(all.chunks(4).map(|four| four.join(" ")));
        texts.push(code.clone());
        let packed = BASE32_NOPAD.decode(&code.as_bytes()["NANSEN-SHARE-1-".len()..]);
        let packed = packed.unwrap();
        bytes.extend([packed[3..19].to_vec(), packed[19..35].to_vec()]);
    }
    let (_, digits, _) = bech32::decode(key).unwrap();
    let seed: Vec<u8> = bech32::FromBase32::from_base32(&digits).unwrap();
    bytes.extend([seed[..16].to_vec(), seed[16..].to_vec()]);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    silent(&office, &texts);
    for (path, content) in office.files() {
        for secret in &bytes {
            let found = content.windows(16).any(|window| window == &secret[..]);
            assert!(!found, "{}", path.display());
        }
    }
    // What is looked for would be found.
    std::fs::write(office.home().join("copy"), shares[0].0.to_uppercase()).unwrap();
    assert!(singing(&office, &texts).is_some());
}

#[test]
fn cards_are_typed_at_a_terminal_and_leave_nothing() {
    let office = keyed();
    let (_, shares) = made(&office);
    let case = seal(&office);
    let ask = ["identity", "open", &case, "--shares", "--reason", "check"];
    let mut terminal = at_terminal(&office, &[&ask[..], &["--because", "spelling"]].concat());
    terminal.until("The 28 words of a card");
    // Whoever mistypes is told where, and types that card again.
    let all: Vec<&str> = shares[1].0.split(' ').collect();
    let wrong = [&all[..6], &["nansen"], &all[7..]].concat().join(" ");
    terminal.session.send_line(&wrong).unwrap();
    terminal.until("word 7 is on no card");
    let short: Vec<String> = all.iter().map(|w| w.chars().take(4).collect()).collect();
    terminal.session.send_line(&short.join(" ")).unwrap();
    terminal.until("The same of another card");
    terminal.session.send_line(&shares[1].1).unwrap();
    terminal.until("the same card twice");
    terminal.session.send_line(&shares[2].0).unwrap();
    let rows = terminal.until("Press Enter to clear");
    assert!(rows.join(" ").contains("Example Person"), "{rows:#?}");
    terminal.session.send_line("").unwrap();
    terminal.end();
    let left = terminal.left();
    assert!(
        !left.contains("Example") && !left.contains("NANSEN"),
        "{left}"
    );
    gone(&left, &shares[1].0);
    gone(&left, &short.join(" "));
    gone(&left, &shares[2].0);
    assert_eq!(audited(&office, "identity.opened"), 1);
}

#[test]
fn a_card_that_was_not_copied_makes_no_store() {
    let office = keyed();
    let before = office.files();
    let mut terminal = at_terminal(&office, &["init"]);
    for answer in ["y", "", "y", "", "n"] {
        let question = ["Is the card copied?", "Go on?"][usize::from(answer.is_empty())];
        terminal.until(question);
        terminal.session.send_line(answer).unwrap();
        if answer.is_empty() {
            // The question is written once more with its answer.
            terminal.until("of 3");
        }
    }
    let said = terminal.end();
    assert!(said.contains("not confirmed"), "{said}");
    assert!(office.files() == before);
}

#[test]
fn to_do_without_is_typed() {
    let office = keyed();
    let before = office.files();
    let args = ["init", "--no-recovery", "--no-seal"];
    for (first, second) in [("yes", ""), ("I accept the loss", "I accept the loss")] {
        let mut terminal = at_terminal(&office, &args);
        terminal.until("To go on without, type");
        terminal.session.send_line(first).unwrap();
        if !second.is_empty() {
            terminal.until("I do without names");
            terminal.session.send_line(second).unwrap();
        }
        let said = terminal.end();
        assert!(said.contains("not confirmed"), "{said}");
        assert!(office.files() == before);
    }
    let mut terminal = at_terminal(&office, &args);
    terminal.until("I accept the loss");
    terminal.session.send_line("i accept  the loss").unwrap();
    terminal.until("I do without names");
    terminal.session.send_line("I do without names").unwrap();
    terminal.end();
    assert!(terminal.left().contains("Nobody can open names yet"));
    // There is nothing to keep elsewhere, and nobody to seal to.
    assert!(!needs(&office).contains(&"recovery.unconfirmed".to_owned()));
    let away = ["key", "kept-elsewhere", "--yes"];
    assert_eq!(office.fails(1, &away), "share.none");
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let said = office.run_with(&["--json", "identity", "seal", &case], PERSON);
    assert_eq!(id(&said), "identity.nobody");
    let both = ["init", "--no-seal", "--seal-recipients", "holders.txt"];
    assert_eq!(office.fails(2, &both), "args.conflict");
}

#[test]
fn cards_made_later_leave_what_was_sealed_before() {
    let office = Office::open();
    assert_eq!(office.fails(6, &["key", "shares"]), "share.person");
    let make = |more: &[&str]| {
        let mut terminal = at_terminal(&office, &[&["key", "shares"], more].concat());
        let shares = terminal.shares(true);
        terminal.end();
        (shares, terminal.left())
    };
    let (first, said) = make(&[]);
    assert!(!said.contains("sealed before"), "{said}");
    let case = seal(&office);
    // A group that stands is not lost in passing.
    let mut terminal = at_terminal(&office, &["key", "shares"]);
    let said = terminal.end();
    assert!(said.contains("others can open names"), "{said}");
    let (second, said) = make(&["--replace"]);
    assert!(said.contains("sealed before stays"), "{said}");
    let later = seal(&office);
    for (case, mine, other) in [(&case, &first, &second), (&later, &second, &first)] {
        let said = open(&office, case, &[&mine[0].0, &mine[2].1]);
        assert_eq!(said.json()["names"][0], "Example Person");
        let said = open(&office, case, &[&other[0].0, &other[2].1]);
        assert_eq!((said.code, id(&said)), (3, "identity.locked".to_owned()));
    }
    let said = open(&office, &case, &[&first[0].0, &second[1].0]);
    assert_eq!(id(&said), "share.other-set");
    assert_eq!(audited(&office, "seal-group.set"), 2);
}

#[test]
fn status_asks_until_the_cards_are_elsewhere() {
    let office = keyed();
    made(&office);
    let asks = || needs(&office).contains(&"recovery.unconfirmed".to_owned());
    assert!(asks());
    let away = ["key", "kept-elsewhere"];
    assert_eq!(office.fails(2, &away), "args.missing");
    let answered = |answer: &str| {
        let mut terminal = at_terminal(&office, &away);
        terminal.until("out of this office?");
        terminal.session.send_line(answer).unwrap();
        terminal.end()
    };
    answered("");
    assert!(asks(), "only Enter confirms nothing");
    answered("y");
    assert!(!asks());
    assert_eq!(audited(&office, "cards.away"), 1);
    // Others who can open names are new cards, or keys that may lie here.
    let recipient = std::fs::read_to_string(office.key()).unwrap();
    let recipient = recipient.lines().next().unwrap();
    let recipient = recipient.trim_start_matches("# public key: ");
    office.run_with(&["key", "holders", "--recipients", "-"], recipient);
    assert!(asks());
    let said = office
        .ok(&["--json", "key", "kept-elsewhere", "--yes"])
        .json();
    assert_eq!(
        (&said["recovery"], &said["group"]),
        (&true.into(), &2.into())
    );
    assert!(!asks());
    assert_eq!(audited(&office, "cards.away"), 2);
    office.ok(&["store", "verify"]);
}

#[test]
fn two_cards_let_another_worker_open_a_telephone() {
    let office = keyed();
    let (_, cards) = made(&office);
    let second = add(&office, "m2");
    office.ok(&["key", "contact", "worker"]);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let person = r#"{"names":["Example Person"],"telephone":["+7 900 000 00 17"]}"#;
    let sealed = office.run_with(&["--json", "identity", "seal", &case], person);
    assert_eq!(sealed.json()["contact"], "m1", "{}", sealed.shown());
    office.ok(&["assign", &case, "--to", "m2"]);
    let opening = [
        "identity", "contact", &case, "--force", "--reason", "contact",
    ];
    let theirs = [&["--key", &second], &opening[..], &["--because", "moved"]].concat();
    assert_eq!(office.fails(3, &theirs), "contact.locked");
    let share = |cards: &[&str]| {
        let args = [
            "--json", "identity", "contact", &case, "--to", "m2", "--shares",
        ];
        office.run_with(&args, &cards.join("\n"))
    };
    let [one, two] = [&*cards[0].0, &*cards[2].0];
    let alone = share(&[one]);
    assert_eq!((alone.code, &*id(&alone)), (2, "share.two"));
    assert_eq!(office.fails(3, &theirs), "contact.locked");
    let shared = share(&[one, two]);
    assert_eq!(shared.json()["contact"], "m2", "{}", shared.shown());
    let opened = office.ok(&[&["--json"], &theirs[..]].concat()).json();
    assert_eq!(opened["telephone"][0], "+7 900 000 00 17");
    assert_eq!(opened.get("names"), None);
}
