//! The faults of the use cases.

use super::lower::{no_randomness, tell_file, tell_io, tell_rule, tell_store, tell_vault, these};
use super::withheld::tell_withheld;
use super::{Other, Told, args, field, own};
use crate::app::error::{AppError, MapFault};
use crate::app::stats::{Instead, ListInstead, NoList, Risk};
use crate::base::number::BadNumber;
use crate::base::random::NoRandomness;
use crate::base::sheet::SheetError;
use crate::cli::exit::Exit;
use crate::disclosure::micro::NotAnonymous;
use crate::domain::check::Objection;
use crate::i18n::{Fill, Locale};
use crate::render::key_in_words;

/// A use case refused.
pub(super) fn tell(error: &AppError, locale: &Locale) -> Told {
    let failed = |id| Told::new(id, Exit::Failed);
    match error {
        AppError::Store(error) => tell_store(error),
        AppError::Vault(error) => tell_vault(error),
        AppError::File(error) => tell_file(error),
        AppError::Rule(error) => tell_rule(error, locale),
        AppError::Random(NoRandomness) => no_randomness(),
        AppError::Fields(faults) => field::tell(faults, locale),
        AppError::History {
            case,
            objection: what,
        } => objection(what, case),
        AppError::NoConsent { purpose, persons } => Told::new("consent.absent", Exit::Withheld)
            .with("purpose", locale.code("purpose", purpose.as_str()))
            .with("persons", numbered(persons)),
        AppError::NobodyToSealTo => failed("identity.nobody"),
        AppError::DocumentImage => failed("document.image"),
        AppError::DocumentEmpty => failed("document.empty"),
        AppError::DocumentTooLarge(most) => failed("document.too-large").with("most", *most),
        AppError::NoDocument => failed("document.none"),
        AppError::DocumentTakenBack => failed("document.taken-back"),
        AppError::DocumentReason => failed("document.reason"),
        AppError::NotMine => failed("contact.not-mine"),
        AppError::NoContactForMe => Told::new("contact.locked", Exit::Locked),
        AppError::ContactNotShared(why) => {
            failed("contact.not-shared").with("why", locale.code("not-shared", why.as_str()))
        }
        AppError::OursToFile => failed("deadline.ours"),
        AppError::NothingToFile => failed("letter.no-deadline"),
        AppError::SeveralToFile(all) => {
            let line = |deadline| crate::render::deadline_line(deadline, locale);
            Told::new("letter.several", Exit::NeedsPerson)
                .with("count", all.len())
                .and(all.iter().map(line))
        }
        AppError::SealGroupStands => failed("share.stands"),
        AppError::NoCards => failed("share.none"),
        AppError::NothingSealed => failed("identity.nothing"),
        AppError::NoSealKey => Told::new("identity.locked", Exit::Locked),
        AppError::EnvelopeDamaged => Told::new("identity.damaged", Exit::Integrity),
        AppError::CardOpensNoNames => failed("identity.card"),
        AppError::NotEmpty => failed("archive.not-empty"),
        AppError::ArchiveLine(line) => failed("archive.line").with("line", line),
        AppError::HandoverLocked => Told::new("handover.locked", Exit::Locked),
        AppError::HandoverDamaged => Told::new("handover.damaged", Exit::Integrity),
        AppError::HandoverNewer => failed("handover.newer"),
        AppError::HandoverExpired(day) => failed("handover.expired").with("day", locale.day(*day)),
        AppError::HandoverEnds(day) => failed("handover.ends").with("day", locale.day(*day)),
        AppError::HandoverKnown(Some(case)) => failed("handover.known").with("case", case),
        AppError::HandoverKnown(None) => failed("handover.erased"),
        AppError::HandoverOut(event, day) => failed("handover.out")
            .with("day", locale.day(*day))
            .with("event", event.to_string()),
        AppError::HandoverThere(day) => failed("handover.there").with("day", locale.day(*day)),
        AppError::ReceiptSecond => failed("handover.receipt-second"),
        AppError::ReceiptTakenBack(case, day) => failed("handover.receipt-taken-back")
            .with("case", case)
            .with("day", locale.day(*day)),
        AppError::NoOrigin => failed("handover.no-origin"),
        AppError::ReceiptDamaged => Told::new("handover.receipt-damaged", Exit::Integrity),
        AppError::ReceiptOfNone => failed("handover.receipt-of-none"),
        AppError::NothingToFind => Told::new("find.empty", Exit::NotUnderstood),
        AppError::BackupNotNoted(_) => failed("backup.not-noted"),
        AppError::BackupCutOff { at, of, .. } => {
            failed("backup.cut-off").with("done", at).with("of", of)
        }
        AppError::BackupNotJudged { beside, spare } => failed("backup.not-judged")
            .with("beside", beside.display().to_string())
            .with("spare", spare.display().to_string()),
        AppError::BackupOvertaken => failed("backup.overtaken"),
        AppError::NotThinned(_) => failed("backup.not-thinned"),
        AppError::UnknownPlace => Told::new("backup.place", Exit::NotUnderstood),
        AppError::BackupOnThisDisk => failed("backup.on-this-disk"),
        AppError::NoBackup => failed("backup.none-made"),
        AppError::SealKey => failed("identity.never-kept"),
        AppError::NothingRestores => Told::new("panic.nothing-restores", Exit::NeedsPerson),
        AppError::KeyStayed => failed("panic.stayed"),
        AppError::NoRelease => failed("stats.no-release"),
        AppError::LedgerDamaged => Told::new("stats.ledger-damaged", Exit::Integrity),
        AppError::BackupLocked => Told::new("backup.locked", Exit::Locked),
        AppError::BackupDamaged => Told::new("backup.damaged", Exit::Integrity),
        AppError::OtherStore => failed("backup.other-store"),
        AppError::MountPoint => failed("store.mount-point"),
        AppError::NoRoom => failed("store.no-room"),
        // One letter of ours tells of nobody; of another script one can be a name.
        AppError::Number(BadNumber::Symbol(symbol)) if symbol.is_ascii_graphic() => {
            failed("case.symbol").with("symbol", symbol)
        }
        AppError::Number(BadNumber::Length | BadNumber::Symbol(_)) | AppError::NotACase => {
            failed("case.not-a-case")
        }
        AppError::Number(BadNumber::Check) => failed("case.check"),
        AppError::NoCase(case) => failed("case.absent").with("case", case),
        AppError::NoCallsign => failed("case.callsign"),
        AppError::TwoCases(cases) => {
            Told::new("case.two", Exit::NeedsPerson).with("cases", cases.join(", "))
        }
        AppError::NoEvent => failed("entry.absent"),
        AppError::TwoEvents(ids) => failed("entry.two").and(ids.iter().cloned()),
        AppError::ShortId => Told::new("entry.short", Exit::NotUnderstood),
        AppError::NotFor { kind } => {
            let kind = kind.split('/').next().unwrap_or_default();
            failed("entry.not-for").with("kind", locale.code("event", kind))
        }
        AppError::AlreadyRetracted => failed("entry.retracted"),
        AppError::NothingToUndo => failed("entry.nothing-to-undo"),
        AppError::OfTheOffice { kind } if kind.starts_with("notice") => {
            failed("entry.of-office-notice")
        }
        AppError::OfTheOffice { kind } if kind == "release-of-table" => {
            failed("entry.of-office-release")
        }
        AppError::OfTheOffice { kind } if kind == "release-proposed" => {
            failed("entry.of-office-proposal")
        }
        AppError::OfTheOffice { kind } => {
            failed("entry.of-office").with("kind", locale.code("event", kind))
        }
        AppError::HangsOnIt(entries) => {
            let line = |entry| crate::render::entry_line(entry, locale);
            failed("entry.hangs").and(entries.iter().map(line))
        }
        AppError::SameMember => failed("deadline.same-member"),
        AppError::EndsBefore => Told::new("absence.backwards", Exit::NotUnderstood),
        AppError::OwnDeputy => failed("absence.same"),
        AppError::NoAbsence => failed("absence.none"),
        AppError::NoSelection => Told::new("bulk.which", Exit::NotUnderstood),
        AppError::NoBatch => failed("bulk.absent"),
        AppError::WholeImport(batch) => {
            failed("import.whole").with("batch", batch.chars().take(8).collect::<String>())
        }
        AppError::ImportForgets { count, batch } => Told::new("import.forgets", Exit::NeedsPerson)
            .with("count", *count)
            .with("batch", batch.chars().take(8).collect::<String>()),
        AppError::CasesWait(cases) => {
            let line = |(case, count): &(String, usize)| {
                locale.say("bulk-waits", &[("case", case), ("count", count)])
            };
            Told::new("bulk.deadlines-open", Exit::NeedsPerson)
                .with("count", cases.len())
                .and(cases.iter().map(line))
        }
        AppError::Unsettled(open) => Told::new("case.unsettled", Exit::NeedsPerson)
            .with("missing", open.missing)
            .with("measures", open.measures)
            .with("steps", open.steps),
        AppError::CasesObject(cases, waiting) => {
            let line = |(case, what): &(String, Objection)| {
                let what = objection(what, case).message(locale);
                locale.say("bulk-object", &[("case", case), ("what", &what)])
            };
            let waits = |(case, count): &(String, usize)| {
                locale.say("bulk-waits", &[("case", case), ("count", count)])
            };
            failed("bulk.impossible")
                .with("count", cases.len())
                .and(cases.iter().map(line).chain(waiting.iter().map(waits)))
        }
        AppError::NoNotice => failed("notice.absent"),
        AppError::NoticeOver => failed("notice.over"),
        AppError::NotPassed => failed("retention.not-passed"),
        AppError::WarnedLately(from) => failed("retention.lately").with("day", locale.day(*from)),
        AppError::WarnedTwice => failed("retention.twice"),
        AppError::OwnLog => failed("deadline.own-log"),
        AppError::DeadlinesOpen(open) => {
            let line = |deadline| crate::render::deadline_line(deadline, locale);
            let lines = open.iter().map(line);
            Told::new("case.deadlines-open", Exit::NeedsPerson)
                .with("count", open.len())
                .and(lines)
        }
        AppError::NoDeadline => failed("deadline.absent"),
        AppError::DeadlineSettled(state) => {
            failed("deadline.settled").with("state", locale.code("deadline-state", state.as_str()))
        }
        AppError::NotLater { until, due } => failed("deadline.not-later")
            .with("until", locale.day(*until))
            .with("due", locale.day(*due)),
        AppError::BadDay(day) => failed("date.impossible").with("day", locale.partial(*day)),
        AppError::NoMember => failed("member.absent"),
        AppError::AliasTaken => failed("member.taken"),
        AppError::KnownRecipient => failed("member.known"),
        AppError::LastMember => failed("member.last"),
        AppError::LastHolder => failed("member.last-holder"),
        AppError::UnknownRecipients(aliases) => failed("member.recipient-unknown")
            .with("count", aliases.len())
            .with("members", aliases.join(", ")),
        AppError::BadAlias => Told::new("member.alias", Exit::NotUnderstood),
        AppError::NoOwnCase => Told::new("person.own-case", Exit::NotUnderstood),
        AppError::SameCase => failed("case.same"),
        AppError::NotAMember => Told::new("member.unknown-key", Exit::Locked),
        AppError::NothingToChange => failed("entry.nothing-to-change"),
        AppError::Import(faults) => field::tell_lines(faults, locale),
        AppError::Declaration(flaws) => own::tell(flaws, locale),
        AppError::Map(faults) => {
            let line = |fault: &MapFault| locale.say(fault.wrong.id(), &[("place", &fault.place)]);
            let open = |fault: &MapFault| fault.wrong.is_open();
            let told = if faults.iter().all(open) {
                Told::new("sheet.open", Exit::NeedsPerson)
            } else {
                failed("sheet.map")
            };
            told.with("count", faults.len())
                .and(faults.iter().map(line))
        }
        AppError::Sheet(error) => match error {
            SheetError::Io(error) => tell_io(error),
            SheetError::TooLarge(what) => {
                failed("sheet.too-large").with("what", locale.text(what.id()))
            }
            SheetError::DocumentType => failed("sheet.hostile"),
            SheetError::OldExcel => failed("sheet.old"),
            SheetError::NotASheet => failed("sheet.damaged"),
            SheetError::NoSheet => failed("sheet.absent"),
            SheetError::Encoding => failed("sheet.encoding"),
            SheetError::Letters => failed("sheet.letters"),
            SheetError::IsUtf8 => failed("sheet.is-utf8"),
            SheetError::NoEncoding => failed("sheet.no-encoding"),
            SheetError::Merged => failed("sheet.merged"),
            SheetError::Quote(row) => failed("sheet.quote").with("row", *row),
            SheetError::Empty => failed("sheet.empty"),
        },
        AppError::OwnColumns => failed("sheet.own-columns"),
        AppError::MapTooLarge => failed("sheet.map-too-large"),
        AppError::LineTooLong(line) => failed("import.line-too-long").with("line", *line),
        AppError::ImportTooLarge => failed("import.too-large"),
        AppError::DocumentTells => failed("document.tells"),
        AppError::NoMap => Told::new("sheet.no-map", Exit::NotUnderstood),
        AppError::NoHeading => failed("sheet.heading"),
        AppError::BirthToCome => failed("identity.birth"),
        AppError::NoSheetOpen => failed("sheet.none"),
        AppError::Withheld(refusal) => tell_withheld(refusal, locale),
        AppError::NoList(refused) => tell_no_list(refused, locale),
        AppError::ShortReason => Told::new("stats.reason", Exit::NotUnderstood),
        AppError::NoRemoveReason => Told::new("stats.remove-reason", Exit::NotUnderstood),
        AppError::NoReasonForLess(holds) => {
            Told::new("stats.threshold", Exit::Withheld).with("threshold", holds)
        }
        AppError::NothingDecided => Told::new("stats.nothing-decided", Exit::NotUnderstood),
        AppError::ShownRounded => Told::new("stats.show-rounded", Exit::NotUnderstood),
        AppError::NotSmall { by, key } => Told::new("stats.not-small", Exit::NotUnderstood)
            .with("cell", key_in_words(locale, by, key)),
        AppError::SecondWanted => Told::new("stats.second", Exit::NeedsPerson),
        AppError::OwnProposal => Told::new("stats.own", Exit::NeedsPerson),
        AppError::NoProposal => Told::new("stats.no-proposal", Exit::NotUnderstood),
        AppError::NotATable => failed("stats.not-a-table"),
        AppError::TableLacks(field) => failed("stats.table-lacks").with("field", field),
        AppError::DoesNotAddUp => failed("stats.adds-up"),
        AppError::BadGroups => Told::new("stats.groups", Exit::NotUnderstood),
        AppError::GroupName(name) => {
            Told::new("stats.group-name", Exit::NotUnderstood).with("name", name)
        }
        AppError::CombinedAcross { values, groups } => {
            Told::new("stats.combine-groups", Exit::NotUnderstood)
                .with("values", values)
                .with("groups", groups.join(", "))
        }
        AppError::CombinedTwice(value) => {
            Told::new("stats.combine-twice", Exit::NotUnderstood).with("value", value)
        }
        AppError::UnknownTerm { what, known } => Told::new("args.term", Exit::NotUnderstood)
            .with("what", locale.code("term", what))
            .and(these(known, locale)),
        AppError::UnknownValue { dimension, near } => Told::new("stats.value", Exit::NotUnderstood)
            .with("dimension", dimension)
            .and([locale.say("stats-values", &[("near", &near.join(", "))])]),
        AppError::NothingRecorded { unit, dimension } => {
            let told = failed("stats.not-recorded")
                .with("unit", unit)
                .with("units", locale.code("unit", unit).to_lowercase())
                .with("dimension", dimension);
            match dimension.as_str() {
                "final" => told.hinting("hint-stats-not-recorded-final"),
                _ => told,
            }
        }
        AppError::RecordedLater {
            dimension,
            day,
            today,
        } => failed("stats.recorded-later")
            .with("dimension", dimension)
            .with("day", day.to_string())
            .with("option", format!("--as-of {today}")),
        AppError::CountedElsewhere(lost) => {
            let told = failed("stats.elsewhere").with("count", lost.len());
            told.and(lost.iter().map(|(case, person)| {
                let fills: [(&str, &dyn Fill); 2] = [("case", case), ("person", person)];
                locale.say("stats-elsewhere-one", &fills)
            }))
        }
        AppError::Rate(bad) => args::rate(bad),
        AppError::TwiceBy(dimension) => {
            Told::new("stats.twice", Exit::NotUnderstood).with("dimension", dimension)
        }
        AppError::NotInColumn(column) => {
            Told::new("args.not-in-column", Exit::NotUnderstood).with("column", column)
        }
        AppError::NoRules { known } => {
            Told::new("rule.jurisdiction", Exit::NotUnderstood).and(these(known, locale))
        }
        AppError::Input(error) => tell_io(error),
    }
}

