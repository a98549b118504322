//! Starts Cairn in a browser, and nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    cairn::web::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Cairn runs in a browser: ./dev serve builds it and shows it there.");
}
