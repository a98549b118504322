//! What an organisation's book means: cards, sessions, votes, the timer, the programme, rounds,
//! achievements and the next step.

use cairn::exchange::writing::{framework_text, record_text};
use cairn::exchange::{File, from_text};
use cairn::form::{Field, Holds, List};
use cairn::framework::{Card, Framework, learning};
use cairn::kinds::form_of;
use cairn::moment::Date;
use cairn::organisation::achievement;
use cairn::organisation::card;
use cairn::organisation::next::{Next, next};
use cairn::organisation::programme::Programme;
use cairn::organisation::round::{self, Change, Counted, Said, Truth};
use cairn::organisation::session::{self, Audience, Horizon, Session, Timing};
use cairn::organisation::shown;
use cairn::organisation::timer::{Call, Timer};
use cairn::organisation::votes::{InPlace, Votes};
use cairn::person::{DAYS_A_YEAR, INTERVIEWS_A_YEAR};
use cairn::record::RecordKind;
use cairn::records::{Entry, Item, Record, Slot, Value};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::samples::book::book;
use crate::samples::{at, by, field, text, view};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn empty() -> Record {
    Record::new(&cairn::organisation::FORM, "org-1".to_owned(), "Harbour Support", "", by(0, "MK"))
}

fn put(book: &mut Record, list: &'static List, item: Item) {
    book.put(&Slot::item(list, &item.id.clone()), Entry::Item(item));
}

fn with(id: &str, fields: &[(&Field, Value)]) -> Item {
    let mut item = Item::new(id.to_owned());
    for (field, value) in fields {
        item.set(field, value.clone());
    }
    item
}

fn a_session(id: &str, date: &str, state: &'static str) -> Item {
    let date = date.parse().map_or("".into(), Value::Date);
    with(
        id,
        &[
            (&session::CARD, "leadership-a".into()),
            (&session::DATE, date),
            (&session::STATE, Value::Word(state)),
        ],
    )
}

fn a_round(id: &str, date: &str, step: Truth) -> Item {
    let mut item = with(id, &[(&round::DATE, Value::Date(day(date)))]);
    let learning = learning();
    for statement in learning.characteristics.iter().chain(&learning.feels_like) {
        item.choose(&round::STEPS, &statement.id, Some(step.name()));
    }
    item
}

fn opened(text: &str) -> Record {
    match from_text(text) {
        Ok(File::Record(book)) => *book,
        other => panic!("{other:?}"),
    }
}

// Names in files.

#[test]
fn every_name_is_one_of_the_form() {
    let form = form_of(RecordKind::Organisation);
    let check = |list: &List, fields: &[&str]| {
        assert!(form.lists.contains(&list));
        let names: Vec<_> = list.fields.iter().map(|field| field.name).collect();
        assert_eq!(names, fields, "{}", list.name);
    };
    check(
        &card::LIST,
        &[
            "series",
            "title",
            "statement",
            "lead_in",
            "questions",
            "examples",
            "references",
            "addresses",
            "purpose",
        ],
    );
    check(
        &session::LIST,
        &[
            "card",
            "card_title",
            "questions",
            "date",
            "state",
            "audience",
            "horizon",
            "present",
            "minutes",
            "notes",
            "votes",
            "results",
            "will_do",
            "to",
        ],
    );
    check(
        &round::LIST,
        &[
            "date", "by", "steps", "examples", "people", "typed", "invited", "counts", "comments",
            "note", "removed",
        ],
    );
    check(&achievement::LIST, &["date", "text", "note", "from", "to"]);
    check(&shown::REMOVED, &["card", "card_title", "date", "results"]);
    assert_eq!(form.lists.len(), 5);
    assert!(form.field("interviews_a_year").is_some() && form.field("days_a_year").is_some());
}

