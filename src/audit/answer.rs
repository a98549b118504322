//! What is said about what the framework asks: reflections, judgements with their notes, and what is
//! left out; and the texts of "You said, we did". Each stands under the id of what it is about.

use crate::form::{Field, List};
use crate::progression::Judgement;
use crate::records::{Item, Value};
use crate::survey::results::Proposal;

/// The words of a reflection, of a note, or of what was done.
pub static TEXT: Field = Field::text("text", "the words").always("");

/// The field that says how an indicator is judged.
pub static JUDGEMENT: Field =
    Field::word("judgement", "how the indicator is judged", &JUDGEMENT_NAMES)
        .always(JUDGEMENT_NAMES[3]);

/// The field with what the survey proposed at that moment, whether it was followed or not.
pub static PROPOSED: Field =
    Field::proposal("survey", "what the staff survey proposed at that moment");

/// The field that says whether a capability is left out; its answers are kept.
pub static IS_LEFT_OUT: Field =
    Field::flag("left_out", "whether the capability is left out; its answers are kept").always("");

/// Reflections, by the id of a question or of its part.
pub static REFLECTIONS: List = List {
    name: "reflections",
    one: "a reflection",
    several: "reflections",
    fields: &[&TEXT],
    by_id: true,
    always: true,
    ..List::USUAL
};

/// Judgements, by indicator id.
pub static JUDGEMENTS: List = List {
    name: "judgements",
    one: "a judgement",
    several: "judgements",
    fields: &[&JUDGEMENT, &PROPOSED],
    by_id: true,
    always: true,
    ..List::USUAL
};

/// Notes beside judgements, by indicator id.
pub static NOTES: List = List {
    name: "notes",
    one: "a note",
    several: "notes",
    fields: &[&TEXT],
    by_id: true,
    always: true,
    ..List::USUAL
};

/// Which capabilities are left out, by capability id.
pub static LEFT_OUT: List = List {
    name: "left_out",
    one: "a choice of whether a capability is left out",
    several: "choices of whether a capability is left out",
    fields: &[&IS_LEFT_OUT],
    by_id: true,
    always: true,
    ..List::USUAL
};

/// The texts of "You said, we did": `intro`, `closing`, and what was done by statement id.
pub static SAID: List = List {
    name: "said",
    one: "a text of “You said, we did”",
    several: "texts of “You said, we did”",
    fields: &[&TEXT],
    by_id: true,
    ..List::USUAL
};

/// The judgements, in the order of [`JUDGEMENT_NAMES`].
const ALL: [Judgement; 4] =
    [Judgement::Achieved, Judgement::NotAchieved, Judgement::DontKnow, Judgement::NotAnswered];

/// What files call each; the last is a judgement that was taken back.
const JUDGEMENT_NAMES: [&str; 4] = ["achieved", "not_achieved", "dont_know", "not_answered"];

/// How an item of the judgements judges.
pub fn judgement(item: &Item) -> Judgement {
    let name = item.text(&JUDGEMENT);
    let place = JUDGEMENT_NAMES.iter().position(|other| *other == name);
    place.map_or(Judgement::NotAnswered, |place| ALL[place])
}

/// A judgement of an indicator, with what the survey proposed at that moment.
pub fn judged(indicator: &str, judgement: Judgement, survey: Option<Proposal>) -> Item {
    let place = ALL.iter().position(|other| *other == judgement).unwrap_or(ALL.len() - 1);
    let item = Item::new(indicator.to_owned());
    item.with(&JUDGEMENT, Value::Word(JUDGEMENT_NAMES[place])).with(&PROPOSED, survey)
}

/// Words under the id of what they are about.
pub fn written(id: &str, text: impl Into<String>) -> Item {
    Item::new(id.to_owned()).with(&TEXT, text.into())
}

/// Whether a capability is left out.
pub fn left_out(capability: &str, left_out: bool) -> Item {
    Item::new(capability.to_owned()).with(&IS_LEFT_OUT, left_out)
}
