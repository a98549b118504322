//! The form of a survey, for the colleague's page and the kiosk: the statements one at a time or all on
//! one page, a comment, and a review of everything before it is sent or counted.

use leptos::prelude::*;

use crate::framework::Text;
use crate::survey::response::LONGEST_COMMENT;
use crate::survey::{Answer, Asked};
use crate::web::shared::focus::{focus_soon, stay_with};
use crate::web::state::State;
use crate::web::state::answering::Answering;
use crate::web::ui::element::{El, button, derived, el, memo, p, quiet, text_el, unseen};
use crate::web::ui::field::{choice, choice_under, limited_area};
use crate::web::ui::meter::bar;
use crate::words::answer as say;

/// Where a person is in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What the survey is, and how the person would like to answer it.
    Start,
    /// The statement at this place, counted from 0.
    Statement(usize),
    /// All statements and the comment.
    All,
    /// The comment.
    Comment,
    /// All answers, to be looked through and changed.
    Review,
    /// After the last answer: the thanks at the kiosk, the ways to send on the person's own device.
    End,
    /// The answers were cleared.
    Gone,
}

/// The form of one person.
#[derive(Clone, Copy)]
pub struct Form {
    /// The state of the app.
    pub state: State,
    /// What has been answered.
    pub answering: Answering,
    /// Where the person is.
    pub step: RwSignal<Step>,
    one_by_one: RwSignal<bool>,
    /// True while the person changes one answer from the review, so that the form leads back there.
    changing_one: RwSignal<bool>,
    asked: Asked,
    statements: &'static [Text],
}

/// The values and labels of the answers to a statement, in the order of [`Asked::answers`].
type Scale = &'static [(&'static str, &'static str)];

const AGREEMENT: Scale = {
    const ASKED: Asked = Asked::Indicators;
    &[
        ("strongly_agree", ASKED.label(Answer::StronglyAgree)),
        ("agree", ASKED.label(Answer::Agree)),
        ("neither", ASKED.label(Answer::Neither)),
        ("disagree", ASKED.label(Answer::Disagree)),
        ("strongly_disagree", ASKED.label(Answer::StronglyDisagree)),
        ("dont_know", ASKED.label(Answer::DontKnow)),
    ]
};

const TRUTH: Scale = {
    const ASKED: Asked = Asked::Characteristics;
    &[
        ("not_true", ASKED.label(Answer::StronglyDisagree)),
        ("a_little_true", ASKED.label(Answer::Disagree)),
        ("mostly_true", ASKED.label(Answer::Agree)),
        ("fully_true", ASKED.label(Answer::StronglyAgree)),
        ("dont_know", ASKED.label(Answer::DontKnow)),
    ]
};

const WAYS: &[(&str, &str)] = &[("one", say::ONE_BY_ONE), ("all", say::ALL_ON_ONE_PAGE)];

/// In CSS pixels. In a narrower window all statements on one page would be too long, so the form
/// proposes one at a time.
const WIDE: f64 = 700.0;

impl Form {
    /// The form at its first step.
    pub fn new(state: State, answering: Answering, asked: Asked) -> Form {
        let width = window().inner_width().ok().and_then(|width| width.as_f64());
        Form {
            state,
            answering,
            step: RwSignal::new(Step::Start),
            one_by_one: RwSignal::new(width.is_none_or(|width| width < WIDE)),
            changing_one: RwSignal::new(false),
            asked,
            statements: state.survey.statements(asked),
        }
    }

    /// Goes to a step and moves the focus to where that step begins.
    pub fn go(self, step: Step) {
        self.step.set(step);
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_soon("[data-begins]".to_owned());
    }

    /// Goes to the statements: to the first without an answer, if there is one at a time.
    pub fn begin(self) {
        self.changing_one.set(false);
        if self.one_by_one.get_untracked() {
            let open = |text: &Text| untrack(|| self.answering.answer_to(&text.id)).is_none();
            match self.statements.iter().position(open) {
                Some(place) => self.go(Step::Statement(place)),
                None => self.go(Step::Review),
            }
        } else {
            self.go(Step::All);
        }
    }

    /// True while the screen may show something of a person, or answers are kept.
    pub fn is_begun(self) -> bool {
        !matches!(self.step.get(), Step::Start | Step::End) || !self.answering.is_empty()
    }

