//! A learning need of the development plan: where it comes from, what will be done, and how two needs
//! that are the same are joined into one.

use crate::audit::Status;
use crate::by_id::ById;
use crate::form::{FROM, Field, List, TO};
use crate::moment::Date;
use crate::record::{Link, RecordKind, Stamp};
use crate::records::{Entry, Slot};
use crate::records::{Item, Record, Value};
use crate::team::key;

/// The field that says what needs to be learned.
pub static TEXT: Field = Field::text("text", "what needs to be learned");
/// The field with the theme by which needs are grouped.
pub static THEME: Field = Field::text("theme", "the theme");
/// The field that says what will be done.
pub static ACTION: Field = Field::text("action", "what will be done");
/// The field that says who is responsible for the need.
pub static OWNER: Field = Field::text("owner", "who will see to it");
/// The field with the day by which it should be done.
pub static DUE: Field = Field::date("due", "by when");
/// The field that says what it will cost.
pub static COST: Field = Field::text("cost", "what it will cost");
/// The field with the [`Status`] of the need.
pub static STATUS: Field = Field::word("status", "how far it is", &Status::NAMES);
/// The field that says how it is going.
pub static PROGRESS: Field = Field::text("progress", "how it is going");

/// The field with the other wordings of the need: those of needs that were joined into it, by their ids.
pub static ALSO: Field =
    Field::texts("also", "how else it was put, by the ids of needs that became part of it");
/// The field with the quality questions that the need came up at: by id, each with its words at that
/// time.
pub static QUESTIONS: Field =
    Field::texts("questions", "the quality questions of the review that it came up at");
/// The field that says whether the need comes from the organisation's plan.
pub static FROM_ORGANISATION: Field =
    Field::flag("from_organisation", "whether it comes from the organisation’s plan");
/// The field that says whether the need comes from members' learning plans.
pub static FROM_MEMBERS: Field =
    Field::flag("from_members", "whether it comes from members’ learning plans");
/// The field that says whether the need is also the team's own, besides coming from elsewhere.
pub static OWN: Field =
    Field::flag("own", "whether it is the team’s own beside where else it comes from");

/// The list of learning needs.
pub static NEEDS: List = List {
    name: "needs",
    one: "a learning need",
    several: "learning needs",
    title: Some(&TEXT),
    fields: &[
        &TEXT,
        &ALSO,
        &FROM_ORGANISATION,
        &QUESTIONS,
        &FROM_MEMBERS,
        &OWN,
        &THEME,
        &ACTION,
        &OWNER,
        &DUE,
        &COST,
        &STATUS,
        &PROGRESS,
        &FROM,
        &TO,
    ],
    ..List::USUAL
};

/// A place that learning needs come from: the three that the policy names, and the team itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The organisation's plan: an audit's actions and areas for development.
    Organisation,
    /// The team's own review, at one of the quality questions.
    Review,
    /// The learning plans of the team's members.
    Members,
    /// The team itself.
    Own,
}

impl Place {
    /// Every place, in order.
    pub const ALL: [Place; 4] = [Place::Organisation, Place::Review, Place::Members, Place::Own];

    /// The place that a need comes from, told from a link to what it came from in another record.
    fn of(link: &Link) -> Place {
        match link.kind {
            RecordKind::Audit | RecordKind::Organisation => Place::Organisation,
            RecordKind::Person => Place::Members,
            RecordKind::Team => Place::Own,
        }
    }
}

/// A read-only view of a learning need.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Need<'a> {
    /// The item that holds the need.
    pub item: &'a Item,
    /// What needs to be learned.
    pub text: &'a str,
    /// The theme by which needs are grouped; empty when it has none.
    pub theme: &'a str,
    /// What will be done.
    pub action: &'a str,
    /// Who is responsible for it.
    pub owner: &'a str,
    /// The day by which it should be done.
    pub due: Option<Date>,
    /// What it will cost.
    pub cost: &'a str,
    /// How far it has got.
    pub status: Status,
    /// What has happened so far.
    pub progress: &'a str,
}

impl<'a> Need<'a> {
    /// Reads a need from its item.
    pub fn of(item: &'a Item) -> Need<'a> {
        Need {
            item,
            text: item.text(&TEXT),
            theme: item.text(&THEME),
            action: item.text(&ACTION),
            owner: item.text(&OWNER),
            due: item.date(&DUE),
            cost: item.text(&COST),
            status: Status::of(item.text(&STATUS)),
            progress: item.text(&PROGRESS),
        }
    }

    /// Its id.
    pub fn id(&self) -> &'a str {
        &self.item.id
    }

