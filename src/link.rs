//! Which texts become links. What was typed or imported is text; an address in it is followed only
//! when that is safe.

/// The endings of files that people name where an address is asked for.
const FILES: [&str; 9] = ["pdf", "doc", "docx", "odt", "txt", "xls", "xlsx", "ppt", "pptx"];

/// The text, without the spaces around it, where it is an address that is safe to follow: web or
/// mail, and nothing else.
pub fn safe(text: &str) -> Option<&str> {
    let text = text.trim();
    let (scheme, rest) = text.split_once(':')?;
    let safe = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto")
        && !rest.trim_matches('/').is_empty();
    (safe && !is_broken(text)).then_some(text)
}

/// The address that a text stands for, where it is safe to follow: the text itself, or with `https://`
/// before it where only that was left out, as in `www.example.org/read`. What is no address gives none.
pub fn address(text: &str) -> Option<String> {
    let whole = safe(text).map(str::to_owned);
    let text = text.trim();
    let meant =
        || (begins_with_host(text) && !is_broken(text)).then(|| ["https://", text].concat());
    whole.or_else(meant)
}

fn is_broken(text: &str) -> bool {
    text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// True for what begins like `example.org` or `example.org:8080` and is not the name of a file.
fn begins_with_host(text: &str) -> bool {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (host, port) = text[..end].split_once(':').unwrap_or((&text[..end], "443"));
    let Some((names, last)) = host.rsplit_once('.') else { return false };
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_file = end == text.len() && FILES.contains(&last.to_ascii_lowercase().as_str());
    names.split('.').all(is_name)
        && last.chars().count() > 1
        && last.chars().all(char::is_alphabetic)
        && !port.is_empty()
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && !is_file
}