    /// Clears all answers and goes back to the first step.
    pub fn restart(self) {
        self.answering.begin_anew();
        self.go(Step::Start);
    }

    /// The title of a survey that was given none.
    pub fn usual_title(self) -> &'static str {
        self.asked.title()
    }

    /// How many statements there are.
    pub fn statements(self) -> usize {
        self.statements.len()
    }

    /// How many of them are answered, in words.
    pub fn progress(self) -> String {
        say::progress(self.answering.answered(), self.statements())
    }

    /// Opens one answer from the review.
    fn change_one(self, step: Step) {
        self.changing_one.set(true);
        self.go(step);
    }

    /// Goes back to the review, and to the button of what was changed there.
    fn back_to_review(self, what: &str) {
        self.changing_one.set(false);
        self.step.set(Step::Review);
        focus_soon(format!("#change-{what}"));
    }
}

/// The choice between one statement at a time and all on one page.
pub fn ways(form: Form) -> El {
    let way = derived(move || if form.one_by_one.get() { "one" } else { "all" });
    let choose = move |way| form.one_by_one.set(way == "one");
    choice(say::HOW_TO_ANSWER, WAYS, way, choose).class("choice")
}

/// The page of the present step, between the start and the end. The review, which comes last, calls
/// `finish`.
pub fn step(form: Form, finish: fn(Form)) -> El {
    match form.step.get_untracked() {
        Step::Statement(place) => one(form, place),
        Step::All => all(form),
        Step::Comment => comment_page(form),
        _ => review(form, finish),
    }
}

/// A form that the browser does not send, fill in or remember.
fn quiet_form(submitted: impl Fn() + 'static) -> El {
    el("form").attr("autocomplete", "off").on("submit", move |event| {
        event.prevent_default();
        submitted();
    })
}

/// A statement on a page of its own. Enter goes to the next one, as in any form.
fn one(form: Form, place: usize) -> El {
    let all = form.statements();
    let changing_one = form.changing_one.get_untracked();
    let on = move || {
        if changing_one {
            form.back_to_review(&place.to_string());
        } else if place + 1 < all {
            form.go(Step::Statement(place + 1));
        } else {
            form.go(Step::Comment);
        }
    };
    let back = move || match place {
        0 => form.go(Step::Start),
        place => form.go(Step::Statement(place - 1)),
    };
    let number = say::statement_of(place + 1, all);
    let told = number.clone();
    let done = bar(derived(move || (place + 1, all)), derived(move || told.clone()));
    let legend = el("legend").attr("tabindex", "-1").attr("data-begins", "");
    let legend = legend.child(unseen(number + ": ")).text(&form.statements[place].text);
    let next = if changing_one { say::BACK_TO_ANSWERS } else { say::NEXT };
    quiet_form(on)
        .class("one")
        .child(done.attr("aria-hidden", "true"))
        .child(quiet(form.asked.question()))
        .child(statement(form, place, legend))
        .child(
            el("div")
                .class("buttons steps")
                .maybe((!changing_one).then(|| button(say::BACK, back).class("secondary")))
                .child(text_el("button", next).attr("type", "submit")),
        )
}

fn all(form: Form) -> El {
    let statements = (0..form.statements()).map(|place| {
        let text = format!("{}. {}", place + 1, form.statements[place].text);
        statement(form, place, text_el("legend", text))
    });
    quiet_form(|| ())
        .class("all")
        .child(heading(say::statements(form.statements())))
        .child(p(say::asked_of_all(form.asked.question())))
        .children(statements)
        .child(comment(form))
        .child(el("p").live_text(move || form.progress()))
        .child(
            el("div")
                .class("buttons")
                .child(button(say::BACK, move || form.go(Step::Start)).class("secondary"))
                .child(button(say::LOOK_AT_ANSWERS, move || form.go(Step::Review))),
        )
}

/// A heading that has the focus when its step begins.
pub fn heading(text: impl Into<String>) -> El {
    text_el("h2", text).attr("tabindex", "-1").attr("data-begins", "")
}

