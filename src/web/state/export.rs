//! What is saved as files: one record, everything, and what could not be read.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::writing::{framework_text, record_text};
use crate::exchange::{Backup, Spoilt, file_name, parts};
use crate::framework::Framework;
use crate::person::extract;
use crate::records::Record;
use crate::web::io::{clock, files, print};
use crate::web::state::notices::Notices;
use crate::web::state::{Notice, Reversal, State};
use crate::words::state::files as say;
use crate::workspace::Stored;

/// A file that is about to be made. Its records are read only as it is made: together, the files of a
/// full device may not fit into memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The name of the file.
    pub name: String,
    content: Content,
}

#[derive(Debug, Clone, PartialEq)]
enum Content {
    /// The records with these ids. The first file also holds everything that is no record.
    Everything { ids: Vec<String>, first: bool },
    /// Records from the bin, by their ids.
    Binned(Vec<String>),
    /// Copies of records, by their keys.
    Copies(Vec<String>),
    /// What cannot be read, by its keys.
    Unread(Vec<String>),
}

impl Notices {
    /// Saves a text as a file, and tells so, or why not. True when the browser took it.
    pub(super) fn download(self, name: &str, text: &str) -> bool {
        self.tell_of_download(name, files::download(name, text))
    }

    /// Tells what became of a file. True when the browser took it.
    fn tell_of_download(self, name: &str, downloaded: Result<(), String>) -> bool {
        match downloaded {
            Ok(()) => {
                self.tell(say::saved(name));
                true
            }
            Err(reason) => {
                self.tell_problem(say::not_saved(&reason));
                false
            }
        }
    }
}

impl State {
    /// Saves one record as a file.
    pub fn export(self, id: &str) {
        self.open.save_now();
        self.survey.release_results_of(id);
        if let Some(record) = self.open.read(id) {
            let words = [record.organisation().trim(), " ", record.name()].concat();
            let name = file_name(&words, &self.today().to_string(), "json");
            let asked = record.asked();
            let (record, waiting) = record.for_others();
            if self.notices.download(&name, &record_text(&record, clock::now())) && waiting > 0 {
                self.notices.tell(say::saved_without(&name, waiting, asked));
            }
        }
    }

    /// The part of the open book that its person shares now, as a record of its own.
    pub fn shared(self) -> Record {
        let (today, stamp) = (self.today(), self.device.stamp());
        self.open.book(|book| extract::extract(book, today, stamp))
    }

    /// Saves the part of the open book that its person shares as a file.
    pub fn export_shared(self) {
        self.open.save_now();
        let shared = untrack(|| self.shared());
        let name = file_name(&say::shared(shared.name()), &self.today().to_string(), "json");
        self.notices.download(&name, &record_text(&shared, clock::now()));
    }

    /// Saves everything on this device as a file. If that would be larger than Cairn opens, saves
    /// several: the notice about each file offers to save the next.
    pub fn export_everything(self) {
        let files = self.plan_everything();
        self.save_file_of(files.into(), 0);
    }

    fn save_file_of(self, files: Arc<[Planned]>, place: usize) {
        let (Some(file), all) = (files.get(place), files.len()) else { return };
        if !self.save_planned(file) || all == 1 {
            return;
        }
        let (number, next) = (place + 1, place + 2);
        let text = say::saved_part(&file.name, number, all);
        if number == all {
            self.notices.tell(text);
            return;
        }
        self.notices.notice.set(Some(Notice {
            text,
            problem: false,
            undo: Some(Reversal::Next(
                say::save_next(next, all),
                Arc::new(move || self.save_file_of(files.clone(), number)),
            )),
        }));
    }

    /// The files that hold everything on this device, each no larger than Cairn opens. A record that
    /// turns out to be unreadable is set aside.
    pub fn plan_everything(self) -> Vec<Planned> {
        self.open.save_now();
        let labels = self.library.workspace.with_value(|workspace| workspace.records());
        // Survey results that may show by now go into the file, even if nobody has looked at them yet.
        let read = |id: &String| {
            let mut record = self.open.read(id)?;
            if record.released().is_some() {
                self.survey.release_results_of(id);
                record = self.open.read(id)?;
            }
            Some(parts::size_of(&record))
        };
        let ids = labels.into_iter().filter(|label| !label.from_newer()).map(|label| label.id);
        let sized: Vec<_> = ids.filter_map(|id| Some((read(&id)?, id))).collect();
        let content = |ids, first| Content::Everything { ids, first };
        self.named(say::EVERYTHING, self.divided(&self.besides_records(), sized, content))
    }

    /// The files for what is in the bin.
    pub fn plan_bin(self, ids: &[String]) -> Vec<Planned> {
        let read = |id: &String| Some((parts::size_of(&self.open.read(id)?), id.clone()));
        let sized = ids.iter().filter_map(read).collect();
        let files =
            self.divided(&self.device.without_choices(), sized, |ids, _| Content::Binned(ids));
        self.named(say::BIN, files)
    }

