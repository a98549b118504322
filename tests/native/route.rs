use cairn::record::RecordKind::{self, Organisation, Person, Team};
use cairn::route::{AuditPage, BookList, BookPage, Route, SurveyPage, page_of, route_of};
use cairn::survey::invitation::Invitation;
use proptest::prelude::*;

fn check(fragment: &str, expected: Route) {
    assert_eq!(Route::parse(fragment), expected, "{fragment:?}");
}

#[test]
fn addresses_are_read() {
    for home in ["", "#", "#/", "/", "##//"] {
        check(home, Route::Home);
    }
    check("#/new", Route::New);
    check("#/open", Route::Open);
    check("#/bin", Route::Bin);
    check("#/settings", Route::Settings);
    check("/settings/", Route::Settings);
    let audit = |page| Route::audit("a-1", page);
    check("#/audits/a-1", audit(AuditPage::Overview));
    check("#/audits/a-1/areas/1A", audit(AuditPage::Area("1A".to_owned())));
    check("#/audits/a-1/areas/1A/1A.o2", audit(AuditPage::indicator("1A", "1A.o2")));
    check("#/audits/a-1/evidence", audit(AuditPage::Evidence));
    check("#/audits/a-1/evidence/e-1", audit(AuditPage::EvidenceItem("e-1".to_owned())));
    check("#/audits/a-1/review/1", audit(AuditPage::Review("1".to_owned())));
    check("#/audits/a-1/plan", audit(AuditPage::Plan));
    check("#/audits/a-1/plan/p-1", audit(AuditPage::Action("p-1".to_owned())));
    check("#/audits/a-1/report", audit(AuditPage::Report));
    check("#/audits/a-1/about", audit(AuditPage::About));
    check("#/audits/a-1/survey", audit(AuditPage::Survey));
    check("#/audits/a-1/survey/results", audit(AuditPage::SurveyResults));
    check("#/audits/a-1/survey/sheet", audit(AuditPage::SurveySheet));
    check("#/audits/a-1/survey/tally", audit(AuditPage::SurveyTally));
    check("#/audits/a-1/survey/summary", audit(AuditPage::SurveySummary));
    check("#/audits/a-1/survey/kiosk", audit(AuditPage::Kiosk));
    check("#/survey/04qr7d", Route::Answer("04qr7d".to_owned()));
}

#[test]
fn a_damaged_link_to_a_survey_still_leads_to_the_page_for_answers() {
    for cut_off in ["#/survey/", "#/survey", "#/SURVEY/", "#/Survey"] {
        check(cut_off, Route::Answer(String::new()));
    }
    check("#/SURVEY/04QR7D", Route::Answer("04QR7D".to_owned()));
    assert_eq!(Route::Answer(String::new()).to_string(), "#/survey/");
}

/// The token of a survey's link, and what it says.
fn invited() -> (String, Invitation) {
    let token = "04qr7dawyc000005001p6v36008n6x31csk20wvne9v6ay9068r34dg01x462wk2dxtq482kenr70vvjeg00mchg68v2tc9j5mrkh41rn270";
    (token.to_owned(), Invitation::read(token).unwrap())
}

fn check_opens(route: &Route, address: &str) {
    let Route::Answer(token) = route else { panic!("{address}: {route:?}") };
    assert_eq!(Invitation::read(token), Ok(invited().1), "{address}");
    assert_eq!(&Route::parse(&route.to_string()), route, "{address}");
}

