//! An entry of every kind.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::base::id::{CaseId, DeadlineId, EventId, StreamId};
use crate::domain::code::*;
use crate::domain::event::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "a short way to write an optional field"
)]
fn date(text: &str) -> Option<PartialDate> {
    Some(text.parse().unwrap())
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "a short way to write an optional field"
)]
fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub(super) fn entries() -> Vec<Entry> {
    let on = EventId([0x11; 16]);
    let service = ServiceDates {
        notified: date("2021-09-13"),
        served: date("2021-09-14"),
        received: date("2021-09-15"),
        sent: date("2021-09-10..2021-09-12"),
        handed_over: date("2021-09-16"),
        learned: date("2021-09"),
        final_form: date("2021"),
        in_force: date("2021-10-14"),
    };
    let act = ActDates {
        lodged: date("2021-10-01"),
        sent: date("2021-09-30"),
        arrived: date("2021-10-02"),
    };
    let note = NoteTaken {
        text: "été, лето".to_owned(),
        date: date("2021-09-13"),
        of_one: true,
        import_ref: text("ref"),
    };
    let computed = DeadlineComputed {
        deadline: DeadlineId([0x22; 16]),
        rule: "ru.complaint-1m".to_owned(),
        rule_version: "1".to_owned(),
        rule_status: RuleStatus::Verified,
        unsigned: true,
        citation: "art. 10".to_owned(),
        what: "complain".to_owned(),
        actor: Actor::Applicant,
        jurisdiction: "ru".to_owned(),
        trigger: on,
        trigger_event: "decision_refused".to_owned(),
        basis: DateBasis::Served,
        trigger_date: PartialDate::Day(day("2021-09-14")),
        scope: Some(on),
        due: Some(day("2021-10-14")),
        due_at: text("2021-10-14T18:00:00+03:00"),
        safe: Some(day("2021-10-13")),
        last_arguable: Some(day("2021-10-15")),
        provisional: true,
        unconfirmed: false,
        urgent: true,
        waiting: false,
        steps: vec![Step {
            text: "step-period".to_owned(),
            args: BTreeMap::from([("n".to_owned(), "1".to_owned())]),
            date: Some(day("2021-10-14")),
        }],
        met_by: vec!["appeal:administrative_review".to_owned()],
        moot_by: vec!["appeal:appeal".to_owned()],
        saved_by: SavedBy::Arrival,
        restoration: Some(Restoration {
            text: "ask".to_owned(),
            citation: "art. 95".to_owned(),
        }),
        lapsed: true,
        withdrawn: true,
        replaces: Some(on),
    };
    let acted = |act| {
        Entry::DeadlineActed(DeadlineActed {
            deadline: DeadlineId([0x22; 16]),
            act,
            date: day("2021-10-01"),
            because: text("granted"),
            import_ref: text("ref"),
        })
    };
    vec![
        Entry::CaseOpened(CaseOpened {
            number: "7MK2D5HPP".to_owned(),
            callsign: "amber-heron".to_owned(),
            origin: "KP".to_owned(),
            jurisdiction: "ru".to_owned(),
            sex: Sex::M,
            born: Some(1971),
            office: text("east"),
            worker: text("m1"),
            opened: "2009-05-04".parse().unwrap(),
            tags: vec!["a".to_owned()],
            role: None,
            import_ref: text("ref"),
        }),
        Entry::ApplicationLodged(ApplicationLodged {
            kind: ApplicationKind::TemporaryAsylum,
            jurisdiction: "ru".to_owned(),
            order: Some(ApplicationOrder::Subsequent),
            made: date("2009-05-01"),
            registered: date("2009-05-02"),
            lodged: date("2009-05-04"),
            import_ref: text("ref"),
        }),
        Entry::DecisionMade(DecisionMade {
            on,
            outcome: Outcome::Granted,
            protection: Some(Protection::SubsidiaryProtection),
            refused: Some(vec![Protection::RefugeeStatus]),
            basis: Some(Basis::Unfounded),
            reason: Some(ClosedReason::Other),
            decided: date("2021-09-09"),
            service,
            means: Some(Means::Hand),
            until: date("2022-09-09"),
            is_final: Some(true),
            import_ref: text("ref"),
        }),
        Entry::DecisionServed(DecisionServed {
            on,
            service,
            means: Some(Means::Post),
            import_ref: text("ref"),
        }),
        Entry::AppealLodged(AppealLodged {
            on,
            kind: AppealKind::AdministrativeReview,
            act,
            import_ref: text("ref"),
        }),
        Entry::PaperFiled(PaperFiled {
            on: Some(on),
            kind: FilingKind::AppealGrounds,
            act,
            import_ref: text("ref"),
        }),
        Entry::Happened(Happening {
            what: HappeningKind::Removal,
            date: "2021-09-13".parse().unwrap(),
            until: date("2021-09-20"),
            on: Some(on),
            kind: text("transfer"),
            place: text("x1"),
            status: Some(Appointment::Moved),
            checked: date("2021-09-12"),
            language: text("ko"),
            needs: vec!["hearing_loop".to_owned()],
            renew_from: None,
            renew_by: None,
            at: None,
            import_ref: text("ref"),
        }),
        Entry::FactLearned(FactLearned {
            name: "detained".to_owned(),
            value: "true".to_owned(),
            date: date("2021-09-13"),
            on: Some(on),
            import_ref: text("ref"),
        }),
        Entry::NoteTaken(note.clone()),
        Entry::CaseAssigned(CaseAssigned { to: text("m2") }),
        Entry::CaseLinked(CaseLinked {
            to: CaseId([0x33; 16]),
            link: LinkKind::Family,
            to_person: None,
            import_ref: text("ref"),
        }),
        Entry::CaseClosed(CaseClosed {
            reason: CaseEnd::Protected,
            date: "2022-01-01".parse().unwrap(),
            import_ref: text("ref"),
        }),
        Entry::CaseReopened(CaseReopened {
            date: "2022-02".parse().unwrap(),
            import_ref: None,
        }),
        Entry::EntryCorrected(EntryCorrected {
            root: on,
            replaces: vec![on, EventId([0x44; 16])],
            because: "typing error".to_owned(),
            entry: Box::new(Entry::NoteTaken(note)),
        }),
        Entry::EntryRetracted(EntryRetracted {
            target: on,
            because: text("wrong case"),
            anew: true,
        }),
        Entry::DeadlineComputed(Box::new(computed)),
        Entry::DeadlineSet(DeadlineSet {
            deadline: DeadlineId([0x55; 16]),
            what: "other".to_owned(),
            actor: Actor::Applicant,
            due: day("2021-10-14"),
            on: Some(on),
            since: None,
            lapsed: false,
            import_ref: text("ref"),
        }),
        acted(DeadlineAct::Met),
        acted(DeadlineAct::Waived),
        acted(DeadlineAct::Extended(day("2021-11-01"))),
        acted(DeadlineAct::Confirmed),
        Entry::StoreOpened(StoreOpened {
            format: 1,
            recovery: true,
        }),
        Entry::MemberAdded(MemberAdded {
            alias: "m1".to_owned(),
            mark: "00".to_owned(),
            card: true,
            recipient: None,
        }),
        Entry::TableReleased(TableReleased {
            to: "press".to_owned(),
            query: "unit=persons".to_owned(),
            digest: "00".to_owned(),
            cells: vec![
                (vec!["total".to_owned()], Some(211)),
                (vec!["KP".to_owned()], None),
            ],
        }),
        Entry::TableLeft(TableLeft {
            number: "R2026-007".to_owned(),
            to: "press".to_owned(),
            purpose: None,
            asked: TableAsked {
                unit: "persons".to_owned(),
                by: vec!["origin".to_owned()],
                threshold: 5,
                ..TableAsked::default()
            },
            day: day("2026-03-02"),
            because: None,
            cells: vec![
                (vec!["KP".to_owned()], "<5".to_owned()),
                (vec!["total".to_owned()], "<5".to_owned()),
            ],
            counts: vec![(vec!["KP".to_owned()], 3)],
            digest: "00".to_owned(),
            times: Vec::new(),
            ids: None,
            timed: Vec::new(),
            pairwise: false,
            added: false,
            proposed_by: None,
            approved: None,
        }),
        Entry::TableLeft(TableLeft {
            number: "R2026-008".to_owned(),
            to: "donor".to_owned(),
            purpose: text("yearly report"),
            asked: TableAsked {
                unit: "persons".to_owned(),
                by: vec!["origin".to_owned()],
                threshold: 5,
                show: vec![vec!["KP".to_owned()]],
                groups: vec![(
                    "origin".to_owned(),
                    vec![("KP".to_owned(), vec!["asia".to_owned()])],
                )],
                ..TableAsked::default()
            },
            day: day("2026-03-02"),
            because: text("all three asked us to tell it"),
            cells: vec![
                (vec!["KP".to_owned()], "3".to_owned()),
                (vec!["asia".to_owned()], "3".to_owned()),
                (vec!["total".to_owned()], "3".to_owned()),
            ],
            counts: vec![(vec!["KP".to_owned()], 3)],
            digest: "00".to_owned(),
            times: Vec::new(),
            ids: None,
            timed: Vec::new(),
            pairwise: true,
            added: true,
            proposed_by: text("m2"),
            approved: text("asked them again"),
        }),
        Entry::TableLeft(TableLeft {
            number: "R2026-010".to_owned(),
            to: "the university".to_owned(),
            purpose: None,
            asked: TableAsked {
                unit: "cases".to_owned(),
                by: vec!["line".to_owned()],
                threshold: 5,
                list: Some(Box::new(ListAsked {
                    k: 5,
                    is_public: false,
                    keep: vec!["year".to_owned()],
                    without: vec!["office".to_owned()],
                    may_blank: true,
                })),
                ..TableAsked::default()
            },
            day: day("2026-03-02"),
            because: None,
            cells: vec![
                (vec!["KP;2014;none".to_owned()], "110".to_owned()),
                (vec!["total".to_owned()], "110".to_owned()),
            ],
            counts: vec![(vec!["KP;2014;none".to_owned()], 110)],
            digest: "00".to_owned(),
            timed: Vec::new(),
            times: Vec::new(),
            ids: text("00"),
            pairwise: false,
            added: false,
            proposed_by: None,
            approved: None,
        }),
        Entry::TableProposed(TableProposed {
            number: "R2026-009".to_owned(),
            to: "press".to_owned(),
            purpose: None,
            asked: TableAsked::default(),
            day: day("2026-03-02"),
            because: "all three asked us to tell it".to_owned(),
            rates: Vec::new(),
        }),
        Entry::IdentitySealed(IdentitySealed {
            group: 1,
            envelope: vec![1, 2, 3],
        }),
        Entry::SealGroupSet(SealGroupSet {
            group: 1,
            recipients: vec!["age1".to_owned()],
            aliases: Vec::new(),
        }),
        Entry::IdentityOpened(IdentityOpened {
            case: CaseId([9; 16]),
            reason: OpeningReason::Contact,
            because: "a hearing".to_owned(),
        }),
        Entry::DocumentAdded(DocumentAdded {
            document: DocumentKind::Decision,
            on: Some(on),
            group: Some(1),
            digest: vec![7; 32],
            length: 17_000,
        }),
        Entry::DocumentOpened(DocumentOpened {
            case: CaseId([9; 16]),
            of: on,
            reason: OpeningReason::Court,
            because: "the court asks".to_owned(),
        }),
        Entry::IdentityMatched(IdentityMatched { cases: 3 }),
        Entry::ContactSealed(ContactSealed {
            group: 1,
            worker: "m1".to_owned(),
            of: vec![on],
            envelope: vec![1, 2, 3],
        }),
        Entry::ContactRuleSet(ContactRuleSet {
            rule: ContactRule::Worker,
        }),
        Entry::ContactShared(ContactShared {
            case: CaseId([9; 16]),
            to: "m1".to_owned(),
        }),
        Entry::ContactOpened(ContactOpened {
            case: CaseId([9; 16]),
            reason: OpeningReason::Contact,
            because: "a hearing".to_owned(),
        }),
        Entry::Exported(Exported {
            what: "letter".to_owned(),
            case: Some(CaseId([9; 16])),
        }),
        Entry::CaseErased(CaseErased {
            case: CaseId([9; 16]),
            because: "asked for".to_owned(),
        }),
        Entry::BackupMade(BackupMade {
            commit: 12,
            digest: "00ff".to_owned(),
        }),
        Entry::BackupProved(BackupProved {
            commit: 12,
            apart: false,
        }),
        Entry::DeviceNamed(DeviceNamed {
            stream: StreamId([8; 16]),
            key: vec![7; 32],
        }),
        Entry::SheetImported(SheetImported {
            cases: 12,
            register: text("2024"),
            sheet: Some(1),
            of: Some(3),
        }),
        Entry::SheetSettled(SheetSettled {
            fate: SheetFate::Deleted,
        }),
        Entry::CardsAway(CardsAway {
            card: text("00"),
            group: Some(1),
        }),
        Entry::RulesInstalled(RulesInstalled {
            law: "xx".to_owned(),
            version: "1".to_owned(),
            text: "id = \"xx\"".to_owned(),
        }),
        Entry::MemberAdded(MemberAdded {
            alias: "m1".to_owned(),
            mark: "00".to_owned(),
            card: false,
            recipient: text("age1"),
        }),
        Entry::MemberRemoved(MemberRemoved {
            alias: "m1".to_owned(),
        }),
        Entry::KeysChanged(KeysChanged { epoch: 2 }),
        Entry::SealGroupSet(SealGroupSet {
            group: 2,
            recipients: vec!["age1".to_owned()],
            aliases: vec!["s1".to_owned()],
        }),
        Entry::PersonAdded(PersonAdded {
            role: PersonRole::Dependant,
            relation: Some(Relation::Child),
            sex: Sex::F,
            born: Some(2015),
            origin: text("SY"),
            date: date("2021-09-13"),
            import_ref: text("ref"),
        }),
        Entry::PersonLeft(PersonLeft {
            reason: LeaveReason::OwnCase,
            date: "2021-10".parse().unwrap(),
            import_ref: text("ref"),
        }),
        Entry::ConsentSaid(ConsentSaid {
            kind: Purpose::Statistics,
            answer: Answer::Withdrawn,
            date: "2021-10-01".parse().unwrap(),
            means: Some(ConsentMeans::Interpreter),
            import_ref: text("ref"),
        }),
        Entry::CaseOpened(CaseOpened {
            number: "7MK2D5HPP".to_owned(),
            callsign: "amber-heron".to_owned(),
            origin: "SY".to_owned(),
            jurisdiction: "de".to_owned(),
            sex: Sex::Unknown,
            born: None,
            office: None,
            worker: None,
            opened: "2021".parse().unwrap(),
            tags: Vec::new(),
            role: Some(PersonRole::UnaccompaniedMinor),
            import_ref: None,
        }),
    ]
    .into_iter()
    .chain(care(on))
    .chain(desk(on))
    .chain(handed())
    .chain([Entry::CaseLinked(CaseLinked {
        to: CaseId([0x34; 16]),
        link: LinkKind::SamePerson,
        to_person: Some(2),
        import_ref: None,
    })])
    .collect()
}

