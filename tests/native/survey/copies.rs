//! Nobody's answers can be found by comparing results, whatever is done with a survey and however many
//! copies of its record there are. Results that were shown stay.
//!
//! The tests play a world of devices in which people answer, results are looked at, and records are
//! copied, kept, put back, merged and undone, in any order. In each group of six statements, a person
//! gives one answer that nobody else gives. So any results tell, group by group, whose answers are in
//! them, and can be compared with everything that was ever seen.

use std::collections::{BTreeMap, BTreeSet};

use cairn::audit::Audit;
use cairn::by_id::ById;
use cairn::exchange::envelope::Backup;
use cairn::exchange::writing::{backup_text, record_text};
use cairn::exchange::{File, from_text};
use cairn::framework::learning;
use cairn::kinds::{Results, form_of};
use cairn::merge::merge;
use cairn::moment::Date;
use cairn::organisation::{many, round};
use cairn::record::RecordKind;
use cairn::records::{Entry, Item, Record, Slot};
use cairn::survey::asked::{NotCounted, in_order_of_asking};
use cairn::survey::collected::survey_of;
use cairn::survey::sheets::Sheets;
use cairn::survey::tally::Tally;
use cairn::survey::{
    Answer, Asked, Counts, Response, Survey, SurveyState, statement_id, statement_place,
};
use cairn::workspace::deleted::shown_by_both;
use proptest::prelude::*;

use super::id;
use crate::samples::{at, by, empty_audit, framework};

/// The answers that tell people apart. To statements that tell other people apart, a person says "don't
/// know".
const OWN: [Answer; 4] =
    [Answer::StronglyAgree, Answer::Agree, Answer::Disagree, Answer::StronglyDisagree];
/// How many statements are in a group. A person answers a whole group or nothing of it.
const GROUP: usize = 6;
const GROUPS: usize = 3;
const MOST_PEOPLE: u32 = (GROUP * OWN.len()) as u32;

type People = BTreeSet<u32>;

/// What can be read from results that were seen.
#[derive(Debug, Clone, Default, PartialEq)]
struct Seen {
    /// Whose answers are in them, by group of statements.
    said: [People; GROUPS],
    /// Whose comments are in them; `None` for results that have no comments, as last year's.
    comments: Option<People>,
}

/// What is done to a copy. Numbers of copies, files, rounds and people are taken modulo how many there
/// are.
#[derive(Debug, Clone)]
enum Deed {
    Answer {
        groups: u8,
        comment: bool,
        kiosk: bool,
    },
    /// A person answers by the link of this copy and is counted in another. If the threshold there is
    /// too low, `raise` says whether it is raised; otherwise the answer is not counted.
    AnswerTo {
        copy: usize,
        groups: u8,
        comment: bool,
        raise: bool,
    },
    Sheets {
        people: u32,
        groups: u8,
    },
    Again,
    /// Only on one device: somebody's code was kept and is counted, whether or not it was counted
    /// before.
    Recount {
        person: usize,
    },
    /// Like [`Deed::Recount`], of all codes that were kept but one.
    RecountAll {
        but: usize,
    },
    Look,
    Close,
    OpenAgain,
    Threshold(u32),
    Undo,
    Redo,
    KeepCopy,
    GoBack(usize),
    BackUp,
    HandOut,
    OpenFile {
        file: usize,
        way: u8,
    },
    BringTogether(usize),
    NextYear,
    KeepRound,
    RemoveRound(usize),
    AskAgain,
    Delete,
    /// Only on one device: the record is deleted for good, and an old file of it is opened.
    DeleteAndOpen(usize),
    SaveAndClear,
}

/// A record on a device, with the steps and earlier copies that can be put back into it.
struct Copy {
    record: Record,
    back: Vec<Vec<(Slot, Entry)>>,
    forward: Vec<Vec<(Slot, Entry)>>,
    kept: Vec<Record>,
    /// What was seen of each survey, by its id.
    seen: BTreeMap<String, Seen>,
}

/// A person who has answered.
struct Person {
    /// The threshold that they were promised.
    promised: u32,
    /// Their answers as a code, if they did not answer on paper.
    response: Option<Response>,
}

struct World {
    asked: Asked,
    /// True when all copies are on one device, on which the same answers can be counted again.
    one_device: bool,
    /// What is known to have been shown in records that were deleted: how many answers, by the survey's
    /// id.
    deleted: ById<u32>,
    /// The surveys whose results somebody has removed by hand: they may go, in every copy.
    removed: BTreeSet<String>,
    copies: Vec<Copy>,
    files: Vec<String>,
    all_seen: Vec<Seen>,
    people: Vec<Person>,
    ids: u32,
}

fn answers_of(person: u32, groups: u8) -> Vec<Option<Answer>> {
    let (own_place, own) = (person as usize / OWN.len(), OWN[person as usize % OWN.len()]);
    let answer = |place: usize| {
        let answers = place / GROUP == 0 || groups >> (place / GROUP - 1) & 1 == 1;
        let answer = if place % GROUP == own_place { own } else { Answer::DontKnow };
        answers.then_some(answer)
    };
    (0..GROUP * GROUPS).map(answer).collect()
}

fn in_group(group: usize, counts: impl Fn(&str) -> Option<Counts>) -> People {
    let there = |person: &u32| {
        let place = group * GROUP + *person as usize / OWN.len();
        let counts = counts(&statement_id(place)).unwrap_or_default();
        let own = counts[OWN[*person as usize % OWN.len()].index()];
        assert!(own <= 1, "the answer of {person} is counted {own} times");
        own == 1
    };
    (0..MOST_PEOPLE).filter(there).collect()
}

impl Copy {
    fn new(record: Record) -> Copy {
        let (back, forward, kept) = (Vec::new(), Vec::new(), Vec::new());
        Copy { record, back, forward, kept, seen: BTreeMap::new() }
    }

    /// Makes an edit that can be undone, as the page does.
    fn edit(&mut self, step: Vec<(Slot, Entry)>) {
        let change = |(slot, entry): (Slot, Entry)| {
            let before = self.record.change(&slot, entry, by(9, ""));
            (slot, before)
        };
        let before = step.into_iter().map(change).collect();
        self.forward.clear();
        self.back.push(before);
    }

