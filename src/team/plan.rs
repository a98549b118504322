//! The development plan: which needs are shown, in which order and groups, and how many there are.

use crate::audit::plan::{DueFilter, StatusFilter};
use crate::moment::Date;
use crate::order::in_order;
use crate::records::Record;
use crate::team::key;
use crate::team::need::{Need, Place, needs};

/// Which needs to show. `None` shows all; an empty text shows needs that have no theme or no owner.
/// Case, spaces and punctuation do not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Which statuses to show.
    pub how_far: StatusFilter,
    /// Which due days to show.
    pub when: DueFilter,
    /// Which theme to show.
    pub theme: Option<String>,
    /// Who is responsible.
    pub owner: Option<String>,
    /// A place that they come from.
    pub place: Option<Place>,
}

/// The order in which needs are shown. Needs that tie are put in order of due day. Needs that lack what
/// they are ordered by come last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By theme.
    #[default]
    Theme,
    /// By due day; needs that are done or dropped come last.
    Due,
    /// By status.
    Status,
    /// By who is responsible.
    Owner,
    /// By the first of the places that they come from.
    Place,
}

/// Needs with the same theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    /// The theme, as it was written first; empty for needs without one.
    pub theme: &'a str,
    /// The needs, in the order in which they were given.
    pub needs: Vec<Need<'a>>,
}

/// How many needs a book has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// By status, in the order of [`Status::ALL`](crate::audit::Status::ALL).
    pub by_status: [usize; 4],
    /// How many are overdue.
    pub overdue: usize,
    /// How many are open and lack what will be done, who is responsible, or a due day.
    pub to_plan: usize,
}

impl Filter {
    /// True when the need is to be shown.
    pub fn takes(&self, need: &Need, today: Date) -> bool {
        let like = |wanted: &Option<String>, found: &str| {
            wanted.as_ref().is_none_or(|wanted| key(wanted) == key(found))
        };
        self.how_far.takes(need.status)
            && self.when.takes(need.due, need.status, today)
            && like(&self.theme, need.theme)
            && like(&self.owner, need.owner)
            && self.place.is_none_or(|place| need.places().contains(&place))
    }
}

/// The needs of a book that a filter takes, in order.
pub fn plan<'a>(book: &'a Record, filter: &Filter, order: Order, today: Date) -> Vec<Need<'a>> {
    let taken = needs(book).into_iter().filter(|need| filter.takes(need, today));
    sorted(taken.collect(), order)
}

/// Puts needs in order.
pub fn sorted(needs: Vec<Need>, order: Order) -> Vec<Need> {
    let ranked = needs.into_iter().map(|need| (rank(&need, order), need)).collect();
    let ranked = in_order(ranked, |(one, _), (other, _)| one < other);
    ranked.into_iter().map(|(_, need)| need).collect()
}

/// What a need is ordered by: a number, then a word, then its due day, with no day last.
fn rank(need: &Need, order: Order) -> (u8, String, bool, Option<Date>) {
    let by_word = |text: &str| {
        let word = key(text);
        (word.is_empty().into(), word)
    };
    let (number, word) = match order {
        Order::Theme => by_word(need.theme),
        Order::Owner => by_word(need.owner),
        Order::Due => ((!need.status.open()).into(), String::new()),
        Order::Status => (need.status as u8, String::new()),
        Order::Place => (need.places()[0] as u8, String::new()),
    };
    (number, word, need.due.is_none(), need.due)
}

/// Needs by theme: the themes in the order in which they first come up, needs without one last.
pub fn groups<'a>(needs: Vec<Need<'a>>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut without = Group { theme: "", needs: Vec::new() };
    for need in needs {
        let same = |group: &&mut Group| key(group.theme) == key(need.theme);
        if key(need.theme).is_empty() {
            without.needs.push(need);
        } else if let Some(group) = groups.iter_mut().find(same) {
            group.needs.push(need);
        } else {
            groups.push(Group { theme: need.theme.trim(), needs: vec![need] });
        }
    }
    groups.extend(Some(without).filter(|group| !group.needs.is_empty()));
    groups
}

/// The themes in use, each once, in alphabetical order.
pub fn themes(book: &Record) -> Vec<&str> {
    each_once(needs(book).iter().map(|need| need.theme))
}

/// Everyone who is responsible for a need, each once, in alphabetical order.
pub fn owners(book: &Record) -> Vec<&str> {
    each_once(needs(book).iter().map(|need| need.owner))
}

fn each_once<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut once: Vec<(String, &str)> = Vec::new();
    for text in texts {
        let key = key(text);
        if !key.is_empty() && once.iter().all(|(other, _)| *other != key) {
            once.push((key, text.trim()));
        }
    }
    let once = in_order(once, |one, other| one < other);
    once.into_iter().map(|(_, text)| text).collect()
}

/// Counts the needs of a book.
pub fn counts(book: &Record, today: Date) -> Counts {
    let mut counts = Counts::default();
    for need in needs(book) {
        counts.by_status[need.status as usize] += 1;
        counts.overdue += usize::from(need.overdue(today));
        counts.to_plan += usize::from(need.status.open() && !need.planned());
    }
    counts
}
