//! Which module may use which. The tests read the paths in the sources and fail when one leads to a
//! module that its file may not use.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::tokens::{find_rust, tokens};

/// A path in a source file, resolved from the root of its crate: `["crate", "audit", "slot"]`, or
/// `["serde", "Serialize"]` for another crate's.
#[derive(Debug, PartialEq)]
struct Arrow {
    line: usize,
    to: Vec<String>,
    /// True for a path in a `pub use`, which passes the name on.
    passes_on: bool,
}

struct Source {
    /// The path from the root of the package, with `/` between its parts.
    file: String,
    /// The module: `["web", "io", "store"]`.
    module: Vec<String>,
    tokens: Vec<(usize, String)>,
    arrows: Vec<Arrow>,
}

impl Source {
    fn is_in(&self, module: &[&str]) -> bool {
        self.module.iter().map(String::as_str).take(module.len()).eq(module.iter().copied())
    }

    /// The line of the first call of a macro by its bare name; `None` when there is none.
    fn calls_macro(&self, name: &str) -> Option<usize> {
        let call = self.tokens.windows(2).find(|pair| pair[0].1 == name && pair[1].1 == "!");
        call.map(|call| call[0].0)
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = |path: PathBuf| {
        let inside = path.strip_prefix(root.join("src")).unwrap();
        let mut module: Vec<String> = inside
            .with_extension("")
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
            module.pop();
        }
        let tokens = tokens(&std::fs::read_to_string(&path).unwrap());
        let arrows = arrows(&tokens, &module);
        let file = format!("src/{}", inside.to_string_lossy().replace('\\', "/"));
        Source { file, module, tokens, arrows }
    };
    find_rust(&root.join("src")).into_iter().map(source).collect()
}

/// Every path of a source that has a `::` in it or stands in a `use`. A `use` tree gives a path for
/// each of its names.
fn arrows(tokens: &[(usize, String)], module: &[String]) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        let (line, token) = &tokens[place];
        if token == "use" {
            let before = arrows.len();
            let passes_on = is_public(&tokens[..place]);
            place = tree(tokens, place + 1, &[], module, &mut arrows);
            arrows[before..].iter_mut().for_each(|arrow| arrow.passes_on = passes_on);
        } else if is_word(token) && tokens.get(place + 1).is_some_and(|next| next.1 == "::") {
            let mut path = vec![token.clone()];
            while tokens.get(place + 1).is_some_and(|next| next.1 == "::")
                && tokens.get(place + 2).is_some_and(|next| is_word(&next.1))
            {
                path.push(tokens[place + 2].1.clone());
                place += 2;
            }
            arrows.push(Arrow { line: *line, to: resolved(&path, module), passes_on: false });
            place += 1;
        } else {
            place += 1;
        }
    }
    arrows
}

/// True when the tokens end with `pub` or `pub(…)`, so that the item after them is public.
fn is_public(before: &[(usize, String)]) -> bool {
    let [.., last] = before else { return false };
    let open = before.iter().rposition(|token| token.1 == "(");
    let word = if last.1 == ")" { open.and_then(|open| before.get(open - 1)) } else { Some(last) };
    word.is_some_and(|word| word.1 == "pub")
}

/// Reads the paths of a `use` tree from `place` on into `arrows`. Returns the place after the tree.
fn tree(
    tokens: &[(usize, String)],
    mut place: usize,
    before: &[String],
    module: &[String],
    arrows: &mut Vec<Arrow>,
) -> usize {
    let mut path = before.to_vec();
    let line = tokens.get(place).map_or(0, |token| token.0);
    let mut grouped = false;
    while let Some((_, token)) = tokens.get(place) {
        match token.as_str() {
            "::" => place += 1,
            "{" => {
                grouped = true;
                place += 1;
                while tokens.get(place).is_some_and(|token| token.1 != "}") {
                    place = tree(tokens, place, &path, module, arrows);
                    if tokens.get(place).is_some_and(|token| token.1 == ",") {
                        place += 1;
                    }
                }
                place += 1;
            }
            "as" => place += 2,
            word if is_word(word) || word == "*" => {
                path.push(word.to_owned());
                place += 1;
            }
            _ => break,
        }
    }
    if !grouped && !path.is_empty() {
        arrows.push(Arrow { line, to: resolved(&path, module), passes_on: false });
    }
    place
}

