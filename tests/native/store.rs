//! A store in memory that fails wherever a test likes.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use cairn::workspace::{Store, StoreError};

/// Clones share what they keep, as two tabs of one browser do.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore(Rc<RefCell<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    texts: BTreeMap<String, String>,
    /// In UTF-16 units, keys included, as browsers count.
    quota: Option<usize>,
    blocked: bool,
    calls: usize,
    fault: Option<(usize, Fault)>,
}

/// What goes wrong at one call.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The call fails.
    Fails(StoreError),
    /// A write keeps something else and says nothing; other calls are well.
    KeepsOther(&'static str),
}

impl MemoryStore {
    pub fn put(&self, key: &str, text: &str) {
        self.0.borrow_mut().texts.insert(key.to_owned(), text.to_owned());
    }

    pub fn get(&self, key: &str) -> Option<String> {
        self.0.borrow().texts.get(key).cloned()
    }

    pub fn texts(&self) -> BTreeMap<String, String> {
        self.0.borrow().texts.clone()
    }

    pub fn keys_with(&self, prefix: &str) -> Vec<String> {
        self.0.borrow().texts.keys().filter(|key| key.starts_with(prefix)).cloned().collect()
    }

    pub fn set_quota(&self, quota: Option<usize>) {
        self.0.borrow_mut().quota = quota;
    }

    pub fn set_blocked(&self, blocked: bool) {
        self.0.borrow_mut().blocked = blocked;
    }

    /// The `n`th call from now on, from 1, goes wrong.
    pub fn set_fault(&self, fault: Option<(usize, Fault)>) {
        let mut inner = self.0.borrow_mut();
        inner.calls = 0;
        inner.fault = fault;
    }

    /// The calls since the last [`MemoryStore::set_fault`].
    pub fn calls(&self) -> usize {
        self.0.borrow().calls
    }

    pub fn used(&self) -> usize {
        used(&self.0.borrow().texts)
    }

    /// Counts a call. Gives what a write keeps instead, if anything.
    fn call(&self) -> Result<Option<&'static str>, StoreError> {
        let mut inner = self.0.borrow_mut();
        inner.calls += 1;
        if inner.blocked {
            return Err(StoreError::Blocked);
        }
        match &inner.fault {
            Some((n, Fault::Fails(error))) if *n == inner.calls => Err(error.clone()),
            Some((n, Fault::KeepsOther(other))) if *n == inner.calls => Ok(Some(other)),
            _ => Ok(None),
        }
    }
}

fn used(texts: &BTreeMap<String, String>) -> usize {
    texts.iter().map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count()).sum()
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call()?;
        Ok(self.keys_with(""))
    }

    fn head(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        Ok(self.get(key).map(|text| text.split('\n').next().unwrap_or_default().to_owned()))
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        Ok(self.get(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let text = self.call()?.unwrap_or(text);
        let mut inner = self.0.borrow_mut();
        let mut then = inner.texts.clone();
        then.insert(key.to_owned(), text.to_owned());
        if inner.quota.is_some_and(|quota| used(&then) > quota) {
            return Err(StoreError::Full);
        }
        inner.texts = then;
        Ok(())
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        self.call()?;
        Ok(self.get(key).as_deref() == Some(text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call()?;
        self.0.borrow_mut().texts.remove(key);
        Ok(())
    }
}
