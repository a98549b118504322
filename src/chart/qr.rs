//! A text as a QR code that can be drawn as one path.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// A QR code, measured in modules (its squares). The quiet zone is not included: leave four modules
/// free on each side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrPath {
    /// How many modules it is wide and high.
    pub size: u32,
    /// The dark modules as the `d` of an SVG path, a module being one unit.
    pub path: String,
}

/// The QR code of `text`, which can still be read when about a seventh of it is damaged. `None` when
/// the text is too long for any.
pub fn qr(text: &str) -> Option<QrPath> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run as i32 + 1;
        }
    }
    Some(QrPath { size: code.size() as u32, path })
}