    /// Takes a step back or forward. Returns the step that reverses it.
    fn swap(&mut self, step: Vec<(Slot, Entry)>) -> Vec<(Slot, Entry)> {
        let change = |(slot, entry): (Slot, Entry)| {
            let entry = self.record.stepped(&slot, entry);
            let before = self.record.change(&slot, entry, by(9, ""));
            (slot, before)
        };
        step.into_iter().map(change).collect()
    }

    /// Makes an edit that cannot be undone, as the page does. Earlier edits of the same slot cannot be
    /// undone any more either.
    fn edit_without_undo(&mut self, (slot, entry): (Slot, Entry)) {
        self.record.change(&slot, entry, by(9, ""));
        self.forget(&[slot]);
    }

    fn forget(&mut self, slots: &[Slot]) {
        for step in self.back.iter_mut().chain(&mut self.forward) {
            step.retain(|(slot, _)| !slots.contains(slot));
        }
        self.back.retain(|step| !step.is_empty());
        self.forward.retain(|step| !step.is_empty());
    }

    fn survey(&self) -> Survey {
        self.record.collected().expect("a survey that was opened stays").survey.clone()
    }

    fn tally(&self) -> Tally {
        let survey = self.survey();
        let tally = self.record.collected().and_then(|collected| collected.tally).cloned();
        tally.unwrap_or_else(|| Tally::new(&survey.id))
    }

    fn change_survey(&mut self, change: impl FnOnce(&mut Survey)) {
        let mut survey = self.survey();
        change(&mut survey);
        self.edit(vec![(Slot::Survey, Entry::Survey(survey))]);
    }

    fn let_out(&mut self) {
        if let Some(released) = self.record.released() {
            let tally = released.collected().and_then(|it| it.tally).cloned();
            self.edit_without_undo((Slot::Tally, Entry::Tally(tally.expect("it was let out"))));
        }
    }

    /// All results on the pages of the record, of its survey and of the rounds that it keeps, each with
    /// the survey's id.
    fn on_its_pages(&self) -> Vec<(String, Seen)> {
        let collected = self.record.collected().expect("there is a survey");
        let mut all: Vec<(String, Seen)> = Vec::new();
        if let Some(shown) = collected.shown() {
            let said = |group| in_group(group, |statement| collected.said(statement).copied());
            let comments = Some(shown.comments.iter().map(|comment| who_wrote(comment)).collect());
            let seen = Seen { said: [said(0), said(1), said(2)], comments };
            assert_eq!(shown.responses as usize, seen.said[0].len(), "everyone answers the first");
            all.push((collected.survey.id.clone(), seen));
        }
        let rounds = self.record.items(&round::LIST).iter();
        all.extend(rounds.filter(|it| !it.flag(&round::REMOVED)).map(in_round));
        all
    }

    fn keep_round(&mut self) {
        if self.record.asked() != Asked::Characteristics {
            return;
        }
        self.let_out();
        if let Some(kept) = many::to_keep(&learning(), &self.record, today()) {
            self.edit(vec![(Slot::item(&round::LIST, &kept.id), Entry::Item(kept))]);
        }
    }

    /// Removes a round that need not stay. Gives the id of its survey.
    fn remove_round(&mut self, which: usize) -> Option<String> {
        let rounds = round::all(&self.record);
        let id = rounds.get(which % rounds.len().max(1))?.id().to_owned();
        if many::must_stay(&self.record, &id) {
            return None;
        }
        self.edit(vec![round::removal(&self.record, &id, by(9, ""))]);
        Some(survey_of(&id).expect("it was counted").to_owned())
    }

    /// Opens a new survey as the page does: what shows is kept as a round first, and none of it can be
    /// undone.
    fn ask_again(&mut self, id: String) {
        if self.record.asked() != Asked::Characteristics {
            return;
        }
        self.let_out();
        let survey =
            Survey { threshold: self.survey().threshold, ..Survey::new(id, "Again", by(9, "")) };
        for change in many::ask_again(&learning(), &self.record, survey, today()) {
            self.edit_without_undo(change);
        }
    }

    fn put_back(&mut self, earlier: &Record) {
        let changes = self.record.changes_to(earlier, &by(9, ""));
        self.kept.push(self.record.clone().for_copy().0);
        self.edit(changes);
    }
}

impl World {
    fn new(asked: Asked, one_device: bool) -> World {
        let mut record: Record = match asked {
            Asked::Indicators => empty_audit("record-1"),
            Asked::Characteristics => {
                let form = form_of(RecordKind::Organisation);
                Record::new(form, "record-1".to_owned(), "Harbour Support", "", by(0, ""))
            }
        };
        let survey = Survey { threshold: 3, ..Survey::new(id(900), "Survey", by(0, "")) };
        record.put(&Slot::Survey, Entry::Survey(survey));
        World {
            asked,
            one_device,
            deleted: ById::new(),
            removed: BTreeSet::new(),
            copies: vec![Copy::new(record)],
            files: Vec::new(),
            all_seen: vec![Seen::default()],
            people: Vec::new(),
            ids: 1_000,
        }
    }

    fn new_id(&mut self) -> String {
        self.ids += 1;
        id(self.ids)
    }

    fn newcomer(&mut self, place: usize) -> Option<u32> {
        let person = self.people.len() as u32;
        let promised = self.copies[place].survey().threshold;
        self.people.push(Person { promised, response: None });
        (person < MOST_PEOPLE).then_some(person)
    }

    fn respond(&mut self, place: usize, person: u32, groups: u8, comment: bool) -> Response {
        let survey = self.copies[place].survey();
        let mut response = Response::new(&survey.id, id(person)).promised(survey.threshold);
        for (place, answer) in answers_of(person, groups).into_iter().enumerate() {
            if let Some(answer) = answer {
                response.answers.insert(statement_id(place), answer);
            }
        }
        if comment {
            response.comment = format!("comment {person}");
        }
        self.people[person as usize].response = Some(response.clone());
        response
    }

    fn look(&mut self, place: usize) {
        self.copies[place].let_out();
        let all = self.copies[place].on_its_pages();
        let before = std::mem::take(&mut self.copies[place].seen);
        let comments = |seen: &Seen| seen.comments.clone().unwrap_or_default();
        for (survey, before) in before {
            let stays = |(id, seen): &(String, Seen)| {
                *id == survey
                    && before.said[0].is_subset(&seen.said[0])
                    && comments(&before).is_subset(&comments(seen))
            };
            let is_wanted = !self.removed.contains(&survey);
            assert!(
                !is_wanted || all.iter().any(stays),
                "{before:?} was shown of {survey}, and then {all:?}"
            );
        }
        for (survey, seen) in all {
            self.show(seen.clone());
            let of_survey = self.copies[place].seen.entry(survey).or_default();
            if of_survey.said[0].len() < seen.said[0].len() {
                *of_survey = seen;
            }
        }
    }

