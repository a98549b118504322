//! What a team keeps: its review by the six quality questions, and its development plan.

use super::{FROM, Field, Form, List, STATUS, TO, date, text, word};
use crate::record::RecordKind;

/// How clear a team is on a question, from the lowest.
const CLARITY: &[&str] = &["not_clear", "partly_clear", "mostly_clear", "clear"];
/// Where a learning need comes from.
const SOURCE: &[&str] = &["organisation", "review", "member", "own"];

pub(super) static FORM: Form = Form {
    kind: RecordKind::Team,
    fields: FIELDS,
    lists: &[List {
        name: "needs",
        one: "a learning need",
        several: "learning needs",
        fields: &[
            text("text", "what needs to be learned"),
            word("source", "which of the places it comes from", SOURCE),
            text("question", "the quality question that it came up at"),
            text("theme", "what it belongs together with"),
            text("action", "what will be done"),
            text("owner", "who will see to it"),
            date("due", "by when"),
            text("cost", "what it will cost"),
            word("status", "how far it is", STATUS),
            text("progress", "what has happened so far"),
            FROM,
            TO,
        ],
    }],
    surveys: false,
};

const FIELDS: &[Field] = &[
    text("name", "the team’s name"),
    text("organisation", "the organisation’s name"),
    text("lead", "who leads the team"),
    date("reviewed_on", "the day of the review"),
    text("reviewed_by", "who took part in the review"),
    date("next_review", "the day of the next review"),
    text("q1.reflection", "the reflection on why we are here"),
    text("q1.evidence", "the evidence on why we are here"),
    word("q1.clarity", "how clear we are on our purpose", CLARITY),
    text("q1.clearer", "what would make our purpose clearer"),
    text("q2.reflection", "the reflection on what we do"),
    text("q2.evidence", "the evidence on what we do"),
    word("q2.clarity", "how clear we are on our functions and roles", CLARITY),
    text("q2.clearer", "what would make our functions and roles clearer"),
    text("q3.reflection", "the reflection on how well we do it"),
    text("q3.evidence", "the evidence on how well we do it"),
    word("q3.clarity", "how clear we are on our criteria for effectiveness", CLARITY),
    text("q3.clearer", "what would make our criteria for effectiveness clearer"),
    text("q4.reflection", "the reflection on how we know"),
    text("q4.evidence", "the evidence on how we know"),
    word("q4.clarity", "how secure our evidence of performance is", CLARITY),
    text("q4.clearer", "what would make our evidence of performance more secure"),
    text("q5.reflection", "the reflection on how we are trying to improve"),
    text("q5.evidence", "the evidence on how we are trying to improve"),
    word("q5.clarity", "how clear we are on our priorities for learning", CLARITY),
    text("q5.clearer", "what would make our priorities for learning clearer"),
    text("q6.reflection", "the reflection on how people know"),
    text("q6.evidence", "the evidence on how people know"),
    word("q6.clarity", "how good our information for accountability is", CLARITY),
    text("q6.clearer", "what would make our information for accountability better"),
];