fn is_word(token: &str) -> bool {
    token.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn resolved(path: &[String], module: &[String]) -> Vec<String> {
    let mut base = module.to_vec();
    let mut rest = path;
    while let Some((first, after)) = rest.split_first() {
        match first.as_str() {
            "crate" | "cairn" => base.clear(),
            "super" => drop(base.pop()),
            "self" => {}
            _ if rest.len() == path.len() => return path.to_vec(),
            _ => break,
        }
        rest = after;
    }
    ["crate".to_owned()].into_iter().chain(base).chain(rest.iter().cloned()).collect()
}

/// The rooms on the map in `src/lib.rs`, each with its shelf: the number of the line that it stands in.
fn shelves() -> BTreeMap<String, usize> {
    shelves_of(include_str!("../../src/lib.rs"))
}

/// The rooms of `src/web` with their shelves, from the map in `src/web/mod.rs`.
fn web_shelves() -> BTreeMap<String, usize> {
    shelves_of(include_str!("../../src/web/mod.rs"))
}

fn shelves_of(map: &str) -> BTreeMap<String, usize> {
    let lines = map.lines().filter_map(|line| line.strip_prefix("//! - "));
    let mut shelves = BTreeMap::new();
    for (shelf, line) in lines.enumerate() {
        for name in line.split('`').skip(1).step_by(2) {
            if name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
                shelves.insert(name.to_owned(), shelf);
            }
        }
    }
    shelves
}

fn fail_with(wrong: &[String], rule: &str) {
    assert!(wrong.is_empty(), "\n{rule}\n\n{}\n", wrong.join("\n"));
}

/// Fails with `rule` when a source that `from` selects has an arrow that `wrong` forbids.
fn check(rule: &str, from: impl Fn(&Source) -> bool, wrong: impl Fn(&Source, &[&str]) -> bool) {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| from(source)) {
        for Arrow { line, to, .. } in &source.arrows {
            let to: Vec<&str> = to.iter().map(String::as_str).collect();
            if wrong(source, &to) {
                found.push(format!("  {}:{line} uses {}", source.file, to.join("::")));
            }
        }
    }
    fail_with(&found, rule);
}

#[test]
fn every_room_is_on_the_map() {
    let shelves = shelves();
    assert!(shelves.len() >= 10, "the map in src/lib.rs could not be read: {shelves:?}");
    let missing: Vec<String> = sources()
        .iter()
        .filter_map(|source| source.module.first())
        .filter(|room| !shelves.contains_key(*room))
        .map(|room| format!("  {room}"))
        .collect();
    fail_with(&missing, "Each room has its place in the list at the top of src/lib.rs. Not there:");
}

#[test]
fn no_room_knows_one_that_stands_on_it() {
    let shelves = shelves();
    check(
        "A room may know those above it in the list at the top of src/lib.rs, never those below or beside it.",
        |source| !source.module.is_empty(),
        |source, to| match to {
            ["crate", room, ..] if *room != source.module[0] => {
                shelves.get(*room).is_some_and(|shelf| *shelf >= shelves[&source.module[0]])
            }
            _ => false,
        },
    );
}

#[test]
fn no_room_of_the_web_knows_one_that_stands_on_it() {
    let shelves = web_shelves();
    let room = |source: &Source| source.module.get(1).cloned().unwrap_or_default();
    let missing: Vec<String> = sources()
        .iter()
        .filter(|source| source.is_in(&["web"]) && source.module.len() > 1)
        .map(room)
        .filter(|room| !shelves.contains_key(room))
        .collect();
    fail_with(
        &missing,
        "Each room has its place in the list at the top of src/web/mod.rs. Not there:",
    );
    check(
        "A room may know those above it in the list at the top of src/web/mod.rs, never those below or beside it.",
        |source| source.is_in(&["web"]) && source.module.len() > 1,
        |source, to| match to {
            ["crate", "web", other, ..] if *other != room(source) => {
                shelves.get(*other).is_some_and(|shelf| *shelf >= shelves[&room(source)])
            }
            _ => false,
        },
    );
}

