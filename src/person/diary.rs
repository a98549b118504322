//! The learning profile, kept as a diary: what was learned, how, and what came of it. Much learning
//! happens on the job, so that is recorded here like courses, and is the first of the ways of learning
//! ([`Way`]).

use crate::form::{Field, List, SHARED, TO};
use crate::moment::Date;
use crate::order::in_order;
use crate::person::Time;
use crate::record::Link;
use crate::records::{Item, Record};

/// The day of the entry.
pub static DATE: Field = Field::date("date", "the day");
/// The way of learning.
pub static WAY: Field = Field::word("way", "the way of learning", &Way::NAMES);
/// What it was.
pub static TITLE: Field = Field::text("title", "what it was");
/// How long it took, in quarters of an hour or of a day ([`UNIT`]).
pub static QUARTERS: Field =
    Field::whole("quarters", "how long it took, in quarters of an hour or of a day", 10_000);
/// Whether [`QUARTERS`] are quarters of an hour or of a day.
pub static UNIT: Field = Field::word("unit", "what the quarters are of", &Unit::NAMES);
/// Whether it was time off the job.
pub static OFF_THE_JOB: Field = Field::flag("off_the_job", "whether it was time away from the job");
/// What was learned.
pub static REFLECTION: Field = Field::text("reflection", "what was learned");
/// What changed in practice.
pub static CHANGED_PRACTICE: Field = Field::text("changed_practice", "what changed in practice");
/// Who was told about it.
pub static ACCOUNT_TO: Field = Field::word("account_to", "who was told", &AccountTo::NAMES);
/// How they were told.
pub static ACCOUNT: Field = Field::text("account", "how they were told");
/// Who it was shared with, and how.
pub static PASSED_ON: Field = Field::text("passed_on", "who it was shared with, and how");
/// The id of the target that it helps with.
pub static TARGET: Field = Field::text("target", "the target that it helps with");
/// The id of the learning standard that it shows.
pub static STANDARD: Field = Field::text("standard", "the learning standard that it shows");
/// What it counts towards, such as an award.
pub static ACCREDITED: Field =
    Field::text("accredited", "what it counts towards, such as an award");

/// Whether the person skipped reflecting on it.
pub static REFLECTION_SKIPPED: Field =
    Field::flag("reflection_put_away", "whether reflecting on it was skipped");

/// Whether the person skipped telling somebody about it.
pub static ACCOUNT_SKIPPED: Field =
    Field::flag("account_put_away", "whether telling somebody was skipped");

/// Whether the person skipped sharing it.
pub static PASSED_ON_SKIPPED: Field =
    Field::flag("passed_on_put_away", "whether sharing it was skipped");

/// The list of diary entries.
pub static LIST: List = List {
    name: "diary",
    one: "a diary entry",
    several: "diary entries",
    title: Some(&TITLE),
    fields: &[
        &DATE,
        &WAY,
        &TITLE,
        &QUARTERS,
        &UNIT,
        &OFF_THE_JOB,
        &REFLECTION,
        &CHANGED_PRACTICE,
        &ACCOUNT_TO,
        &ACCOUNT,
        &PASSED_ON,
        &REFLECTION_SKIPPED,
        &ACCOUNT_SKIPPED,
        &PASSED_ON_SKIPPED,
        &TARGET,
        &STANDARD,
        &ACCREDITED,
        &SHARED,
        &TO,
    ],
    ..List::USUAL
};

/// The fields of an entry that a search looks through.
static TEXTS: [&Field; 6] =
    [&TITLE, &REFLECTION, &CHANGED_PRACTICE, &ACCOUNT, &PASSED_ON, &ACCREDITED];

/// How a person learned something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// In the course of the work.
    OnTheJob,
    /// A course or a conference.
    Formal,
    /// Reading.
    Reading,
    /// Shadowing somebody, or being shadowed.
    Shadowing,
    /// With a mentor, or as one.
    Mentoring,
    /// Finding something out.
    Research,
    /// In a meeting.
    Meeting,
    /// Any other way.
    Other,
}

impl Way {
    /// Every way, in order.
    pub const ALL: [Way; 8] = [
        Way::OnTheJob,
        Way::Formal,
        Way::Reading,
        Way::Shadowing,
        Way::Mentoring,
        Way::Research,
        Way::Meeting,
        Way::Other,
    ];

    /// The names in files, in the order of [`Way::ALL`].
    pub const NAMES: [&'static str; 8] = [
        "on_the_job",
        "formal",
        "reading",
        "shadowing",
        "mentoring",
        "research",
        "meeting",
        "other",
    ];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Way::NAMES[self as usize]
    }

    /// The way with this name in files.
    pub fn of(name: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.name() == name)
    }
}

/// The unit of a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hours; an entry that names no unit is in hours.
    Hours,
    /// Days.
    Days,
}

impl Unit {
    /// The names in files: hours, then days.
    pub const NAMES: [&'static str; 2] = ["hours", "days"];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Unit::NAMES[self as usize]
    }
}

/// Who a person told about what they learned, as the policy asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccountTo {
    /// The learning partner.
    Partner,
    /// The manager.
    Manager,
    /// Somebody else.
    Other,
}

impl AccountTo {
    /// Each of them, in order.
    pub const ALL: [AccountTo; 3] = [AccountTo::Partner, AccountTo::Manager, AccountTo::Other];

