//! What is saved as files: one record, everything, and what could not be read.

use leptos::prelude::*;

use crate::book::Book;
use crate::exchange::Backup;
use crate::exchange::envelope::{backup_text, framework_text, record_text};
use crate::framework::Framework;
use crate::learner::extract;
use crate::web::io::{clock, files};
use crate::web::state::State;
use crate::web::words;

impl State {
    /// Saves one record as a file.
    pub fn export(self, id: &str) {
        self.save_now();
        if let Some(record) = self.read(id) {
            let words = [record.organisation().trim(), " ", record.name()].concat();
            let name = words::file_name(&words, &self.today().to_string(), "json");
            let asked = record.asked();
            let (record, waiting) = record.for_others();
            if self.download(&name, &record_text(&record, clock::now())) && waiting > 0 {
                let answers = words::answers_to(waiting, asked);
                let left_out = " that may not show yet, so that nobody can read them there, left out. A backup of everything has them.";
                self.tell(format!(
                    "The file {name} is in your downloads, with {answers}{left_out}"
                ));
            }
        }
    }

    /// What the person whose book is open shares of it now.
    pub fn shared(self) -> Book {
        let (today, stamp) = (self.today(), self.stamp());
        self.book(|book| extract::extract(book, today, stamp))
    }

    /// Saves what the person whose book is open shares of it as a file.
    pub fn export_shared(self) {
        self.save_now();
        let shared = untrack(|| self.shared());
        let words = [shared.name(), " shared"].concat();
        let name = words::file_name(&words, &self.today().to_string(), "json");
        self.download(&name, &record_text(&shared.into(), clock::now()));
    }

    /// Saves everything on this device as one file. True when the browser took it.
    pub fn export_everything(self) -> bool {
        self.save_now();
        let labels = self.workspace.with_value(|workspace| workspace.records());
        let mut backup = Backup { wording: self.wording.get_untracked(), ..Backup::default() };
        for record in labels.iter().filter_map(|label| self.read(&label.id)) {
            backup.add(record);
        }
        let now = clock::now();
        let mut settings = self.settings.get_untracked();
        settings.last_backup = Some(now);
        backup.settings = settings.clone();
        let name = words::file_name("everything", &self.today().to_string(), "json");
        let taken = self.download(&name, &backup_text(&backup, now));
        if taken {
            // That the file is there is the news, even where its date cannot be kept.
            let news = self.notice.get_untracked();
            self.change_settings(|current| current.last_backup = settings.last_backup);
            self.notice.set(news);
        }
        taken
    }

    /// Saves a framework, such as discussion cards to hand on, as a file.
    pub fn export_framework(self, framework: &Framework) {
        let name = words::file_name(&framework.title, &self.today().to_string(), "json");
        self.download(&name, &framework_text(framework, clock::now()));
    }

    /// Saves the text of something that could not be read as a file.
    pub fn export_aside(self, key: &str) {
        let text = self.workspace.with_value(|workspace| workspace.aside_text(key));
        match text {
            Ok(text) => {
                let name = words::file_name("could not be read", &self.today().to_string(), "txt");
                self.download(&name, &text);
            }
            Err(error) => self.tell_problem(format!("It could not be read: {error}.")),
        }
    }

    /// Takes away something that could not be read.
    pub fn drop_aside(self, key: &str) {
        let mut dropped = Ok(());
        self.workspace.update_value(|workspace| dropped = workspace.drop_aside(key));
        if let Err(error) = dropped {
            self.tell_problem(format!("It could not be taken away: {error}."));
        }
        self.refresh_lists();
    }

    pub(super) fn download(self, name: &str, text: &str) -> bool {
        match files::download(name, text) {
            Ok(()) => {
                self.tell(format!("The file {name} is in your downloads."));
                true
            }
            Err(reason) => {
                self.tell_problem(format!(
                    "The browser did not save the file ({reason}). Nothing was lost."
                ));
                false
            }
        }
    }
}
