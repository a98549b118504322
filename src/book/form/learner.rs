//! What a person keeps of their learning.

use super::{FROM, Field, Form, List, STATUS, TO, date, flag, text, whole, word};
use crate::record::RecordKind;

/// How a person learned something.
const WAYS: &[&str] =
    &["on_the_job", "formal", "reading", "shadowing", "mentoring", "research", "meeting", "other"];

pub(super) static FORM: Form = Form {
    kind: RecordKind::Learner,
    fields: FIELDS,
    lists: &[STANDARDS, TARGETS, DIARY, INTERVIEWS, TASKS],
    surveys: false,
};

const FIELDS: &[Field] = &[
    text("name", "the person’s name"),
    text("organisation", "the organisation’s name"),
    text("post", "the post"),
    text("team", "the team"),
    text("partner", "the learning partner"),
    text("manager", "the manager"),
    date("year_starts", "the first day of the learning year"),
    whole("interviews_a_year", "how many learning interviews a year there are to be", 100),
    whole("days_a_year", "how many off-the-job days a year there are to be", 366),
    whole("minutes_a_day", "how long a working day is, in minutes", 1_440),
    text("how_i_learn", "how the person learns"),
    text("meetings", "how often the meetings about work and learning are, and who is there"),
    date("plan_agreed_on", "the day on which the learning plan was agreed"),
    text("plan_agreed_with", "with whom the learning plan was agreed"),
    date("work_agreed_on", "the day on which the work programme was agreed"),
    text("work_agreed_with", "with whom the work programme was agreed"),
    date("review_on", "the day of the annual review"),
    text("review_with", "with whom the annual review was held"),
    text("review_achieved", "what was achieved this year"),
    text("review_learned", "what was learned this year"),
    text("review_changed", "what changed in practice this year"),
    text("review_next", "what next year’s plan should hold"),
    whole(
        "interviews_held",
        "how many learning interviews had been held when it was counted",
        1_000,
    ),
    whole(
        "off_the_job",
        "the time off the job when it was counted, in hundredths of a day",
        100_000,
    ),
    flag("share_post", "whether the post is shared"),
    flag("share_how_i_learn", "whether how the person learns is shared"),
    flag("share_agreed", "whether what was agreed with whom is shared"),
    flag("share_counts", "whether the counts are shared"),
    flag("share_review", "whether the annual review is shared"),
    flag("share_last_year", "whether last year is shared"),
    text("follows", "the id of the record that this one was begun from"),
    text("shared_from", "the record that this was shared from"),
    date("shared_on", "the day on which this was shared"),
];

/// Whether the person shares an item with others.
const SHARED: Field = flag("shared", "whether it is shared");

const STANDARDS: List = List {
    name: "standards",
    one: "a learning standard",
    several: "learning standards",
    fields: &[
        word("about", "what the standard is about", &["competency", "knowledge"]),
        text("text", "what the post asks for"),
        word(
            "level",
            "how far along the person is",
            &["beginning", "growing", "secure", "leading"],
        ),
        text("note", "what shows it"),
        SHARED,
    ],
};

const TARGETS: List = List {
    name: "targets",
    one: "a target",
    several: "targets",
    fields: &[
        text("text", "what is to be learned"),
        text("strategies", "how it will be learned"),
        text("success", "how success will show"),
        date("due", "by when"),
        word("status", "how far it is", STATUS),
        text("review", "what the review says of it"),
        text("contribution", "the way to contribute that it puts into practice"),
        SHARED,
        FROM,
        TO,
    ],
};

const DIARY: List = List {
    name: "diary",
    one: "a diary entry",
    several: "diary entries",
    fields: &[
        date("date", "the day"),
        word("way", "the way of learning", WAYS),
        text("title", "what it was"),
        whole("quarters", "how long it took, in quarters of an hour or of a day", 10_000),
        word("unit", "what the quarters are of", &["hours", "days"]),
        flag("off_the_job", "whether it was time off the job"),
        text("reflection", "what was learned"),
        text("changed_practice", "what changed in practice"),
        word("account_to", "to whom it was accounted for", &["partner", "manager", "other"]),
        text("account", "how it was accounted for"),
        text("passed_on", "with whom and how it was shared"),
        flag("reflection_put_away", "whether reflecting on it was put away"),
        flag("account_put_away", "whether accounting for it was put away"),
        flag("passed_on_put_away", "whether sharing it was put away"),
        text("target", "the target that it serves"),
        text("standard", "the learning standard that it shows"),
        text("accredited", "what it counts towards, such as an award"),
        SHARED,
        TO,
    ],
};

const INTERVIEWS: List = List {
    name: "interviews",
    one: "a learning interview",
    several: "learning interviews",
    fields: &[
        date("date", "the day"),
        text("partner", "with whom"),
        flag("held", "whether it has been held"),
        text("notes", "what was talked about"),
        text("agreed", "what was agreed"),
        SHARED,
    ],
};

const TASKS: List = List {
    name: "tasks",
    one: "a task",
    several: "tasks",
    fields: &[
        text("text", "what is to be done"),
        text("success", "the success criteria"),
        date("due", "by when"),
        word("status", "how far it is", STATUS),
        text("note", "what has happened so far"),
        SHARED,
    ],
};
