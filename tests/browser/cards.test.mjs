// Discussion cards: a session from its beginning to what people agree to do, votes that nobody can read
// before all are in, cards of one's own, and the programme.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Key, ROOT, journey, none, until } from "./harness.mjs";
import { deleteForGood, deleteFromList, fileOf, openElsewhere } from "./steps.mjs";

/** Starts an organisation's pages, by typing. Gives its id. */
async function startOrganisation(app, name = "Harbour House") {
  await app.open("#/new/organisation");
  await app.label("The organisation’s name").fill(name);
  await app.button("Start").click();
  await app.page("Overview");
  return (await app.hash()).split("/")[2];
}

/** Begins a session about the built-in card. */
async function beginSession(app) {
  await app.link("Discussion cards").click();
  await app.page("Discussion cards");
  await app.link("Leadership (a)").click();
  await app.page("Leadership (a)");
  await app.button("Begin a session now").click();
  await app.page(/^Session: Leadership \(a\), /);
}

/** The whole record, as the app reads it from the storage: saved as a file. */
async function stored(app) {
  await app.link("About this organisation").click();
  await app.page("About this organisation");
  return app.download(() => app.button("Save everything here as a file").click());
}

/** One person's turn with the tablet. */
async function voteOnTablet(app, step) {
  await app.button("My turn: vote").click();
  await app.role("radio", step).click();
  await app.button("Cast my vote").click();
  await app.button("My turn: vote").find();
}

/** The organiser ends the vote, because all have voted, and looks at the result. */
async function showResult(app) {
  await app.button("Everyone has voted: show the result").click();
  await app.dialog("Has everyone voted?").label(/^To show the result, type/).type("show", Key.ENTER);
  await app.role("heading", "What you said").find();
}

/** Goes back to the organiser's pages, while the vote goes on. */
async function leaveVote(app) {
  await app.button("Leave the vote").click();
  await app.dialog("Leave the vote?").label(/^To leave, type/).type("leave", Key.ENTER);
  await app.page(/^Session: /);
}

/** Lets three people vote in the open session, and shows the result. */
async function showThree(app) {
  await app.button("Hand this tablet round").click();
  for (let person = 0; person < 3; person++) await voteOnTablet(app, "Fully in place");
  await showResult(app);
}

/** Checks in a new session, from any page of the organisation, that four votes do not show: beside an
 * earlier result of three they would tell what one person has said. */
async function fourAreNotShown(app) {
  await beginSession(app);
  await app.button("Hand this tablet round").click();
  for (let person = 0; person < 4; person++) await voteOnTablet(app, "Not in place");
  await app.text(/^Not yet: an earlier result has 3 votes/).find();
  await leaveVote(app);
}

/** Goes from the ballot of a vote that is over to the organiser's pages. */
async function goToSession(app) {
  await app.button("Go to the session").click();
  await app.dialog("Leave the vote?").label(/^To leave, type/).type("leave", Key.ENTER);
  await app.page(/^Session: /);
}

/** The keys and texts about votes that this tab and this device keep. */
const keptOfVotes = (app) =>
  app.run(() =>
    [sessionStorage, localStorage].flatMap((store) =>
      Object.entries(store).filter(([key]) => key.startsWith("cairn:vote:")).map(([, text]) => text),
    ),
  );

/** The elements of the organiser's pages that can be seen. */
const organisers = (app) =>
  app.run(() => [...document.querySelectorAll("header, nav, .notice, a[href], textarea")].filter((each) => each.checkVisibility()).map((each) => each.outerHTML));

/** Sets the clock some milliseconds ahead. */
const sleep = (app, ms) => app.run((ms) => { const { now } = Date; Date.now = () => now() + ms; }, ms);

/** Opens a file of the organisation `id` beside it. Gives the copy's id. */
async function copyBeside(app, file, id) {
  await app.open("#/open");
  await app.pick(file.path);
  await app.role("radio", /^Keep both/).click();
  await app.button("Open as a separate copy").click();
  await app.page(/./);
  return until("the copy", async () => {
    const keys = await app.run(() => Object.keys(localStorage).filter((key) => key.startsWith("cairn:organisation:")));
    return keys.map((key) => key.split(":")[2]).find((each) => each !== id);
  });
}

