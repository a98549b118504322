//! Which texts become links. What was typed or imported is text; an address in it is followed only
//! when that is safe.

/// The text, without the spaces around it, where it is an address that is safe to follow: web or
/// mail, and nothing else.
pub fn safe(text: &str) -> Option<&str> {
    let text = text.trim();
    let scheme = text.split(':').next()?.to_ascii_lowercase();
    let safe = matches!(scheme.as_str(), "http" | "https" | "mailto") && text.contains(':');
    (safe && !text.contains(|c: char| c.is_whitespace() || c.is_control())).then_some(text)
}
