//! A text as a QR code, in the form in which it can be drawn: one path.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// A QR code in modules, without the quiet zone around it: four modules have to be left free on each
/// side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrPath {
    /// How many modules it is wide and high.
    pub size: u32,
    /// The dark modules as the `d` of an SVG path, a module being one unit.
    pub path: String,
}

/// The QR code of `text`, of which about a seventh may be damaged. `None` when the text is too long
/// for any.
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
