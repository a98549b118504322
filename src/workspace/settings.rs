//! The settings and the wording pack of this device.

use crate::exchange::content::settings;
use crate::exchange::envelope::wording_text;
use crate::exchange::{File, Settings, Wording, from_text};
use crate::json::Json;
use crate::moment::Timestamp;
use crate::workspace::{SETTINGS, Store, StoreError, WORDING, Workspace};

impl<S: Store> Workspace<S> {
    /// The settings of this device; the usual ones when there are none. Unreadable ones are set
    /// aside.
    pub fn settings(&mut self, now: Timestamp) -> Settings {
        match self.store.read(SETTINGS) {
            Ok(None) | Err(_) => Settings::default(),
            Ok(Some(text)) => read_settings(&text).unwrap_or_else(|| {
                let _ = self.set_aside(SETTINGS, now);
                Settings::default()
            }),
        }
    }

    /// Keeps the settings.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), StoreError> {
        let readable = |text: &str| read_settings(text).is_some();
        self.set_aside_unless(readable, SETTINGS, Timestamp::default())?;
        let text = serde_json::to_string(settings)
            .unwrap_or_else(|_| unreachable!("settings have only plain fields"));
        self.make_room_and_write(SETTINGS, &text)
    }

    /// The wording pack of this device. An unreadable one is set aside.
    pub fn wording(&mut self, now: Timestamp) -> Option<Wording> {
        let text = self.store.read(WORDING).ok()??;
        if let Ok(File::Wording(wording)) = from_text(&text) {
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
        let readable = |text: &str| matches!(from_text(text), Ok(File::Wording(_)));
        self.set_aside_unless(readable, WORDING, now)?;
        match wording {
            Some(wording) => self.make_room_and_write(WORDING, &wording_text(wording, now)),
            None => self.store.remove(WORDING),
        }
    }
}

fn read_settings(text: &str) -> Option<Settings> {
    settings(serde_json::from_str::<Json>(text).ok()?).ok()
}