    /// The names in files, in the order of [`AccountTo::ALL`].
    pub const NAMES: [&'static str; 3] = ["partner", "manager", "other"];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        AccountTo::NAMES[self as usize]
    }

    /// The one with this name in files.
    pub fn of(name: &str) -> Option<AccountTo> {
        AccountTo::ALL.into_iter().find(|to| to.name() == name)
    }
}

/// An entry of the diary.
#[derive(Debug, Clone, Copy)]
pub struct DiaryEntry<'a>(pub &'a Item);

impl<'a> DiaryEntry<'a> {
    /// The day of the entry.
    pub fn date(self) -> Option<Date> {
        self.0.date(&DATE)
    }

    /// The way of learning; [`Way::Other`] when nobody has said.
    pub fn way(self) -> Way {
        Way::of(self.0.text(&WAY)).unwrap_or(Way::Other)
    }

    /// What it was.
    pub fn title(self) -> &'a str {
        self.0.text(&TITLE)
    }

    /// How long it took.
    pub fn time(self) -> Time {
        let quarters = self.0.whole(&QUARTERS).unwrap_or(0);
        if self.0.text(&UNIT) == Unit::Days.name() {
            Time { quarter_days: quarters, ..Time::default() }
        } else {
            Time { quarter_hours: quarters, ..Time::default() }
        }
    }

    /// True when it was time off the job.
    pub fn off_the_job(self) -> bool {
        self.0.flag(&OFF_THE_JOB)
    }

    /// What was learned.
    pub fn reflection(self) -> &'a str {
        self.0.text(&REFLECTION)
    }

    /// What changed in practice.
    pub fn changed_practice(self) -> &'a str {
        self.0.text(&CHANGED_PRACTICE)
    }

    /// Who was told about it; `None` when nobody has said.
    pub fn account_to(self) -> Option<AccountTo> {
        AccountTo::of(self.0.text(&ACCOUNT_TO))
    }

    /// How they were told.
    pub fn account(self) -> &'a str {
        self.0.text(&ACCOUNT)
    }

    /// Who it was shared with, and how.
    pub fn passed_on(self) -> &'a str {
        self.0.text(&PASSED_ON)
    }

    /// The id of the target that it helps with; empty when it helps with none.
    pub fn target(self) -> &'a str {
        self.0.text(&TARGET)
    }

    /// The id of the learning standard that it shows; empty when it shows none.
    pub fn standard(self) -> &'a str {
        self.0.text(&STANDARD)
    }

    /// What it counts towards, such as an award.
    pub fn accredited(self) -> &'a str {
        self.0.text(&ACCREDITED)
    }

    /// Links to what other records have made of it.
    pub fn to(self) -> &'a [Link] {
        self.0.links(&TO)
    }
}

/// The entries of a book, in the order in which they were made.
pub fn all(book: &Record) -> impl Iterator<Item = DiaryEntry<'_>> {
    book.items(&LIST).iter().map(DiaryEntry)
}

/// The entries, those without a day first, then from the latest day back. Of one day, the one that was
/// made last comes first.
pub fn latest_first(book: &Record) -> Vec<DiaryEntry<'_>> {
    let place = |entry: &DiaryEntry| (entry.date().is_none(), entry.date());
    let mut entries: Vec<_> = all(book).collect();
    entries.reverse();
    in_order(entries, |one, other| place(one) > place(other))
}

/// Which entries to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// The way of learning; `None` for any.
    pub way: Option<Way>,
    /// The target that they serve.
    pub serves: Serves,
    /// Words that all have to be found in an entry, also inside longer words and in any case. Empty for
    /// any entry.
    pub words: String,
}

/// Which target an entry has to serve.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Serves {
    /// Any, or none.
    #[default]
    Anything,
    /// None at all.
    NoTarget,
    /// The one with this id.
    Target(String),
}

impl Filter {
    /// True when the entry is to be shown.
    pub fn wants(&self, entry: DiaryEntry) -> bool {
        let served = match &self.serves {
            Serves::Anything => true,
            Serves::NoTarget => entry.target().is_empty(),
            Serves::Target(id) => entry.target() == id,
        };
        served && self.way.is_none_or(|way| way == entry.way()) && self.finds(entry)
    }

    fn finds(&self, entry: DiaryEntry) -> bool {
        let texts = TEXTS.map(|field| entry.0.text(field).to_lowercase());
        let words = self.words.to_lowercase();
        words.split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
    }
}

/// The totals of the entries of one way of learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The way.
    pub way: Way,
    /// How many entries.
    pub entries: usize,
    /// How long all of them took.
    pub time: Time,
}

/// The totals of `entries` by way of learning, in the order of [`Way::ALL`]. Ways without an entry are
/// left out.
pub fn totals(entries: &[DiaryEntry]) -> Vec<Total> {
    let total = |way| {
        let of_it = || entries.iter().filter(|entry| entry.way() == way);
        let time = of_it().map(|entry| entry.time()).fold(Time::default(), Time::plus);
        Total { way, entries: of_it().count(), time }
    };
    Way::ALL.map(total).into_iter().filter(|total| total.entries > 0).collect()
}

/// The time of all `entries` together.
pub fn time_of_all(entries: &[DiaryEntry]) -> Time {
    entries.iter().map(|entry| entry.time()).fold(Time::default(), Time::plus)
}
