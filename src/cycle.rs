//! The loop that joins the records: what an audit found, what teams and people took up from it, and what
//! came back as evidence.
//!
//! Each end of a link has the words of the item at the other end ([`Link`]). So the loop can be drawn
//! from the records at hand, even when some records that belong to it are elsewhere.
//!
//! Source: Southampton's policy "A learning organisation": a learning organisation learns as a whole, in
//! its teams and through its people, and what one finds feeds the next.

use crate::audit::{ACTIONS, Audit, EVIDENCE, Status};
use crate::form::{FOLLOWS, FROM, List, TO};
use crate::order::in_order;
use crate::person::{aim, diary, target};
use crate::record::{Link, RecordKind};
use crate::records::{Item, Record};
use crate::team::{NEEDS, need};

/// A station of the loop. The stations are in the order in which the loop passes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Station {
    /// The audit found it: an area for development, or an action.
    Found,
    /// A team took it up as a learning need.
    Team,
    /// A person took it up as a target, or learned from it.
    Person,
    /// The organisation talked about it at a card session, or achieved it.
    Together,
    /// It came back to the audit as evidence.
    Back,
}

impl Station {
    /// Every station, in order.
    pub const ALL: [Station; 5] =
        [Station::Found, Station::Team, Station::Person, Station::Together, Station::Back];

    fn of(link: &Link) -> Station {
        match (link.kind, link.list.as_str()) {
            (RecordKind::Audit, list) if list == EVIDENCE.name => Station::Back,
            (RecordKind::Audit, _) => Station::Found,
            (RecordKind::Team, _) => Station::Team,
            (RecordKind::Person, _) => Station::Person,
            (RecordKind::Organisation, _) => Station::Together,
        }
    }
}

/// An item in the loop.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// The station where it stands.
    pub station: Station,
    /// The link to the item, with its words.
    pub link: Link,
    /// How far it has got; `None` when that is not known, or when it is nothing to be done.
    pub status: Option<Status>,
}

/// Stops that were made from one another, in the order of the loop.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    /// The stops; never empty.
    pub stops: Vec<Stop>,
}

impl Thread {
    /// True when a stop is at the station.
    pub fn reaches(&self, station: Station) -> bool {
        self.stops.iter().any(|stop| stop.station == station)
    }

    /// How far round the loop it has gone. A dropped item is not open, but does not make the thread
    /// [`Reach::Done`] either: some item has to be done.
    pub fn reach(&self) -> Reach {
        if self.reaches(Station::Back) {
            return if self.reaches(Station::Found) { Reach::Whole } else { Reach::BegunElsewhere };
        }
        let open = |status: &Status| !matches!(status, Status::Done | Status::Dropped);
        let mut statuses = self.stops.iter().filter_map(|stop| stop.status);
        let any_done = statuses.clone().any(|status| status == Status::Done);
        if any_done && !statuses.any(|status| open(&status)) {
            Reach::Done
        } else {
            Reach::UnderWay
        }
    }
}

/// How far round the loop a thread has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// From something that the audit found back to its evidence.
    Whole,
    /// Back to the audit as evidence, but the audit had not found it itself.
    BegunElsewhere,
    /// Something in it is done and nothing is open, but nothing has come back as evidence.
    Done,
    /// Nothing has come back as evidence, and something is open or nothing is known to be done.
    UnderWay,
}

/// The loop around one audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Cycle {
    /// The threads, each of at least two stops. Those with something that the audit found come first.
    pub threads: Vec<Thread>,
    /// What the audit found and nobody has taken up.
    pub waiting: Vec<Stop>,
}

impl Cycle {
    /// The loop around `audit`, as far as the audit and `books` know it. In a person's own book, only
    /// what the person shares is read.
    pub fn of(audit: Audit<'_>, books: &[Record]) -> Cycle {
        let mut web = Web { books, stops: Vec::new(), groups: Vec::new() };
        for action in audit.actions().filter(|action| action.status != Status::Dropped) {
            let here = web.stop(audit.record.link_to(&ACTIONS, action.item));
            web.stops[here].status = Some(action.status);
            action.to.iter().for_each(|to| web.join_from(here, to));
        }
        for evidence in audit.evidence().filter(|evidence| !evidence.from.is_empty()) {
            let here = web.stop(audit.record.link_to(&EVIDENCE, evidence.item));
            evidence.from.iter().for_each(|from| web.join_to(from, here));
        }
        books.iter().for_each(|book| web.add_book(book));
        // This needs all stops: an item without links of its own becomes one only when another book
        // links to it, which can be after its own book was added.
        books.iter().for_each(|book| web.note_what_is_known(book));
        web.cycle(audit.id())
    }

    /// How many stops are at a station.
    pub fn count(&self, station: Station) -> usize {
        let stops = self.threads.iter().flat_map(|thread| &thread.stops).chain(&self.waiting);
        stops.filter(|stop| stop.station == station).count()
    }

    /// The audit's actions in the loop: how many there are, how many have been taken up, and how many
    /// have come back as evidence. A dropped action counts only if another record links to it.
    pub fn actions(&self) -> (usize, usize, usize) {
        let actions = |thread: &Thread| thread.stops.iter().filter(|stop| is_action(stop)).count();
        let taken_up = self.threads.iter().map(actions).sum();
        let whole = self.threads.iter().filter(|thread| thread.reaches(Station::Back));
        let waiting = self.waiting.iter().filter(|stop| is_action(stop)).count();
        (waiting + taken_up, taken_up, whole.map(actions).sum())
    }
}

fn is_action(stop: &Stop) -> bool {
    stop.link.kind == RecordKind::Audit && stop.link.list == ACTIONS.name
}