/// Why an entry contradicts the history of a case.
pub(super) fn objection(objection: &Objection, case: &str) -> Told {
    let told = Told::new(objection.id(), Exit::Failed).with("case", case);
    match objection {
        Objection::Several(refs) => told
            .ending(Exit::NeedsPerson)
            .with("refs", refs.join(", "))
            .with("first", refs.first().cloned().unwrap_or_default()),
        Objection::TooEarly { field, date, after } => told
            .with("field", crate::cli::args::record::option_of(field))
            .with("day", date)
            .with("after", after),
        Objection::WrongOutcome(outcome) => told.with("outcome", outcome),
        Objection::NotAfter { step, after } => told.with("step", step).with("after", after),
        Objection::WhichPerson(numbers) => told
            .ending(Exit::NeedsPerson)
            .with("persons", numbered(numbers)),
        Objection::OtherPerson(person) => told.with("person", person.to_string()),
        Objection::NotOnePerson(field) => told.with("field", *field),
        _ => told,
    }
}

fn numbered(persons: &[u16]) -> String {
    let numbers: Vec<String> = persons.iter().map(u16::to_string).collect();
    numbers.join(", ")
}

/// What a list that may not leave would risk.
fn measured(risk: &Risk, locale: &Locale) -> Vec<String> {
    let share = risk.in_small_classes * 100 / risk.lines.max(1);
    let told = [
        ("anonymous-lines", risk.lines),
        ("anonymous-blanked", risk.blanked),
        ("anonymous-out", risk.left_out),
        ("anonymous-chance", risk.smallest),
        ("anonymous-few", share),
    ];
    let said = told
        .iter()
        .map(|(id, count)| locale.say(id, &[("count", count)]));
    said.collect()
}

