//! Carrying something from one record to another, and showing both ends of what was carried.

use leptos::prelude::*;

use crate::audit::{ACTIONS, EVIDENCE, INDICATORS};
use crate::form::List;
use crate::kinds::form_of;
use crate::organisation::{achievement, contribution, round, session};
use crate::person::{diary, interview, target, task};
use crate::record::{Link, RecordKind};
use crate::route::{AuditPage, BookList, BookPage, Route};
use crate::team::NEEDS;
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{
    El, button, derived, el, link, live, live_if, nothing, p, quiet, text_el, together,
};
use crate::web::ui::field::select_field;
use crate::words;
use crate::words::shared::carry as say;
use crate::workspace::label::Label;

/// A list of where an item came from and what was made of it elsewhere, each as a link if it is on this
/// device. Nothing when both are empty.
pub fn ends(
    from: impl Fn() -> Vec<Link> + Send + 'static,
    to: impl Fn() -> Vec<Link> + Send + 'static,
) -> AnyView {
    let state = use_state();
    live(move || {
        let (from, to) = (from(), to());
        if from.is_empty() && to.is_empty() {
            return nothing();
        }
        let end = |which: &'static str, link: Link| el("li").child(end_line(state, which, &link));
        let from = from.into_iter().map(|link| end(say::CAME_FROM, link));
        let to = to.into_iter().map(|link| end(say::ADDED_TO, link));
        el("ul").class("ends").children(from).children(to).into()
    })
}

/// The links to what was made of an item: those that it has itself (`own`), and those known from other
/// records here (`taken`), each once.
pub fn known_ends(own: &[Link], taken: &[(String, Link)], item: &str) -> Vec<Link> {
    let mut all = own.to_vec();
    for (of, link) in taken {
        if of == item && !all.iter().any(|other| other.leads_to_same(link)) {
            all.push(link.clone());
        }
    }
    all
}

fn end_line(state: State, which: &'static str, end: &Link) -> El {
    let which = text_el("span", which).class("quiet");
    el("span").child(which).text(" ").child(end_named(state, end))
}

/// The record and the words at the end of a link: as a link there if it is on this device, otherwise
/// with the reason why it cannot be followed.
pub fn end_named(state: State, end: &Link) -> El {
    let name = words::record_name(&end.name, end.kind);
    let text = match end.text.trim() {
        "" => name.to_owned(),
        text => [name, ": ", text].concat(),
    };
    match state.library.where_is(&end.record) {
        Ok(id) if state.open.has_item(&id, end) => link(way_to(end, &id), text),
        Ok(_) if end.kind == RecordKind::Person => gone(text, say::NOT_SHARED),
        Ok(_) => gone(text, say::GONE),
        Err(binned) => gone(text, if binned { say::IN_BIN } else { say::ELSEWHERE }),
    }
}

fn gone(text: String, why: &'static str) -> El {
    text_el("span", text).child(text_el("span", [" ", why].concat()).class("quiet"))
}

/// The page on which the item of a link stands.
pub fn way_to(end: &Link, record: &str) -> Route {
    let item = || end.item.clone();
    if end.kind == RecordKind::Audit {
        return Route::audit(
            record,
            match end.list.as_str() {
                list if list == ACTIONS.name => AuditPage::Action(item()),
                list if list == EVIDENCE.name => AuditPage::EvidenceItem(item()),
                INDICATORS => {
                    let area = end.item.split('.').next().unwrap_or_default();
                    AuditPage::indicator(area, &end.item)
                }
                _ => AuditPage::Overview,
            },
        );
    }
    let page = match form_of(end.kind).list(&end.list) {
        Some(list) if *list == session::LIST => BookPage::Session(item()),
        Some(list) if *list == round::LIST => BookPage::Round(item()),
        Some(list) => match LISTS.iter().find(|(known, _)| *known == list) {
            Some((_, page)) => BookPage::Item(*page, item()),
            None => BookPage::Overview,
        },
        None if end.list == contribution::LIST => BookPage::Contribute,
        None => BookPage::Overview,
    };
    Route::book(end.kind, record, page)
}

/// The lists whose items have addresses of their own, each with its page.
static LISTS: [(&List, BookList); 6] = [
    (&NEEDS, BookList::Plan),
    (&target::LIST, BookList::Plan),
    (&diary::LIST, BookList::Diary),
    (&interview::LIST, BookList::Interviews),
    (&task::LIST, BookList::Work),
    (&achievement::LIST, BookList::Achievements),
];

/// The records of a kind to which something can be carried. What other people share is not among them.
fn records_of(state: State, kind: RecordKind) -> Vec<Label> {
    let labels = match kind {
        RecordKind::Audit => state.library.labels.get(),
        _ => state.library.others.get(),
    };
    let own = |label: &Label| label.kind == kind && !label.from_newer() && !label.is_shared();
    let mut own: Vec<Label> = labels.into_iter().filter(own).collect();
    // A record that is continued in next year's takes up nothing more.
    let followed: Vec<String> = own.iter().map(|label| label.follows.clone()).collect();
    own.retain(|label| !followed.contains(&label.id));
    own
}

