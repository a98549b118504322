//! Needs that several teams have in common.
//!
//! The policy: there will be seminars and internal courses "where there are common needs across
//! different teams". Open needs of two teams or more are common when they have the same theme, case,
//! spaces and punctuation aside, or come from the same item of the same record.
//!
//! A book that another one on the device follows is last year's and does not count. Two books of one
//! team do not make two teams. Needs that are common by theme are not listed again by where they come
//! from.

use crate::form::FOLLOWS;
use crate::order::in_order;
use crate::record::Link;
use crate::records::Record;
use crate::team::key;
use crate::team::need::{Need, needs};

/// What several teams need to learn: a suggestion for a seminar or an internal course.
#[derive(Debug, Clone, PartialEq)]
pub struct Common<'a> {
    /// What the needs have in common.
    pub shared: Shared<'a>,
    /// Two teams or more, in the order in which they were given, each with its needs.
    pub teams: Vec<(&'a Record, Vec<Need<'a>>)>,
}

/// What needs have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared<'a> {
    /// A theme, as it was written first.
    Theme(&'a str),
    /// The item that they came from.
    Origin(&'a Link),
}

/// What the teams in `books` have in common. What most teams share comes first. Among what equally many
/// share, themes come before origins, each in the order in which they come up.
pub fn common<'a>(books: &'a [Record]) -> Vec<Common<'a>> {
    let followed = |book: &Record| books.iter().any(|other| other.text(&FOLLOWS) == book.id);
    let teams: Vec<&Record> = books.iter().filter(|book| !followed(book)).collect();
    let mut found: Vec<Common<'a>> = Vec::new();
    for team in &teams {
        for need in open(team) {
            if !key(need.theme).is_empty() {
                put(&mut found, Shared::Theme(need.theme.trim()), team, need);
            }
        }
    }
    let mut by_origin = Vec::new();
    for team in &teams {
        for need in open(team) {
            for link in need.from() {
                put(&mut by_origin, Shared::Origin(link), team, need);
            }
        }
    }
    found.retain(several);
    by_origin.retain(|common| several(common) && !found.iter().any(|other| other.holds(common)));
    found.extend(by_origin);
    in_order(found, |one, other| one.teams.len() > other.teams.len())
}

fn open<'a>(team: &'a Record) -> impl Iterator<Item = Need<'a>> {
    needs(team).into_iter().filter(|need| need.status.open())
}

fn several(common: &Common) -> bool {
    let names = |book: &Record| (key(book.name()), key(book.organisation()));
    let first = names(common.teams[0].0);
    common.teams.iter().any(|(team, _)| names(team) != first)
}

fn put<'a>(found: &mut Vec<Common<'a>>, shared: Shared<'a>, team: &'a Record, need: Need<'a>) {
    let common = match found.iter_mut().find(|common| common.shared.is_same(&shared)) {
        Some(common) => common,
        None => {
            found.push(Common { shared, teams: Vec::new() });
            let last = found.len() - 1;
            &mut found[last]
        }
    };
    match common.teams.last_mut().filter(|(last, _)| last.id == team.id) {
        Some((_, needs)) if needs.iter().any(|other| other.id() == need.id()) => {}
        Some((_, needs)) => needs.push(need),
        None => common.teams.push((team, vec![need])),
    }
}

impl Shared<'_> {
    fn is_same(&self, other: &Shared) -> bool {
        match (self, other) {
            (Shared::Theme(one), Shared::Theme(two)) => key(one) == key(two),
            (Shared::Origin(one), Shared::Origin(two)) => one.leads_to_same(two),
            _ => false,
        }
    }
}

impl Common<'_> {
    /// True when every need of `other` is in this one as well.
    fn holds(&self, other: &Common) -> bool {
        let has = |team: &Record, need: &Need| {
            let mut mine = self.teams.iter().filter(|(book, _)| book.id == team.id);
            mine.any(|(_, needs)| needs.iter().any(|one| one.id() == need.id()))
        };
        other.teams.iter().all(|(team, needs)| needs.iter().all(|need| has(team, need)))
    }
}