    /// Compares what is seen with everything that was seen before. Fails when fewer people stand
    /// between the two than any of them was promised.
    fn show(&mut self, seen: Seen) {
        for other in &self.all_seen {
            for (one, other) in seen.said.iter().zip(&other.said) {
                let between: Vec<u32> = one.symmetric_difference(other).copied().collect();
                let promised = |person: &u32| self.people[*person as usize].promised;
                let promised = between.iter().map(promised).max();
                assert!(
                    between.len() >= promised.unwrap_or(0) as usize,
                    "{between:?} stand between {one:?} and {other:?}, and were promised {promised:?}"
                );
            }
            if let (Some(one), Some(comments)) = (&seen.comments, &other.comments) {
                let alone: People = one.difference(comments).copied().collect();
                let new: People = seen.said[0].difference(&other.said[0]).copied().collect();
                assert!(alone.is_subset(&new), "comments of {alone:?} show, and {new:?} are new");
            }
        }
        self.all_seen.push(seen);
    }

    fn keep_file(&mut self, text: String) {
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let data = &json["data"];
        for record in [data, &data["audits"][0], &data["organisations"][0]] {
            assert_eq!(record["tally"]["waiting"], serde_json::Value::Null, "{text}");
            let changed = &record["tally"]["changed"]["at"];
            assert!(changed.is_null() || changed == "1970-01-01T00:00:00.000Z", "{changed}");
        }
        self.files.push(text);
    }

    fn back_up(&mut self, record: Record) {
        let mut backup = Backup { shown: self.deleted.clone(), ..Backup::default() };
        backup.add(record);
        self.keep_file(backup_text(&backup, at(0)));
    }

    fn open(&mut self, text: &str, way: u8) {
        let mut record = match from_text(text) {
            Ok(File::Backup(mut backup)) => {
                self.hear_of_shown(&backup.shown);
                backup.records.remove(0)
            }
            Ok(file) => file.record().expect("a record"),
            Err(problem) => panic!("{problem}: {text}"),
        };
        let same = self.copies.iter().position(|copy| copy.record.id == record.id);
        if self.one_device {
            // Whatever comes in and what is there learn of each other's results.
            let results = Results::of(&record);
            for copy in &mut self.copies {
                if copy.record.id == record.id {
                    continue;
                }
                record = record.knowing_results(&Results::of(&copy.record)).unwrap_or(record);
                if let Some(known) = copy.record.knowing_results(&results) {
                    copy.put_back(&known);
                }
            }
        }
        record = record.knowing_shown(&self.deleted).unwrap_or(record);
        let way = if self.one_device { way % 2 } else { way };
        match (way, same) {
            // In place of the record that is there.
            (0, Some(place)) => self.copies[place].put_back(&record),
            // As a separate copy beside it.
            (1, Some(place)) => {
                let before = self.copies[place].record.clone();
                if let Some(known) = before.knowing(&record) {
                    self.copies[place].put_back(&known);
                }
                let (own, survey) = (self.new_id(), self.new_id());
                record.id = own;
                record.part_survey(&survey, Some(&before));
                self.copies.push(Copy::new(record));
            }
            // On another device.
            _ => self.copies.push(Copy::new(record)),
        }
    }

    /// Takes in what another device has shown in records that are deleted there.
    fn hear_of_shown(&mut self, shown: &ById<u32>) {
        let both = |_: &str, before, now| if before == now { now } else { 0 };
        self.deleted = std::mem::take(&mut self.deleted).joined(shown.clone(), both);
        for copy in &mut self.copies {
            if let Some(known) = copy.record.knowing_shown(shown) {
                copy.put_back(&known);
            }
        }
    }

    fn next_year(&mut self, place: usize) {
        self.copies[place].let_out();
        let Some(audit) = Audit::of(&self.copies[place].record) else { return };
        let next = audit.next_year("next".to_owned(), "Next", by(9, ""));
        if let Some(survey) = next.last_year.and_then(|last_year| last_year.survey) {
            let said = |group| in_group(group, |statement| survey.counts.get(statement).copied());
            self.show(Seen { said: [said(0), said(1), said(2)], comments: None });
        }
    }

    fn count(&mut self, place: usize, kiosk: bool, count: impl FnOnce(&mut Tally)) {
        let copy = &mut self.copies[place];
        let mut tally = copy.tally();
        count(&mut tally);
        let entry = (Slot::Tally, Entry::Tally(tally));
        if kiosk { copy.edit_without_undo(entry) } else { copy.edit(vec![entry]) }
    }