    /// Its id, and those of the needs that were joined into it.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        [self.id()].into_iter().chain(texts(self.item, &ALSO).map(|(part, _)| part))
    }

    /// Links to what it came from in other records.
    pub fn from(&self) -> &'a [Link] {
        self.item.links(&FROM)
    }

    /// Links to what other records have made of it.
    pub fn to(&self) -> &'a [Link] {
        self.item.links(&TO)
    }

    /// The quality questions that it came up at, by id, each with its words at that time.
    pub fn questions(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        texts(self.item, &QUESTIONS)
    }

    /// True when it came up at this quality question.
    pub fn came_up_at(&self, question: &str) -> bool {
        self.questions().any(|(id, _)| id == question)
    }

    /// The other wordings of the need: those of needs that were joined into it, each once. Wordings that
    /// differ only in case, spaces or punctuation count as the same.
    pub fn also(&self) -> Vec<&'a str> {
        let mut keys = vec![key(self.text)];
        let mut also = Vec::new();
        for (_, words) in texts(self.item, &ALSO) {
            if !keys.contains(&key(words)) {
                keys.push(key(words));
                also.push(words);
            }
        }
        also
    }

    /// The places that it comes from, in the order of [`Place::ALL`]; never empty. A need that comes
    /// from nowhere else is the team's own.
    pub fn places(&self) -> Vec<Place> {
        let says = |place| match place {
            Place::Organisation => self.item.flag(&FROM_ORGANISATION),
            Place::Review => self.questions().next().is_some(),
            Place::Members => self.item.flag(&FROM_MEMBERS),
            Place::Own => self.item.flag(&OWN),
        };
        let linked = |place| self.from().iter().any(|link| Place::of(link) == place);
        let comes = |place: &Place| says(*place) || linked(*place);
        let places: Vec<Place> = Place::ALL.into_iter().filter(comes).collect();
        if places.is_empty() { vec![Place::Own] } else { places }
    }

    /// True when it is open and its day has passed.
    pub fn overdue(&self, today: Date) -> bool {
        self.status.open() && self.due.is_some_and(|due| due < today)
    }

    /// True when it has what will be done, who is responsible, and a due day.
    pub fn planned(&self) -> bool {
        let said = |text: &str| !text.trim().is_empty();
        said(self.action) && said(self.owner) && self.due.is_some()
    }
}

fn texts<'a>(item: &'a Item, field: &Field) -> impl Iterator<Item = (&'a str, &'a str)> {
    item.parts(field).map(|(id, text)| (id.as_str(), text.as_str()))
}

/// The needs of a team's book, in the order in which they were made.
pub fn needs(book: &Record) -> Vec<Need<'_>> {
    book.items(&NEEDS).iter().map(Need::of).collect()
}

/// The need with this id, or the one that it was joined into; `None` when there is neither.
pub fn find<'a>(book: &'a Record, id: &str) -> Option<Need<'a>> {
    let items = || book.items(&NEEDS).iter();
    let found = items().find(|item| item.id == id);
    found
        .or_else(|| items().find(|item| texts(item, &ALSO).any(|(part, _)| part == id)))
        .map(Need::of)
}

/// Makes a need that came up at a quality question of the review; `words` are those of the question.
pub fn at_question(id: String, question: &str, words: &str, text: &str) -> Item {
    let mut item = Item::new(id);
    item.set(&TEXT, text);
    set_question(&mut item, question, Some(words));
    item
}

/// Sets whether a need comes from a place. The review is not set here but by its questions
/// ([`set_question`]), and a place that follows from a link stays as long as the link.
pub fn set_place(item: &mut Item, place: Place, comes: bool) {
    match place {
        Place::Organisation => item.set(&FROM_ORGANISATION, comes),
        Place::Members => item.set(&FROM_MEMBERS, comes),
        Place::Own => item.set(&OWN, comes),
        Place::Review => {}
    }
}

/// Sets the words of the quality question that a need came up at; with `None`, it did not come up there.
pub fn set_question(item: &mut Item, question: &str, words: Option<&str>) {
    item.set_part(&QUESTIONS, question, words.unwrap_or_default().to_owned());
}

/// What two needs said that their joined need does not say.
#[derive(Debug)]
pub struct LostInJoin<'a> {
    /// The words of the need that is joined into the other; `None` when it has none, or the same ones.
    pub other: Option<&'a str>,
    /// What that need said and the joined one does not.
    pub of_other: Lost<'a>,
    /// What the need that stays said and the joined one does not.
    pub of_kept: Lost<'a>,
}

/// What one need said that the joined need does not say.
#[derive(Debug)]
pub struct Lost<'a> {
    /// Its due day, when the joined need has another.
    pub due: Option<Date>,
    /// Its theme, when the joined need has another.
    pub theme: Option<&'a str>,
    /// Its status, when it was done or dropped and the joined need is not.
    pub ended: Option<Status>,
}

