//! Reads what is kept on a device beside its records: the settings and a wording pack.

use crate::exchange::content::common::timestamp;
use crate::exchange::envelope::{Settings, TextSize, Theme, Wording};
use crate::json::later::{Beyond, Later};
use crate::json::{Json, Read};

/// A wording pack.
pub fn wording(json: &mut Json) -> Read<Wording> {
    let mut fields = json.fields()?;
    let wording = Wording {
        title: fields.usual_text("title"),
        framework: fields.text("framework"),
        texts: fields.get("texts", |texts| texts.answers(Json::text)),
        beyond: Beyond::NOTHING,
    };
    fields.done(wording)
}

/// The settings of a device.
pub fn settings(json: &mut Json) -> Read<Settings> {
    const THEMES: &[(&str, Theme)] =
        &[("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];
    const SIZES: &[(&str, TextSize)] = &[
        ("small", TextSize::Small),
        ("normal", TextSize::Normal),
        ("large", TextSize::Large),
        ("largest", TextSize::Largest),
    ];
    let mut fields = json.fields()?;
    let settings = Settings {
        name: fields.usual_text("name"),
        theme: fields.usual("theme", |word| word.word(THEMES)),
        text_size: fields.usual("text_size", |word| word.word(SIZES)),
        wording_off: fields.usual("wording_off", Json::flag),
        last_backup: fields.maybe("last_backup", timestamp),
        later: Later::NOTHING,
    };
    fields.done(settings)
}
