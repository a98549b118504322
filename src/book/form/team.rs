//! What a team keeps: its review by the six quality questions, and its development plan.

use super::{FROM, Field, Form, List, STATUS, TO, date, flag, text, texts, word};
use crate::record::RecordKind;

/// How clear a team is on a question, from the lowest.
const CLARITY: &[&str] = &["not_clear", "partly_clear", "mostly_clear", "clear"];

pub(super) static FORM: Form = Form {
    kind: RecordKind::Team,
    fields: FIELDS,
    lists: &[List {
        name: "needs",
        one: "a learning need",
        several: "learning needs",
        fields: &[
            text("text", "what needs to be learned"),
            texts("also", "how else it was put, by the ids of needs that became part of it"),
            flag("from_organisation", "whether it comes from the organisation’s plan"),
            texts("questions", "the quality questions of the review that it came up at"),
            flag("from_members", "whether it comes from members’ learning plans"),
            flag("own", "whether it is the team’s own beside where else it comes from"),
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
    text("follows", "the id of the record that this one was begun from"),
    text("q1.reflection", "the reflection on what we are here for"),
    text("q1.evidence", "the evidence on what we are here for"),
    word("q1.clarity", "how clear our purpose is", CLARITY),
    text("q1.clearer", "what would make our purpose clearer"),
    text("q2.reflection", "the reflection on what it is that we do"),
    text("q2.evidence", "the evidence on what it is that we do"),
    word("q2.clarity", "how clear our functions and roles are", CLARITY),
    text("q2.clearer", "what would make our functions and roles clearer"),
    text("q3.reflection", "the reflection on how well we are doing it"),
    text("q3.evidence", "the evidence on how well we are doing it"),
    word("q3.clarity", "how clear our criteria for what is effective are", CLARITY),
    text("q3.clearer", "what would make our criteria for what is effective clearer"),
    text("q4.reflection", "the reflection on how we can tell"),
    text("q4.evidence", "the evidence on how we can tell"),
    word("q4.clarity", "how clear and secure our evidence of how we perform is", CLARITY),
    text("q4.clearer", "what would make our evidence of how we perform more secure"),
    text("q5.reflection", "the reflection on how we are trying to improve"),
    text("q5.evidence", "the evidence on how we are trying to improve"),
    word("q5.clarity", "how clear our priorities for what to learn are", CLARITY),
    text("q5.clearer", "what would make our priorities for what to learn clearer"),
    text("q6.reflection", "the reflection on how people get to know"),
    text("q6.evidence", "the evidence on how people get to know"),
    word("q6.clarity", "how clear and good our information is", CLARITY),
    text("q6.clearer", "what would make our information clearer"),
];
