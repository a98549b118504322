//! The learning year as a picture, with a table that says the same: what was done, and what is due.

use std::fmt::Write;

use leptos::prelude::*;
use leptos::svg::svg;

use crate::chart::year::{PEBBLE, WIDTH, across, pebbles};
use crate::moment::Date;
use crate::person::{Counts, LearningYear, diary, interview, target};
use crate::records::Record;
use crate::web::ui::element::{El, el, text_el};
use crate::words;
use crate::words::person as say;

/// The height of the picture, and how far below its top the path lies, in tenths of a unit.
const HEIGHT: u32 = 960;
const PATH: u32 = 620;

/// The numbers of one month.
#[derive(Default)]
struct Month {
    held: usize,
    planned: usize,
    due: usize,
    entries: usize,
    off_the_job: Vec<bool>,
    hundredths: u32,
    targets: usize,
    done: usize,
}

/// The picture, its legend and its table.
pub fn year(book: &Record, today: Date) -> El {
    let counts = Counts::of(book);
    let months = months(book, &counts);
    el("figure")
        .class("learning-year")
        .child(picture(book, &counts, &months, today))
        .child(legend())
        .child(
            el("details")
                .class("more")
                .child(text_el("summary", say::year::SHOW_TABLE))
                .child(table(&counts, &months, today)),
        )
}

fn month_of(year: LearningYear, day: Date) -> Option<usize> {
    let starts = year.months();
    let month = starts.iter().rposition(|start| *start <= day)?;
    year.contains(day).then_some(month)
}

fn months(book: &Record, counts: &Counts) -> Vec<Month> {
    let year = counts.year;
    let mut months: Vec<Month> = (0..12).map(|_| Month::default()).collect();
    let place = |day: Option<Date>| day.and_then(|day| month_of(year, day));
    for each in interview::all(book) {
        if let Some(at) = place(each.date()) {
            *(if each.held() { &mut months[at].held } else { &mut months[at].planned }) += 1;
        }
    }
    for due in counts.interviews.to_plan() {
        if let Some(at) = place(Some(*due)) {
            months[at].due += 1;
        }
    }
    for entry in diary::all(book) {
        if let Some(at) = place(entry.date()) {
            let month = &mut months[at];
            month.entries += 1;
            month.off_the_job.push(entry.off_the_job());
            if entry.off_the_job() {
                let minutes = crate::person::minutes_a_day(book);
                month.hundredths += entry.time().hundredths_of_days(minutes);
            }
        }
    }
    for each in target::all(book) {
        if let Some(at) = place(each.due()) {
            let month = &mut months[at];
            *(if each.status().open() { &mut months[at].targets } else { &mut month.done }) += 1;
        }
    }
    months
}

fn units(tenths: u32) -> String {
    [(tenths / 10).to_string(), (tenths % 10).to_string()].join(".")
}