/// What is recorded beside the procedures.
fn care(on: EventId) -> [Entry; 24] {
    [
        Entry::CheckInSet(CheckInSet {
            every: 3,
            how: CheckInHow::Partner,
            date: day("2021-09-13"),
            import_ref: text("ref"),
        }),
        Entry::CheckedIn(CheckedIn {
            date: "2021-09-16".parse().unwrap(),
            import_ref: text("ref"),
        }),
        Entry::CheckInEnded(CheckInEnded {
            date: "2021-10-01".parse().unwrap(),
            because: text("abroad"),
            import_ref: text("ref"),
        }),
        Entry::Disappeared(Disappeared {
            date: "2021-09-20".parse().unwrap(),
            reason: Some(DisappearanceReason::AbductionFeared),
            import_ref: text("ref"),
        }),
        Entry::Reappeared(Reappeared {
            date: "2021-09-22".parse().unwrap(),
            import_ref: text("ref"),
        }),
        Entry::MandateGiven(MandateGiven {
            kind: MandateKind::Advice,
            date: "2021-09-01".parse().unwrap(),
            until: date("2022-09-01"),
            lawyer: Some(LawyerFrom::Outside),
            attorney_until: date("2022-08-31"),
            import_ref: text("ref"),
        }),
        Entry::DeadlineTold(DeadlineTold {
            deadline: DeadlineId([0x22; 16]),
            due: Some(day("2021-10-14")),
            date: day("2021-10-01"),
            means: TellMeans::Interpreter,
            language: "fa".to_owned(),
            import_ref: text("ref"),
        }),
        Entry::TaskAdded(TaskAdded {
            what: TaskKind::Rule39,
            text: text("before the removal"),
            due: day("2021-09-20"),
            to: text("m2"),
            opened_by: Some(on),
            of_one: true,
            import_ref: text("ref"),
        }),
        Entry::TaskEnded(TaskEnded {
            on,
            act: TaskEnd::Dropped,
            date: day("2021-09-21"),
            because: text("not needed"),
            import_ref: text("ref"),
        }),
        Entry::Referred(Referred {
            kind: ReferralKind::To,
            partner: "clinic-2".to_owned(),
            service: Service::Medical,
            date: "2021-09-13".parse().unwrap(),
            import_ref: text("ref"),
        }),
        Entry::ReferralAnswered(ReferralAnswered {
            on,
            outcome: ReferralOutcome::Accepted,
            date: "2021-09-20".parse().unwrap(),
            import_ref: text("ref"),
        }),
        Entry::ResettlementStep(ResettlementStep {
            state: ResettlementState::Submitted,
            country: "CA".to_owned(),
            date: "2021-09-13".parse().unwrap(),
            import_ref: text("ref"),
        }),
        Entry::RiskWeighed(RiskWeighed {
            level: RiskLevel::High,
            review: day("2021-12-13"),
            date: "2021-09-13".parse().unwrap(),
            import_ref: text("ref"),
        }),
        Entry::AlarmPlanSet(AlarmPlanSet {
            steps: vec![AlarmStep {
                what: TaskKind::Ombudsman,
                text: text("by the night number"),
            }],
        }),
        Entry::DetentionReviewed(DetentionReviewed {
            on,
            outcome: ReviewOutcome::Upheld,
            date: "2021-09-20".parse().unwrap(),
            next: Some(day("2021-10-20")),
            import_ref: text("ref"),
        }),
        Entry::Happened(Happening {
            what: HappeningKind::Document,
            date: "2021-09-13".parse().unwrap(),
            until: date("2022-09-13"),
            on: None,
            kind: text("certificate"),
            place: None,
            status: None,
            checked: None,
            language: None,
            needs: Vec::new(),
            renew_from: Some(day("2022-07-13")),
            renew_by: Some(day("2022-08-13")),
            at: None,
            import_ref: None,
        }),
        Entry::Happened(Happening {
            what: HappeningKind::Hearing,
            date: "2021-09-13".parse().unwrap(),
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
            at: text("09:30"),
            import_ref: None,
        }),
        Entry::NoticeAdded(NoticeAdded {
            origin: "KP".to_owned(),
            jurisdiction: text("ru"),
            date: "2021-09".parse().unwrap(),
            source: text("ministry-2021-09"),
            text: "no removals".to_owned(),
        }),
        Entry::CalendarMade(CalendarMade {
            worker: text("m1"),
            full: true,
            entries: vec![CalendarEntry {
                uid: "00ff".to_owned(),
                sequence: 1,
                day: day("2022-08-13"),
                digest: "0f".to_owned(),
                gone: true,
            }],
        }),
        Entry::CalendarGiven(CalendarGiven {
            worker: text("m1"),
            full: true,
            entries: vec![CalendarTold {
                uid: "00ff".to_owned(),
                sequence: 1,
                said: Some((CaseId([0x33; 16]), "0f".to_owned())),
                gone: true,
            }],
        }),
        Entry::ArchiveRead(ArchiveRead {
            digest: "00ff".to_owned(),
            events: 12,
        }),
        Entry::NoticeEnded(NoticeEnded {
            on,
            date: "2021-12-31".parse().unwrap(),
            because: text("withdrawn"),
        }),
        Entry::FieldRecorded(FieldRecorded {
            name: "housing".to_owned(),
            value: "camp".to_owned(),
            declared: on,
            date: "2021-09-13".parse().unwrap(),
            source: Some(FieldSource::Partner),
            import_ref: text("ref"),
        }),
        Entry::FieldDeclared(FieldDeclared {
            name: "housing".to_owned(),
            holds: FieldType::Code,
            labels: labels("Housing"),
            values: vec![FieldValue {
                value: "camp".to_owned(),
                labels: labels("in a camp"),
                retired: true,
            }],
            min: Some(0),
            max: Some(20),
            retired: true,
        }),
    ]
}