/// The stops, and for each the number of its group: stops that are joined share one.
struct Web<'a> {
    books: &'a [Record],
    stops: Vec<Stop>,
    groups: Vec<usize>,
}

impl Web<'_> {
    /// The index of the stop that `link` leads to; makes the stop if there is none.
    fn stop(&mut self, link: Link) -> usize {
        let link = self.present_link(link);
        let known = self.stops.iter().position(|stop| stop.link.leads_to_same(&link));
        known.unwrap_or_else(|| {
            self.stops.push(Stop { station: Station::of(&link), link, status: None });
            self.groups.push(self.groups.len());
            self.groups.len() - 1
        })
    }

    /// Where a link leads now: an unfinished item goes on in next year's book, and a need that was
    /// joined into another is part of that one.
    fn present_link(&self, mut link: Link) -> Link {
        // Each turn goes on to the next book. The limit is for files in which two books follow each
        // other.
        for _ in 0..=self.books.len() {
            let next = self.books.iter().find_map(|book| {
                let list = book.form.list(&link.list)?;
                let here = book.link_to(list, book.item(list, &link.item)?);
                (book.text(&FOLLOWS) == link.record).then_some(here)
            });
            let Some(next) = next else { break };
            link = next;
        }
        let joined = self.books.iter().filter(|book| book.id == link.record).find_map(|book| {
            let mut needs = book.items(&NEEDS).iter();
            let need = needs.find(|need| !need.part(&need::ALSO, &link.item).is_empty())?;
            book.item_named(&link.list, &link.item).is_none().then(|| book.link_to(&NEEDS, need))
        });
        joined.unwrap_or(link)
    }

    fn join(&mut self, one: usize, other: usize) {
        let (stays, goes) = (self.groups[one], self.groups[other]);
        for group in self.groups.iter_mut().filter(|group| **group == goes) {
            *group = stays;
        }
    }

    fn join_from(&mut self, from: usize, to: &Link) {
        let to = self.stop(to.clone());
        self.join(from, to);
    }

    fn join_to(&mut self, from: &Link, to: usize) {
        let from = self.stop(from.clone());
        self.join(from, to);
    }

    /// Gives the stops in a book their present words and status.
    fn note_what_is_known(&mut self, book: &Record) {
        for (list, item) in visible_items(book) {
            let link = book.link_to(list, item);
            let known = self.stops.iter_mut().find(|stop| stop.link.leads_to_same(&link));
            if let Some(stop) = known {
                stop.link = link;
                stop.status = status(list, item);
            }
        }
    }

    fn add_book(&mut self, book: &Record) {
        for (list, item) in visible_items(book) {
            let (from, to) = (item.links(&FROM), item.links(&TO));
            let target = target_of(book, list, item);
            if from.is_empty() && to.is_empty() && target.is_none() {
                continue;
            }
            let here = self.stop(book.link_to(list, item));
            from.iter().for_each(|from| self.join_to(from, here));
            to.iter().for_each(|to| self.join_from(here, to));
            if let Some(target) = target.filter(|target| book.shows_others(target)) {
                self.join_to(&book.link_to(&target::LIST, target), here);
            }
        }
    }

    /// Makes threads from the groups that touch this audit or no audit at all. Groups that touch only
    /// other audits belong to the loops of those.
    fn cycle(self, audit: &str) -> Cycle {
        let mut cycle = Cycle { threads: Vec::new(), waiting: Vec::new() };
        let mut seen = Vec::new();
        for group in &self.groups {
            if seen.contains(group) {
                continue;
            }
            seen.push(*group);
            let members = self.groups.iter().zip(&self.stops).filter(|(other, _)| *other == group);
            let stops: Vec<Stop> = members.map(|(_, stop)| stop.clone()).collect();
            let mut of_audits = stops.iter().filter(|stop| stop.link.kind == RecordKind::Audit);
            let touches = of_audits.clone().any(|stop| stop.link.record == audit);
            if !touches && of_audits.next().is_some() {
                continue;
            }
            match &stops[..] {
                [stop] if stop.station == Station::Found => cycle.waiting.push(stop.clone()),
                [_] => {}
                _ => cycle.threads.push(Thread { stops: in_stations(stops) }),
            }
        }
        let (found, others): (Vec<_>, Vec<_>) =
            cycle.threads.into_iter().partition(|thread| thread.reaches(Station::Found));
        cycle.threads = [found, others].concat();
        cycle
    }
}

/// The stops in the order of their stations; a person's diary entries come after the targets that they
/// serve.
fn in_stations(stops: Vec<Stop>) -> Vec<Stop> {
    let place = |stop: &Stop| (stop.station, stop.link.list == diary::LIST.name);
    in_order(stops, |one, other| place(one) < place(other))
}

/// The items of a record that others may see, each with its list. Lists that stand by id are left out.
pub fn visible_items(book: &Record) -> impl Iterator<Item = (&'static List, &Item)> {
    let items = book.all_items().filter(|(list, _)| !list.by_id);
    items.filter(|(_, item)| book.shows_others(item))
}

/// The target that a diary entry serves; `None` for an item of another list.
fn target_of<'a>(book: &'a Record, list: &List, item: &Item) -> Option<&'a Item> {
    let target = item.text(&diary::TARGET);
    (*list == diary::LIST && !target.is_empty()).then(|| book.item(&target::LIST, target))?
}

/// How far an item has got; `None` when its list has no status, or nobody has set one.
fn status(list: &List, item: &Item) -> Option<Status> {
    let field = list.fields.iter().find(|field| ***field == aim::STATUS)?;
    Some(item.text(field)).filter(|word| !word.is_empty()).map(Status::of)
}