#[test]
fn a_survey_opens_by_a_link_as_mail_programs_leave_it() {
    let (token, _) = invited();
    let broken = [&token[..40], "%20%3E%20", &token[40..]].concat();
    for before in [
        "#/survey/",
        "#%2Fsurvey%2F",
        "#%2fSurvey%2f",
        "#/survey%2F",
        "#%252Fsurvey%252F",
        "#/SURVEY/",
        "##/survey/",
        "#/%23/survey/",
        "#survey/",
        "#%20/survey/",
        "#/sur%0Avey/",
        "#/survey%20/",
        "#//survey//",
        "#!/survey/",
        "#/%E2%80%8Bsurvey/",
        "#/sur%C2%ADvey/",
    ] {
        for after in [
            "",
            ".",
            ")",
            ">",
            "/",
            "?utm_source=mail&fbclid=abc",
            "&data=05%7C01",
            "/?u=http://x/y",
            "%3E",
            "%20Thanks,",
            "#x",
        ] {
            for token in [&*token, &token.to_uppercase(), &broken] {
                let fragment = [before, token, after].concat();
                check_opens(&Route::parse(&fragment), &fragment);
            }
        }
    }
}

#[test]
fn a_survey_opens_where_the_fragment_was_put_elsewhere() {
    let (token, _) = invited();
    for address in [
        "https://example.org/cairn/#/survey/TOKEN",
        "https://example.org/cairn/?fbclid=abc#/survey/TOKEN",
        "https://example.org/cairn/%23/survey/TOKEN",
        "https://example.org/cairn/?%23%2Fsurvey%2FTOKEN",
        "https://example.org/cairn/?/survey/TOKEN&utm_source=x",
        "https://example.org/cairn/?_escaped_fragment_=%2Fsurvey%2FTOKEN",
        "https://links.example/?url=https%3A%2F%2Fexample.org%2Fcairn%2F%23%2Fsurvey%2FTOKEN&data=05%7C01",
        "https://links.example/?u=https%253A%252F%252Fexample.org%252Fcairn%252F%2523%252Fsurvey%252FTOKEN&reserved=0#",
        "file:///home/mo/cairn.html?/survey/TOKEN",
    ] {
        let address = address.replace("TOKEN", &token);
        check_opens(&route_of(&address), &address);
    }
    for (address, expected) in [
        ("https://example.org/survey/cairn/", Route::Home),
        ("https://example.org/survey/", Route::Home),
        ("https://example.org/cairn/?x=1#/settings", Route::Settings),
        ("https://example.org/survey/0123456789012345678901234567890123456789/#/bin", Route::Bin),
        ("", Route::Home),
        ("https://example.org/%", Route::Home),
    ] {
        assert_eq!(route_of(address), expected, "{address}");
    }
}

#[test]
fn a_link_that_is_cut_in_its_token_says_so() {
    let (token, _) = invited();
    for end in 1..token.len() {
        let Route::Answer(cut) = Route::parse(&["#/survey/", &token[..end]].concat()) else {
            panic!()
        };
        assert!(Invitation::read(&cut).is_err(), "{cut}");
    }
    check("#/survey/x/y", Route::Answer("x/y".to_owned()));
}

#[test]
fn other_addresses_are_read_as_they_were_meant_too() {
    check("#%2Faudits%2Fa-1%2Fplan", Route::audit("a-1", AuditPage::Plan));
    check("#%2Fsettings", Route::Settings);
    check("#%252Fopen", Route::Open);
    // This is an address already, so nothing in it is decoded.
    check("#/audits/a%2F1", Route::audit("a%2F1", AuditPage::Overview));
}

#[test]
fn a_link_to_hand_out_holds_nothing_of_the_organisers_own_address() {
    for (here, expected) in [
        ("https://example.org/cairn/", "https://example.org/cairn/"),
        (
            "https://example.org/cairn/index.html?fbclid=1&mail=mo@x.org#/audits/a",
            "https://example.org/cairn/index.html",
        ),
        ("https://mo:secret@example.org:8080/cairn/?x#/", "https://example.org:8080/cairn/"),
        ("https://mo@example.org", "https://example.org"),
        ("https://example.org/@mo/cairn/", "https://example.org/@mo/cairn/"),
        ("https://example.org?x=/y@z", "https://example.org"),
        ("http://[::1]:80/a?b", "http://[::1]:80/a"),
        ("file:///home/mo/cairn.html?x#y", "file:///home/mo/cairn.html"),
        ("", ""),
    ] {
        assert_eq!(page_of(here), expected, "{here}");
    }
}