/// True for a file of the web's rooms from `shared` on, which hold pages and parts of pages.
fn has_pages(source: &Source) -> bool {
    let shelves = web_shelves();
    let room = source.module.get(1).filter(|_| source.is_in(&["web"]));
    room.and_then(|room| shelves.get(room)).is_some_and(|shelf| *shelf >= shelves["shared"])
}

#[test]
fn the_rules_of_progression_stand_alone() {
    check(
        "src/progression.rs is to be used as it is by other programs: the standard library only.",
        |source| source.is_in(&["progression"]),
        |_, to| {
            let own = |name: &str| name.starts_with(|c: char| c.is_uppercase());
            !(matches!(to[0], "std" | "core") || own(to[0]))
        },
    );
}

#[test]
fn only_the_web_knows_the_browser() {
    let browser = |name: &str| {
        let crates = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
        crates.iter().any(|first| name == *first || name.starts_with(&format!("{first}_")))
    };
    check(
        "Only src/web and src/main.rs are compiled for the browser and may use its crates.",
        |source| !source.is_in(&["web"]) && source.file != "src/main.rs",
        |_, to| browser(to[0]),
    );
}

#[test]
fn browser_access_knows_no_view() {
    let rule = "src/web/io is the browser without any view: it builds none and knows no page.";
    check(
        rule,
        |source| source.is_in(&["web", "io"]),
        |_, to| matches!(to, ["leptos", .., "view"]),
    );
    let views: Vec<String> = sources()
        .iter()
        .filter(|source| source.is_in(&["web", "io"]))
        .filter_map(|source| Some(format!("  {}:{}", source.file, source.calls_macro("view")?)))
        .collect();
    fail_with(&views, rule);
}

#[test]
fn small_parts_and_pictures_know_no_record() {
    check(
        "src/web/ui and src/web/chart are given texts and numbers: they know no record.",
        |source| source.is_in(&["web", "ui"]) || source.is_in(&["web", "chart"]),
        |_, to| match to {
            ["crate", "audit", "standing", ..] => false,
            ["crate", "audit" | "records" | "merge" | "exchange" | "workspace", ..] => true,
            _ => false,
        },
    );
}

#[test]
fn a_page_asks_the_state() {
    check(
        "A page never touches storage, files or the clock: it asks src/web/state.rs.",
        has_pages,
        |_, to| matches!(to, ["crate", "web", "io", ..]),
    );
}

/// The title of a page is its heading, and the browser's history keeps titles long after a device was
/// cleared. So a heading has fixed words or a `data-title` beside it, or its file is in `KNOWN`: there,
/// the words are the framework's, dates, or the name of a kind of record.
#[test]
fn no_title_of_a_page_has_words_of_a_person() {
    const KNOWN: &[&str] = &[
        "src/web/answer/kiosk.rs",
        "src/web/audit/area.rs",
        "src/web/audit/review.rs",
        "src/web/organisation/round.rs",
        "src/web/shared/book/about.rs",
        "src/web/shared/book/new.rs",
        "src/web/shared/frame.rs",
        "src/web/survey/manage.rs",
    ];
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| has_pages(source)) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&source.file);
        let text = std::fs::read_to_string(path).unwrap();
        for (at, _) in text.match_indices(r#"("h1""#) {
            let after: String = text[at..].chars().take(80).collect();
            let heading = after.trim_start_matches(r#"("h1", "#);
            let constant =
                heading.split([')', ',']).next().and_then(|path| path.rsplit("::").next());
            let is_upper = |letter: char| letter.is_ascii_uppercase() || letter == '_';
            let fixed = heading.starts_with('"')
                || constant.is_some_and(|name| !name.is_empty() && name.chars().all(is_upper))
                || after.contains("data-title");
            if !fixed && !KNOWN.contains(&source.file.as_str()) {
                wrong.push(format!("  {}: {after}", source.file));
            }
        }
    }
    fail_with(&wrong, "A heading with words of a person's own has a data-title without them.");
}