/// The changes, as one step, that join the need `other` into the need `kept`. The need `kept` keeps its
/// own words and theme, takes over those of `other` where it has none, and keeps the words of `other` as
/// another wording. It comes from wherever either came from. Other texts of both are put together, and
/// the earlier due day counts. A date, a theme or a status that is dropped is noted under progress, in
/// the words that `told` gives, so nothing that anyone wrote about either is lost. `None` when either
/// need is missing, or both ids are the same.
pub fn join(
    book: &Record,
    kept: &str,
    other: &str,
    told: fn(&LostInJoin<'_>) -> String,
) -> Option<Vec<(Slot, Entry)>> {
    let (one, two) = (book.item(&NEEDS, kept)?, book.item(&NEEDS, other)?);
    if kept == other {
        return None;
    }
    let joined = Entry::Item(joined(one, two, told));
    let removed = Entry::Removed(Stamp::default());
    Some(vec![(Slot::item(&NEEDS, kept), joined), (Slot::item(&NEEDS, other), removed)])
}

fn joined(one: &Item, two: &Item, told: fn(&LostInJoin<'_>) -> String) -> Item {
    let (first, second) = (Need::of(one), Need::of(two));
    let mut joined = one.clone();
    for (field, between) in [(&ACTION, "\n\n"), (&PROGRESS, "\n\n"), (&OWNER, ", "), (&COST, "; ")]
    {
        joined.set(field, both(one.text(field), two.text(field), between));
    }
    for field in [&TEXT, &THEME] {
        if one.text(field).trim().is_empty() {
            joined.set(field, two.text(field));
        }
    }
    joined.set(&DUE, earlier(first.due, second.due));
    joined.set(&STATUS, Value::Word(of_both(first.status, second.status).name()));
    let gave_way = told(&LostInJoin::of(&first, &second, &Need::of(&joined)));
    joined.set(&PROGRESS, both(joined.text(&PROGRESS), &gave_way, "\n\n"));
    join_texts(&mut joined, two, &QUESTIONS);
    join_texts(&mut joined, two, &ALSO);
    joined.set_part(&ALSO, &two.id, second.text.to_owned());
    let (places, more) = (first.places(), second.places());
    for place in more.into_iter().chain(places) {
        set_place(&mut joined, place, true);
    }
    for field in [&FROM, &TO] {
        let (links, more) = (one.links(field), two.links(field));
        let new = |link: &&Link| !links.iter().any(|other| other.leads_to_same(link));
        let all: Vec<Link> = links.iter().chain(more.iter().filter(new)).cloned().collect();
        joined.set(field, all);
    }
    joined
}

impl<'a> LostInJoin<'a> {
    fn of(first: &Need<'a>, second: &Need<'a>, joined: &Need) -> LostInJoin<'a> {
        let text = second.text.trim();
        let same = text.is_empty() || key(text) == key(first.text);
        LostInJoin {
            other: (!same).then_some(text),
            of_other: Lost::of(second, joined),
            of_kept: Lost::of(first, joined),
        }
    }
}

impl<'a> Lost<'a> {
    fn of(need: &Need<'a>, joined: &Need) -> Lost<'a> {
        let theme = need.theme.trim();
        Lost {
            due: need.due.filter(|due| joined.due != Some(*due)),
            theme: (!theme.is_empty() && key(theme) != key(joined.theme)).then_some(theme),
            ended: match need.status {
                status if status == joined.status => None,
                Status::NotStarted | Status::UnderWay => None,
                ended => Some(ended),
            },
        }
    }
}

/// Both texts, with `between` between them; only one when they are the same or the other is empty.
fn both(one: &str, two: &str, between: &str) -> String {
    match (one.trim().is_empty(), two.trim().is_empty()) {
        (_, true) => one.to_owned(),
        (true, _) => two.to_owned(),
        _ if one.trim() == two.trim() => one.to_owned(),
        _ => [one, between, two].concat(),
    }
}

fn earlier(one: Option<Date>, two: Option<Date>) -> Option<Date> {
    match (one, two) {
        (Some(one), Some(two)) => Some(one.min(two)),
        _ => one.or(two),
    }
}

/// The status of two needs that are joined. A dropped need says nothing about the other, whose status
/// then counts. Two that differ otherwise are under way: something is begun or done, and something is
/// left to do.
fn of_both(one: Status, two: Status) -> Status {
    match (one, two) {
        (one, two) if one == two => one,
        (Status::Dropped, left) | (left, Status::Dropped) => left,
        _ => Status::UnderWay,
    }
}

fn join_texts(joined: &mut Item, two: &Item, field: &Field) {
    let mut all: ById<String> = ById::new();
    for item in [two, &*joined] {
        for (id, text) in texts(item, field) {
            all.insert(id.to_owned(), text.to_owned());
        }
    }
    joined.set(field, Value::Texts(all));
}