    /// The files for earlier copies, which are given by their keys. No list may hold two copies of one
    /// record, since each file comes from one list.
    pub fn plan_copies(self, copies: &[Vec<String>]) -> Vec<Planned> {
        let sized = |keys: &Vec<String>| {
            let read = |key: &String| {
                let copy =
                    self.library.workspace.with_value(|workspace| workspace.read_snapshot(key));
                Some((parts::size_of(&copy.ok().flatten()?), key.clone()))
            };
            keys.iter().filter_map(read).collect::<Vec<_>>()
        };
        let lists = copies.iter().map(sized).filter(|list| !list.is_empty());
        let files = lists.flat_map(|list| {
            self.divided(&self.device.without_choices(), list, |keys, _| Content::Copies(keys))
        });
        self.named(say::EARLIER_COPIES, files.collect())
    }

    /// The file for what cannot be read.
    pub fn plan_unread(self, keys: &[String]) -> Vec<Planned> {
        self.named(say::NOT_READABLE, vec![Content::Unread(keys.to_vec())])
    }

    /// What a file of everything has besides the records that are in it.
    fn besides_records(self) -> Backup {
        let shown = self.library.workspace.with_value(|workspace| workspace.shown_in_no_file());
        Backup { shown, voted: self.meetings.shown_of_late(), ..self.device.choices() }
    }

    /// Divides records among files that Cairn opens. Each record has its size in bytes beside its id or
    /// key; `first` is what the first file holds besides.
    fn divided(
        self,
        first: &Backup,
        sized: Vec<(usize, String)>,
        content: fn(Vec<String>, bool) -> Content,
    ) -> Vec<Content> {
        let around = [first, &self.device.without_choices()].map(parts::size);
        let numbers = parts::files(around, sized.iter().map(|(size, _)| *size));
        let mut ids = sized.into_iter().map(|(_, id)| id);
        let mut contents = Vec::new();
        for number in numbers {
            let ids = ids.by_ref().take(number).collect();
            let first = contents.is_empty();
            contents.push(content(ids, first));
        }
        contents
    }

    fn named(self, words: &str, contents: Vec<Content>) -> Vec<Planned> {
        let (day, all) = (self.today().to_string(), contents.len());
        let name = |number: usize| match all {
            1 => file_name(words, &day, "json"),
            _ => file_name(&say::one_of(words, number, all), &day, "json"),
        };
        let contents = contents.into_iter().enumerate();
        contents.map(|(place, content)| Planned { name: name(place + 1), content }).collect()
    }

    /// Saves a file that was planned. True when the browser took it.
    pub fn save_planned(self, file: &Planned) -> bool {
        let now = clock::now();
        let in_bin = |id: &String| self.open.read(id);
        let copy = |key: &String| {
            let read = self.library.workspace.with_value(|workspace| workspace.read_snapshot(key));
            read.ok().flatten()
        };
        let (first, records): (Backup, Vec<Record>) = match &file.content {
            Content::Unread(keys) => return self.save_unread(&file.name, keys),
            Content::Everything { ids, first: true } => {
                (self.besides_records(), ids.iter().filter_map(in_bin).collect())
            }
            Content::Everything { ids, .. } | Content::Binned(ids) => {
                (self.device.without_choices(), ids.iter().filter_map(in_bin).collect())
            }
            Content::Copies(keys) => {
                (self.device.without_choices(), keys.iter().filter_map(copy).collect())
            }
        };
        let lacks: usize = records.iter().map(Record::lacking).sum();
        let taken = self.notices.download(&file.name, &parts::file_text(first, records, now));
        if taken && matches!(file.content, Content::Everything { .. }) {
            if lacks > 0 {
                self.notices.tell(say::all_saved_without(&file.name, lacks));
            }
            // The notice about the file stays, even if saving its date fails and tells so.
            let news = self.notices.notice.get_untracked();
            self.device.change_settings(|current| current.last_backup = Some(now));
            self.notices.notice.set(news);
        }
        taken
    }

    fn save_unread(self, name: &str, keys: &[String]) -> bool {
        let unpacked = |key: &String| {
            let text = self.library.workspace.with_value(|workspace| workspace.unpacked(key));
            (key.clone(), text.ok().flatten())
        };
        let texts: Vec<_> = keys.iter().map(unpacked).collect();
        self.notices.tell_of_download(name, files::download_kept(name, &texts))
    }

    /// Prints the page. If the browser does nothing, tells what else to try.
    pub fn print(self) {
        print::print(move || self.notices.tell_problem(say::NO_PRINT));
    }

    /// Saves a framework, such as discussion cards to hand on, as a file.
    pub fn export_framework(self, framework: &Framework) {
        let name = file_name(&framework.title, &self.today().to_string(), "json");
        self.notices.download(&name, &framework_text(framework, clock::now()));
    }

    /// Saves a part of a backup that cannot be opened, unchanged, as a file.
    pub fn export_spoilt(self, spoilt: &Spoilt) {
        let name = file_name(&spoilt.name, &self.today().to_string(), "json");
        self.notices.download(&name, &spoilt.text(clock::now()));
    }

    /// Saves the text of something that could not be read as a file.
    pub fn export_unreadable(self, key: &str) {
        let kept = self.library.workspace.with_value(|workspace| workspace.unreadable_text(key));
        let name = file_name(say::NOT_READABLE, &self.today().to_string(), "txt");
        match kept {
            Ok(Stored::Text(text)) => drop(self.notices.download(&name, &text)),
            Ok(Stored::Units(units)) => {
                self.notices.tell_of_download(&name, files::download_units(&name, &units));
            }
            Err(error) => self.notices.tell_problem(say::not_readable(&error)),
        }
    }
}
