//! What an organisation keeps beside its audits: discussion cards and sessions about them, rounds of the
//! characteristics, and achievements.

use super::{FROM, Field, Form, List, TO, choices, counts, date, text, texts, whole, wholes, word};
use crate::record::RecordKind;
use crate::survey::MOST_INVITED;

/// For whom a session is.
const AUDIENCES: &[&str] =
    &["senior_team", "care_teams", "training", "human_resources", "practice_learning"];
/// When in a programme a session comes.
const HORIZONS: &[&str] = &["first_step", "medium", "longer"];
/// How true a statement is, from the lowest.
const TRUTH: &[&str] = &["not_true", "a_little_true", "mostly_true", "fully_true"];

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
        text("series", "the series of cards that it belongs to"),
        text("title", "the card’s title"),
        text("statement", "the statement"),
        text("lead_in", "what the questions are about"),
        texts("questions", "the questions"),
        texts("examples", "the examples"),
        texts("references", "the references"),
        texts("addresses", "the addresses of the references"),
        text("purpose", "what the card is for"),
    ],
};

const SESSIONS: List = List {
    name: "sessions",
    one: "a card session",
    several: "card sessions",
    fields: &[
        text("card", "the card’s id"),
        text("card_title", "the card’s title"),
        texts("questions", "the card’s questions as they were asked"),
        date("date", "the day"),
        word("state", "whether it has been held", &["planned", "held"]),
        word("audience", "for whom", AUDIENCES),
        word("horizon", "when in the programme", HORIZONS),
        text("present", "who is there"),
        whole("minutes", "how long it is to take, in minutes", 1_000),
        texts("notes", "notes by question"),
        wholes("votes", "how many say that it is not, a little, mostly or fully in place", 4),
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
        choices("steps", "how true each is here", TRUTH),
        texts("examples", "an example of each"),
        whole("people", "how many have answered, where many were asked", MOST_INVITED),
        whole("invited", "how many people were asked", MOST_INVITED),
        counts(
            "counts",
            "how many say of each that it is not, a little, mostly or fully true, and how many do not know",
            5,
        ),
        texts("comments", "what people wrote besides"),
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
        FROM,
        TO,
    ],
};
