//! Opening files: pick, drop or paste; see what it would do; choose; then it is done, with undo.

use std::cmp::Ordering;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::audit::Audit;
use crate::exchange::{Backup, File, Settings, Wording};
use crate::moment::Timestamp;
use crate::records::Record;
use crate::route::{AuditPage, Route};
use crate::web::page::focus;
use crate::web::page::settings::described;
use crate::web::state::bring_in::Choice;
use crate::web::state::device::Fit;
use crate::web::state::incoming::Incoming;
use crate::web::state::records::EXAMPLE;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, ElementRef, button, derived, effect, el, link, live_if, p, section, text_el, together,
};
use crate::web::ui::field::{choice, text_area, tick};
use crate::web::words;
use crate::workspace::label::Label;

/// What is there to bring in, each with what the person wants done with it.
#[derive(Default)]
struct Gathered {
    audits: Vec<(Audit, RwSignal<&'static str>)>,
    /// Backups without their audits, and whether their settings are wanted.
    backups: Vec<(Backup, RwSignal<bool>)>,
}

/// The page on which files are opened.
pub fn open() -> AnyView {
    let state = use_state();
    // Not on coming: a drop brings people here, and what it held may be read by then.
    on_cleanup(move || state.incoming.set(Vec::new()));
    let pasted = RwSignal::new(String::new());
    let lead = "A Cairn file ends in .json. You will see what is in it before anything changes.";
    el("div")
        .class("column")
        .child(text_el("h1", "Open a file"))
        .child(p(lead).class("lead"))
        .child(picker(state))
        .child(paste(state, pasted))
        .child(said(state))
        .child(preview(state, pasted))
        .into()
}

/// The field to pick files with. It is emptied once they are read, so that the same file can be
/// picked again.
fn picker(state: State) -> El {
    let picker = ElementRef::new();
    effect(move || {
        let reading = state.reading.get();
        let Some(picker) = picker.get() else { return };
        let picker: &HtmlElement = picker.as_ref();
        if !reading {
            picker.unchecked_ref::<HtmlInputElement>().set_value("");
        }
    });
    let picked = move |event: web_sys::Event| {
        if let Some(files) = event_target::<HtmlInputElement>(&event).files() {
            state.read_files(files);
        }
    };
    let label = "Choose one or several files, or drop them anywhere on this page";
    let input = el("input")
        .attr("id", "pick")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ".json,.txt,application/json")
        .reference(picker)
        .on("change", picked);
    el("div").class("field drop").child(text_el("label", label).attr("for", "pick")).child(input)
}

fn paste(state: State, pasted: RwSignal<String>) -> El {
    let look = move || state.read_pasted(&pasted.get_untracked());
    let typed = move |text| pasted.set(text);
    el("details")
        .class("more")
        .child(text_el("summary", "Or paste the text of a file"))
        .child(text_area("The text of the file", pasted.into(), typed, || ()))
        .child(button("Look at the pasted text", look))
}

/// What screen readers are told of the reading.
fn said(state: State) -> El {
    let read = move || {
        let number = state.incoming.with(Vec::len);
        (number > 0)
            .then(|| p(words::count(number, "file was read", "files were read")).class("unseen"))
    };
    el("div")
        .attr("role", "status")
        .child(live_if(move || state.reading.get().then(|| p("Reading…"))))
        .child(live_if(read))
}

fn preview(state: State, pasted: RwSignal<String>) -> AnyView {
    live_if(move || {
        let incoming = state.incoming.get();
        if incoming.is_empty() {
            return None;
        }
        let mut gathered = Gathered::default();
        let mut cards = Vec::new();
        for incoming in incoming {
            cards.push(card(state, incoming, &mut gathered));
        }
        let any = !gathered.audits.is_empty() || !gathered.backups.is_empty();
        let found = section("found", "What is there");
        let found = found.child(el("ul").class("cards").children(cards));
        Some(found.maybe(any.then(|| ways_on(state, gathered, pasted))))
    })
}

/// What is in one file.
fn card(state: State, incoming: Incoming, gathered: &mut Gathered) -> El {
    let card = el("li").class("card").child(text_el("h3", incoming.name));
    match incoming.found {
        Ok(File::Audit(audit)) => card.child(audit_found(state, *audit, gathered)),
        Ok(File::Backup(backup)) => card.child(backup_found(state, *backup, gathered)),
        Ok(File::Wording(wording)) => card.child(wording_found(state, wording)),
        Ok(File::Framework(framework)) => {
            let cannot = "”. Cairn cannot use a framework of your own yet. Nothing was changed.";
            card.child(problem(["This is a framework, “", &framework.title, cannot].concat()))
        }
        Ok(File::Response(response)) => card.child(response_found(state, &response.survey)),
        Err(reason) => {
            card.child(problem(reason)).child(p("Nothing was changed, and nothing is lost."))
        }
    }
}

fn problem(text: String) -> El {
    p(text).class("problem")
}