#[test]
fn what_the_app_does_not_know_is_a_page_that_says_so() {
    let unknown = [
        "#/audits",
        "#/audit/x",
        "#/new/x",
        "#/audits/x/areas",
        "#/audits/x/areas/1A/1A.o2/more",
        "#/audits/x/plan/y/more",
        "#/audits/x/evidence/y/more",
        "#/audits/x/survey/y",
        "#/audits/x/survey/results/y",
        "#/new/audit",
        "#/new/team/x",
        "#/teams",
        "#/team/x",
        "#/teams/x/diary",
        "#/teams/x/review/y",
        "#/teams/x/plan/y/more",
        "#/people/x/members",
        "#/people/x/standards/y",
        "#/people/x/sessions/y",
        "#/organisations/x/plan",
        "#/organisations/x/sessions",
        "#/organisations/x/sessions/y/votes",
        "#/organisations/x/sessions/y/vote/z",
        "#/organisations/x/cards/y/vote",
        "#/teams/x/sessions/y/vote",
        "#/organisations/x/cards/y/more",
        "#/organisations/x/survey/y",
        "#/\0",
        "#/é",
    ];
    for fragment in unknown {
        check(fragment, Route::Unknown);
    }
}

#[test]
fn an_indicator_stands_on_the_page_of_its_area() {
    let area = AuditPage::Area("1A".to_owned());
    assert_eq!(AuditPage::indicator("1A", "1A.o2").whole(), area);
    assert_eq!(area.clone().whole(), area);
    assert_eq!(AuditPage::Plan.whole(), AuditPage::Plan);
}

#[test]
fn an_action_and_an_item_of_evidence_stand_on_the_pages_that_list_them() {
    assert_eq!(AuditPage::Action("p-1".to_owned()).whole(), AuditPage::Plan);
    assert_eq!(AuditPage::EvidenceItem("e-1".to_owned()).whole(), AuditPage::Evidence);
    let item = |fragment: &str| Route::parse(fragment).item().map(str::to_owned);
    assert_eq!(item("#/audits/a-1/areas/1A/1A.o2").as_deref(), Some("1A.o2"));
    assert_eq!(item("#/audits/a-1/plan/p-1").as_deref(), Some("p-1"));
    assert_eq!(item("#/audits/a-1/evidence/e-1").as_deref(), Some("e-1"));
    assert_eq!(item("#/people/b-1/diary/d-1").as_deref(), Some("d-1"));
    assert_eq!(item("#/audits/a-1/plan"), None);
    assert_eq!(item("#/organisations/b-1/cards/leadership-a"), None);
    assert_eq!(item("#/settings"), None);
}

