use cairn::route::{AuditPage, Route};
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
    check("#/audits/a-1/review/1", audit(AuditPage::Review("1".to_owned())));
    check("#/audits/a-1/plan", audit(AuditPage::Plan));
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

#[test]
fn what_the_app_does_not_know_is_a_page_that_says_so() {
    let unknown = [
        "#/audits",
        "#/audit/x",
        "#/new/x",
        "#/audits/x/areas",
        "#/audits/x/areas/1A/1A.o2/more",
        "#/audits/x/plan/y",
        "#/survey/x/y",
        "#/audits/x/survey/y",
        "#/audits/x/survey/results/y",
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

fn route() -> impl Strategy<Value = Route> {
    let plain = || "[A-Za-z0-9.-]{1,64}";
    let page = prop_oneof![
        Just(AuditPage::Overview),
        plain().prop_map(AuditPage::Area),
        (plain(), plain()).prop_map(|(area, id)| AuditPage::indicator(&area, &id)),
        Just(AuditPage::Evidence),
        plain().prop_map(AuditPage::Review),
        Just(AuditPage::Plan),
        Just(AuditPage::Report),
        Just(AuditPage::About),
        Just(AuditPage::Survey),
        Just(AuditPage::SurveyResults),
        Just(AuditPage::SurveySheet),
        Just(AuditPage::SurveyTally),
        Just(AuditPage::SurveySummary),
        Just(AuditPage::Kiosk),
    ];
    prop_oneof![
        Just(Route::Home),
        Just(Route::New),
        Just(Route::Open),
        Just(Route::Bin),
        Just(Route::Settings),
        plain().prop_map(Route::Answer),
        (plain(), page).prop_map(|(id, page)| Route::Audit { id, page }),
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
        // Writing it gives an address that stays where it is.
        let again = Route::parse(&route.to_string());
        prop_assert!(again == route || route == Route::Unknown);
    }
}