/// What was looked for in the place of a list, and found.
fn in_its_place(told: Told, instead: &Instead, locale: &Locale) -> Told {
    let said = |one: &ListInstead| {
        let columns = one.without.join(",");
        if columns.is_empty() {
            return Other {
                said: locale.say("offer-list-alike", &[("k", &one.k), ("lines", &one.lines)]),
                options: format!("--k {}", one.k),
                instead_of: vec!["--k"],
            };
        }
        let fills: [(&str, &dyn Fill); 2] =
            [("column", &one.without.join(", ")), ("lines", &one.lines)];
        Other {
            said: locale.say("offer-list-without", &fills),
            options: format!("--without {columns}"),
            instead_of: Vec::new(),
        }
    };
    let none = instead.found.is_empty() && instead.tried > 0;
    let none = none.then(|| locale.say("offers-list-none", &[("count", &instead.tried)]));
    told.and(none).offering(instead.found.iter().map(said))
}

/// Why no list of cases may leave, and what would make one that may.
fn tell_no_list(refused: &NoList, locale: &Locale) -> Told {
    let told = |id| Told::new(id, Exit::Withheld);
    match refused {
        NoList::Not(NotAnonymous::TooFew) => told("list.few"),
        NoList::Not(NotAnonymous::SmallK) => told("list.k"),
        NoList::Not(NotAnonymous::Columns | NotAnonymous::StandOut) => told("list.stand-out"),
        NoList::OneResult(share) => told("list.one-result").with("share", *share),
        NoList::Small(count, risk, instead) => {
            let told = told("list.small").with("count", *count);
            in_its_place(told.and(measured(risk, locale)), instead, locale)
        }
        NoList::Beside {
            with,
            threshold,
            risk,
            instead,
        } => {
            let told = told("list.beside")
                .with("with", with)
                .with("threshold", threshold);
            let told = in_its_place(told.and(measured(risk, locale)), instead, locale);
            if instead.found.is_empty() {
                told.hinting("hint-list-beside-none")
            } else {
                told
            }
        }
    }
}