/// The files that each file uses, each with the line of its first use. A name that a file only passes
/// on leads to the file that defines it.
fn uses(sources: &[Source]) -> BTreeMap<&str, BTreeMap<&str, usize>> {
    let modules: BTreeMap<&[String], &str> =
        sources.iter().map(|source| (&source.module[..], source.file.as_str())).collect();
    let mut passed_on: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    for source in sources {
        for arrow in source.arrows.iter().filter(|arrow| arrow.passes_on) {
            let Some(to) = inside(&arrow.to, source, &modules) else { continue };
            let name = to.last().cloned().unwrap_or_default();
            assert_ne!(name, "*", "{}: what is passed on is named", source.file);
            passed_on.insert([&source.module[..], &[name]].concat(), to);
        }
    }
    let mut uses: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for source in sources {
        let of_file = uses.entry(&source.file).or_default();
        for arrow in source.arrows.iter().filter(|arrow| !arrow.passes_on) {
            let Some(mut to) = inside(&arrow.to, source, &modules) else { continue };
            for _ in 0..10 {
                let known = |end: &usize| passed_on.contains_key(&to[..*end]);
                let Some(end) = (0..=to.len()).rev().find(known) else { break };
                to = [&passed_on[&to[..end]][..], &to[end..]].concat();
            }
            let file = (0..=to.len()).rev().find_map(|end| modules.get(&to[..end]));
            if let Some(file) = file.filter(|file| **file != source.file) {
                of_file.entry(file).or_insert(arrow.line);
            }
        }
    }
    uses
}

/// Where `path` leads to within the crate, from the crate's root. It can begin at the root, at a module
/// within the file's own, or at a name that the file brings in with a `use`. `None` when it leads to
/// another crate.
fn inside(
    path: &[String],
    source: &Source,
    modules: &BTreeMap<&[String], &str>,
) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    if first == "crate" {
        return Some(rest.iter().filter(|part| *part != "self").cloned().collect());
    }
    let child = [&source.module[..], std::slice::from_ref(first)].concat();
    if modules.contains_key(&child[..]) {
        return Some([&child[..], rest].concat());
    }
    let brings = |arrow: &&Arrow| arrow.to[0] == "crate" && arrow.to.last() == Some(first);
    let brought = source.arrows.iter().find(brings)?;
    Some([&brought.to[1..], rest].concat())
}

#[test]
fn no_file_uses_one_that_uses_it() {
    let sources = sources();
    let uses = uses(&sources);
    let mut reached: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in uses.keys() {
        let (met, mut left) = (reached.entry(file).or_default(), vec![*file]);
        while let Some(file) = left.pop() {
            left.extend(uses[file].keys().filter(|used| met.insert(**used)));
        }
    }
    let mut wrong = Vec::new();
    for (file, of_file) in &uses {
        let circle = of_file.iter().filter(|(used, _)| reached[**used].contains(file));
        wrong.extend(circle.map(|(used, line)| format!("  {file}:{line} uses {used}")));
    }
    fail_with(&wrong, "No file may use another that uses it, be it by way of others. These do:");
}

#[test]
fn paths_are_found_in_a_source() {
    let source = r##"
        //! Uses crate::nothing.
        use std::{fmt, io::{self, Read as _}};
        pub(crate) use super::ui::*;
        const TEXT: &str = "crate::text \" still"; const RAW: &str = r#"crate::raw " "#;
        fn f<'a>(x: &'a crate::audit::Audit) -> char { self::g(x); '"' }
        /* crate::comment */ view! { <cairn::web::Page/> }
    "##;
    let module = ["web", "page"].map(str::to_owned);
    let tokens = tokens(source);
    let found: Vec<String> = arrows(&tokens, &module)
        .into_iter()
        .map(|arrow| {
            let on = if arrow.passes_on { " on" } else { "" };
            format!("{} {}{on}", arrow.line, arrow.to.join("::"))
        })
        .collect();
    let expected = [
        "3 std::fmt",
        "3 std::io::self",
        "3 std::io::Read",
        "4 crate::web::ui::* on",
        "6 crate::audit::Audit",
        "6 crate::web::page::g",
        "7 crate::web::Page",
    ];
    assert_eq!(found, expected);
}