/// The buttons that bring in what was chosen, or leave it.
fn ways_on(state: State, gathered: Gathered, pasted: RwSignal<String>) -> El {
    let audits: Vec<_> = gathered.audits.iter().map(|(_, wanted)| *wanted).collect();
    let backups: Vec<_> = gathered.backups.iter().map(|(_, wanted)| *wanted).collect();
    let label = derived(move || {
        let mut audits: Vec<_> = audits.iter().map(|wanted| wanted.get()).collect();
        audits.retain(|wanted| *wanted != "skip");
        what_it_does(&audits, backups.iter().any(|wanted| wanted.get()))
    });
    let leave = move || {
        state.incoming.set(Vec::new());
        pasted.set(String::new());
        focus("#pick");
    };
    let bring_in = el("button")
        .attr("type", "button")
        .on_click(move || bring_in(state, &gathered))
        .live_flag("disabled", move || label.get().is_none())
        .live_text(move || label.get().unwrap_or_else(|| "Nothing chosen".to_owned()));
    el("div")
        .class("buttons")
        .child(bring_in)
        .child(button("Close without opening", leave).class("secondary"))
}

/// What will be done with the audits that are wanted, and with settings if those are; `None` when
/// that is nothing.
fn what_it_does(audits: &[&str], settings: bool) -> Option<String> {
    Some(match audits {
        [] if !settings => return None,
        [] => "Use the settings".to_owned(),
        ["copy"] => "Open as a separate copy".to_owned(),
        ["replace"] => "Replace the one on this device".to_owned(),
        [_] => "Open the audit".to_owned(),
        _ => {
            let replaced = match audits.iter().filter(|wanted| **wanted == "replace").count() {
                0 => String::new(),
                replaced => format!(" ({replaced} replaced)"),
            };
            format!("Open {} audits{replaced}", audits.len())
        }
    })
}

/// Brings in the audits as chosen; where any were, settings are used only once one has come in.
fn bring_in(state: State, gathered: &Gathered) {
    let mut audits = Vec::new();
    for (audit, wanted) in &gathered.audits {
        match meant(wanted.get_untracked()) {
            Choice::Skip => {}
            choice => audits.push((Record::from(audit.clone()), choice)),
        }
    }
    let next = match &audits[..] {
        [(audit, Choice::Add | Choice::Replace)] if gathered.audits.len() == 1 => {
            Route::audit(audit.id(), AuditPage::Overview)
        }
        [] => Route::Settings,
        _ => Route::Home,
    };
    if !audits.is_empty() && state.bring_in(audits) == 0 {
        return;
    }
    use_settings(state, gathered);
    state.incoming.set(Vec::new());
    state.go(&next);
}

fn meant(wanted: &str) -> Choice {
    match wanted {
        "add" => Choice::Add,
        "copy" => Choice::AddCopy,
        "replace" => Choice::Replace,
        _ => Choice::Skip,
    }
}

/// Uses the settings and wording of the backups for which that was ticked, and says so beside what
/// was said of the audits.
fn use_settings(state: State, gathered: &Gathered) {
    const IN_USE: &str = "The settings of the backup are in use.";
    for (backup, _) in gathered.backups.iter().filter(|(_, wanted)| wanted.get_untracked()) {
        if gathered.audits.iter().all(|(_, wanted)| wanted.get_untracked() == "skip") {
            state.tell(IN_USE);
        } else {
            state.notice.update(|notice| {
                if let Some(notice) = notice {
                    notice.text.push(' ');
                    notice.text.push_str(IN_USE);
                }
            });
        }
        take_over(state, backup);
    }
}

fn take_over(state: State, backup: &Backup) {
    state.change_settings(|current| {
        let last_backup = current.last_backup;
        *current = backup.settings.clone();
        current.last_backup = last_backup.max(current.last_backup);
    });
    if backup.wording.is_some() {
        state.set_wording(backup.wording.clone());
    }
    state.switch_wording(!backup.settings.wording_off);
}

/// An audit, what it would meet on this device, and what to do with it.
fn audit_found(state: State, audit: Audit, gathered: &mut Gathered) -> AnyView {
    const MEETS: &[(&str, &str)] = &[
        ("copy", "Keep both: open it as a separate copy"),
        ("replace", "Replace the one on this device (a safety copy is kept, and you can undo it)"),
        ("skip", "Leave it out"),
    ];
    const NEW: &[(&str, &str)] = &[("add", "Open it"), ("skip", "Leave it out")];
    let mut settled = audit.clone();
    let aside = settled.settle(state.framework());
    let same = state.same_here(&settled.id);
    let options = if same.is_some() { MEETS } else { NEW };
    let wanted = RwSignal::new(options[0].0);
    let name = words::audit_name(&audit.name.text);
    let question = ["What should be done with “", name, "”?"].concat();
    // Where the day does not tell two copies apart, the time does.
    let day = words::day_of(settled.changed_at());
    let with_time = same.as_ref().is_some_and(|same| words::day_of(same.changed_at) == day);
    let mut parts = vec![p(about(state, &settled, with_time)).into()];
    if !aside.is_empty() {
        parts.push(p(kept_aside(&aside)).into());
    }
    parts.extend(same.map(|same| p(same_here(&settled, &same, with_time)).into()));
    let choice = choice(question, options, wanted.into(), move |chosen| wanted.set(chosen));
    parts.push(choice.class("choice").into());
    gathered.audits.push((audit, wanted));
    together(parts)
}

