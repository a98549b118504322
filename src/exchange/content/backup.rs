//! Reads a file of everything from its JSON, record by record. A record that cannot be read is set
//! apart as it came, and does not keep the others from being opened.

use std::mem::take;

use crate::by_id::{ById, Ids};
use crate::exchange::checks::{check_record, check_wording};
use crate::exchange::content::device::{settings, wording};
use crate::exchange::content::record::record;
use crate::exchange::envelope::{Backup, ENVELOPE, Part, Spoilt, list_of};
use crate::exchange::problem::ImportError;
use crate::exchange::reason::shown;
use crate::json::later::{Beyond, Later};
use crate::json::{Json, Read};
use crate::record::RecordKind;
use crate::records::Record;
use crate::survey::read::number;

/// Reads a file of everything. What a later Cairn has written is given to the part that it belongs to;
/// the rest of it is left in `json`.
pub fn backup(json: &mut Json) -> Read<Backup> {
    let mut spoilt = Spoiled::default();
    let mut fields = json.fields()?;
    let mut backup = Backup::default();
    for kind in RecordKind::ALL {
        let list = list_of(kind);
        let read = &mut |json: &mut Json| spoilt.records(kind, list, json);
        let records = match kind {
            RecordKind::Audit => fields.needed_by(list, read),
            _ => fields.maybe_by(list, read),
        };
        backup.records.extend(records.unwrap_or_default());
    }
    backup.settings = fields
        .maybe_by("settings", &mut |json| {
            Ok(spoilt.part(Part::Settings, "settings", json, &mut |json| Ok(settings(json)?)))
        })
        .flatten()
        .unwrap_or_default();
    backup.wording = fields
        .maybe_by("wording", &mut |json| {
            Ok(spoilt.part(Part::Wording, "wording", json, &mut |json| {
                let wording = wording(json)?;
                check_wording(&wording)?;
                Ok(wording)
            }))
        })
        .flatten();
    // Nobody wrote these, so when they cannot be read, the file opens without them.
    backup.shown =
        fields.maybe_by("shown", &mut |json| Ok(known(json, number))).unwrap_or_default();
    let numbers = |json: &mut Json| json.list(number);
    backup.voted =
        fields.maybe_by("voted", &mut |json| Ok(known(json, numbers))).unwrap_or_default();
    let mut backup = fields.done(backup)?;
    backup.spoilt = spoilt.parts;
    give_out(&mut backup, json);
    Ok(backup)
}

/// A map by id; an empty one when it cannot be read.
fn known<T>(json: &mut Json, read: fn(&mut Json) -> Read<T>) -> ById<T> {
    json.answers(read).unwrap_or_else(|_| {
        *json = Json::Null;
        ById::new()
    })
}

/// Gives each part what a later Cairn has written in it, and leaves the rest in `json`.
fn give_out(backup: &mut Backup, json: &mut Json) {
    let mut later = json.left();
    for record in &mut backup.records {
        record.beyond = of_record(later.take(&[list_of(record.kind()), &record.id]));
    }
    backup.settings.later = later.take(&["settings"]);
    if let Some(wording) = &mut backup.wording {
        wording.beyond = of_record(later.take(&["wording"]));
    }
    json.leave(later);
}

fn of_record(mut later: Later) -> Beyond {
    let mut whole = Later::NOTHING;
    if let Some(Json::Object(fields)) = later.take_own(ENVELOPE) {
        for (name, value) in fields {
            whole.keep(name, value);
        }
    }
    whole.put(&["data"], later);
    whole.into()
}

/// A function that reads a part and checks it.
type Checked<'a, T> = &'a mut dyn FnMut(&mut Json) -> Result<T, ImportError>;

/// The parts that could not be read, and the ids of those that could.
#[derive(Default)]
struct Spoiled {
    parts: Vec<Spoilt>,
    ids: Ids,
}

impl Spoiled {
    /// The records of a list that can be read. One with the id of another record counts as one that
    /// cannot.
    fn records(
        &mut self,
        kind: RecordKind,
        list: &'static str,
        json: &mut Json,
    ) -> Read<Vec<Record>> {
        let (mut records, mut index) = (Vec::new(), 0);
        json.each_entry(&mut |json| {
            let place = format!("{list}[{index}]");
            index += 1;
            let mut known = take(&mut self.ids);
            records.extend(self.part(Part::Record(kind), &place, json, &mut |json| {
                let record = record(kind, json)?;
                check_record(&record)?;
                if known.contains(&record.id) {
                    return Err(ImportError::Duplicate { what: "records", id: record.id });
                }
                known.insert(record.id.clone());
                Ok(record)
            }));
            self.ids = known;
            Ok(())
        })?;
        Ok(records)
    }

    /// A part; `None` when it cannot be read, and then it is set apart.
    fn part<T>(
        &mut self,
        part: Part,
        place: &str,
        json: &mut Json,
        read: Checked<'_, T>,
    ) -> Option<T> {
        let whole = json.clone();
        match read(json) {
            Ok(read) => Some(read),
            Err(problem) => {
                *json = Json::Null;
                let problem = problem.within(&format!("data.{place}"));
                self.parts.push(Spoilt { part, name: name_of(&whole), problem, json: whole });
                None
            }
        }
    }
}

/// The name of a record that cannot be read; empty when the name cannot be read either.
fn name_of(json: &Json) -> String {
    let field = |json: &Json, name: &str| match json {
        Json::Object(fields) => {
            fields.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone())
        }
        _ => None,
    };
    let of_audit = field(json, "name").and_then(|name| field(&name, "text"));
    let of_book = || field(&field(&field(json, "answers")?, "name")?, "value");
    match of_audit.or_else(of_book) {
        Some(Json::Text(name)) => shown(&name),
        _ => String::new(),
    }
}