#[test]
fn every_word_is_one_of_the_form() {
    let form = form_of(RecordKind::Organisation);
    let words = |list: &List, field: &Field| {
        assert!(form.lists.contains(&list) && list.fields.contains(&field));
        match field.holds {
            Holds::Word(words) | Holds::Choices(words) => words.to_vec(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(words(&session::LIST, &session::AUDIENCE), Audience::ALL.map(Audience::name));
    assert_eq!(words(&session::LIST, &session::HORIZON), Horizon::ALL.map(Horizon::name));
    assert_eq!(words(&round::LIST, &round::STEPS), Truth::ALL.map(Truth::name));
    assert!(Audience::ALL.into_iter().all(|each| Audience::of(each.name()) == Some(each)));
    assert!(Horizon::ALL.into_iter().all(|each| Horizon::of(each.name()) == Some(each)));
    assert!(Truth::ALL.into_iter().all(|each| Truth::of(each.name()) == Some(each)));
}

// Cards.

fn own_card() -> Item {
    let mut item = with("k1", &[(&card::TITLE, "Handover".into())]);
    for text in ["What was lost?", "Who would have known?"] {
        let key = card::next_key(&item, &card::QUESTIONS);
        item.set_part(&card::QUESTIONS, &key, text.to_owned());
    }
    let key = card::next_key(&item, &card::REFERENCES);
    item.set_part(&card::REFERENCES, &key, "Our handbook".to_owned());
    item.set_part(&card::ADDRESSES, &key, "https://example.org".to_owned());
    item
}

#[test]
fn own_cards_stand_after_the_built_in_ones() {
    let (learning, mut book) = (learning(), empty());
    put(&mut book, &card::LIST, own_card());
    let ids: Vec<_> = card::all(&learning, &book).into_iter().map(|card| card.id).collect();
    assert_eq!(ids, ["leadership-a", "k1"]);
    let own = card::find(&learning, &book, "k1").unwrap();
    assert_eq!(own.questions[1].id, "k1.q002");
    assert_eq!(own.references[0].address().as_deref(), Some("https://example.org"));
    assert_eq!(card::find(&learning, &book, "leadership-a"), Some(learning.cards[0].clone()));
    assert_eq!(card::find(&learning, &book, "gone"), None);
}

#[test]
fn a_text_that_is_added_stands_last_whatever_was_removed() {
    let mut item = own_card();
    item.set_part(&card::QUESTIONS, "q001", String::new());
    for number in 3..=12 {
        let key = card::next_key(&item, &card::QUESTIONS);
        assert_eq!(key, format!("q{number:03}"));
        item.set_part(&card::QUESTIONS, &key, number.to_string());
    }
    let texts: Vec<_> = item.parts(&card::QUESTIONS).map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts[..2], ["Who would have known?", "3"]);
    assert_eq!(texts.last(), Some(&"12"));
}

#[test]
fn no_question_is_put_under_the_key_of_one_that_a_session_remembers() {
    let mut book = empty();
    let mut item = own_card();
    put(&mut book, &card::LIST, item.clone());
    let session = session::about(&card::own(&item), "s1".to_owned());
    put(&mut book, &session::LIST, session.clone());
    let new = |book: &Record, item: &Item, others: &[&str]| {
        let others: Vec<_> = others.iter().map(|key| (*key).to_owned()).collect();
        card::new_key(book, item, &card::QUESTIONS, &others)
    };
    assert_eq!(new(&book, &item, &[]), "q003");
    assert_eq!(new(&book, &item, &["q003", "q004"]), "q005", "these are about to be written");
    item.set_part(&card::QUESTIONS, "q002", String::new());
    assert_eq!(new(&book, &item, &[]), "q003", "the session was to ask it");
    let mut noted = session;
    noted.set_part(&session::NOTES, "k1.q007", "Said.".to_owned());
    noted.set_part(&session::NOTES, "k11.q009", "Said of another card.".to_owned());
    put(&mut book, &session::LIST, noted);
    assert_eq!(new(&book, &item, &[]), "q008", "something was said about it");
    assert_eq!(card::new_key(&book, &item, &card::EXAMPLES, &[]), "e001");
}

/// Makes ids for cards, one after another.
fn ids() -> impl FnMut() -> String {
    let mut made = 0;
    move || {
        made += 1;
        format!("new-{made}")
    }
}

fn handed_on(framework: &Framework) -> Framework {
    match from_text(&framework_text(framework, at(0))) {
        Ok(File::Framework(framework)) => *framework,
        other => panic!("{other:?}"),
    }
}

#[test]
fn cards_go_from_one_organisation_to_another() {
    let (learning, mut book) = (learning(), empty());
    put(&mut book, &card::LIST, own_card());
    put(&mut book, &card::LIST, with("k2", &[(&card::TITLE, "Another".into())]));
    let all = card::as_framework(&book, None, "Discussion cards of Harbour Support");
    assert_eq!((all.title.as_str(), all.cards.len()), ("Discussion cards of Harbour Support", 2));
    let one =
        handed_on(&card::as_framework(&book, Some("k1"), "Discussion cards of Harbour Support"));
    assert_eq!((one.title.as_str(), one.cards.len()), ("Handover", 1));

    let items = card::cards_from(&one, &learning.cards, ids());
    assert_eq!(items.len(), 1);
    let expected = Item { id: "new-1".to_owned(), ..own_card() };
    assert_eq!(items[0], expected);
    // A card that is there already is not added again, nor is the built-in one.
    assert_eq!(card::cards_from(&one, &[card::own(&items[0])], ids()), []);
    assert_eq!(card::cards_from(&learning, &learning.cards, ids()), []);
    let twice = Framework { cards: vec![one.cards[0].clone(), one.cards[0].clone()], ..one };
    assert_eq!(card::cards_from(&twice, &[], ids()).len(), 1);
}

#[test]
fn a_reference_without_words_takes_no_other_ones_place() {
    let mut framework = card::as_framework(&empty(), None, "Discussion cards of Harbour Support");
    let mut card = learning().cards.remove(0);
    card.references[0].text.clear();
    card.references[0].link = Some("https://example.org/1".to_owned());
    card.references[1].link = Some("https://example.org/2".to_owned());
    framework.cards = vec![card];
    let own = card::own(&card::cards_from(&framework, &[], ids())[0]);
    assert_eq!(own.references.len(), 1);
    assert_eq!(own.references[0].address().as_deref(), Some("https://example.org/2"));
}

// Sessions.

#[test]
fn sessions_stand_by_their_days() {
    let mut book = empty();
    put(&mut book, &session::LIST, a_session("s1", "", "planned"));
    put(&mut book, &session::LIST, a_session("s2", "2026-12-09", "planned"));
    put(&mut book, &session::LIST, a_session("s3", "2026-10-14", "held"));
    let ids: Vec<_> = session::all(&book).iter().map(Session::id).collect();
    assert_eq!(ids, ["s3", "s2", "s1"]);
    let next = |today| session::next(&book, day(today)).map(|session| session.id());
    assert_eq!(next("2026-10-14"), Some("s2"));
    assert_eq!(next("2026-12-09"), Some("s2"));
    assert_eq!(next("2026-12-10"), None);
    let standing = |id, today| session::find(&book, id).unwrap().timing(day(today));
    assert_eq!(standing("s1", "2026-12-01"), Timing::Undated);
    assert_eq!(standing("s2", "2026-12-08"), Timing::Ahead);
    assert_eq!(standing("s2", "2026-12-09"), Timing::Today);
    assert_eq!(standing("s2", "2026-12-10"), Timing::Past);
    assert_eq!(standing("s3", "2026-10-14"), Timing::Held);
}

#[test]
fn a_session_asks_what_the_card_asks_now_until_it_is_held() {
    let card = card::own(&own_card());
    let mut item = session::about(&card, "s1".to_owned());
    item.set_part(&session::NOTES, "k1.q001", "A key.".to_owned());
    let mut changed = own_card();
    changed.set_part(&card::QUESTIONS, "q001", String::new());
    changed.set_part(&card::QUESTIONS, "q002", "Who knew?".to_owned());
    let changed = card::own(&changed);

    let asked = |item: &Item, card: Option<&Card>| {
        let questions = Session::of(item).questions(card);
        questions.into_iter().map(|question| question.text).collect::<Vec<_>>()
    };
    // The card no longer has the question “What was lost?”, but it stays because there is a note about
    // it.
    assert_eq!(asked(&item, Some(&changed)), ["Who knew?", "What was lost?"]);
    item.set(&session::STATE, Value::Word("held"));
    assert_eq!(asked(&item, Some(&changed)), ["What was lost?", "Who would have known?"]);
    assert_eq!(asked(&item, None), ["What was lost?", "Who would have known?"]);
}

#[test]
fn what_was_said_stays_with_its_question_when_a_session_is_held() {
    let mut item = session::about(&card::own(&own_card()), "s1".to_owned());
    item.set_part(&session::NOTES, "k1.q001", "A key.".to_owned());
    // A note about a question that was added to the card and removed again while the session was
    // planned.
    item.set_part(&session::NOTES, "k1.q003", "A cup.".to_owned());
    let mut changed = own_card();
    for key in ["q001", "q002"] {
        changed.set_part(&card::QUESTIONS, key, String::new());
    }
    changed.set_part(&card::QUESTIONS, "q004", "What else?".to_owned());
    let changed = card::own(&changed);
    session::copy_card(&mut item, &changed);
    item.set(&session::STATE, Value::Word("held"));
    for card in [Some(&changed), None] {
        let questions = Session::of(&item).questions(card);
        let questions = questions.iter().map(|asked| (asked.id.as_str(), asked.text.as_str()));
        let expected = [("k1.q001", "What was lost?"), ("k1.q004", "What else?"), ("k1.q003", "")];
        assert_eq!(questions.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn the_last_session_that_was_held_about_a_card_comes_first() {
    let mut book = empty();
    for (id, date, state) in [
        ("s1", "2026-01-14", "held"),
        ("s2", "2026-10-14", "held"),
        ("s3", "2026-12-14", "planned"),
    ] {
        put(&mut book, &session::LIST, a_session(id, date, state));
    }
    let mut other = a_session("s4", "2026-05-01", "held");
    other.set(&session::CARD, "gone");
    put(&mut book, &session::LIST, other);
    let held: Vec<_> = session::held(&book, "leadership-a").iter().map(Session::id).collect();
    assert_eq!(held, ["s2", "s1"]);
}

#[test]
fn a_session_takes_as_long_as_it_says() {
    let mut item = a_session("s1", "2026-01-14", "planned");
    assert_eq!(Session::of(&item).minutes(), 45);
    item.set(&session::MINUTES, Value::Whole(0));
    assert_eq!(Session::of(&item).minutes(), 45);
    item.set(&session::MINUTES, Value::Whole(90));
    assert_eq!(Session::of(&item).minutes(), 90);
}

// Votes.

#[test]
fn votes_are_counted_and_shared() {
    let mut item = a_session("s1", "2026-01-14", "held");
    assert_eq!(Session::of(&item).votes(), None);
    item.set(&session::VOTES, Votes::of(&[1, 4, 2, 1]));
    let votes = Session::of(&item).votes().unwrap();
    assert_eq!((votes.total(), votes.count(InPlace::Little)), (8, 4));
    assert_eq!(InPlace::ALL.map(|step| votes.share(step).unwrap()), [13, 50, 25, 13]);
    assert_eq!(Votes::default().share(InPlace::Not), None);
    assert_eq!(Votes::of(&[1, 2]), Votes::default());
    // Taking all votes back leaves none.
    item.set(&session::VOTES, Votes::default());
    assert_eq!(Session::of(&item).votes(), None);
}

proptest! {
    #[test]
    fn shares_are_of_all_and_never_fall_with_a_vote_for_them(
        counts in vec(0u32..=100_000, 4),
        step in 0usize..4,
    ) {
        let (votes, step) = (Votes::of(&counts), InPlace::ALL[step]);
        let more = votes.with(step, votes.count(step) + 1);
        prop_assert!(more.share(step) >= votes.share(step));
        prop_assert!(more.share(step).unwrap() <= 100);
        if votes.total() > 0 {
            let sum: u32 = InPlace::ALL.iter().map(|step| votes.share(*step).unwrap()).sum();
            prop_assert!((98..=102).contains(&sum));
        }
    }
}

// The timer.

#[test]
fn a_timer_runs_on_by_the_clock() {
    let new = Timer::new(10);
    assert!(new.is_new() && !new.is_running());
    assert_eq!(new.left(at(99_000)), 600);
    let running = new.start(at(0));
    assert!(running.is_running() && !running.is_new());
    assert_eq!(running.left(at(1)), 600);
    assert_eq!(running.left(at(60_000)), 540);
    assert_eq!(running.start(at(60_000)), running, "it was started already");
    let paused = running.pause(at(60_000));
    assert_eq!((paused.is_running(), paused.left(at(500_000))), (false, 540));
    let on = paused.start(at(500_000));
    assert_eq!(on.left(at(530_000)), 510);
    assert_eq!(on.with_minutes(20).left(at(530_000)), 1_110);
    assert_eq!(on.left(at(1_100_000)), -60);
    assert_eq!(on.left(at(0)), 540, "a clock that was put back takes nothing away");
}

#[test]
fn a_timer_is_found_again_where_it_would_be() {
    let running = Timer::new(10).start(at(0)).pause(at(60_000)).start(at(100_000));
    let again = Timer::of_stored(&running.stored()).unwrap();
    assert_eq!(again, running);
    assert_eq!(again.left(at(130_000)), 510);
    let paused = running.pause(at(130_000));
    let again = Timer::of_stored(&paused.stored()).unwrap();
    assert_eq!((again.is_running(), again.left(at(900_000))), (false, 510));
    assert!(Timer::of_stored(&Timer::new(45).stored()).unwrap().is_new());
    let none = [
        "",
        "45",
        "45 ",
        "x 0",
        "45 x",
        "-1 0",
        "45 -1",
        "45 0 x",
        "45 0 ",
        "45 0 1 2",
        "45 0 99999999999999999999",
        "45 9223372036854775807 0",
    ];
    for text in none {
        assert_eq!(Timer::of_stored(text), None, "{text}");
    }
    // However odd the time of its start, no number overflows.
    for started in [i64::MIN, i64::MAX] {
        let timer = Timer::of_stored(&format!("{} 0 {started}", u32::MAX)).unwrap();
        let _ = timer.left(at(0));
    }
}

#[test]
fn a_timer_says_twice_where_it_is() {
    let check = |before, left, expected| {
        assert_eq!(Timer::new(10).call(before, left), expected, "{before} {left}");
    };
    check(600, 599, None);
    check(301, 300, Some(Call::NearEnd));
    check(300, 299, None);
    check(1, 0, Some(Call::End));
    check(0, -1, None);
    // The timer was not looked at for a while: when it has ended meanwhile, only the end is called.
    check(400, -20, Some(Call::End));
    check(400, 200, Some(Call::NearEnd));
}

// The programme.

#[test]
fn each_session_has_its_place_in_the_programme() {
    let mut book = empty();
    let places = [
        ("s1", "2026-12-01", Some((Audience::CareTeams, Horizon::Medium))),
        ("s2", "2026-11-01", Some((Audience::CareTeams, Horizon::Medium))),
        ("s3", "2026-11-01", None),
        ("s4", "2026-11-01", Some((Audience::Training, Horizon::FirstStep))),
    ];
    for (id, date, place) in places {
        let mut item = a_session(id, date, if id == "s4" { "held" } else { "planned" });
        if let Some((audience, horizon)) = place {
            item.set(&session::AUDIENCE, Value::Word(audience.name()));
            item.set(&session::HORIZON, Value::Word(horizon.name()));
        }
        put(&mut book, &session::LIST, item);
    }
    let programme = Programme::of(&book);
    let ids = |sessions: Vec<Session<'_>>| -> Vec<String> {
        sessions.iter().map(|session| session.id().to_owned()).collect()
    };
    assert_eq!(ids(programme.at(Audience::CareTeams, Horizon::Medium)), ["s2", "s1"]);
    assert_eq!(ids(programme.at(Audience::CareTeams, Horizon::Longer)), [""; 0]);
    assert_eq!(ids(programme.elsewhere()), ["s3"]);
    assert_eq!((programme.len(), programme.held()), (4, 1));
}

#[test]
fn a_day_is_proposed_that_is_neither_at_a_weekend_nor_taken() {
    let (care, training) = (Audience::CareTeams, Audience::Training);
    let check = |book: &Record, audience, horizon, today: &str, expected: &str| {
        let proposed = Programme::of(book).proposed_day(audience, horizon, day(today));
        assert_eq!(proposed.to_string(), expected, "{horizon:?} from {today}");
    };
    let mut book = empty();
    // A Friday, a Saturday, a Sunday and a Monday.
    check(&book, care, Horizon::FirstStep, "2026-11-20", "2026-12-04");
    check(&book, care, Horizon::FirstStep, "2026-11-21", "2026-12-07");
    check(&book, care, Horizon::FirstStep, "2026-11-22", "2026-12-07");
    check(&book, care, Horizon::FirstStep, "2026-11-23", "2026-12-07");
    check(&book, care, Horizon::Medium, "2026-11-23", "2027-02-22");
    check(&book, care, Horizon::Longer, "2026-11-23", "2027-05-24");
    for (id, date) in [("s1", "2026-12-04"), ("s2", "2026-12-11")] {
        let mut item = a_session(id, date, "planned");
        item.set(&session::AUDIENCE, Value::Word(care.name()));
        put(&mut book, &session::LIST, item);
    }
    check(&book, care, Horizon::FirstStep, "2026-11-20", "2026-12-18");
    check(&book, training, Horizon::FirstStep, "2026-11-20", "2026-12-04");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_session_is_lost_in_the_programme(book in book(RecordKind::Organisation)) {
        let programme = Programme::of(&book);
        let in_cells: usize = Audience::ALL
            .iter()
            .flat_map(|audience| Horizon::ALL.map(|horizon| (*audience, horizon)))
            .map(|(audience, horizon)| programme.at(audience, horizon).len())
            .sum();
        prop_assert_eq!(in_cells + programme.elsewhere().len(), programme.len());
        prop_assert_eq!(programme.len(), book.items(&session::LIST).len());
        let held = session::all(&book).iter().filter(|session| session.is_held()).count();
        prop_assert_eq!(held, programme.held());
    }

    #[test]
    fn a_card_comes_back_from_its_file(title in text(), texts in vec(text(), 0..4)) {
        let mut item = with("k1", &[(&card::TITLE, title.as_str().into())]);
        for text in &texts {
            for field in [&card::QUESTIONS, &card::EXAMPLES, &card::REFERENCES] {
                let key = card::next_key(&item, field);
                item.set_part(field, &key, text.clone());
            }
        }
        let mut book = empty();
        put(&mut book, &card::LIST, item);
        let framework = handed_on(&card::as_framework(&book, None, "Discussion cards of Harbour Support"));
        let items = card::cards_from(&framework, &[], ids());
        prop_assert_eq!(items.len(), 1);
        let said = |item: &Item| {
            let card = card::own(item);
            let texts = card.questions.iter().chain(&card.examples).map(|text| text.text.clone());
            let references = card.references.iter().map(|reference| reference.text.clone());
            (card.title.clone(), texts.chain(references).collect::<Vec<_>>())
        };
        prop_assert_eq!(said(&items[0]), said(book.item(&card::LIST, "k1").unwrap()));
        prop_assert_eq!(card::cards_from(&framework, &framework.cards, ids()), []);
    }

    #[test]
    fn every_achievement_has_its_year(book in book(RecordKind::Organisation)) {
        let years = achievement::by_year(&book);
        let all: usize = years.iter().map(|year| year.achievements.len()).sum();
        let said = achievement::all(&book).iter().filter(|each| each.has_words()).count();
        prop_assert_eq!(all, said);
        prop_assert!(years.windows(2).all(|pair| pair[0].year > pair[1].year));
    }
}

// Rounds.

#[test]
fn a_round_is_laid_beside_the_last_of_its_sort() {
    let mut book = empty();
    put(&mut book, &round::LIST, a_round("r1", "2025-11-01", Truth::Little));
    put(&mut book, &round::LIST, a_round("r3", "2026-11-01", Truth::Mostly));
    let counts: Value =
        Value::Counts([("c01".to_owned(), vec![1, 2, 3, 4, 5])].into_iter().collect());
    let day = Value::Date(day("2026-05-01"));
    put(&mut book, &round::LIST, with("r2", &[(&round::COUNTS, counts), (&round::DATE, day)]));
    let ids: Vec<_> = round::all(&book).iter().map(round::Round::id).collect();
    assert_eq!(ids, ["r3", "r2", "r1"]);
    let before = |id| round::before(&book, id).map(|round| round.id());
    assert_eq!((before("r3"), before("r2"), before("r1")), (Some("r1"), Some("r1"), None));

    let learning = learning();
    let now = round::find(&book, "r3").unwrap();
    let lines = round::profile(&learning.characteristics, now, round::before(&book, "r3"));
    assert_eq!(lines.len(), 12);
    assert!(lines.iter().all(|line| line.change() == Some(Change::Up)));
    assert_eq!(now.answered(&learning), (19, 19));
    assert_eq!(round::find(&book, "r2").unwrap().answered(&learning), (1, 19));
}

#[test]
fn many_and_one_can_be_compared() {
    let step = Said::Step;
    let counted = |counts: [u32; 5]| Said::Counted(Counted::of(&counts).unwrap());
    let check = |now: Said, before: Said, expected| {
        assert_eq!(now.since(before), expected, "{now:?} {before:?}");
    };
    check(step(Truth::Mostly), step(Truth::Little), Some(Change::Up));
    check(step(Truth::Mostly), step(Truth::Mostly), Some(Change::Same));
    check(step(Truth::Not), step(Truth::Fully), Some(Change::Down));
    check(counted([0, 4, 0, 0, 9]), step(Truth::Little), Some(Change::Same));
    check(counted([0, 4, 1, 0, 0]), step(Truth::Little), Some(Change::Same));
    check(counted([0, 3, 1, 0, 0]), step(Truth::Little), Some(Change::Up));
    check(counted([1, 3, 0, 0, 0]), counted([0, 4, 0, 0, 0]), Some(Change::Down));
    check(counted([0, 0, 0, 0, 7]), step(Truth::Little), None);
    let counts = Counted::of(&[1, 2, 5, 0, 2]).unwrap();
    assert_eq!((counts.chose(), counts.dont_know()), (8, 2));
    assert_eq!(Counted::of(&[1, 2, 5, 0]), None);
}

#[test]
fn the_middle_of_what_many_say_is_the_step_that_half_of_them_reach() {
    let check = |counts: [u32; 5], expected| {
        let said = Said::Counted(Counted::of(&counts).unwrap());
        assert_eq!(said.middle(), expected, "{counts:?}");
    };
    check([0, 0, 1, 0, 9], Some(Truth::Mostly));
    check([2, 0, 3, 0, 0], Some(Truth::Mostly));
    check([2, 1, 0, 2, 0], Some(Truth::Little));
    check([2, 0, 0, 2, 0], Some(Truth::Not));
    check([1, 0, 0, 2, 0], Some(Truth::Fully));
    check([u32::MAX, u32::MAX, 0, 0, 0], Some(Truth::Not));
    check([0, 0, 0, 0, 9], None);
    for step in Truth::ALL {
        assert_eq!(Said::Step(step).middle(), Some(step));
    }
}

proptest! {
    #[test]
    fn what_rose_had_fallen_seen_from_the_other_side(
        now in vec(0u32..40, 5),
        before in vec(0u32..40, 5),
    ) {
        let said = |counts: &[u32]| Said::Counted(Counted::of(counts).unwrap());
        let (now, before) = (said(&now), said(&before));
        let turned = now.since(before).map(|change| match change {
            Change::Up => Change::Down,
            Change::Same => Change::Same,
            Change::Down => Change::Up,
        });
        prop_assert_eq!(before.since(now), turned);
    }
}

// Achievements.

#[test]
fn achievements_are_told_by_year() {
    let mut book = empty();
    for (id, date) in [("v1", "2025-12-31"), ("v2", "2026-01-01"), ("v3", ""), ("v4", "2026-03-01")]
    {
        let date = date.parse().map_or("".into(), Value::Date);
        let fields = [(&achievement::DATE, date), (&achievement::TEXT, "A quiet corner".into())];
        put(&mut book, &achievement::LIST, with(id, &fields));
    }
    // The first two say nothing yet and are left out. The last has no text either, but it has a note.
    let day = || Value::Date(day("2024-05-01"));
    put(&mut book, &achievement::LIST, with("v5", &[(&achievement::DATE, day())]));
    let blank = [(&achievement::DATE, day()), (&achievement::TEXT, " ".into())];
    put(&mut book, &achievement::LIST, with("v6", &blank));
    let noted = [(&achievement::DATE, day()), (&achievement::NOTE, "With a kettle.".into())];
    put(&mut book, &achievement::LIST, with("v7", &noted));
    let years: Vec<_> = achievement::by_year(&book)
        .iter()
        .map(|year| {
            let ids: Vec<_> =
                year.achievements.iter().map(|achievement| achievement.id().to_owned()).collect();
            (year.year, ids.join(" "))
        })
        .collect();
    let expected = [(Some(2026), "v4 v2"), (Some(2025), "v1"), (Some(2024), "v7"), (None, "v3")];
    assert_eq!(years, expected.map(|(year, ids)| (year, ids.to_owned())));
}

// The next step.

fn step(book: &Record, today: &str) -> String {
    let shown = match next(&learning(), book, day(today)) {
        Next::HoldToday(session) => ("hold", session.id()),
        Next::WasItHeld(session) => ("was it held", session.id()),
        Next::SayWhatToDo(session) => ("say what to do", session.id()),
        Next::FinishRound(round) => ("finish", round.id()),
        Next::PlanFirstSession => ("plan first", ""),
        Next::FirstRound => ("first round", ""),
        Next::FirstAchievement => ("first achievement", ""),
        Next::AnotherRound(round) => ("another round", round.id()),
        Next::PlanAnotherSession => ("plan another", ""),
        Next::WaitFor(session) => ("wait for", session.id()),
    };
    format!("{} {}", shown.0, shown.1).trim().to_owned()
}

#[test]
fn one_step_after_the_other_is_put_forward() {
    let mut book = empty();
    assert_eq!(step(&book, "2026-10-01"), "plan first");
    put(&mut book, &session::LIST, a_session("s1", "2026-10-14", "planned"));
    assert_eq!(step(&book, "2026-10-01"), "first round");
    let mut begun = a_round("r1", "2026-10-02", Truth::Mostly);
    begun.choose(&round::STEPS, "c07", None);
    put(&mut book, &round::LIST, begun);
    assert_eq!(step(&book, "2026-10-02"), "finish r1");
    put(&mut book, &round::LIST, a_round("r1", "2026-10-02", Truth::Mostly));
    assert_eq!(step(&book, "2026-10-02"), "first achievement");
    put(&mut book, &achievement::LIST, with("v1", &[(&achievement::TEXT, "A kettle".into())]));
    assert_eq!(step(&book, "2026-10-13"), "wait for s1");
    assert_eq!(step(&book, "2026-10-14"), "hold s1");
    assert_eq!(step(&book, "2026-10-15"), "was it held s1");
    let mut held = a_session("s1", "2026-10-14", "held");
    put(&mut book, &session::LIST, held.clone());
    assert_eq!(step(&book, "2026-10-15"), "say what to do s1");
    held.set(&session::WILL_DO, "Meet monthly.");
    put(&mut book, &session::LIST, held);
    assert_eq!(step(&book, "2026-10-15"), "plan another");
    put(&mut book, &session::LIST, a_session("s2", "2026-12-01", "planned"));
    assert_eq!(step(&book, "2026-10-15"), "wait for s2");
    put(&mut book, &session::LIST, a_session("s2", "2027-12-01", "planned"));
    assert_eq!(step(&book, "2027-10-02"), "wait for s2");
    assert_eq!(step(&book, "2027-10-03"), "another round r1");
}

// Files.

#[test]
fn an_organisation_of_version_1_opens() {
    let book = opened(include_str!("../fixtures/v1/organisation.json"));
    assert_eq!((book.name(), book.organisation()), ("Harbour Support", "Harbour Support"));
    assert_eq!((book.whole(&INTERVIEWS_A_YEAR), book.whole(&DAYS_A_YEAR)), (None, Some(5)));
    let card = card::find(&learning(), &book, "k1").unwrap();
    assert_eq!(card.questions[1].text, "Who would have known?");
    assert_eq!(card.references[0].address().as_deref(), Some("https://example.org/handbook"));
    let sessions = session::all(&book);
    assert!(sessions[0].is_held() && !sessions[1].is_held());
    assert_eq!(sessions[0].note("leadership-a.q1"), "Some.\n\nNot for change.");
    assert_eq!(sessions[0].votes(), Some(Votes::of(&[1, 4, 2, 0])));
    assert_eq!((sessions[0].minutes(), sessions[0].to()[0].item.as_str()), (60, "ac1"));
    assert_eq!(sessions[1].audience(), Some(Audience::PracticeLearning));
    let rounds = round::all(&book);
    assert_eq!(rounds[1].said("c12"), Some(Said::Step(Truth::Mostly)));
    assert_eq!(rounds[1].example("c02"), "شكرا لكم");
    let Some(Said::Counted(counted)) = rounds[0].said("c01") else { panic!() };
    assert_eq!((rounds[0].people(), counted.chose(), counted.dont_know()), (Some(14), 12, 2));
    assert_eq!(achievement::by_year(&book).len(), 2);
    assert_eq!((book.removed.len(), book.earlier_words.len()), (1, 1));
    assert_eq!(opened(&record_text(&book, at(0))), book);
}

#[test]
fn the_example_speaks_of_what_is_there() {
    let book = opened(include_str!("../../src/organisation/example-organisation.json"));
    let learning = learning();
    assert_eq!((book.id.as_str(), book.name()), ("example-organisation", "Harbour Lane Support"));
    let again = opened(&record_text(&book, at(0)));
    assert_eq!(again, book, "its lists are in their order");

    for session in session::all(&book) {
        let card = card::find(&learning, &book, session.card()).unwrap();
        assert_eq!(session.title(), card.title);
        assert_eq!(session.questions(None), session.questions(Some(&card)), "{}", session.id());
        let item = book.item(&session::LIST, session.id()).unwrap();
        for (question, _) in item.parts(&session::NOTES) {
            assert!(card.questions.iter().any(|other| other.id == *question), "{question}");
        }
    }
    assert_eq!(session::held(&book, "leadership-a").len(), 2);
    for round in round::all(&book) {
        assert_eq!(round.answered(&learning), (19, 19));
    }
    assert_eq!(achievement::all(&book).len(), 6);
    assert_eq!(step(&book, "2026-11-22"), "wait for s03");
}

#[test]
fn the_example_leads_to_what_stands_in_the_audits_example() {
    let book = opened(include_str!("../../src/organisation/example-organisation.json"));
    let Ok(File::Record(audit)) = from_text(include_str!("../../src/audit/example.json")) else {
        panic!("the example is not an audit");
    };
    let items = book.lists.values().flatten();
    let links: Vec<_> = items
        .flat_map(|item| item.links(&field("from")).iter().chain(item.links(&field("to"))))
        .collect();
    assert!(!links.is_empty());
    for link in links.iter().filter(|link| link.kind == RecordKind::Audit) {
        assert_eq!(
            (link.record.as_str(), &link.name),
            (audit.id.as_str(), &audit.name().to_owned())
        );
        let text = match link.list.as_str() {
            "actions" => view(&audit).action(&link.item).map(|action| action.text),
            _ => view(&audit).evidence_item(&link.item).map(|evidence| evidence.title),
        };
        assert_eq!(text, Some(link.text.as_str()));
    }
    // The links at the audit's end lead back to what stands in the book.
    let ends = view(&audit).actions().flat_map(|action| action.to);
    let ends = ends.chain(view(&audit).evidence().flat_map(|evidence| evidence.from));
    let ends: Vec<_> = ends.filter(|end| end.record == book.id).collect();
    assert_eq!(ends.len(), 4);
    for end in ends {
        let (list, item) = book.find(&end.item).unwrap();
        assert_eq!((list.name, item.text(&field("text"))), (end.list.as_str(), end.text.as_str()));
        assert_eq!(end.name, book.name());
    }
}
