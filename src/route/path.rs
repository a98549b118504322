//! The paths that addresses are made of.

/// The parts of an address as one text, each after a slash.
pub(super) fn joined(path: &[&str]) -> String {
    let mut joined = String::new();
    for part in path {
        joined.push('/');
        joined.push_str(part);
    }
    joined
}
