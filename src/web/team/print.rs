//! The review and the development plan on paper, or as a PDF through the browser's printing.

use leptos::prelude::*;

use crate::moment::Date;
use crate::record::RecordKind;
use crate::records::Record;
use crate::team::need::needs;
use crate::team::plan::{Group, Order, groups, sorted};
use crate::team::review::Review;
use crate::team::{LEAD, Need};
use crate::web::shared::paper::{paper, print_button};
use crate::web::state::use_state;
use crate::web::team::questions::{asked, questions};
use crate::web::team::stepping::{clarity_table, steps_of_clarity};
use crate::web::ui::element::{El, el, live, p, quiet, text_el, together};
use crate::words;
use crate::words::team as say;
use crate::words::team::review::{asked_for, change, clarity};

/// The page to print.
pub fn print() -> AnyView {
    let state = use_state();
    let print = print_button(say::PRINT_OR_PDF);
    let on_screen = el("div")
        .class("on-screen")
        .child(text_el("h1", say::PRINT))
        .child(p(say::ABOUT_PRINT).class("lead"))
        .child(el("div").class("buttons").child(print));
    let paper = live(move || state.open.book(|book| whole(book, state.today()).into()));
    together(vec![on_screen.into(), paper])
}

fn whole(book: &Record, today: Date) -> El {
    let name = words::record_name(book.name(), RecordKind::Team);
    let organisation = book.organisation().trim();
    let date = words::day(today);
    let running = words::beside(&[organisation, name, &date]);
    let changed = words::day_of(book.changed_at());
    let title = el("section")
        .class("report-title")
        .child(text_el("h2", name))
        .maybe((!organisation.is_empty()).then(|| p(organisation).class("lead")))
        .child(p(say::printed(&date, &changed, book.text(&LEAD))));
    let article = el("article").child(title).child(review(book)).child(plan(book, today));
    paper(running, article)
}

fn review(book: &Record) -> El {
    let review = Review::of(book);
    let present = review.present.trim();
    let present = (!present.is_empty()).then(|| p(say::took_part(present)).class("written"));
    let answers = questions().iter().zip(&review.answers).map(|(question, answer)| {
        let texts = [
            ("", answer.reflection),
            (say::SHOWN_BY, answer.evidence),
            (say::CLEARER_BY, answer.clearer),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let texts = texts.map(|(name, text)| {
            p("").class("written").child(text_el("strong", name)).text(text.trim())
        });
        let stands = text_el("strong", clarity(answer.clarity));
        let change = change(review.change(answer.question));
        let changed = (!change.is_empty()).then(|| text_el("span", [", ", change].concat()));
        el("li")
            .child(p(question.text.as_str()).class("asked"))
            .child(p(asked_for(&question.clarity)).child(stands).maybe(changed))
            .children(texts)
    });
    el("section")
        .child(text_el("h2", say::THE_REVIEW))
        .child(p(say::held_and_next(review.held, review.next_day())))
        .maybe(present)
        .child(steps_of_clarity(book))
        .child(clarity_table(book))
        .child(el("ol").class("reflections").children(answers.collect::<Vec<_>>()))
}

fn plan(book: &Record, today: Date) -> El {
    let needs = sorted(needs(book), Order::Due);
    if needs.is_empty() {
        let none = quiet(say::NOTHING_PLANNED);
        return el("section").child(text_el("h2", say::THE_PLAN)).child(none);
    }
    let parts = groups(needs).into_iter().map(|group| themed(group, today));
    el("section")
        .class("report-plan")
        .child(text_el("h2", say::THE_PLAN))
        .children(parts.collect::<Vec<_>>())
}

fn themed(group: Group, today: Date) -> El {
    let theme = if group.theme.is_empty() { say::NO_THEME } else { group.theme };
    let head = say::COLUMNS.map(|name| text_el("th", name).attr("scope", "col"));
    let rows = group.needs.iter().map(|need| row(need, today));
    let table = el("table")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    el("div").child(text_el("h3", theme)).child(
        el("div")
            .class("wide-table")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", say::needs_of(theme))
            .child(table),
    )
}

fn row(need: &Need, today: Date) -> El {
    let text = |text: &str, class: &'static str| {
        (!text.trim().is_empty()).then(|| p(text.trim()).class(class))
    };
    let what = el("td")
        .child(el("p").child(text_el("strong", say::need_title(need.text))))
        .maybe(say::also(need).map(quiet))
        .maybe(text(need.action, "written"))
        .maybe(text(need.progress, "written quiet"))
        .maybe(text(&say::costs(need.cost), "quiet"))
        .child(quiet(say::comes_from(need, asked)));
    let due = need.due.map(words::day).unwrap_or_default();
    let overdue = need.overdue(today).then(|| p(say::OVERDUE).class("badge due"));
    el("tr")
        .child(what)
        .child(text_el("td", need.owner))
        .child(text_el("td", due))
        .child(text_el("td", words::status(need.status)).maybe(overdue))
}