/// A button that asks for one of the records of a kind, and calls `carry` with its id. `about` tells
/// screen readers what is carried, and `from` leads to it; `hint` says what will stand there.
pub fn carry_to_book(
    label: &'static str,
    about: impl Into<Signal<String>>,
    kind: RecordKind,
    hint: &'static str,
    from: impl Fn() -> Link + Send + 'static,
    carry: impl Fn(&str) + 'static,
) -> AnyView {
    let state = use_state();
    let open = RwSignal::new(false);
    let carry = StoredValue::new_local(std::rc::Rc::new(carry));
    let content = move || {
        let records = records_of(state, kind);
        let none = records.is_empty().then(|| nobody_to_carry_to(kind));
        let from = untrack(&from);
        let choices = records.into_iter().map(|record| {
            let id = record.id.clone();
            let chosen = move || {
                open.set(false);
                carry.get_value()(&id);
            };
            let name = words::record_name(&record.name, kind).to_owned();
            let there = !state.open.taken_there(&record.id, &from).is_empty();
            let there = if there { say::ALREADY_IN_PLAN } else { "" };
            let about = quiet(words::beside(&[&record.organisation, there]));
            el("li").child(button(name, chosen)).child(about)
        });
        let choices = el("ul").class("plain carry-choices").children(choices);
        el("div").child(p(hint)).child(choices).maybe(none).child(not_now(open)).into()
    };
    together(vec![
        button(label, move || open.set(true))
            .class("secondary small")
            .child(unseen_about(about.into()))
            .into(),
        dialog(open, move || label.trim_end_matches('…').to_owned(), content).into(),
    ])
}

/// What a button is about, for those who cannot see what it stands beside.
fn unseen_about(about: Signal<String>) -> El {
    el("span").class("unseen").live_text(move || [": ", &about.get()].concat())
}

fn not_now(open: RwSignal<bool>) -> El {
    el("div")
        .class("buttons")
        .child(button(say::NOT_NOW, move || open.set(false)).class("secondary"))
}

fn nobody_to_carry_to(kind: RecordKind) -> El {
    let to = match kind {
        RecordKind::Audit => Route::New,
        kind => Route::NewBook(kind),
    };
    let start = link(to, say::start(kind));
    el("div").child(p(say::none_here(kind))).child(
        el("div")
            .class("buttons")
            .child(start.class("button secondary"))
            .child(link(Route::Open, say::OPEN_FILE).class("button secondary")),
    )
}

/// A button that asks for an audit and an area, and carries an item of the open book into the evidence
/// there. The areas about learning and development stand first.
pub fn carry_to_evidence(
    about: impl Into<Signal<String>>,
    list: &'static List,
    item: StoredValue<String>,
) -> AnyView {
    let state = use_state();
    let open = RwSignal::new(false);
    let audit = RwSignal::new(String::new());
    let area = RwSignal::new("2A".to_owned());
    let content = move || {
        let records = records_of(state, RecordKind::Audit);
        if records.is_empty() {
            return el("div")
                .child(nobody_to_carry_to(RecordKind::Audit))
                .child(not_now(open))
                .into();
        }
        let audits: Vec<_> = records
            .into_iter()
            .map(|label| {
                let name = words::beside(&[words::audit_name(&label.name), &label.organisation]);
                (label.id, name)
            })
            .collect();
        audit.set(audits[0].0.clone());
        let carry = move || {
            open.set(false);
            let (audit, area) = (audit.get_untracked(), area.get_untracked());
            state.open.carry_to_evidence((list.name, &item.get_value()), &audit, &area);
        };
        let from = state.open.link_to(list.name, &item.get_value());
        let said = say::audit_will_say(&from);
        let already = live_if(move || {
            let there = state.open.taken_there(&audit.get(), &from);
            (!there.is_empty()).then(|| p(say::ALREADY_EVIDENCE).class("problem"))
        });
        el("div")
            .child(p(say::BECOMES_EVIDENCE))
            .child(p(said))
            .child(select_field(say::AUDIT, audits, audit, move |chosen| audit.set(chosen)))
            .child(select_field(say::AREA, areas(state), area, move |chosen| {
                area.set(chosen);
            }))
            .child(already)
            .child(
                el("div")
                    .class("buttons")
                    .child(button(say::NOT_NOW, move || open.set(false)).class("secondary"))
                    .child(button(say::ADD, carry)),
            )
            .into()
    };
    together(vec![
        button(say::TO_EVIDENCE_BUTTON, move || open.set(true))
            .class("secondary small")
            .child(unseen_about(about.into()))
            .into(),
        dialog(open, || say::TO_EVIDENCE.to_owned(), content).into(),
    ])
}

/// The areas of the audit, those of capability 2 first: they are about learning and development.
fn areas(state: State) -> Signal<Vec<(String, String)>> {
    derived(move || {
        let framework = state.device.framework();
        let (mut first, mut then) = (Vec::new(), Vec::new());
        for (capability, area) in framework.areas() {
            let list = if capability.id == "2" { &mut first } else { &mut then };
            list.push((area.id.clone(), [&area.id, " ", &area.title].concat()));
        }
        first.append(&mut then);
        first
    })
}