/// The statement at a place with its answers, under a legend.
fn statement(form: Form, place: usize, legend: El) -> El {
    let Form { answering, statements, asked, .. } = form;
    let Text { id, text } = &statements[place];
    let offered = asked.answers();
    let scale = match asked {
        Asked::Indicators => AGREEMENT,
        Asked::Characteristics => TRUTH,
    };
    let given = memo(move || {
        let answer = answering.answer_to(id);
        let place = offered.iter().position(|offered| Some(*offered) == answer);
        place.map_or("", |place| scale[place].0)
    });
    let answers = choice_under(legend, scale, given.into(), move |chosen| {
        let place = scale.iter().position(|(value, _)| *value == chosen);
        answering.answer(id, place.map(|place| offered[place]));
    });
    // The button disappears once the answer is cleared, so the focus moves to the statement's first
    // answer.
    let taken_back = move |event: web_sys::Event| {
        answering.answer(id, None);
        stay_with(&event, ".statement", "input");
    };
    let take_back = text_el("button", say::CLEAR_ANSWER)
        .attr("type", "button")
        .class("quiet-button")
        .live_flag("hidden", move || given.get().is_empty())
        .on("click", taken_back)
        .child(unseen(format!(": {text}")));
    let beside = el("div").class("beside").child(take_back);
    el("div").class("statement").child(answers.class("scale")).child(beside)
}

fn comment(form: Form) -> AnyView {
    limited_area(
        say::COMMENT,
        say::ABOUT_COMMENT,
        LONGEST_COMMENT,
        derived(move || form.answering.comment()),
        move |text| form.answering.write_comment(text),
    )
    .into()
}

fn comment_page(form: Form) -> El {
    let changing_one = form.changing_one.get_untracked();
    let back = move || form.go(Step::Statement(form.statements() - 1));
    let on = move || {
        if form.changing_one.get_untracked() {
            form.back_to_review("comment")
        } else {
            form.go(Step::Review)
        }
    };
    let next = if changing_one { say::BACK_TO_ANSWERS } else { say::LOOK_AT_ANSWERS };
    quiet_form(on).child(heading(say::IN_YOUR_WORDS)).child(comment(form)).child(
        el("div")
            .class("buttons steps")
            .maybe((!changing_one).then(|| button(say::BACK, back).class("secondary")))
            .child(text_el("button", next).attr("type", "submit")),
    )
}

/// All answers, each with a button to change it. With nothing answered there is no button to finish.
fn review(form: Form, finish: fn(Form)) -> El {
    let answering = form.answering;
    let rows = form.statements.iter().enumerate().map(|(place, text)| {
        let given = untrack(|| answering.answer_to(&text.id));
        let said = match given {
            Some(answer) => text_el("strong", form.asked.label(answer)),
            None => text_el("em", say::NOT_ANSWERED),
        };
        let about = say::of_statement(place + 1);
        el("li").child(p(&text.text)).child(el("div").class("said").child(said).child(change(
            form,
            place.to_string(),
            about,
            Step::Statement(place),
        )))
    });
    let comment = untrack(|| answering.comment());
    let said = match comment.trim() {
        "" => text_el("em", say::NO_COMMENT),
        comment => p(comment).class("written"),
    };
    let about = say::OF_COMMENT.to_owned();
    let added = el("div").class("added").child(text_el("h3", say::IN_YOUR_WORDS)).child(
        el("div").class("said").child(said).child(change(
            form,
            "comment".to_owned(),
            about,
            Step::Comment,
        )),
    );
    let back = move || {
        if form.one_by_one.get_untracked() { form.go(Step::Comment) } else { form.go(Step::All) }
    };
    let nothing = untrack(|| answering.is_empty());
    let finish = (!nothing).then(|| button(say::FINISH, move || finish(form)));
    let nothing = nothing.then(|| quiet(say::NOTHING_TO_FINISH));
    let said = untrack(|| say::can_change(answering.answered(), form.statements()));
    el("div")
        .child(heading(say::YOUR_ANSWERS))
        .child(p(said))
        .child(el("ol").class("given").children(rows))
        .child(added)
        .maybe(nothing)
        .child(
            el("div")
                .class("buttons steps")
                .child(button(say::BACK, back).class("secondary"))
                .maybe(finish),
        )
}

fn change(form: Form, what: String, about: String, step: Step) -> El {
    button(say::CHANGE, move || form.change_one(step))
        .class("secondary small")
        .attr("id", ["change-", &what].concat())
        .child(unseen(about))
}
