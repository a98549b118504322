use cairn::link::{Leads, address, leads, safe};

fn to(host: &str) -> Leads {
    Leads::To(host.to_owned())
}

/// `check` takes the words of a link, its address, the host that a browser finds in the address, and
/// what must be said beside the link.
#[test]
fn a_link_says_where_it_leads_unless_its_words_do() {
    let check = |words: &str, address: &str, host: &str, expected: Leads| {
        assert_eq!(leads(words, address, host), expected, "{words} {address}");
    };
    let whole = "https://www.example.org/read?x=1#y";
    check(whole, whole, "www.example.org", Leads::AsItSays);
    check("www.example.org/read", whole, "www.example.org", Leads::AsItSays);
    check(" WWW.Example.ORG ", whole, "www.example.org", Leads::AsItSays);
    check(
        "http://example.org:8080",
        "http://example.org:8080",
        "example.org:8080",
        Leads::AsItSays,
    );
    check("A report", whole, "www.example.org", to("www.example.org"));
    check("https://bank.example", "https://evil.example/", "evil.example", to("evil.example"));
    // Whatever stands before the @ is no host.
    let user = "https://bank.example@evil.example";
    check(user, user, "evil.example", to("evil.example"));
    let user = "https://evil.example@evil.example";
    check(user, user, "evil.example", to("evil.example"));
    let user = "https://bank.example%2F@evil.example/";
    check(user, user, "evil.example", to("evil.example"));
    // A host that only begins like another.
    let longer = "https://bank.example.evil.example/";
    check(
        "https://bank.example",
        longer,
        "bank.example.evil.example",
        to("bank.example.evil.example"),
    );
    check(
        "https://bank.example.evil.example",
        "https://bank.example/",
        "bank.example",
        to("bank.example"),
    );
    // Browsers take a backslash for a slash.
    let back = "https://evil.example\\@bank.example/";
    check(back, back, "evil.example", to("evil.example"));
    // Letters that look like others are shown as the Internet writes them.
    let looks = "https://bаnk.example/";
    check(looks, looks, "xn--bnk-7cd.example", to("xn--bnk-7cd.example"));
    check(
        "https://bücher.example",
        "https://bücher.example",
        "xn--bcher-kva.example",
        to("xn--bcher-kva.example"),
    );
    // Numbers for a host, however they are written.
    check("https://3232235777/", "https://3232235777/", "192.168.1.1", to("192.168.1.1"));
    check("https:evil.example", "https:evil.example", "evil.example", to("evil.example"));
    // Words with a character that reverses the text behind it.
    check("example.org/\u{202e}gro", "https://example.org/x", "example.org", to("example.org"));
    // An address that no browser can read is shown as it stands.
    check("x", "https://[", "", to("https://["));
    check("a@b.example", "mailto:a@b.example", "", Leads::AsItSays);
    check(
        "mailto:a@b.example?subject=x",
        "mailto:a@b.example?subject=x",
        "",
        Leads::Writes("a@b.example".to_owned()),
    );
    check("Ask us", "mailto:e@evil.example?bcc=x", "", Leads::Writes("e@evil.example".to_owned()));
}

#[test]
fn an_address_with_hidden_characters_is_no_link() {
    for hidden in ["\u{202e}", "\u{200b}", "\u{2066}", "\u{ad}", "\u{feff}", "\u{200f}", "\u{2060}"]
    {
        let text = format!("https://example.org/{hidden}x");
        assert_eq!(safe(&text), None, "{text:?}");
        assert_eq!(address(&format!("example.org/{hidden}x")), None);
    }
    assert_eq!(
        safe("https://bank.example@evil.example"),
        Some("https://bank.example@evil.example")
    );
}