journey("Card sessions", (it) => {
  it("holds a session, from the card to what comes of it", async (app) => {
    await startOrganisation(app);
    await app.text("Choose a discussion card for one of your next meetings.").find();
    await app.link("Go to the discussion cards").click();
    await app.page("Discussion cards");
    await beginSession(app);
    await app.label("Who is there").type("MK, JR and AD");
    await app.label("Notes on question 1").type("Not enough for change.");
    await app.label("Minutes").fill("a while");
    await app.press(Key.TAB);
    await app.text("This was not kept: it is not a number, or it is too large.").find();
    await app.label("Minutes").fill("60");
    await app.press(Key.TAB);
    await app.text("60:00").find();

    await app.button("Vote by a show of hands").click();
    const hands = app.dialog("A show of hands");
    assert.equal(await hands.button("Show the result").disabled(), true);
    none(await app.axe());
    const wrong = [
      ["-3", "A count cannot be below 0."],
      ["abc", "This is not a number. Please type digits, such as 4."],
      ["999999999999", "This is too large: the most there can be is 9999."],
    ];
    for (const [typed, problem] of wrong) {
      await hands.label("Mostly in place").fill(typed);
      await hands.text(problem).find();
      assert.equal(await hands.button("Show the result").disabled(), true);
    }
    none(await app.axe());
    await hands.label("Mostly in place").fill("");
    await hands.text("0 hands in all").find();
    await hands.label("A little in place").fill("4");
    // A dialog that is closed by mistake keeps what was typed.
    await app.press(Key.ESCAPE);
    await app.button("Vote by a show of hands").click();
    await hands.label("A little in place").has("4");
    await hands.button("One more: Mostly in place").click();
    await hands.button("One more: Mostly in place").click();
    await hands.button("One fewer: Mostly in place").click();
    await hands.text("5 hands in all").find();
    await hands.button("Show the result").click();
    await app.role("table", "5 votes").find();
    await app.role("row", "A little in place 4 80%").find();

    await app.label("What you agreed to do").type("Ask for a line in next year’s budget.");
    // The paper has nothing of the form, and has what is being typed already.
    await app.cdp("Page.printToPDF");
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const printed = await app.run(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
      return {
        form: shown("input, textarea, select, button, label, .hint, h1").length,
        words: document.querySelector("article").innerText,
        lines: shown(".lines").length,
        table: shown("article table.figures").length,
      };
    });
    assert.equal(printed.form, 0);
    for (const words of ["Harbour House", "Leadership (a)", "MK, JR and AD", "Not enough for change.", "next year’s budget."]) {
      assert.ok(printed.words.includes(words), words);
    }
    assert.deepEqual([printed.lines, printed.table], [3, 1], "lines for what was not said, and the votes");
    await app.cdp("Emulation.setEmulatedMedia", { media: "" });
    await app.run(() => void (window.print = () => (window.printed = true)));
    await app.button("Print this session").click();
    assert.equal(await app.run(() => window.printed), true);
    await app.button("Mark as held").click();
    await app.button("Mark as not held yet").find();
    await app.saved();
    await app.reload();
    await app.label("Notes on question 1").has("Not enough for change.");
    await app.role("row", "Mostly in place 1 20%").find();
    await app.link("Overview").click();
    await app.text("1 session held · 0 planned").find();
  });

  it("shows no vote before all are in, and none by person", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    const session = await app.hash();
    await app.button("Hand this tablet round").click();
    await app.page("How much of this is in place here?");
    await app.text("Nobody has voted yet.").find();
    none(await app.axe());
    await app.button("My turn: vote").click();
    await app.text(/^Organisational learning relies heavily on leadership/).find();
    none(await app.axe());
    await app.button("Back without voting").click();
    await voteOnTablet(app, "Fully in place");
    await app.text("1 person has voted.").find();
    assert.equal(await app.run(() => document.querySelectorAll(":checked").length), 0);
    await voteOnTablet(app, "Not in place");
    assert.equal(await app.button("Everyone has voted: show the result").disabled(), true);
    await leaveVote(app);
    await app.text(/^2 people have voted\. Nothing is shown/).find();
    await app.role("table", /votes/).gone();
    // After a look at another page the vote goes on where it was. No file has any of it.
    const file = await stored(app);
    assert.equal(file.json.data.sessions.length, 1);
    assert.equal(file.json.data.sessions[0].votes, undefined);
    await app.run((hash) => void (location.hash = hash), session);
    await app.text(/^2 people have voted\. Nothing is shown/).find();
    // A tablet that reloads the page loses no vote.
    await app.reload();
    await app.text(/^2 people have voted\. Nothing is shown/).find();
    await app.button("Go on with the vote").click();
    await voteOnTablet(app, "Not in place");
    await showResult(app);
    await app.role("row", "Not in place 2 67%").find();
    await app.role("row", "Fully in place 1 33%").find();
    await until("the focus to go to the result", () => app.role("heading", "What you said").focused());
    // A result that was shown cannot be undone: otherwise other people could be asked, and compared.
    await app.button("Undo").click();
    await app.notice(/^That stays as it is\. You cannot undo results/);
    await app.role("table", "3 votes").find();
    const after = await stored(app);
    assert.deepEqual(after.json.data.sessions[0].votes, [2, 0, 0, 1]);
    assert.deepEqual(Object.values(after.json.data.sessions[0].results), [[2, 0, 0, 1]]);
    assert.equal(await app.run(() => sessionStorage.length), 0, "nothing of a vote that is over is kept");
  });

  it("keeps votes unread and whole, whatever is done between two people", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    const session = await app.hash();
    await app.label("Notes on question 1").type("Not for everyone’s eyes");
    await app.saved();
    await app.button("Hand this tablet round").click();
    await app.page("How much of this is in place here?");
    const vote = await app.hash();
    const seen = [];
    for (const step of ["Fully in place", "Fully in place"]) {
      await voteOnTablet(app, step);
      const kept = await keptOfVotes(app);
      assert.equal(kept.length, 1);
      assert.doesNotMatch(kept[0], /[ ,:]|fully|place/i, "no counts to be read");
      seen.push(kept[0]);
    }
    const alike = [...seen[0]].filter((letter, place) => letter === seen[1][place]).length;
    assert.ok(alike < seen[0].length / 3, `one vote more changes all of it: ${seen}`);

    // Nothing leads out of the middle of a vote: going back, Escape, another address, a reload.
    await app.button("My turn: vote").click();
    await app.role("radio", "Not in place").click();
    await app.press(Key.ESCAPE, Key.ESCAPE, Key.ESCAPE);
    const held = async (why) => {
      await until(`the address of the vote, ${why}`, async () => (await app.hash()) === vote);
      none(await organisers(app), why);
      await app.text(/Not for everyone/).count(0);
    };
    await held("after Escape");
    await app.driver.navigate().back();
    await held("after going back");
    await app.driver.navigate().back();
    await held("after going back twice");
    for (const hash of [session, "#/", "#/settings"]) {
      await app.run((hash) => void (location.hash = hash), hash);
      await held(hash);
    }
    await app.reload();
    await held("after a reload");
    await app.text("2 people have voted.").find();
    await app.driver.navigate().back();
    await held("going back after a reload");
    assert.equal(await app.run(() => document.querySelectorAll(":checked").length), 0);
    none(await app.axe());

    // A wrong word does not lead out either.
    await app.button("Leave the vote").click();
    await app.dialog("Leave the vote?").label(/^To leave, type/).type("leav", Key.ENTER);
    await held("with a wrong word");
    await app.dialog("Leave the vote?").button("Stay here").click();
    await leaveVote(app);
    await app.button("Give up this vote").click();
    await app.dialog("Give up this vote?").button("Give up this vote").click();
    await app.button("Hand this tablet round").find();
    assert.deepEqual(await keptOfVotes(app), []);
    await app.open(vote);
    await app.page("No vote is under way");
    await goToSession(app);
  });

  it("has one ballot, in however many tabs, and shows none that is too near to another", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    const session = await app.hash();
    await app.saved();
    await app.button("Hand this tablet round").click();
    for (const step of ["Fully in place", "Not in place"]) await voteOnTablet(app, step);
    // Another tab, with a copy of all that this one keeps.
    const first = await app.driver.getWindowHandle();
    const others = await app.driver.getAllWindowHandles();
    await app.run(() => void open(location.href));
    const second = await until("the other tab", async () => (await app.driver.getAllWindowHandles()).find((each) => !others.includes(each)));
    await app.driver.switchTo().window(second);
    await app.ready();
    await app.text("2 people have voted.").find();
    await voteOnTablet(app, "Not in place");
    await app.text("3 people have voted.").find();
    await app.driver.switchTo().window(first);
    await app.text("3 people have voted.").find();
    await showResult(app);
    await app.role("table", "3 votes").find();
    await app.driver.switchTo().window(second);
    await app.role("heading", "No vote is under way").find();
    // This tab may still be handed round: here too only a typed word leads to the organiser's pages.
    await goToSession(app);
    await app.driver.close();
    await app.driver.switchTo().window(first);

    // Four vote now. Beside the three of before, the difference would tell the fourth person's vote.
    await app.button("Hand the tablet round again").click();
    await app.dialog("Vote again?").button("Vote again").click();
    for (let person = 0; person < 4; person++) await voteOnTablet(app, "Not in place");
    await app.text(/^Not yet: an earlier result has 3 votes.*after 2 more votes\.$/).find();
    assert.equal(await app.button("Everyone has voted: show the result").disabled(), true);
    await app.reload();
    assert.equal(await app.button("Everyone has voted: show the result").disabled(), true);
    for (let person = 0; person < 2; person++) await voteOnTablet(app, "Not in place");
    await showResult(app);
    await app.role("table", "6 votes").find();
    // The result that was shown before can still be seen.
    await app.text("Other results of this session").unfold();
    await app.role("table", "3 votes").find();
    await app.text(/^Shown on /).find();
    assert.equal(await app.hash(), session);
  });

  it("knows on another device, and in a copy, how many had voted in what was shown", async (app) => {
    const id = await startOrganisation(app);
    await beginSession(app);
    const session = await app.hash();
    await showThree(app);
    const file = await stored(app);
    const none_too_near = async () => {
      await app.button("Hand the tablet round again").click();
      await app.dialog("Vote again?").button("Vote again").click();
      for (let person = 0; person < 4; person++) await voteOnTablet(app, "Not in place");
      await app.text(/^Not yet: an earlier result has 3 votes.*after 2 more votes\.$/).find();
      await leaveVote(app);
    };
    await openElsewhere(app, file, "Open the organisation");
    await app.page("Overview");
    await app.open(session);
    await none_too_near();

    // A copy of the organisation beside it has votes of its own.
    const copy = await copyBeside(app, file, id);
    await app.open(session.replace(id, copy));
    await app.role("table", "3 votes").find();
    await app.button("Go on with the vote").count(0);
    await none_too_near();
    await app.open(session);
    await app.text(/^4 people have voted\. Nothing is shown/).find();
  });

  it("knows what the file of another device shows of a session, though it is opened as a copy", async (app) => {
    const id = await startOrganisation(app);
    await beginSession(app);
    const session = await app.hash();
    const before = await stored(app);
    await app.open(session);
    await showThree(app);
    const after = await stored(app);

    // On another device four have voted in the meantime.
    await openElsewhere(app, before, "Open the organisation");
    await app.page("Overview");
    await app.open(session);
    await app.button("Hand this tablet round").click();
    for (let person = 0; person < 4; person++) await voteOnTablet(app, "Not in place");
    await leaveVote(app);
    await copyBeside(app, after, id);
    await app.open(session);
    await app.button("Go on with the vote").click();
    await app.button("Everyone has voted: show the result").click();
    await app.text(/^Not yet: an earlier result has 3 votes/).find();
    await leaveVote(app);
  });

  it("knows in a copy that is older than the vote what was shown of the session", async (app) => {
    const id = await startOrganisation(app);
    await beginSession(app);
    const session = await app.hash();
    const file = await stored(app);
    const copy = await copyBeside(app, file, id);
    await app.open(session);
    await showThree(app);
    await app.open(session.replace(id, copy));
    await app.role("heading", "What you said").count(0);
    await app.button("Hand this tablet round").click();
    for (let person = 0; person < 4; person++) await voteOnTablet(app, "Not in place");
    await app.text(/^Not yet: an earlier result has 3 votes.*after 2 more votes\.$/).find();
    await leaveVote(app);
  });

  it("knows in a copy what was shown in another session about the card, and of the same card again", async (app) => {
    const id = await startOrganisation(app);
    await app.link("Discussion cards").click();
    await app.button("Add a card of your own").click();
    await app.label("Title").type("Handing over");
    await app.press(Key.TAB);
    await app.role("heading", "Handing over", { level: 1 }).find();
    const card = await app.download(() => app.button("Save this card as a file").click());
    const file = await stored(app);
    const copy = await copyBeside(app, file, id);
    /** Votes in a new session about the card, in the organisation's pages or in the copy's. */
    const three = async (record) => {
      await app.open(`#/organisations/${record}`);
      await app.link("Discussion cards").click();
      await app.link("Handing over").click();
      await app.page("Handing over");
      await app.button("Begin a session now").click();
      await app.page(/^Session: Handing over, /);
      await app.button("Hand this tablet round").click();
      for (let person = 0; person < 3; person++) await voteOnTablet(app, "Fully in place");
    };
    const refused = async () => {
      await voteOnTablet(app, "Not in place");
      await app.text(/^Not yet: an earlier result has 3 votes.*after 2 more votes\.$/).find();
      await leaveVote(app);
    };
    await app.open(`#/organisations/${copy}/about`);
    await app.label("The organisation’s name").fill("Second House");
    await three(copy);
    await showResult(app);
    await three(id);
    await refused();

    // The card is removed, and comes back from a file under another id.
    await app.open(`#/organisations/${copy}/cards`);
    await app.link("Handing over").click();
    await app.text("Change this card").unfold();
    await app.button("Remove this card").click();
    await app.page("Discussion cards");
    await app.link("Handing over").gone();
    await app.open("#/open");
    await app.pick(card.path);
    await app.label("Which organisation are they for?").choose("Second House");
    await app.button("Add 1 card").click();
    await app.page("Discussion cards");
    await three(copy);
    await refused();
  });

  it("shows no hands that would tell what somebody has voted one by one", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    await app.button("Hand this tablet round").click();
    for (let person = 0; person < 4; person++) await voteOnTablet(app, "Not in place");
    await showResult(app);
    await app.button("Vote again by a show of hands").click();
    await app.dialog("Vote again?").button("Vote again").click();
    const hands = app.dialog("A show of hands");
    await hands.label("Not in place").fill("3");
    await hands.text(/^An earlier result has 4 votes\. Next to it, 3 hands could give away/).find();
    assert.equal(await hands.button("Show the result").disabled(), true);
    none(await app.axe());
    await hands.label("Not in place").fill("4");
    await hands.text(/^An earlier result has 4 votes/).gone();
    await hands.button("Show the result").click();
    await app.role("table", "4 votes").find();
  });

  it("shows nothing too near to a result of a session that was removed since", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    await showThree(app);
    await app.button("Remove this session").click();
    await app.dialog("Remove this session?").text(/^The result of its votes goes with it/).find();
    await app.dialog("Remove this session?").button("Remove it").click();
    await app.page("Discussion cards");
    await app.reload();
    await app.open((await app.hash()).replace(/cards$/, ""));
    await app.page("Overview");
    await fourAreNotShown(app);
  });

  it("shows nothing too near to a result about a card that says the same", async (app) => {
    const id = await startOrganisation(app);
    /** Begins a session about a new card of one's own, with or without a title. */
    const begin = async (title, statement) => {
      await app.open(`#/organisations/${id}/cards`);
      await app.button("Add a card of your own").click();
      await app.label("Title").find();
      if (title) await app.label("Title").fill(title);
      if (statement) await app.label("What the card says").fill(statement);
      await app.press(Key.TAB);
      await app.button("Begin a session now").click();
      await app.page(/^Session: /);
    };
    const refused = async () => {
      await app.button("Hand this tablet round").click();
      for (let person = 0; person < 4; person++) await voteOnTablet(app, "Not in place");
      await app.text(/^Not yet: an earlier result has 3 votes.*after 2 more votes\.$/).find();
      await leaveVote(app);
    };
    await begin("Handing over", "Everyone knows who does what.");
    await showThree(app);
    await begin("Passing on", "everyone knows  who does what.");
    await refused();
    await begin("", "");
    await showThree(app);
    await begin("", "");
    await refused();
    await begin("Something else", "Nobody is left alone.");
    await showThree(app);
  });

  it("knows of a result of today on another device, whatever day the session is said to be of", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    await showThree(app);
    await app.label("The day").type("05052026", Key.TAB);
    await app.saved();
    const file = await stored(app);
    await openElsewhere(app, file, "Open the organisation");
    await app.page("Overview");
    await fourAreNotShown(app);
  });

  it("shows nothing too near to a result of an organisation that was deleted since and came back", async (app) => {
    await startOrganisation(app);
    const before = await stored(app);
    await app.link("Overview").click();
    await app.page("Overview");
    await beginSession(app);
    await showThree(app);
    await app.saved();
    await deleteForGood(app, "Harbour House");
    await app.open("#/open");
    await app.reload();
    await app.pick(before.path);
    await app.button("Open the organisation").click();
    await app.page("Overview");
    await fourAreNotShown(app);
  });

  it("knows from a file of everything what an organisation in the bin has shown of votes", async (app) => {
    await startOrganisation(app);
    const before = await stored(app);
    await app.link("Overview").click();
    await app.page("Overview");
    await beginSession(app);
    await showThree(app);
    await app.saved();
    await app.open("#/");
    await deleteFromList(app, "Harbour House");
    await app.open("#/settings");
    const everything = await app.download(() => app.button("Save everything as a file").click());
    await openElsewhere(app, everything, "Use the settings");
    await app.page("Settings");
    await app.open("#/open");
    await app.pick(before.path);
    await app.button("Open the organisation").click();
    await app.page("Overview");
    await fourAreNotShown(app);
  });

  it("looks again at what another tab has shown before it shows a vote", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    await app.saved();
    const first = await app.driver.getWindowHandle();
    const others = await app.driver.getAllWindowHandles();
    await app.run(() => void open(location.href.replace(/session.*$/, "")));
    const second = await until("the other tab", async () => (await app.driver.getAllWindowHandles()).find((each) => !others.includes(each)));

    // Five people vote in the first tab, where nothing has been shown yet.
    await app.button("Hand this tablet round").click();
    for (let person = 0; person < 5; person++) await voteOnTablet(app, "Not in place");

    // Then four of them vote in another session about the card, in the second tab.
    await app.driver.switchTo().window(second);
    await app.ready();
    await app.page("Overview");
    await beginSession(app);
    await app.button("Hand this tablet round").click();
    for (let person = 0; person < 4; person++) await voteOnTablet(app, "Fully in place");
    await showResult(app);
    await app.role("table", "4 votes").find();
    await app.saved();
    await app.driver.close();

    await app.driver.switchTo().window(first);
    await app.button("Everyone has voted: show the result").click();
    await app.dialog("Has everyone voted?").label(/^To show the result, type/).type("show", Key.ENTER);
    await app.text(/^Not yet: an earlier result has 4 votes.*after 2 more votes\.$/).find();
    await app.role("table", /votes/).count(0);
    for (let person = 0; person < 2; person++) await voteOnTablet(app, "Not in place");
    await showResult(app);
    await app.role("table", "7 votes").find();
  });

  it("stays handed round when another address of Cairn is loaded", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    const session = await app.hash();
    await app.button("Hand this tablet round").click();
    await voteOnTablet(app, "Fully in place");
    const vote = await app.hash();
    const address = await app.run(() => location.href.split("#")[0]);
    for (const typed of [`${address}?x=1`, `${address}?y=2${session}`, `${address}index.html?z=3#/settings`]) {
      await app.driver.get(typed);
      await app.text("1 person has voted.").find();
      assert.equal(await app.hash(), vote);
      none(await organisers(app), typed);
    }
    await leaveVote(app);
    await app.page(/^Session: /);
    await app.driver.get(`${address}?w=4#/settings`);
    await app.page("Settings");
  });

  it("shows no result that cannot be saved, and lets go of no vote", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    await app.saved();
    await app.button("Hand this tablet round").click();
    for (const step of ["Fully in place", "Not in place", "Not in place"]) await voteOnTablet(app, step);
    await app.run(() => {
      window.setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {
        throw new DOMException("", "QuotaExceededError");
      };
    });
    await voteOnTablet(app, "Mostly in place");
    await app.role("alert").text(/^Please call the person who gave you this tablet/).find();
    await app.button("Everyone has voted: show the result").click();
    await app.dialog("Has everyone voted?").label(/^To show the result, type/).type("show", Key.ENTER);
    await app.notice(/^The result cannot show yet/);
    await app.role("table", /votes/).gone();
    await app.run(() => void (Storage.prototype.setItem = window.setItem));
    await app.button("Go on with the vote").click();
    await showResult(app);
    await app.role("table", "4 votes").find();
    await app.saved();
  });

  it("shows nothing of a vote that someone has begun and a sleeping tablet has kept", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    await app.button("Hand this tablet round").click();
    await app.button("My turn: vote").click();
    await app.role("radio", "Fully in place").click();
    await sleep(app, 3_600_000);
    await app.run(() => void dispatchEvent(new Event("visibilitychange")));
    await app.text("Nobody has voted yet.").find();
    assert.equal(await app.run(() => document.querySelectorAll(":checked").length), 0);
  });

  it("keeps the time on whatever page, by keyboard alone", async (app) => {
    await startOrganisation(app);
    await beginSession(app);
    const session = await app.hash();
    await app.label("Minutes").fill("5");
    await app.press(Key.TAB);
    await app.text("5:00").find();
    await app.run(() => [...document.querySelectorAll("button")].find((each) => each.textContent === "Start the timer").focus());
    await app.press(Key.ENTER);
    await app.button("Pause").find();
    await app.text(/^4:5\d$/).find();
    await app.link("Achievements").click();
    await app.page("Achievements");
    // On a tablet that reloads the page the timer loses no time, running or paused.
    await app.saved();
    await app.reload();
    await app.run((hash) => void (location.hash = hash), session);
    await app.button("Pause").find();
    await app.text(/^4:[345]\d$/).find();
    await app.button("Pause").click();
    await app.button("Go on").find();
    const left = await app.text(/^4:[345]\d$/).words();
    await app.reload();
    await app.button("Go on").find();
    await app.text(left).find();
    await app.button("Reset").click();
    await app.text("5:00").find();
    await app.reload();
    await app.button("Start the timer").find();
    assert.equal(await app.run(() => sessionStorage.length), 0);
    assert.equal(await app.button("Reset").disabled(), true);
  });

  it("writes a card of one’s own, hands it on, and takes it back", async (app) => {
    await startOrganisation(app);
    await app.link("Discussion cards").click();
    await app.button("Add a card of your own").click();
    await app.page("Card without a title");
    await until("the focus to be in the title", () => app.label("Title").focused());
    await app.label("Title").type("Handing over");
    await app.role("heading", "Handing over", { level: 1 }).find();
    await app.label("What the card says").type("What one shift knows, the next one needs.");
    // Leaving a field moves nothing that could be clicked: the card's own text stands below the fields.
    const places = () =>
      app.run(() => {
        const button = (name) => [...document.querySelectorAll("main button")].find((each) => each.textContent === name);
        const places = [document.querySelector("main h1"), button("Begin a session now"), button("Add a question"), button("Remove this card")];
        return places.map((each) => each.getBoundingClientRect().top + scrollY);
      });
    const before = await places();
    await app.press(Key.TAB);
    await app.text("What one shift knows, the next one needs.", { selector: ".statement-of-card" }).find();
    assert.deepEqual(await places(), before);
    assert.deepEqual(before.toSorted((one, other) => one - other), before);
    assert.ok(before.at(-1) < (await app.run(() => document.querySelector(".discussion-card").getBoundingClientRect().top + scrollY)));
    await app.button("Add a question").click();
    await until("the focus to be in the question", () => app.label("Question 1").focused());
    await app.label("Question 1").type("What was lost last week?");
    await app.button("Add a question").click();
    await app.label("Question 2").type("Who would have known?");
    await app.button("Add a reference").click();
    await app.label("Reference 1").type("Our handbook");
    await app.label("Its web address (optional)").type("https://example.org/handbook");
    await app.press(Key.TAB);
    await app.role("heading", "Handing over", { level: 1 }).find();
    await app.saved();
    await app.reload();
    assert.equal(await app.link("Our handbook").attribute("href"), "https://example.org/handbook");
    await app.text("Change this card").unfold();
    await app.label("Its web address (optional)").fill("www.example.org/handbook");
    await app.press(Key.TAB);
    await until("https:// to stand before the address", async () => (await app.link("Our handbook").attribute("href")) === "https://www.example.org/handbook");
    await app.label("Its web address (optional)").fill("javascript:alert(1)");
    await app.text(/^This is not a web address/).gone();
    await app.press(Key.TAB);
    await app.text(/^This is not a web address/).find();
    await app.link("Our handbook").gone();
    await app.text("(javascript:alert(1))").find();
    await app.ctrl("z");
    await app.text(/^This is not a web address/).gone();
    await app.link("Our handbook").find();
    const file = await app.download(() => app.button("Save this card as a file").click());
    assert.equal(file.json.kind, "framework");
    assert.deepEqual(file.json.data.cards[0].questions.map(({ text }) => text), ["What was lost last week?", "Who would have known?"]);

    await app.button("Remove Question 1").click();
    await app.label("Question 1").gone();
    await app.button("Remove this card").click();
    await app.page("Discussion cards");
    await app.link("Handing over").gone();
    await app.text("The discussion card was removed.").find();
    await app.text("The discussion card was removed.").around(".notice").button("Undo").click();
    await app.link("Handing over").find();
  });

  it("takes cards from a file, each once, by picking it or pasting its text", async (app) => {
    await startOrganisation(app);
    await app.link("Discussion cards").click();
    await app.button("Add a card of your own").click();
    await app.label("Title").type("Handing over");
    await app.button("Add a question").click();
    await app.label("Question 1").type("What was lost last week?", Key.TAB);
    await app.saved();
    const file = await app.download(() => app.button("Save this card as a file").click());

    // The card is here already. Another organisation takes it.
    await app.link("Discussion cards").click();
    await app.link("Open a file with cards").click();
    await app.pick(file.path);
    await app.text("1 discussion card.").find();
    await app.text(/^You already have this card, word for word/).find();
    await app.open("#/new/organisation");
    await app.label("The organisation’s name").fill("Second House");
    await app.button("Start").click();
    await app.page("Overview");
    await app.open("#/open");
    await app.text("Or paste the text of a file").click();
    await app.label("The text of the file").fill(file.text);
    await app.button("Look at the pasted text").click();
    await app.label("Which organisation are they for?").choose("Second House");
    await app.button("Add 1 card").click();
    await app.page("Discussion cards");
    await app.notice("Added to the discussion cards.");
    await app.link("Handing over").click();
    await app.text("What was lost last week?").find();
    await app.saved();
    await app.reload();
    await app.role("heading", "Handing over", { level: 1 }).find();
    await app.text("What was lost last week?").find();
  });

  it("says where the links of an imported card lead", async (app) => {
    await startOrganisation(app);
    const file = JSON.parse(readFileSync(join(ROOT, "src/framework/learning.json"), "utf8"));
    const links = [
      ["https://bank.example/", "https://evil.example/", "https://bank.example/ (leads to evil.example)"],
      ["bank.example", "https://bank.example@evil.example/", "bank.example (leads to evil.example)"],
      ["bank.example", "https://evil.example\\@bank.example/", "bank.example (leads to evil.example)"],
      ["The bank", "https://b\u0430nk.example/", "The bank (leads to xn--bnk-6cd.example)"],
      ["https://fine.example/read", "https://fine.example/read", "https://fine.example/read"],
      ["Write to us", "mailto:us@evil.example?subject=x", "Write to us (an email to us@evil.example)"],
      ["\u202emoc.live", "https://evil.example/", "\u202emoc.live (leads to evil.example)"],
      ["Hidden", "https://fine.example/\u202ex", "Hidden (https://fine.example/\u202ex)"],
    ];
    const [card] = file.data.cards;
    card.references = links.map(([text, link], place) => ({ id: `r${place}`, text, link }));
    file.data.cards = [{ ...card, id: "tricky", title: "Tricky" }];
    await app.open("#/open");
    await app.pick(fileOf(app, "cards.json", file));
    await app.button("Add 1 card").click();
    await app.link("Tricky").click();
    await app.page("Tricky");
    const seen = await app.run(() =>
      [...document.querySelectorAll("[aria-labelledby=references] li")].map((item) => item.textContent),
    );
    assert.deepEqual(seen, links.map(([, , said]) => said));
  });

  it("says where cards can go when there is no organisation yet", async (app) => {
    await app.open("#/open");
    const file = JSON.parse(readFileSync(join(ROOT, "src/framework/learning.json"), "utf8"));
    file.data.cards[0].title = "<script>alert(1)</script>";
    await app.pick(fileOf(app, "cards.json", file));
    await app.text("<script>alert(1)</script>").find();
    await app.link("Start an organisation").click();
    await app.page(/./);
    assert.equal(await app.hash(), "#/new/organisation");
  });

  it("plans a programme, and lays then beside now", async (app) => {
    await app.open("#/new/organisation");
    await app.button("Look at an example").click();
    await app.page("Overview");
    await app.link("Programme").click();
    await app.page("Programme");
    await app.text("3 sessions, 2 of them held.").find();
    await app.role("button", "Add a session: Training, Longer term").click();
    const dialog = app.dialog("Training, longer term");
    await dialog.role("combobox", "The card").choose("Talking about death");
    assert.match(await dialog.label("The day").value(), /^\d{4}-\d\d-\d\d$/, "a day is proposed");
    none(await app.axe());
    await dialog.label("The day").type("05062027");
    await dialog.button("Plan it").click();
    await app.text("4 sessions, 2 of them held.").find();
    // A session gets the day that is proposed. Only on purpose it has none.
    await app.text("No date yet · Planned").gone();
    await app.role("button", "Add a session: Human resources, Medium term").click();
    await app.dialog("Human resources, medium term").button("Plan it").click();
    await app.role("region", "Human resources").text(/^\d.* · Planned$/).find();
    await app.role("button", "Add a session: Human resources, Longer term").click();
    const cleared = app.dialog("Human resources, longer term");
    await cleared.label("The day").use((field) => app.run((field) => {
      field.value = "";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, field));
    await cleared.button("Plan it").click();
    await app.text("No date yet · Planned").find();
    await app.saved();
    await app.reload();
    const training = app.role("region", "Training");
    await training.link("Talking about death").find();
    await app.link("Discussion cards").click();
    await app.page("Discussion cards");
    await app.link("Leadership (a)").click();
    await app.role("heading", "Sessions about this card").find();
    await app.text("4 not in place, 6 a little in place, 3 mostly in place, 0 fully in place").find();
    await app.text("0 not in place, 3 a little in place, 3 mostly in place, 0 fully in place").find();
  });
});
