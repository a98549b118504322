//! Splits Rust sources into tokens as the compiler does, for the tests that look at the sources.

use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A string literal in a source.
#[derive(Debug, PartialEq)]
pub struct Text {
    /// The line, from 1.
    pub line: usize,
    /// The characters between the quotes, with escapes as they are written.
    pub text: String,
    /// The word before each bracket that the literal stands in, the innermost last: `["El", "class"]`
    /// in `-> El { el("p").class("one") }`. The last one is the function or macro that the literal is
    /// given to.
    pub given_to: Vec<String>,
}

/// Every Rust file in a folder and its subfolders, in order.
pub fn find_rust(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| match path.is_dir() {
        true => find_rust(&path),
        false if path.extension().is_some_and(|extension| extension == "rs") => vec![path],
        false => Vec::new(),
    });
    let mut files: Vec<PathBuf> = found.collect();
    files.sort();
    files
}

/// Every word, number, bracket, `::` and other single sign of a source, with its line. Comments, string
/// literals and characters are left out.
pub fn tokens(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    walk(read(source), &mut Vec::new(), &mut |line, token, _| match token {
        Token::Word(word) => found.push((line, word)),
        Token::Text(_) => {}
    });
    found
}

/// Every string literal in a source, doc comments left out.
pub fn texts(source: &str) -> Vec<Text> {
    let mut found = Vec::new();
    walk(read(source), &mut Vec::new(), &mut |line, token, given_to| {
        if let Token::Text(text) = token {
            found.push(Text { line, text, given_to: given_to.to_vec() });
        }
    });
    found
}

enum Token {
    /// A word, a number, `::` or a single sign.
    Word(String),
    Text(String),
}

fn read(source: &str) -> TokenStream {
    source.parse().expect("a source that the compiler has read")
}

fn walk(
    stream: TokenStream,
    given_to: &mut Vec<String>,
    found: &mut dyn FnMut(usize, Token, &[String]),
) {
    let mut trees = stream.into_iter().peekable();
    let mut before = String::new();
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let is_attribute = before == "#" && group.delimiter() == Delimiter::Bracket;
                if is_attribute && group.stream().to_string().starts_with("doc") {
                    continue;
                }
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                found(line, Token::Word(open.to_owned()), given_to);
                given_to.push(std::mem::take(&mut before));
                walk(group.stream(), given_to, found);
                given_to.pop();
                let line = group.span_close().end().line;
                found(line, Token::Word(close.to_owned()), given_to);
            }
            TokenTree::Ident(word) => {
                before = word.to_string();
                found(line, Token::Word(before.clone()), given_to);
            }
            TokenTree::Punct(sign) => {
                let joined = sign.as_char() == ':' && sign.spacing() == Spacing::Joint;
                let sign = match trees.peek() {
                    Some(TokenTree::Punct(next)) if joined && next.as_char() == ':' => {
                        trees.next();
                        "::".to_owned()
                    }
                    _ => sign.to_string(),
                };
                // In a macro call, `!` stands between the name and the bracket.
                if sign != "!" {
                    before = if sign == "#" { sign.clone() } else { String::new() };
                }
                found(line, Token::Word(sign), given_to);
            }
            TokenTree::Literal(literal) => {
                before.clear();
                let literal = literal.to_string();
                if let Some(text) = literal.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
                    found(line, Token::Text(text.to_owned()), given_to);
                } else if let Some(text) = literal.strip_prefix("r") {
                    let text = text.trim_matches('#').trim_matches('"');
                    found(line, Token::Text(text.to_owned()), given_to);
                } else if literal.chars().all(|c| c.is_alphanumeric() || c == '_') {
                    found(line, Token::Word(literal), given_to);
                }
            }
        }
    }
}

#[test]
fn texts_are_found_with_what_they_are_given_to() {
    let source = r##"
        //! Not "this".
        #[doc = "nor this"]
        fn f() -> El { el("p").class("one two").child(format!("Three {four}")) }
        const RAW: &str = r#"five "six""#; const SIGN: char = '"';
    "##;
    let found: Vec<String> = texts(source)
        .into_iter()
        .map(|text| format!("{} {:?} {}", text.line, text.given_to, text.text))
        .collect();
    let expected = [
        r#"4 ["El", "el"] p"#,
        r#"4 ["El", "class"] one two"#,
        r#"4 ["El", "child", "format"] Three {four}"#,
        r#"5 [] five "six"#,
    ];
    assert_eq!(found, expected);
}
