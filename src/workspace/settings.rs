//! The settings and the wording pack of this device.

use crate::exchange::content::settings;
use crate::exchange::writing::{settings_text, wording_text};
use crate::exchange::{File, Settings, Wording, from_stored_text};
use crate::json::Json;
use crate::moment::Timestamp;
use crate::workspace::{SETTINGS, Store, StoreError, Stored, WORDING, Workspace};

impl<S: Store> Workspace<S> {
    /// The settings of this device; the usual ones when there are none. Unreadable settings are set
    /// aside, and those of their fields that can be read are used.
    pub fn settings(&mut self, now: Timestamp) -> Settings {
        let Ok(Some(stored)) = self.stored(SETTINGS) else { return Settings::default() };
        let text = stored.text().unwrap_or_default();
        read_settings(&text).unwrap_or_else(|| {
            let settings = made_out(&text);
            if self.set_aside(SETTINGS, now).is_ok() && settings != Settings::default() {
                let _ = self.save_settings(&settings);
            }
            settings
        })
    }

    /// Keeps the settings.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), StoreError> {
        let readable = |text: &str| read_settings(text).is_some();
        self.set_aside_unless(readable, SETTINGS, Timestamp::default())?;
        let text = settings_text(settings);
        self.use_reserve(&|workspace| workspace.make_room_and_write(SETTINGS, &text))
    }

    /// The wording pack of this device. An unreadable one is set aside.
    pub fn wording(&mut self, now: Timestamp) -> Option<Wording> {
        let stored = self.stored(WORDING).ok()??;
        if let Stored::Text(text) = &stored
            && let Ok(File::Wording(wording)) = from_stored_text(text)
        {
            return Some(wording);
        }
        let _ = self.set_aside(WORDING, now);
        None
    }

    /// Keeps a wording pack, or takes it away.
    pub fn save_wording(
        &mut self,
        wording: Option<&Wording>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let readable = |text: &str| matches!(from_stored_text(text), Ok(File::Wording(_)));
        self.set_aside_unless(readable, WORDING, now)?;
        let Some(wording) = wording else { return self.remove_for_good(WORDING) };
        let text = wording_text(wording, now);
        self.use_reserve(&|workspace| workspace.make_room_and_write(WORDING, &text))
    }

    /// True when the settings stand in the store.
    pub fn has_settings(&self) -> bool {
        matches!(self.stored(SETTINGS), Ok(Some(_)))
    }
}

/// The settings that can be read of a text that cannot be read as a whole, field by field.
fn made_out(text: &str) -> Settings {
    let Ok(Json::Object(mut fields)) = serde_json::from_str(text) else {
        return Settings::default();
    };
    fields.retain(|field| settings(&mut Json::Object(vec![field.clone()])).is_ok());
    settings(&mut Json::Object(fields)).unwrap_or_default()
}

fn read_settings(text: &str) -> Option<Settings> {
    let mut json: Json = serde_json::from_str(text).ok()?;
    let settings = settings(&mut json).ok()?;
    Some(Settings { later: json.left(), ..settings })
}