/// The pages of a kind of book, each with the end of its address.
fn pages(kind: RecordKind) -> Vec<(&'static str, BookPage)> {
    match kind {
        RecordKind::Audit => vec![],
        Team => vec![
            ("", BookPage::Overview),
            ("/review", BookPage::Review),
            ("/plan", BookPage::Plan),
            ("/plan/x-1", BookPage::Item(BookList::Plan, "x-1".to_owned())),
            ("/common", BookPage::Common),
            ("/print", BookPage::Print),
            ("/about", BookPage::About),
        ],
        Person => vec![
            ("", BookPage::Overview),
            ("/standards", BookPage::Standards),
            ("/plan", BookPage::Plan),
            ("/plan/x-1", BookPage::Item(BookList::Plan, "x-1".to_owned())),
            ("/diary", BookPage::Diary),
            ("/diary/x-1", BookPage::Item(BookList::Diary, "x-1".to_owned())),
            ("/interviews", BookPage::Interviews),
            ("/interviews/x-1", BookPage::Item(BookList::Interviews, "x-1".to_owned())),
            ("/work", BookPage::Work),
            ("/work/x-1", BookPage::Item(BookList::Work, "x-1".to_owned())),
            ("/review", BookPage::Review),
            ("/share", BookPage::Share),
            ("/print", BookPage::Print),
            ("/about", BookPage::About),
        ],
        Organisation => vec![
            ("", BookPage::Overview),
            ("/cards", BookPage::Cards),
            ("/cards/leadership-a", BookPage::Card("leadership-a".to_owned())),
            ("/sessions/x-1", BookPage::Session("x-1".to_owned())),
            ("/sessions/x-1/vote", BookPage::Vote("x-1".to_owned())),
            ("/programme", BookPage::Programme),
            ("/characteristics", BookPage::Characteristics),
            ("/characteristics/x-1", BookPage::Round("x-1".to_owned())),
            ("/contribute", BookPage::Contribute),
            ("/achievements", BookPage::Achievements),
            ("/achievements/x-1", BookPage::Item(BookList::Achievements, "x-1".to_owned())),
            ("/loop", BookPage::Loop),
            ("/survey", BookPage::Survey),
            ("/survey/sheet", BookPage::SurveySheet),
            ("/survey/tally", BookPage::SurveyTally),
            ("/survey/kiosk", BookPage::Kiosk),
            ("/print", BookPage::Print),
            ("/about", BookPage::About),
        ],
    }
}

const BOOKS: [(RecordKind, &str); 3] =
    [(Team, "teams"), (Person, "people"), (Organisation, "organisations")];

#[test]
fn the_addresses_of_books_are_read_and_written() {
    for (kind, folder) in BOOKS {
        for (name, page) in pages(kind) {
            let address = format!("#/{folder}/b-1{name}");
            let route = Route::book(kind, "b-1", page);
            assert_eq!(route.to_string(), address);
            check(&address, route);
        }
    }
    for (kind, name) in [(Team, "team"), (Person, "person"), (Organisation, "organisation")] {
        let address = format!("#/new/{name}");
        assert_eq!(Route::NewBook(kind).to_string(), address);
        check(&address, Route::NewBook(kind));
    }
}

#[test]
fn a_book_has_no_page_that_is_another_kinds() {
    let all = BOOKS.map(|(kind, _)| pages(kind)).concat();
    for (kind, folder) in BOOKS {
        for (name, page) in &all {
            let own = pages(kind).contains(&(name, page.clone()));
            let expected =
                if own { Route::book(kind, "b-1", page.clone()) } else { Route::Unknown };
            check(&format!("#/{folder}/b-1{name}"), expected);
        }
    }
}

#[test]
fn an_item_of_a_book_stands_on_the_page_that_lists_it() {
    let entry = BookPage::Item(BookList::Diary, "d-1".to_owned());
    assert_eq!(entry.item(), Some("d-1"));
    assert_eq!(entry.whole(), BookPage::Diary);
    assert_eq!(BookPage::Plan.whole(), BookPage::Plan);
    // A card, a session and a round are pages of their own.
    let card = BookPage::Card("leadership-a".to_owned());
    assert_eq!(card.item(), None);
    assert_eq!(card.clone().whole(), card);
}