/// What an office records of its own work.
fn desk(on: EventId) -> [Entry; 11] {
    [
        Entry::LogSigned(LogSigned {
            day: day("2021-09-14"),
            from: chrono::DateTime::from_timestamp(1_631_570_400, 0).unwrap(),
            until: chrono::DateTime::from_timestamp(1_631_656_800, 0).unwrap(),
            lines: 3,
            digest: "00ff".to_owned(),
        }),
        Entry::SecondPersonSet(SecondPersonSet { on: true }),
        Entry::ThresholdSet(ThresholdSet {
            persons: 4,
            because: text("the ministry asks for it by law"),
            proposed: false,
            proposed_by: None,
            approved: None,
        }),
        Entry::WarningsSet(WarningsSet {
            rule: text("de.klage-2w"),
            days: vec![7, 3, 1],
        }),
        Entry::DeadlineWatched(DeadlineWatched {
            deadline: DeadlineId([0x22; 16]),
            by: "m2".to_owned(),
            off: true,
        }),
        Entry::AbsenceSet(AbsenceSet {
            member: "m1".to_owned(),
            from: day("2021-09-14"),
            until: day("2021-09-28"),
            to: text("m2"),
        }),
        Entry::BatchMade(BatchMade {
            what: "assign".to_owned(),
            events: vec![on],
        }),
        Entry::ImportMade(ImportMade {
            cases: 3,
            entries: 12,
        }),
        Entry::ImportUndone(ImportUndone {
            import: on,
            entries: 12,
            erased: vec![CaseId([9; 16])],
            because: text("the wrong map"),
        }),
        Entry::RetentionSet(RetentionSet {
            reason: Some(CaseEnd::Protected),
            months: Some(60),
        }),
        Entry::RetentionWarned(RetentionWarned {
            case: CaseId([9; 16]),
            day: day("2021-09-14"),
        }),
    ]
}

/// What goes to another office, comes from one, or lies elsewhere.
fn handed() -> [Entry; 4] {
    let handover = || "00112233445566778899aabbccddeeff".to_owned();
    [
        Entry::HandedOver(HandedOver {
            handover: handover(),
            made: day("2021-09-14"),
            until: day("2021-10-14"),
            entries: 12,
            identities: 1,
            digest: "00ff".to_owned(),
        }),
        Entry::HandoverTaken(HandoverTaken {
            handover: handover(),
            date: day("2021-09-15"),
            entries: 12,
            signed_by: vec![7; 32],
            origin_file: vec![1, 2, 3],
        }),
        Entry::HandoverReceipt(HandoverReceipt {
            handover: handover(),
            date: day("2021-09-15"),
        }),
        Entry::BackupKept(BackupKept {
            commit: 12,
            place: "bank".to_owned(),
            whereabouts: Whereabouts::Elsewhere,
            verified: true,
        }),
    ]
}

fn labels(label: &str) -> Labels {
    Labels::from([("en".to_owned(), label.to_owned())])
}