    fn do_it(&mut self, place: usize, deed: Deed) {
        let asked = self.asked;
        match deed {
            Deed::Answer { groups, comment, kiosk } => {
                let Some(person) = self.newcomer(place) else { return };
                let response = self.respond(place, person, groups, comment);
                let threshold = self.copies[place].survey().threshold;
                self.count(place, kiosk, |tally| {
                    assert_eq!(asked.count(tally, threshold, &response), Ok(true));
                });
            }
            Deed::AnswerTo { copy, groups, comment, raise } => {
                let copy = copy % self.copies.len();
                let Some(person) = self.newcomer(place) else { return };
                let response = self.respond(place, person, groups, comment);
                if self.copies[copy].survey().id != response.survey {
                    return;
                }
                let mut counted = Ok(false);
                let threshold = self.copies[copy].survey().threshold;
                self.count(copy, false, |tally| {
                    counted = asked.count(tally, threshold, &response);
                });
                if let Err(NotCounted::PromisedMore(threshold)) = counted
                    && raise
                {
                    let survey = Survey { threshold, ..self.copies[copy].survey() };
                    let entry = (Slot::Survey, Entry::Survey(survey));
                    self.copies[copy].edit_without_undo(entry);
                    self.count(copy, false, |tally| {
                        assert_eq!(asked.count(tally, threshold, &response), Ok(true));
                    });
                }
            }
            Deed::Sheets { people, groups } => {
                let mut sheets = Sheets::default();
                for _ in 0..people {
                    let Some(person) = self.newcomer(place) else { return };
                    let mut answers = answers_of(person, groups);
                    answers.resize(asked.number(), None);
                    sheets.add_sheet(&answers);
                }
                let batch = self.new_id();
                let statements = &framework().statements;
                let statements: Vec<_> = statements
                    .iter()
                    .filter(|it| statement_place(&it.id).is_some_and(|at| at < asked.number()))
                    .cloned()
                    .collect();
                self.count(place, false, |tally| {
                    assert_eq!(tally.count_sheets(&batch, &sheets, &statements), Ok(true));
                });
            }
            Deed::Again => {
                let tally = self.copies[place].tally();
                if let Some(person) = (0..MOST_PEOPLE).find(|it| tally.counted.contains(&id(*it))) {
                    let response = self.respond(place, person, 3, true);
                    self.count(place, false, |tally| {
                        assert_eq!(asked.count(tally, 0, &response), Ok(false));
                    });
                }
            }
            Deed::Recount { person } => {
                let responses = self.responses();
                if !responses.is_empty() {
                    let which = person % responses.len();
                    self.count_again(place, &responses[which..=which]);
                }
            }
            Deed::RecountAll { but } => {
                let mut responses = self.responses();
                if !responses.is_empty() {
                    responses.remove(but % responses.len());
                }
                self.count_again(place, &responses);
            }
            Deed::Look => self.look(place),
            Deed::Close => self.copies[place].change_survey(|it| it.state = SurveyState::Closed),
            Deed::OpenAgain => self.copies[place].change_survey(|it| it.state = SurveyState::Open),
            Deed::Threshold(number) => {
                let survey = self.copies[place].survey();
                let asked_for = Survey { threshold: number, ..survey.clone() }.promising(&survey);
                let entry = (Slot::Survey, Entry::Survey(asked_for));
                self.copies[place].edit_without_undo(entry);
            }
            Deed::Undo => {
                let copy = &mut self.copies[place];
                if let Some(step) = copy.back.pop() {
                    let reverse = copy.swap(step);
                    copy.forward.push(reverse);
                }
            }
            Deed::Redo => {
                let copy = &mut self.copies[place];
                if let Some(step) = copy.forward.pop() {
                    let reverse = copy.swap(step);
                    copy.back.push(reverse);
                }
            }
            Deed::KeepCopy => {
                let copy = &mut self.copies[place];
                copy.kept.push(copy.record.clone().for_copy().0);
            }
            Deed::GoBack(which) => {
                let copy = &mut self.copies[place];
                if !copy.kept.is_empty() {
                    let earlier = copy.kept[which % copy.kept.len()].clone();
                    copy.put_back(&earlier);
                }
            }
            Deed::BackUp => self.back_up(self.copies[place].record.clone()),
            Deed::HandOut => {
                let (record, _) = self.copies[place].record.clone().for_others();
                self.keep_file(record_text(&record, at(0)));
            }
            Deed::OpenFile { file, way } => {
                if !self.files.is_empty() && self.copies.len() < 5 {
                    let text = self.files[file % self.files.len()].clone();
                    self.open(&text, way);
                }
            }
            Deed::BringTogether(other) => {
                let other = self.copies[other % self.copies.len()].record.clone().for_copy().0;
                let copy = &mut self.copies[place];
                // Two tabs merge. Both have the same survey: before a tab asks again, it takes in what
                // the other shows. Nor do they keep results of different people under one id.
                let same =
                    |record: &Record| (record.id.clone(), record.survey.clone().map(|it| it.id));
                let agree = other.items(&round::LIST).iter().all(|theirs| {
                    let ours = copy.record.item(&round::LIST, &theirs.id);
                    let said = |round: &Item| in_round(round).1.said[0].clone();
                    ours.is_none_or(|ours| {
                        said(ours).is_subset(&said(theirs)) || said(theirs).is_subset(&said(ours))
                    })
                });
                if agree && same(&other) == same(&copy.record) {
                    let changed = merge(&mut copy.record, &other, &[]);
                    copy.forget(&changed);
                }
            }
            Deed::NextYear => self.next_year(place),
            Deed::KeepRound => self.copies[place].keep_round(),
            Deed::RemoveRound(which) => {
                self.removed.extend(self.copies[place].remove_round(which));
            }
            Deed::AskAgain => {
                let id = self.new_id();
                self.copies[place].ask_again(id);
            }
            Deed::Delete => {
                if self.copies.len() > 1 && !self.one_device {
                    self.copies.remove(place);
                }
            }
            Deed::DeleteAndOpen(file) => {
                if self.one_device && !self.files.is_empty() {
                    let gone = self.copies.remove(place).record.all_shown();
                    self.deleted = std::mem::take(&mut self.deleted)
                        .joined(gone, |_, before, now| shown_by_both(before, now));
                    let text = self.files[file % self.files.len()].clone();
                    self.open(&text, 0);
                }
            }
            Deed::SaveAndClear => {
                let copy = &mut self.copies[place];
                if let Some(sealed) = copy.record.sealed() {
                    let tally = sealed.collected().and_then(|it| it.tally).cloned();
                    let entry = (Slot::Tally, Entry::Tally(tally.expect("it was sealed")));
                    copy.edit_without_undo(entry);
                }
                let text = copy.record.clone();
                self.back_up(text);
                let text = self.files.last().cloned().expect("it was kept");
                self.copies.remove(place);
                self.open(&text, 2);
            }
        }
    }

    /// The codes that the organiser of the one device has kept.
    fn responses(&self) -> Vec<Response> {
        let people = self.people.iter().filter(|_| self.one_device);
        people.filter_map(|person| person.response.clone()).collect()
    }

    fn count_again(&mut self, place: usize, responses: &[Response]) {
        let (asked, survey) = (self.asked, self.copies[place].survey());
        let own: Vec<_> = responses.iter().filter(|it| it.survey == survey.id).collect();
        if own.is_empty() {
            return;
        }
        self.count(place, false, |tally| {
            for response in own {
                let counted = asked.count(tally, survey.threshold, response);
                assert!(matches!(counted, Ok(_) | Err(NotCounted::PromisedMore(_))));
            }
        });
    }
}

fn today() -> Date {
    "2026-12-01".parse().unwrap()
}