#[test]
fn a_survey_has_its_pages_in_either_kind_of_record() {
    let check = |page, of_audit, of_organisation| {
        let audit = Route::survey(RecordKind::Audit, "a-1", page).to_string();
        let organisation = Route::survey(Organisation, "x-1", page).to_string();
        assert_eq!(audit, ["#/audits/a-1", of_audit].concat());
        assert_eq!(organisation, ["#/organisations/x-1", of_organisation].concat());
        for route in [audit, organisation] {
            let route = Route::parse(&route);
            assert_eq!(route.is_kiosk(), page == SurveyPage::Kiosk);
            assert_eq!(route.is_for_answering(), page == SurveyPage::Kiosk);
        }
    };
    check(SurveyPage::Manage, "/survey", "/survey");
    check(SurveyPage::Results, "/survey/results", "/characteristics");
    check(SurveyPage::Sheet, "/survey/sheet", "/survey/sheet");
    check(SurveyPage::Tally, "/survey/tally", "/survey/tally");
    check(SurveyPage::Summary, "/survey/summary", "/characteristics");
    check(SurveyPage::Kiosk, "/survey/kiosk", "/survey/kiosk");
    let vote = Route::parse("#/organisations/x-1/sessions/y-1/vote");
    assert!(vote.is_kiosk() && vote.is_for_answering());
    let back =
        |from: &str| Route::parse(from).before_handing_round().map(|route| route.to_string());
    for (from, to) in [
        ("#/audits/a-1/survey/kiosk", "#/audits/a-1/survey"),
        ("#/organisations/x-1/survey/kiosk", "#/organisations/x-1/survey"),
        ("#/organisations/x-1/sessions/y-1/vote", "#/organisations/x-1/sessions/y-1"),
    ] {
        assert_eq!(back(from).as_deref(), Some(to), "{from}");
    }
    assert_eq!(back("#/organisations/x-1/sessions/y-1"), None);
    let link = Route::Answer("abc".to_owned());
    assert!(link.is_for_answering() && !link.is_kiosk());
    assert!(!Route::Home.is_for_answering());
}

#[test]
fn an_audit_is_no_book() {
    let audit = Route::book(RecordKind::Audit, "a-1", BookPage::Overview);
    assert_eq!(audit.to_string(), "#/");
    assert_eq!(Route::NewBook(RecordKind::Audit).to_string(), "#/");
}

fn route() -> impl Strategy<Value = Route> {
    let plain = || "[A-Za-z0-9.-]{1,64}";
    let page = prop_oneof![
        Just(AuditPage::Overview),
        plain().prop_map(AuditPage::Area),
        (plain(), plain()).prop_map(|(area, id)| AuditPage::indicator(&area, &id)),
        Just(AuditPage::Evidence),
        plain().prop_map(AuditPage::EvidenceItem),
        plain().prop_map(AuditPage::Review),
        Just(AuditPage::Plan),
        plain().prop_map(AuditPage::Action),
        Just(AuditPage::Report),
        Just(AuditPage::About),
        Just(AuditPage::Survey),
        Just(AuditPage::SurveyResults),
        Just(AuditPage::SurveySheet),
        Just(AuditPage::SurveyTally),
        Just(AuditPage::SurveySummary),
        Just(AuditPage::Kiosk),
    ];
    let book =
        (proptest::sample::select(BOOKS.to_vec()), plain(), plain(), any::<prop::sample::Index>())
            .prop_map(|((kind, _), id, below, place)| {
                let pages = pages(kind);
                let page = match pages[place.index(pages.len())].1.clone() {
                    BookPage::Item(list, _) => BookPage::Item(list, below),
                    BookPage::Card(_) => BookPage::Card(below),
                    BookPage::Session(_) => BookPage::Session(below),
                    BookPage::Vote(_) => BookPage::Vote(below),
                    BookPage::Round(_) => BookPage::Round(below),
                    page => page,
                };
                Route::book(kind, &id, page)
            });
    let new = proptest::sample::select(BOOKS.to_vec()).prop_map(|(kind, _)| Route::NewBook(kind));
    prop_oneof![
        Just(Route::Home),
        Just(Route::New),
        Just(Route::Open),
        Just(Route::Bin),
        Just(Route::Settings),
        plain().prop_map(Route::Answer),
        (plain(), page).prop_map(|(id, page)| Route::Audit { id, page }),
        new,
        book,
    ]
}

proptest! {
    #[test]
    fn a_route_reads_what_it_writes(route in route()) {
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }

    #[test]
    fn whatever_stands_in_the_address_bar_is_a_route(fragment in proptest::collection::vec(any::<char>(), 0..40)) {
        let route = Route::parse(&String::from_iter(fragment));
        // The address that is written of a route is read as the same route.
        let again = Route::parse(&route.to_string());
        prop_assert!(again == route || route == Route::Unknown);
    }
}
