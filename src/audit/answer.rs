//! The answers of an audit: reflections, judgements with their notes, the capabilities that are left
//! out, and the texts of "You said, we did". Each stands under the id of what it is about, such as a
//! question.

use crate::form::{Field, List};
use crate::progression::Judgement;
use crate::records::{Item, Value};
use crate::survey::results::Proposal;

/// The field with the words of a reflection, a note, or a text of "You said, we did".
pub static TEXT: Field = Field::text("text", "the words").always("");

/// The field that says how an indicator is judged.
pub static JUDGEMENT: Field =
    Field::word("judgement", "how the indicator is judged", &JUDGEMENT_NAMES)
        .always(JUDGEMENT_NAMES[3]);

/// The field with what the survey proposed when the judgement was made, whether the judgement follows it
/// or not.
pub static PROPOSED: Field =
    Field::proposal("survey", "what the staff survey proposed at that moment");

/// The field that says whether a capability is left out; its answers are kept.
pub static IS_LEFT_OUT: Field =
    Field::flag("left_out", "whether the capability is left out; its answers are kept").always("");

/// Reflections, by the id of a question or of a part of one.
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

/// The texts of "You said, we did": `intro`, `closing`, and by statement id what was done about it.
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

/// The names in files; the last stands for a judgement that was cleared.
const JUDGEMENT_NAMES: [&str; 4] = ["achieved", "not_achieved", "dont_know", "not_answered"];

/// The judgement in an item of [`JUDGEMENTS`]; [`Judgement::NotAnswered`] when the item names none that
/// is known.
pub fn judgement(item: &Item) -> Judgement {
    let name = item.text(&JUDGEMENT);
    let place = JUDGEMENT_NAMES.iter().position(|other| *other == name);
    place.map_or(Judgement::NotAnswered, |place| ALL[place])
}

/// Makes the item for a judgement of an indicator; `survey` is what the survey proposes at this moment.
pub fn judged(indicator: &str, judgement: Judgement, survey: Option<Proposal>) -> Item {
    let place = ALL.iter().position(|other| *other == judgement).unwrap_or(ALL.len() - 1);
    let item = Item::new(indicator.to_owned());
    item.with(&JUDGEMENT, Value::Word(JUDGEMENT_NAMES[place])).with(&PROPOSED, survey)
}

/// Makes the item for a reflection, a note or a text of "You said, we did"; `id` is what it is about.
pub fn written(id: &str, text: impl Into<String>) -> Item {
    Item::new(id.to_owned()).with(&TEXT, text.into())
}

/// Makes the item that says whether a capability is left out.
pub fn left_out(capability: &str, left_out: bool) -> Item {
    Item::new(capability.to_owned()).with(&IS_LEFT_OUT, left_out)
}
