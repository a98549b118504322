//! What an organisation keeps beside its audits: discussion cards and sessions about them, rounds of the
//! characteristics, and achievements.

use super::{Field, Form, List, TO, date, text, texts, whole, wholes, word};
use crate::record::RecordKind;

/// For whom a session is.
const AUDIENCES: &[&str] =
    &["senior_team", "care_teams", "training", "human_resources", "practice_learning"];
/// When in a programme a session comes.
const HORIZONS: &[&str] = &["first_step", "medium", "longer"];

pub(super) static FORM: Form = Form {
    kind: RecordKind::Organisation,
    fields: FIELDS,
    lists: &[CARDS, SESSIONS, ROUNDS, ACHIEVEMENTS],
    surveys: true,
};

const FIELDS: &[Field] = &[
    text("name", "the organisation’s name"),
    text("organisation", "the organisation’s name once more"),
    whole("interviews_a_year", "how many learning interviews a year people are to have", 100),
    whole("days_a_year", "how many off-the-job days a year people are to have", 366),
];

const CARDS: List = List {
    name: "cards",
    one: "a discussion card",
    several: "discussion cards",
    fields: &[
        text("title", "the card’s title"),
        text("statement", "the statement"),
        text("lead_in", "what the questions are about"),
        texts("questions", "the questions"),
        texts("examples", "the examples"),
        texts("references", "the references"),
    ],
};

const SESSIONS: List = List {
    name: "sessions",
    one: "a card session",
    several: "card sessions",
    fields: &[
        text("card", "the card’s id"),
        text("card_title", "the card’s title"),
        date("date", "the day"),
        word("state", "whether it has been held", &["planned", "held"]),
        word("audience", "for whom", AUDIENCES),
        word("horizon", "when in the programme", HORIZONS),
        text("present", "who is there"),
        whole("minutes", "how long it is to take, in minutes", 1_000),
        texts("notes", "notes by question"),
        wholes("votes", "how many think that none, a little, much or all of it is in place", 4),
        text("will_do", "what we will do"),
        TO,
    ],
};

const ROUNDS: List = List {
    name: "rounds",
    one: "a round of the characteristics",
    several: "rounds of the characteristics",
    fields: &[
        date("date", "the day"),
        text("by", "by whom"),
        texts("steps", "how true each is here, from 1 to 4"),
        texts("examples", "an example of each"),
        text("note", "a note"),
    ],
};

const ACHIEVEMENTS: List = List {
    name: "achievements",
    one: "an achievement",
    several: "achievements",
    fields: &[
        date("date", "the day"),
        text("text", "what was achieved"),
        text("note", "more about it"),
        TO,
    ],
};
