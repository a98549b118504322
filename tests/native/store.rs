//! A store in memory that a test can make fail at any call.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use cairn::json::Json;
use cairn::workspace::{Store, StoreError, Stored};

/// Clones share what they keep, as two tabs of one browser do.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore(Rc<RefCell<Inner>>);

/// UTF-16 units, as browsers keep them.
type Units = Vec<u16>;

#[derive(Debug, Default)]
struct Inner {
    texts: BTreeMap<Units, Units>,
    /// In UTF-16 units, keys included, as browsers count.
    quota: Option<usize>,
    blocked: bool,
    calls: usize,
    fault: Option<(usize, Fault)>,
    /// True when all calls after the faulty one go wrong as well.
    lasting: bool,
    /// What was written, in order, for tabs that hear of it later.
    written: Vec<(String, Option<String>)>,
}

/// What goes wrong at one call.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The call fails.
    Fails(StoreError),
    /// A write keeps another text and reports success; other calls work.
    KeepsOther(&'static str),
    /// A write keeps the first half and reports success.
    KeepsHalf,
    /// A write or a removal leaves what was there and reports success.
    KeepsOlder,
    /// A write leaves nothing under the key and reports success.
    Drops,
    /// A write or a removal is done, but reports a failure.
    DoesAndFails,
}

impl MemoryStore {
    pub fn put(&self, key: &str, text: &str) {
        self.put_units(key, units(text));
    }

    pub fn put_units(&self, key: &str, text: Units) {
        self.0.borrow_mut().texts.insert(units(key), text);
    }

    pub fn put_under_units(&self, key: Units, text: &str) {
        self.0.borrow_mut().texts.insert(key, units(text));
    }

    pub fn take(&self, key: &str) {
        self.0.borrow_mut().texts.remove(&units(key));
    }

    pub fn get(&self, key: &str) -> Option<String> {
        self.units(key).map(|text| String::from_utf16_lossy(&text))
    }

    pub fn units(&self, key: &str) -> Option<Units> {
        self.0.borrow().texts.get(&units(key)).cloned()
    }

    /// Every key with its text. Invalid UTF-16 in them is replaced.
    pub fn texts(&self) -> BTreeMap<String, String> {
        let text = |units: &Units| String::from_utf16_lossy(units);
        self.0.borrow().texts.iter().map(|(key, kept)| (text(key), text(kept))).collect()
    }

    /// How many keys there are, also of those that are no valid UTF-16.
    pub fn count(&self) -> usize {
        self.0.borrow().texts.len()
    }

    /// Removes everything, as another page of the same origin can.
    pub fn empty(&self) {
        self.0.borrow_mut().texts.clear();
    }

    pub fn keys_with(&self, prefix: &str) -> Vec<String> {
        let inner = self.0.borrow();
        let keys = inner.texts.keys().filter_map(|key| String::from_utf16(key).ok());
        keys.filter(|key| key.starts_with(prefix)).collect()
    }

    pub fn set_quota(&self, quota: Option<usize>) {
        self.0.borrow_mut().quota = quota;
    }

    pub fn set_blocked(&self, blocked: bool) {
        self.0.borrow_mut().blocked = blocked;
    }

    /// Makes the `n`th call from now on go wrong, counted from 1. `None` takes the fault away.
    pub fn set_fault(&self, fault: Option<(usize, Fault)>) {
        let mut inner = self.0.borrow_mut();
        inner.calls = 0;
        inner.fault = fault;
        inner.lasting = false;
    }

    /// Makes every call from now on go wrong.
    pub fn set_lasting_fault(&self, fault: Fault) {
        self.set_fault(Some((1, fault)));
        self.0.borrow_mut().lasting = true;
    }

    /// The calls since the last [`MemoryStore::set_fault`].
    pub fn calls(&self) -> usize {
        self.0.borrow().calls
    }

    pub fn used(&self) -> usize {
        used(&self.0.borrow().texts)
    }

