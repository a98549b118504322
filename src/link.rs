//! Which texts become links. What was typed or imported is text; an address in it is followed only
//! when that is safe.

/// The endings of file names, which people also type where an address is asked for.
const FILES: [&str; 9] = ["pdf", "doc", "docx", "odt", "txt", "xls", "xlsx", "ppt", "pptx"];

/// The text without the spaces around it, if it is an address that is safe to follow: `http`, `https`
/// or `mailto`. `None` for any other text.
pub fn safe(text: &str) -> Option<&str> {
    let text = text.trim();
    let (scheme, rest) = text.split_once(':')?;
    let safe = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto")
        && !rest.trim_matches('/').is_empty();
    (safe && !is_broken(text)).then_some(text)
}

/// The address that a text stands for, if it is safe to follow: the text itself, or the text after
/// `https://` when only that was left out, as in `www.example.org/read`. `None` when the text is no
/// address.
pub fn address(text: &str) -> Option<String> {
    let whole = safe(text).map(str::to_owned);
    let text = text.trim();
    let meant =
        || (begins_with_host(text) && !is_broken(text)).then(|| ["https://", text].concat());
    whole.or_else(meant)
}

/// Where a link leads, compared with what its words say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// Where its words say.
    AsItSays,
    /// To this host, which its words do not show, or not plainly.
    To(String),
    /// To no page: it begins an e-mail to this address.
    Writes(String),
}

/// Where a link to `address` with these `words` leads. `host` is what the browser reads from the
/// address: the host in ASCII letters (`xn--…` for others) and a port where one is given; empty when it
/// can read none. The words show the host plainly only when they are the address itself, with nothing
/// in front of the host that could be taken for it.
pub fn leads(words: &str, address: &str, host: &str) -> Leads {
    let words = words.trim();
    if let Some(whom) = after(address, "mailto:") {
        let whom = whom.split('?').next().unwrap_or_default();
        let says = after(words, "mailto:").unwrap_or(words);
        return match says.eq_ignore_ascii_case(whom) {
            true => Leads::AsItSays,
            false => Leads::Writes(whom.to_owned()),
        };
    }
    let said = ["https://", "http://"].into_iter().find_map(|it| after(words, it));
    let said = said.unwrap_or(words);
    let rest = after(said, host).unwrap_or("@");
    let ends = rest.is_empty() || rest.starts_with(['/', '?', '#']);
    if !host.is_empty() && ends && !words.contains(is_hidden) {
        return Leads::AsItSays;
    }
    Leads::To(if host.is_empty() { address.to_owned() } else { host.to_owned() })
}

/// What follows `first` in a text that begins with it, in capitals or not. `None` when the text begins
/// otherwise.
fn after<'a>(text: &'a str, first: &str) -> Option<&'a str> {
    let begins = text.get(..first.len()).is_some_and(|it| it.eq_ignore_ascii_case(first));
    begins.then(|| &text[first.len()..])
}

fn is_broken(text: &str) -> bool {
    text.contains(|c: char| c.is_whitespace() || c.is_control() || is_hidden(c))
}

/// True for characters that are not seen, or that turn the direction of those after them: in an address
/// they can only mislead.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    )
}

/// True for a text that begins like `example.org` or `example.org:8080` and is not the name of a file.
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