fn about(state: State, audit: &Audit, with_time: bool) -> String {
    let progress = audit.progress(state.framework());
    let changed = last_changed(audit.changed_at(), with_time);
    let content = format!(
        "{} of {} questions, {} of {} indicators, {}, {}",
        progress.reflected,
        progress.questions,
        progress.judged,
        progress.indicators,
        words::count(audit.evidence.len(), "item of evidence", "items of evidence"),
        words::count(audit.actions.len(), "action", "actions"),
    );
    let name = words::audit_name(&audit.name.text);
    words::beside(&[name, &audit.organisation.text, &changed, &content])
}

fn kept_aside(ids: &[String]) -> String {
    let answers = words::count(ids.len(), "answer", "answers");
    let kept = " for ids that this framework does not have. They are kept aside, not lost: ";
    ["It has ", &answers, kept, &ids.join(", "), "."].concat()
}

fn last_changed(at: Timestamp, with_time: bool) -> String {
    let day = words::day_of(at);
    let time = if with_time { [", ", &words::time_of(at)].concat() } else { String::new() };
    ["last changed ", &day, &time].concat()
}

/// What is on this device under the same id.
fn same_here(audit: &Audit, label: &Label, with_time: bool) -> String {
    let which = match audit.changed_at().cmp(&label.changed_at) {
        Ordering::Greater => ". The one in the file is newer.",
        Ordering::Less => ". The one on this device is newer.",
        Ordering::Equal => ". Both were last changed at the same time.",
    };
    let bin = if label.binned_at.is_some() { " (in the bin)" } else { "" };
    let changed = last_changed(label.changed_at, with_time);
    let here = "This audit is already on this device";
    let name = words::audit_name(&label.name);
    [here, bin, ", as “", name, "”, ", &changed, which].concat()
}

/// A backup: its audits, and whether to use its settings. Where it has no audits, its settings are
/// all there is to choose, so they are chosen; and so they are on a device that has nothing of its
/// own yet.
fn backup_found(state: State, mut backup: Backup, gathered: &mut Gathered) -> AnyView {
    let audits = std::mem::take(&mut backup.audits);
    let number = words::count(audits.len(), "audit", "audits");
    let wanted = RwSignal::new(audits.is_empty() || is_new(state));
    let mut list = el("ul").class("plain");
    for audit in audits {
        list = list.child(el("li").child(audit_found(state, audit, gathered)));
    }
    gathered.backups.push((backup, wanted));
    let label = "Also use the settings and wording in the backup";
    together(vec![
        p(["A backup with ", &number, "."].concat()).into(),
        list.into(),
        tick(label, move || wanted.get(), move |ticked| wanted.set(ticked)),
    ])
}

/// True on a device without audits of its own, and with the settings that every device begins with.
fn is_new(state: State) -> bool {
    let settings = state.settings.get_untracked();
    let usual = Settings { last_backup: settings.last_backup, ..Settings::default() };
    let own = |labels: &Vec<Label>| labels.iter().any(|label| label.id != EXAMPLE);
    settings == usual
        && state.wording.with_untracked(Option::is_none)
        && !state.labels.with_untracked(own)
}

fn wording_found(state: State, wording: Wording) -> AnyView {
    let fit = Fit::of(&wording);
    let mut parts = described(&wording, &fit);
    let take = move || {
        state.set_wording(Some(wording.clone()));
        state.incoming.set(Vec::new());
        state.tell("The wording pack is in use. You can switch it off under Settings.");
        state.go(&Route::Settings);
    };
    let take = button("Use this wording", take).live_flag("disabled", move || fit.known == 0);
    parts.push(take.into());
    together(parts)
}

/// One person's answers to a survey, which are counted on the page of that survey.
fn response_found(state: State, survey: &str) -> AnyView {
    let what = "This is one person’s answer to a staff survey.";
    match state.audit_with_survey(survey) {
        Some((id, name)) => {
            let there = Route::audit(&id, AuditPage::Survey);
            let way = el("p").child(link(there, "Count it there").class("button"));
            let where_to = [what, " The survey belongs to “", &name, "”. Answers are counted on its survey page: choose the file again there, with all others that you have."].concat();
            together(vec![p(where_to).into(), way.into()])
        }
        None => together(vec![
            p([what, " The audit that the survey belongs to is not on this device. Please pass the file on to whoever collects the answers."].concat()).into(),
            p("Nothing was changed, and nothing is lost.").into(),
        ]),
    }
}
