//! Takes saved mails apart, and decodes parts in base64 or quoted-printable.

/// Header fields by which a mail is known.
const FIELDS: [&str; 9] = [
    "from",
    "to",
    "subject",
    "date",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
];

/// True for the text of one or several saved mails: at least two header fields are at the top.
pub fn is_mail(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().take(200).take_while(|line| !line.trim().is_empty());
    let fields = first.filter_map(field).filter(|(name, _)| FIELDS.contains(&name.as_str()));
    fields.count() > 1
        && text
            .lines()
            .next()
            .is_some_and(|line| line.starts_with("From ") || field(line).is_some())
}

/// The parts of one or several saved mails, decoded; empty parts are left out.
pub fn parts(text: &str) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    let mut boundaries: Vec<String> = Vec::new();
    let mut part = Part::default();
    let mut after_blank = true;
    for line in text.lines() {
        let bounded = line.strip_prefix("--").map(str::trim_end).is_some_and(|name| {
            let name = name.strip_suffix("--").unwrap_or(name);
            boundaries.iter().any(|boundary| boundary == name)
        });
        if bounded || (after_blank && line.starts_with("From ") && line.contains(':')) {
            parts.extend(std::mem::take(&mut part).unpacked());
        } else if part.is_in_body {
            part.body.push_str(line);
            part.body.push('\n');
        } else if line.trim().is_empty() {
            // A forwarded mail (`message/rfc822`) has a header of its own before its body.
            part.is_in_body = !std::mem::take(&mut part.holds_mail);
        } else {
            boundaries.extend(boundary(line));
            part.note(line);
        }
        after_blank = line.trim().is_empty();
    }
    parts.extend(part.unpacked());
    parts
}

/// One part while it is read.
#[derive(Default)]
struct Part {
    is_in_body: bool,
    holds_mail: bool,
    packed: String,
    body: String,
}

impl Part {
    fn note(&mut self, line: &str) {
        let Some((name, value)) = field(line) else { return };
        match name.as_str() {
            "content-transfer-encoding" => self.packed = value.trim().to_ascii_lowercase(),
            "content-type" => {
                self.holds_mail = value.to_ascii_lowercase().contains("message/rfc822")
            }
            _ => {}
        }
    }

    fn unpacked(self) -> Option<Vec<u8>> {
        let bytes = match self.packed.as_str() {
            "base64" => from_base64(&self.body),
            "quoted-printable" => from_quoted_printable(&self.body),
            _ => self.body.into_bytes(),
        };
        (!bytes.trim_ascii().is_empty()).then_some(bytes)
    }
}

/// The name, in small letters, and the value of a header field; `None` for any other line.
fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.split_once(':')?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (!name.is_empty() && name.bytes().all(plain)).then(|| (name.to_ascii_lowercase(), value))
}

fn boundary(line: &str) -> Option<String> {
    let at = line.to_ascii_lowercase().find("boundary=")?;
    let value = &line[at + "boundary=".len()..];
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([';', ' ', '\t']).next(),
    };
    value.filter(|value| !value.is_empty()).map(str::to_owned)
}

/// The bytes of a text in base64. Characters that are not part of base64 are skipped.
fn from_base64(text: &str) -> Vec<u8> {
    let (mut bytes, mut buffer, mut held) = (Vec::new(), 0_u32, 0);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        buffer = buffer << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((buffer >> held) as u8);
        }
    }
    bytes
}

fn from_quoted_printable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in text.lines() {
        let line = line.trim_end();
        let (line, goes_on) = line.strip_suffix('=').map_or((line, false), |line| (line, true));
        let mut rest = line.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            let digit = |place: usize| char::from(*after.get(place)?).to_digit(16);
            match (*first, digit(0), digit(1)) {
                (b'=', Some(high), Some(low)) => {
                    bytes.push((high << 4 | low) as u8);
                    rest = &after[2..];
                }
                _ => {
                    bytes.push(*first);
                    rest = after;
                }
            }
        }
        if !goes_on {
            bytes.push(b'\n');
        }
    }
    bytes
}