    /// The writes and removals since the last call of this, in order: each key with its text
    /// afterwards, `None` for a removal.
    pub fn take_written(&self) -> Vec<(String, Option<String>)> {
        std::mem::take(&mut self.0.borrow_mut().written)
    }

    /// Counts a call. Fails when the call is to fail at once; otherwise returns the fault that its
    /// caller has to play, if any.
    fn call(&self) -> Result<Option<Fault>, StoreError> {
        let mut inner = self.0.borrow_mut();
        inner.calls += 1;
        if inner.blocked {
            return Err(StoreError::Blocked);
        }
        let (calls, lasting) = (inner.calls, inner.lasting);
        match &inner.fault {
            Some((n, fault)) if *n == calls || (lasting && *n < calls) => match fault {
                Fault::Fails(error) => Err(error.clone()),
                fault => Ok(Some(fault.clone())),
            },
            _ => Ok(None),
        }
    }

    fn keep(&self, key: &str, text: Units, fault: Option<Fault>) -> Result<(), StoreError> {
        let mut inner = self.0.borrow_mut();
        let mut then = inner.texts.clone();
        let key = units(key);
        match &fault {
            Some(Fault::KeepsOther(other)) => then.insert(key.clone(), units(other)),
            Some(Fault::KeepsHalf) => then.insert(key.clone(), text[..text.len() / 2].to_vec()),
            Some(Fault::KeepsOlder) => None,
            Some(Fault::Drops) => then.remove(&key),
            _ => then.insert(key.clone(), text),
        };
        if inner.quota.is_some_and(|quota| used(&then) > quota) {
            return Err(StoreError::Full);
        }
        let written = then.get(&key).map(|text| String::from_utf16_lossy(text));
        inner.written.push((String::from_utf16_lossy(&key), written));
        inner.texts = then;
        done(fault)
    }
}

fn done(fault: Option<Fault>) -> Result<(), StoreError> {
    match fault {
        Some(Fault::DoesAndFails) => Err(StoreError::Failed("done, and failed".to_owned())),
        _ => Ok(()),
    }
}

pub fn units(text: &str) -> Units {
    text.encode_utf16().collect()
}

fn used(texts: &BTreeMap<Units, Units>) -> usize {
    texts.iter().map(|(key, text)| key.len() + text.len()).sum()
}

impl Store for MemoryStore {
    fn json(line: &str) -> Option<Json> {
        serde_json::from_str(line).ok()
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call()?;
        Ok(self.keys_with(""))
    }

    fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        Ok(self.get(key).map(|text| text.split('\n').next().unwrap_or_default().to_owned()))
    }

    fn read(&self, key: &str) -> Result<Option<Stored>, StoreError> {
        self.call()?;
        let stored = |units: Units| match String::from_utf16(&units) {
            Ok(text) => Stored::Text(text),
            Err(_) => Stored::Units(units),
        };
        Ok(self.units(key).map(stored))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let fault = self.call()?;
        self.keep(key, units(text), fault)
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        self.call()?;
        Ok(self.units(key) == Some(units(text)))
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let fault = self.call()?;
        match self.units(from) {
            Some(text) => self.keep(to, text, fault),
            None => Ok(()),
        }
    }

    fn same(&self, one: &str, other: &str) -> Result<bool, StoreError> {
        self.call()?;
        Ok(self.units(one).is_some() && self.units(one) == self.units(other))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let fault = self.call()?;
        if fault != Some(Fault::KeepsOlder) {
            let mut inner = self.0.borrow_mut();
            if inner.texts.remove(&units(key)).is_some() {
                inner.written.push((key.to_owned(), None));
            }
        }
        done(fault)
    }

    fn remove_all(&self, prefix: &str) -> Result<(), StoreError> {
        let fault = self.call()?;
        if fault != Some(Fault::KeepsOlder) {
            let prefix = units(prefix);
            self.0.borrow_mut().texts.retain(|key, _| !key.starts_with(&prefix));
        }
        done(fault)
    }
}