fn who_wrote(comment: &str) -> u32 {
    comment.strip_prefix("comment ").and_then(|it| it.parse().ok()).expect("a comment")
}

fn in_round(item: &Item) -> (String, Seen) {
    let learning = learning();
    let ids: Vec<_> = in_order_of_asking(&learning).map(|statement| &statement.id).collect();
    let counts = |statement: &str| {
        let place = statement_place(statement).expect("a statement");
        let numbers = item.counts(&round::COUNTS, ids[place]);
        let mut counts = Counts::default();
        for (answer, number) in OWN.iter().rev().zip(numbers) {
            counts[answer.index()] = *number;
        }
        (!numbers.is_empty()).then_some(counts)
    };
    let comments = item.parts(&round::COMMENTS).map(|(_, comment)| who_wrote(comment)).collect();
    let said = [0, 1, 2].map(|group| in_group(group, counts));
    (
        survey_of(&item.id).expect("it was counted").to_owned(),
        Seen { said, comments: Some(comments) },
    )
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        12 => (0..4_u8, any::<bool>(), any::<bool>())
            .prop_map(|(groups, comment, kiosk)| Deed::Answer { groups, comment, kiosk }),
        3 => (any::<usize>(), 0..4_u8, any::<bool>(), any::<bool>()).prop_map(
            |(copy, groups, comment, raise)| Deed::AnswerTo { copy, groups, comment, raise }
        ),
        2 => (1..5_u32, 0..4_u8).prop_map(|(people, groups)| Deed::Sheets { people, groups }),
        1 => Just(Deed::Again),
        6 => Just(Deed::Look),
        3 => Just(Deed::Close),
        1 => Just(Deed::OpenAgain),
        2 => (1..6_u32).prop_map(Deed::Threshold),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => Just(Deed::KeepCopy),
        2 => any::<usize>().prop_map(Deed::GoBack),
        2 => Just(Deed::BackUp),
        2 => Just(Deed::HandOut),
        3 => (any::<usize>(), 0..3_u8).prop_map(|(file, way)| Deed::OpenFile { file, way }),
        2 => any::<usize>().prop_map(Deed::BringTogether),
        2 => Just(Deed::NextYear),
        2 => Just(Deed::KeepRound),
        1 => any::<usize>().prop_map(Deed::RemoveRound),
        2 => Just(Deed::AskAgain),
        4 => any::<usize>().prop_map(|person| Deed::Recount { person }),
        4 => any::<usize>().prop_map(|but| Deed::RecountAll { but }),
        2 => any::<usize>().prop_map(Deed::DeleteAndOpen),
        1 => Just(Deed::Delete),
        1 => Just(Deed::SaveAndClear),
    ]
}