fn picture(book: &Record, counts: &Counts, months: &[Month], today: Date) -> AnyView {
    let year = counts.year;
    let x = |day: Date| across(day, year.first, year.last);
    let mut shapes = String::new();
    let starts = year.months();
    let edge = |month: usize| starts.get(month).map_or(WIDTH, |start| x(*start));
    let _ = write!(shapes, r#"<path class="path" d="M0 {0}H{1}"/>"#, units(PATH), units(WIDTH));
    for (month, start) in starts.iter().enumerate() {
        let (from, to) = (edge(month), edge(month + 1));
        let name = words::month(*start);
        let initial: String = name.chars().take(1).collect();
        let _ = write!(
            shapes,
            r#"<path class="tick" d="M{0} {1}v5"/><text x="{2}" y="{3}">{initial}</text>"#,
            units(from),
            units(PATH),
            units(from.midpoint(to)),
            units(PATH + 170),
        );
        // Those off the job lie below the others.
        let mut off: Vec<bool> = months[month].off_the_job.clone();
        off = crate::order::in_order(off, |one, other| *one && !*other);
        for ((across, up), off) in pebbles(off.len(), from, to).into_iter().zip(off) {
            let class = if off { "pebble off" } else { "pebble" };
            let _ = write!(
                shapes,
                r#"<ellipse class="{class}" cx="{}" cy="{}" rx="{}" ry="{}"/>"#,
                units(across),
                units(PATH - up - 8),
                units(PEBBLE.0 / 2 - 6),
                units(PEBBLE.1 / 2 - 4),
            );
        }
    }
    let mut circle = |day: Date, class: &str| {
        let _ = write!(
            shapes,
            r#"<path class="stem" d="M{0} 21V{2}"/><circle class="{class}" cx="{0}" cy="14" r="6.5"/>{1}"#,
            units(x(day)),
            if class == "held" {
                let left = x(day).saturating_sub(32);
                format!(r#"<path class="check" d="M{} 14.2l2.4 2.4l4.2 -4.6"/>"#, units(left))
            } else {
                String::new()
            },
            units(PATH),
        );
    };
    for each in interview::all(book) {
        if let Some(day) = each.date().filter(|day| year.contains(*day)) {
            circle(day, if each.held() { "held" } else { "planned" });
        }
    }
    for due in counts.interviews.to_plan() {
        circle(*due, "due");
    }
    for each in target::all(book) {
        if let Some(day) = each.due().filter(|day| year.contains(*day)) {
            let class = if each.status().open() { "flag" } else { "flag done" };
            let _ = write!(
                shapes,
                r#"<path class="{class}" d="M{} {}l5.5 6l-5.5 6l-5.5 -6z"/>"#,
                units(x(day)),
                units(PATH + 210),
            );
        }
    }
    if year.contains(today) {
        let _ = write!(
            shapes,
            r#"<path class="today" d="M{} 0V{}"/>"#,
            units(x(today)),
            units(PATH + 60)
        );
    }
    let label = say::year::picture(counts, months.iter().map(|month| month.entries).sum());
    svg()
        .attr("role", "img")
        .attr(
            "viewBox",
            ["-8 -2 ", &(WIDTH / 10 + 16).to_string(), " ", &(HEIGHT / 10 + 2).to_string()]
                .concat(),
        )
        .attr("aria-label", label)
        .inner_html(shapes)
        .into_any()
}

fn legend() -> El {
    const KINDS: [(&str, &str); 8] = [
        (
            r#"<circle class="held" cx="10" cy="10" r="6.5"/><path class="check" d="M6.8 10.2l2.4 2.4l4.2 -4.6"/>"#,
            say::year::INTERVIEW_HELD,
        ),
        (r#"<circle class="planned" cx="10" cy="10" r="6.5"/>"#, say::year::INTERVIEW_PLANNED),
        (r#"<circle class="due" cx="10" cy="10" r="6.5"/>"#, say::year::INTERVIEW_DUE),
        (r#"<ellipse class="pebble" cx="10" cy="10" rx="5.4" ry="3.8"/>"#, say::year::ENTRY),
        (r#"<ellipse class="pebble off" cx="10" cy="10" rx="5.4" ry="3.8"/>"#, say::year::AWAY),
        (r#"<path class="flag" d="M10 4l5.5 6l-5.5 6l-5.5 -6z"/>"#, say::year::TARGET_DUE),
        (r#"<path class="flag done" d="M10 4l5.5 6l-5.5 6l-5.5 -6z"/>"#, say::year::TARGET_DONE),
        (r#"<path class="today" d="M10 2V18"/>"#, say::year::TODAY),
    ];
    let entries = KINDS.map(|(shape, meaning)| {
        let picture = svg().attr("viewBox", "0 0 20 20").inner_html(shape).into_any();
        el("li").child(picture).child(text_el("span", meaning))
    });
    el("ul").class("legend").attr("aria-hidden", "true").children(entries)
}

fn table(counts: &Counts, months: &[Month], today: Date) -> El {
    let year = counts.year;
    let now = month_of(year, today);
    let head = [say::year::MONTH, say::year::INTERVIEWS, say::year::ENTRIES, say::TARGETS];
    let head = head.map(|name| text_el("th", name).attr("scope", "col"));
    let rows = months.iter().enumerate().map(|(place, month)| {
        let interviews = say::year::interviews(month.held, month.planned, month.due);
        let entries = say::year::entries(month.entries, month.hundredths);
        let targets = say::year::targets(month.targets, month.done);
        let mut name = words::month(year.months()[place]);
        if now == Some(place) {
            name = say::year::this_month(&name);
        }
        el("tr")
            .child(text_el("th", name).attr("scope", "row"))
            .child(text_el("td", interviews))
            .child(text_el("td", entries))
            .child(text_el("td", targets))
    });
    el("table")
        .class("standing-table")
        .child(text_el("caption", say::year::caption(year)))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows.collect::<Vec<_>>()))
}