fn check(asked: Asked, one_device: bool, deeds: Vec<(usize, Deed)>) {
    let mut world = World::new(asked, one_device);
    world.copies[0].change_survey(|survey| survey.shows_while_open = deeds.len().is_multiple_of(2));
    world.copies[0].back.clear();
    for (place, deed) in deeds {
        let place = place % world.copies.len();
        world.do_it(place, deed);
    }
    for place in 0..world.copies.len() {
        world.copies[place].change_survey(|survey| survey.state = SurveyState::Closed);
        world.look(place);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn between_any_two_results_stand_enough_people(
        audit in any::<bool>(),
        one_device in any::<bool>(),
        deeds in proptest::collection::vec((any::<usize>(), any_deed()), 1..60),
    ) {
        check(if audit { Asked::Indicators } else { Asked::Characteristics }, one_device, deeds);
    }
}

/// Ways in which a curious manager could once read one person's answers.
#[test]
fn what_was_tried_shows_nobody() {
    use Deed::*;
    let answer = || Answer { groups: 3, comment: true, kiosk: false };
    let few = |number| (0..number).map(|_| (0, answer()));
    let by_link = |raise| AnswerTo { copy: 1, groups: 3, comment: true, raise };
    let tried: [Vec<(usize, Deed)>; 8] = [
        // Next year's audit is begun before results are looked at, then one more person answers.
        few(5).chain([(0, Close), (0, NextYear), (0, answer()), (0, Look)]).collect(),
        // A backup is opened as a separate copy, then one more person answers in each.
        few(4)
            .chain([(0, BackUp), (0, OpenFile { file: 0, way: 1 }), (0, Close), (1, Close)])
            .chain([(0, answer()), (1, answer()), (0, Look), (1, Look)])
            .collect(),
        // A backup is opened on a second device, and one more person answers there.
        few(3)
            .chain([(0, Close), (0, BackUp), (0, OpenFile { file: 0, way: 2 })])
            .chain([(0, Look), (1, answer()), (1, Look)])
            .collect(),
        // A file from before the answers replaces the record that has shown them.
        [(0, BackUp)]
            .into_iter()
            .chain(few(4))
            .chain([(0, Close), (0, Look), (0, OpenFile { file: 0, way: 0 }), (0, answer())])
            .chain([(0, Close), (0, Look)])
            .collect(),
        // An earlier copy on the device replaces it.
        [(0, KeepCopy)]
            .into_iter()
            .chain(few(4))
            .chain([(0, Close), (0, Look), (0, GoBack(0)), (0, answer()), (0, Close), (0, Look)])
            .collect(),
        // Answers that were promised a raised threshold come to a copy from before. There they are not
        // counted, or only after its threshold was raised as well.
        [(0, BackUp), (0, Threshold(5)), (0, OpenFile { file: 0, way: 2 })]
            .into_iter()
            .chain((0..3).map(|_| (0, by_link(false))))
            .chain([(1, Close), (1, Look)])
            .collect(),
        [(0, BackUp), (0, Threshold(5)), (0, OpenFile { file: 0, way: 2 })]
            .into_iter()
            .chain((0..4).map(|_| (0, by_link(true))))
            .chain([(1, Close), (1, Look), (0, by_link(true)), (1, Look)])
            .collect(),
        // The threshold is lowered again, by undo, by the form and by a file.
        [(0, BackUp), (0, Threshold(5)), (0, Undo), (0, Threshold(3))]
            .into_iter()
            .chain([(0, OpenFile { file: 0, way: 0 })])
            .chain(few(4))
            .chain([(0, Close), (0, Look)])
            .collect(),
    ];
    for deeds in tried {
        check(Asked::Indicators, false, deeds.clone());
        check(Asked::Characteristics, false, deeds);
    }
    let on_one_device: [Vec<(usize, Deed)>; 2] = [
        // A round is removed, and an old file with fewer results brings the survey back.
        few(3)
            .chain([(0, Close), (0, Look), (0, HandOut)])
            .chain(few(3))
            .chain([(0, Look), (0, AskAgain), (0, RemoveRound(0))])
            .chain([(0, OpenFile { file: 0, way: 0 }), (0, answer()), (0, RecountAll { but: 0 })])
            .collect(),
        // Deleted, brought back by an old file, asked again, and deleted once more.
        few(3)
            .chain([(0, Close), (0, Look), (0, HandOut)])
            .chain(few(3))
            .chain([(0, Look), (0, DeleteAndOpen(0)), (0, AskAgain), (0, DeleteAndOpen(0))])
            .chain([(0, answer()), (0, RecountAll { but: 0 })])
            .collect(),
    ];
    for deeds in on_one_device {
        check(Asked::Characteristics, true, deeds);
    }
}

/// A device on which some people's answers have been counted.
fn device(record: &Record, people: &[u32]) -> Copy {
    let mut copy = Copy::new(record.clone());
    count_people(&mut copy, people);
    copy
}

/// Counts the answers of these people. Some may have been counted before.
fn count_people(copy: &mut Copy, people: &[u32]) {
    let survey = copy.survey();
    let mut tally = copy.tally();
    for person in people {
        let mut response = Response::new(&survey.id, id(*person)).promised(survey.threshold);
        for (place, answer) in answers_of(*person, *person as u8 % 4).into_iter().enumerate() {
            if let Some(answer) = answer {
                response.answers.insert(statement_id(place), answer);
            }
        }
        let counted = copy.record.asked().count(&mut tally, survey.threshold, &response);
        assert!(counted.is_ok());
    }
    copy.edit(vec![(Slot::Tally, Entry::Tally(tally))]);
}

/// Closes the survey and lets out all that may show. Returns whose answers then show in each group of
/// statements.
fn shown_by(copy: &mut Copy) -> [People; GROUPS] {
    copy.change_survey(|survey| survey.state = SurveyState::Closed);
    copy.let_out();
    let collected = copy.record.collected().expect("there is a survey");
    let said = |statement: &str| collected.said(statement).copied();
    [0, 1, 2].map(|group| match collected.shown() {
        Some(_) => in_group(group, said),
        None => People::new(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// The same answers can be counted on two devices. Once one device knows what the other shows, by
    /// whatever way, it shows no results that differ from those by a few people.
    #[test]
    fn a_device_that_heard_of_results_shows_none_too_near_to_them(
        ours in proptest::collection::vec(0..10_u32, 0..9),
        theirs in proptest::collection::vec(0..10_u32, 0..9),
        more in proptest::collection::vec(0..14_u32, 0..6),
        beside in any::<bool>(),
        twice in any::<bool>(),
        sealed in any::<bool>(),
        shown_before in any::<bool>(),
    ) {
        let World { copies, .. } = World::new(Asked::Indicators, false);
        let mut here = device(&copies[0].record, &ours);
        let mut there = device(&copies[0].record, &theirs);
        if sealed && let Some(sealed) = here.record.sealed() {
            here.record = sealed;
        }
        let seen = shown_by(&mut there);
        let before = if shown_before { shown_by(&mut here) } else { Default::default() };
        for _ in 0..1 + usize::from(twice) {
            let file = record_text(&there.record.clone().for_others().0, at(0));
            let Ok(File::Record(file)) = from_text(&file) else { panic!("{file}") };
            let gives_up = here.record.gives_up_answers_for(&file);
            let before = here.tally().counted;
            if !beside {
                here.put_back(&file);
            } else if let Some(known) = here.record.knowing(&file) {
                here.put_back(&known);
            }
            let after = here.tally().counted;
            prop_assert_eq!(before.iter().any(|id| !after.contains(id)), gives_up);
        }
        count_people(&mut here, &more);
        let shows = shown_by(&mut here);
        for ((shows, seen), before) in shows.iter().zip(&seen).zip(&before) {
            // What this device showed before it heard of the other stands as it did.
            if shows == before {
                continue;
            }
            prop_assert!(seen.is_subset(shows), "{seen:?} was shown, and then {shows:?}");
            let between = shows.difference(seen).count();
            prop_assert!(between == 0 || between >= 3, "{seen:?} stands beside {shows:?}");
        }
    }
}

/// Next year's audit brings what was shown of this year's survey to a device on which the same answers
/// wait together with somebody else's.
#[test]
fn nothing_shows_beside_what_next_years_audit_shows() {
    let World { copies, .. } = World::new(Asked::Indicators, false);
    let mut here = device(&copies[0].record, &[0, 1, 2, 3]);
    let mut there = device(&copies[0].record, &[0, 1, 2]);
    shown_by(&mut there);
    let next = Audit::of(&there.record).unwrap().next_year("next".to_owned(), "Next", by(9, ""));
    let text = record_text(&next, at(0));
    let Ok(File::Record(next)) = from_text(&text) else { panic!("{text}") };
    let last = Results::of(&next);
    assert!(there.record.knowing_results(&last).is_none(), "it has shown the same itself");
    let known = here.record.knowing_results(&last).expect("it shows what does not show here");
    assert!(known.knowing_results(&last).is_none(), "once is enough");
    here.put_back(&known);
    assert_eq!(shown_by(&mut here), [People::new(), People::new(), People::new()]);
    // Undo does not make the record forget it.
    let step = here.back.remove(0);
    here.swap(step);
    assert!(here.survey().shown_elsewhere);
    // Nor does a file that knows nothing of it.
    here.put_back(&copies[0].record);
    assert!(here.survey().shown_elsewhere);
}

/// A copy that stood beside the record, or next year's audit of that copy, brings what the record showed
/// to a device on which the same answers wait together with somebody else's.
#[test]
fn nothing_shows_beside_what_a_copy_shows() {
    for asked in [Asked::Indicators, Asked::Characteristics] {
        let World { copies, .. } = World::new(asked, false);
        let mut here = device(&copies[0].record, &[0, 1, 2, 3]);
        let mut there = device(&copies[0].record, &[0, 1, 2]);
        let results = shown_by(&mut there);
        let file = |record: &Record| {
            let text = record_text(&record.clone().for_others().0, at(0));
            let Ok(File::Record(record)) = from_text(&text) else { panic!("{text}") };
            *record
        };
        let mut beside = file(&there.record);
        beside.id = "beside".to_owned();
        beside.part_survey(&id(901), Some(&there.record));
        let mut copy = Copy::new(file(&beside));
        assert_eq!(shown_by(&mut copy), results);
        let mut comes = vec![copy.record.clone()];
        if let Some(audit) = Audit::of(&copy.record) {
            comes.push(file(&audit.next_year("next".to_owned(), "Next", by(9, ""))));
        }
        // A copy of the copy, and a book in which the copy's survey was asked again.
        let mut again = file(&copy.record);
        again.part_survey(&id(902), Some(&copy.record));
        comes.push(file(&again));
        copy.ask_again(id(903));
        comes.push(file(&copy.record));
        for comes in comes {
            assert!(there.record.knowing_results(&Results::of(&comes)).is_none(), "it shows them");
            let mut here = Copy::new(here.record.clone());
            let known = here.record.knowing_results(&Results::of(&comes));
            here.put_back(&known.expect("it does not show what the copy shows"));
            assert_eq!(shown_by(&mut here), [People::new(), People::new(), People::new()]);
        }
        assert_eq!(shown_by(&mut here)[0].len(), 4);
    }
}

/// What one of three devices does on which the same codes arrive.
#[derive(Debug, Clone)]
enum Move {
    Count(Vec<u32>),
    Show,
    Seal,
    Undo,
    KeepRound,
    RemoveRound(usize),
    AskAgain,
    /// It opens a file of another device, in place of its own record or beside it.
    Hear {
        of: usize,
        beside: bool,
        of_everything: bool,
    },
    /// It opens next year's audit, which another device has begun.
    HearOfNextYear {
        of: usize,
    },
}

fn any_move() -> impl Strategy<Value = Move> {
    let hear = (1..3_usize, any::<bool>(), any::<bool>());
    prop_oneof![
        8 => proptest::collection::vec(0..14_u32, 1..5).prop_map(Move::Count),
        // The same people arrive together on more than one device.
        16 => (0..5_u32).prop_map(|batch| Move::Count((batch * 3..batch * 3 + 3).collect())),
        12 => Just(Move::Show),
        4 => Just(Move::Seal),
        1 => Just(Move::Undo),
        2 => Just(Move::KeepRound),
        1 => any::<usize>().prop_map(Move::RemoveRound),
        1 => Just(Move::AskAgain),
        8 => hear.prop_map(|(of, beside, of_everything)| Move::Hear { of, beside, of_everything }),
        1 => (1..3_usize).prop_map(|of| Move::HearOfNextYear { of }),
    ]
}

/// One of three devices, and all results that are known there: its own and those that it has heard of.
struct Device {
    copy: Copy,
    /// What its own pages show, by survey.
    own: BTreeMap<String, [People; GROUPS]>,
    known: BTreeSet<(String, [People; GROUPS])>,
}

impl Device {
    /// Looks at the pages. Fails when results are new there and near to others of the same survey, or
    /// when results are gone.
    fn look(&mut self) {
        let pages = self.copy.on_its_pages();
        for (survey, before) in &self.own {
            let has_all =
                |said: &[People; GROUPS]| before.iter().zip(said).all(|(a, b)| a.is_subset(b));
            let stays = pages.iter().any(|(of, seen)| of == survey && has_all(&seen.said));
            assert!(stays, "{before:?} was shown of {survey}, and now {pages:?}");
        }
        for (survey, Seen { said, .. }) in pages {
            let before = self.own.entry(survey.clone()).or_default();
            if before.iter().zip(&said).all(|(a, b)| a.is_subset(b)) {
                before.clone_from(&said);
            }
            let others = || self.known.iter().filter(|(of, _)| *of == survey).map(|(_, said)| said);
            for (group, shows) in said.iter().enumerate() {
                let near =
                    |seen: &&People| (1..3).contains(&shows.symmetric_difference(seen).count());
                let mut others = others().map(|said| &said[group]);
                if others.clone().all(|seen| seen != shows) {
                    let near = others.find(near);
                    assert!(near.is_none(), "{near:?} stands beside {shows:?}");
                }
            }
            self.known.insert((survey, said));
        }
    }

    fn hear(&mut self, other: &Device, beside: bool, of_everything: bool) {
        let record = other.copy.record.clone();
        let file = if of_everything { record.for_copy() } else { record.for_others() };
        let text = record_text(&file.0, at(0));
        let Ok(File::Record(file)) = from_text(&text) else { panic!("{text}") };
        if !beside {
            self.copy.put_back(&file);
        } else if let Some(known) = self.copy.record.knowing(&file) {
            self.copy.put_back(&known);
        }
        self.known.extend(other.known.clone());
    }

    fn hear_of_next_year(&mut self, other: &Device) {
        let Some(audit) = Audit::of(&other.copy.record) else { return };
        let next = audit.next_year("next".to_owned(), "Next", by(9, ""));
        let last = next.last_year.as_ref().and_then(|last_year| last_year.survey.clone());
        let Some(survey) = last else { return };
        if let Some(known) = self.copy.record.knowing_results(&Results::of(&next)) {
            self.copy.put_back(&known);
        }
        let said = |group| in_group(group, |statement| survey.counts.get(statement).copied());
        self.known.insert((survey.survey.clone(), [said(0), said(1), said(2)]));
    }
}

fn check_devices(asked: Asked, moves: Vec<(usize, Move)>) {
    let World { copies, .. } = World::new(asked, false);
    let mut devices = [0, 1, 2].map(|_| {
        let mut copy = Copy::new(copies[0].record.clone());
        copy.change_survey(|survey| survey.shows_while_open = true);
        copy.back.clear();
        Device { copy, own: BTreeMap::new(), known: BTreeSet::new() }
    });
    let all = (0..3).map(|at| (at, Move::Show));
    for (number, (at, one)) in moves.into_iter().chain(all).enumerate() {
        let (before, rest) = devices.split_at_mut(at);
        let (own, after) = rest.split_first_mut().expect("there are three");
        let other = |of: usize| match (at + of) % 3 {
            of if of < at => &before[of],
            of => &after[of - at - 1],
        };
        match one {
            Move::Count(people) => count_people(&mut own.copy, &people),
            Move::Show => {
                own.copy.let_out();
                own.look();
            }
            Move::Seal => {
                let record = &mut own.copy.record;
                *record = record.sealed().unwrap_or(record.clone());
            }
            Move::Undo => {
                if let Some(step) = own.copy.back.pop() {
                    own.copy.swap(step);
                    own.look();
                }
            }
            Move::KeepRound => {
                own.copy.keep_round();
                own.look();
            }
            Move::RemoveRound(which) => {
                if let Some(survey) = own.copy.remove_round(which) {
                    own.own.remove(&survey);
                }
            }
            Move::AskAgain => {
                own.copy.ask_again(id(1_000 + number as u32));
                own.look();
            }
            Move::Hear { of, beside, of_everything } => {
                own.hear(other(of), beside, of_everything);
                own.look();
            }
            Move::HearOfNextYear { of } => own.hear_of_next_year(other(of)),
        }
    }
}

/// How the answers to one statement were read, by people who tried.
#[test]
fn what_was_tried_with_several_devices_shows_nobody() {
    let count = |people: &[u32]| Move::Count(people.to_vec());
    let hear = |of| Move::Hear { of, beside: false, of_everything: false };
    let keep_both = |of| Move::Hear { of, beside: true, of_everything: false };
    // To the second group of statements, only people with odd numbers answer.
    // Late answers of people whom both have counted, and a newcomer's.
    let newcomer = |hears| {
        vec![
            (1, count(&[1, 3, 0])),
            (1, Move::Show),
            (0, count(&[1, 3, 0])),
            (0, Move::Show),
            (0, count(&[5, 2, 4])),
            (0, Move::Show),
            (1, hears),
            (1, count(&[7, 6, 8])),
        ]
    };
    let tried = [
        newcomer(hear(2)),
        newcomer(keep_both(2)),
        // The same, each in a step of its own.
        vec![
            (0, count(&[1, 3, 0])),
            (0, Move::Show),
            (0, count(&[5, 2, 4])),
            (0, Move::Show),
            (1, count(&[1, 3, 0])),
            (1, Move::Show),
            (1, count(&[7, 6, 8])),
            (1, Move::Show),
            (0, hear(1)),
        ],
        // The same people, with and without a late answer.
        vec![
            (0, count(&[1, 0, 4])),
            (0, Move::Show),
            (1, hear(2)),
            (1, count(&[5, 7, 8])),
            (1, Move::Show),
            (0, count(&[5, 7, 8])),
            (0, Move::Show),
            (0, Move::KeepRound),
            (1, hear(2)),
            (1, count(&[9, 12, 10])),
        ],
        // A larger step without an answer that shows.
        vec![
            (0, count(&[1, 0, 4])),
            (0, Move::Show),
            (1, hear(2)),
            (1, count(&[5, 7, 8, 2, 12, 10])),
            (1, Move::Show),
            (0, count(&[5, 7, 8])),
            (0, Move::Show),
            (0, hear(1)),
        ],
        // Two who overlap, and a third whom the first has heard of.
        vec![
            (2, count(&[11, 3, 7])),
            (2, Move::Show),
            (0, count(&[5, 13, 0])),
            (0, Move::Show),
            (1, count(&[5, 3, 7, 13])),
            (1, Move::Show),
            (0, hear(1)),
            (0, hear(2)),
        ],
        // A step within a larger one.
        vec![
            (1, count(&[5, 8, 10])),
            (1, Move::Show),
            (0, count(&[0, 5, 8, 10])),
            (0, Move::Show),
            (1, count(&[1, 2, 3])),
            (1, Move::Show),
            (1, hear(2)),
        ],
        // A round of as many people as show here, and not the same.
        vec![
            (1, count(&[8, 7, 2, 3])),
            (1, Move::AskAgain),
            (0, count(&[0, 1, 2, 3])),
            (0, Move::Show),
            (0, hear(1)),
            (0, count(&[4, 7, 6])),
        ],
    ];
    for moves in tried {
        check_devices(Asked::Indicators, moves.clone());
        check_devices(Asked::Characteristics, moves);
    }
}

fn any_moves() -> impl Strategy<Value = Vec<(usize, Move)>> {
    proptest::collection::vec((0..3_usize, any_move()), 1..28)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    /// Three devices count the same codes and open each other's files, however often. Nobody's answer to
    /// any statement is counted twice, and what comes to show on a device is not near to any other
    /// result that it has heard of, by whatever way.
    #[test]
    fn an_answer_is_counted_once_on_whichever_devices(moves in any_moves()) {
        check_devices(Asked::Indicators, moves);
    }

    /// As before, for a survey of the characteristics, whose results can be kept as rounds.
    #[test]
    fn an_answer_is_counted_once_in_whichever_rounds(moves in any_moves()) {
        check_devices(Asked::Characteristics, moves);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// Two devices on which different people's answers are counted can always be added up, whoever left
    /// out which statements, however often their files go to and fro.
    #[test]
    fn the_answers_of_different_people_are_added_up(
        moves in proptest::collection::vec((0..2_usize, 1..6_usize, any::<bool>()), 1..16),
        beside in any::<bool>(),
    ) {
        let World { copies, .. } = World::new(Asked::Indicators, false);
        let mut devices = [0, 1].map(|_| device(&copies[0].record, &[]));
        let mut people = 0..MOST_PEOPLE;
        for (at, number, hears) in moves {
            let arrive: Vec<u32> = people.by_ref().take(number).collect();
            count_people(&mut devices[at], &arrive);
            shown_by(&mut devices[at]);
            if !hears {
                continue;
            }
            let text = record_text(&devices[1 - at].record.clone().for_others().0, crate::samples::at(0));
            let Ok(File::Record(file)) = from_text(&text) else { panic!("{text}") };
            let own = &mut devices[at];
            let before = own.tally();
            if !beside {
                own.put_back(&file);
            } else if let Some(known) = own.record.knowing(&file) {
                own.put_back(&known);
            }
            prop_assert!(!own.survey().shown_elsewhere);
            let after = own.tally();
            let theirs = file.collected().and_then(|it| it.tally).cloned().unwrap_or_default();
            prop_assert!(after.shows_all_of(&before) && after.shows_all_of(&theirs));
            prop_assert!(before.counted.iter().all(|id| after.counted.contains(id)));
        }
    }
}
