// The kiosk: one tablet, several people, and nobody finds anything of the person before.

import assert from "node:assert/strict";
import { Key, journey, none, until } from "./harness.mjs";
import { asksBeforeLeaving, auditWithSurvey, bringIn, idOf, kept, response, say, statement, statements } from "./survey-steps.mjs";

const COMMENTS = ["Violet marmalade", "Crimson umbrella", "Amber telescope"];

/** Opens the kiosk of an audit with a survey. Gives the audit's id. */
async function openKiosk(app, survey) {
  const id = await auditWithSurvey(app, survey);
  await app.open(`#/audits/${id}/survey/kiosk`);
  return id;
}

/** Gives one person's answers, all on one page: by place, counted from 0, and a comment. */
async function begin(app, answers, comment) {
  await app.role("radio", "All on one page").click();
  await app.button("Begin").click();
  for (const [place, answer] of Object.entries(answers)) await say(app, +place, answer);
  if (comment) await app.label(/^Is there anything/).type(comment);
}

async function finish(app) {
  await app.button("Look at my answers").click();
  await app.button("Finish").click();
}

/** Makes this tab a new one: it is handed round, and would keep the kiosk's address. */
async function anotherTab(app) {
  await app.run(() => sessionStorage.clear());
  await app.driver.get("about:blank");
}

/** Saves a backup; gives its text, and the audit in it. */
async function saved(app, id) {
  await anotherTab(app);
  await app.open("#/settings");
  // The file has no answers that may not show yet.
  const { text, json } = await app.download(() => app.button("Save everything as a file").click());
  return { text, audit: json.data.audits.find((audit) => audit.id === id) };
}

/** Checks on the organiser's page, in a new tab, how many have answered. */
async function answered(app, id, number) {
  await anotherTab(app);
  await app.open(`#/audits/${id}/survey`);
  await app.text(new RegExp(`^${number} (of \\d+ )?ha(s|ve) answered`)).find();
}

/** Holds the browser's long timers back: `fire(ms)` runs those of that length, and gives how many. */
const holdTimers = (app) =>
  app.cdp("Page.addScriptToEvaluateOnNewDocument", {
    source: `{
      const [set, clear] = [window.setTimeout, window.clearTimeout];
      const held = new Map();
      window.setTimeout = (run, ms, ...more) => {
        if (!(ms >= 20_000 && ms < 1_000_000)) return set(run, ms, ...more);
        const id = (window.held = (window.held ?? 1e9) + 1);
        held.set(id, { run, ms });
        return id;
      };
      window.clearTimeout = (id) => held.delete(id) || clear(id);
      window.fire = (ms) => {
        const due = [...held].filter(([, timer]) => timer.ms === ms);
        for (const [id, { run }] of due) { held.delete(id); run(); }
        return due.length;
      };
    }`,
  });

/** Everything of the earlier people that can be found in the page and in the tab. */
async function traces(app, words = COMMENTS) {
  const page = await app.run(() => {
    const fields = [...document.querySelectorAll("input, textarea")];
    const filled = fields.filter((field) => (field.matches("[type=radio]") ? field.checked && field.closest(".statement") : field.value));
    return { text: document.documentElement.outerHTML, filled: filled.map((field) => field.outerHTML), state: JSON.stringify(history.state) };
  });
  // The note that this tab is handed round says nothing about anybody.
  const tab = (await kept(app)).tab.replace(/^#.*\/kiosk$/m, "");
  const found = words.filter((word) => page.text.includes(word) || (tab + page.state).includes(word));
  return [...found, ...page.filled, tab].filter(Boolean);
}

journey("The kiosk", (it) => {
  it("counts three people one after another, and the next finds nothing of them", async (app) => {
    await app.width(820);
    const id = await openKiosk(app);
    await app.page("Staff survey 2026");
    const given = [{ 0: "Agree", 1: "Disagree" }, { 0: "Strongly agree" }, { 3: "Don’t know" }];
    for (const [person, answers] of given.entries()) {
      await app.text(/^Your turn/).find();
      none(await traces(app), "before the next person begins");
      await begin(app, answers, COMMENTS[person]);
      none(await traces(app, COMMENTS.slice(0, person)).then((found) => found.filter((one) => !one.startsWith("<"))));
      assert.equal((await kept(app)).tab, `#/audits/${id}/survey/kiosk`, "no draft at the kiosk");
      await finish(app);
      await app.text("Your answers are counted. Please hand the tablet on.").find();
      none(await traces(app), "when one person has finished");
      await app.driver.navigate().back();
      await app.driver.navigate().back();
      await until("the address to be the kiosk's again", async () => (await app.hash()).endsWith("/kiosk"));
      none(await traces(app), "after going back");
      await app.text(/\d+ (have|has) answered|\d+ answers?/).count(0);
      await app.button("Next person").click();
    }
    await app.reload();
    await app.page("Staff survey 2026");
    none(await traces(app), "after a reload");

    const file = await saved(app, id);
    const { shown, waiting } = file.audit.tally ?? {};
    assert.deepEqual([shown, waiting], [undefined, undefined], "three are too few to show, and what waits is in no file");
    for (const word of [...COMMENTS, "strongly_agree"]) assert.ok(!file.text.includes(word), word);
    const { tab, device } = await kept(app);
    for (const word of COMMENTS) assert.ok(!(tab + device).includes(word), word);
    await answered(app, id, 3);
  });

  it("takes one statement at a time, and keys alone", async (app) => {
    await app.width(360);
    const id = await openKiosk(app);
    await app.role("radio", "One statement at a time").click();
    await app.button("Begin").click();
    await until("the statement to have the focus", () => app.run(() => document.activeElement.tagName === "LEGEND"));
    for (let place = 0; place < statements.length; place++) {
      await until("the statement to have the focus", () =>
        app.run((start) => document.activeElement.textContent.startsWith(start), `${place + 1} of 24`),
      );
      await app.press(Key.TAB, Key.SPACE, Key.ENTER);
    }
    await app.button("Look at my answers").click();
    await app.text(/^24 of 24 answered/).find();
    await app.button("Finish").click();
    await app.role("heading", "Thank you").find();
    await answered(app, id, 1);
  });

  it("shows nothing of the organiser's, and undoes nothing of hers", async (app) => {
    const id = await openKiosk(app);
    const seen = () => app.run(() => [document.querySelectorAll("header, nav, .notice, a[href]").length, document.body.innerText]);
    await begin(app, { 0: "Agree" });
    await app.driver.actions().keyDown(Key.CONTROL).sendKeys("z").keyUp(Key.CONTROL).perform();
    await finish(app);
    await app.role("heading", "Thank you").find();
    await app.ctrl("z");
    const [number, words] = await seen();
    assert.equal(number, 0);
    assert.doesNotMatch(words, /Undo|Saved|Overview|answered/);
    await answered(app, id, 1); // nothing was undone
  });

  it("holds its address until someone leaves on purpose", async (app) => {
    const id = await openKiosk(app);
    await begin(app, { 0: "Agree" });
    assert.ok(await asksBeforeLeaving(app));
    for (const hash of [`#/audits/${id}/survey`, `#/audits/${id}`, "#/", "#/settings", "#/no/such"]) {
      await app.run((hash) => void (location.hash = hash), hash);
      await until("the kiosk's address", async () => (await app.hash()) === `#/audits/${id}/survey/kiosk`);
    }
    assert.ok(await statement(app, 0).role("radio", "Agree").checked(), "and nothing is lost");

    await app.button("Leave the kiosk").click();
    const question = app.dialog("Leave the kiosk?");
    await question.button("Leave").find();
    assert.ok(await question.button("Leave").disabled());
    await question.label(/^To leave, type/).type("leav");
    assert.ok(await question.button("Leave").disabled());
    await app.press(Key.ENTER);
    assert.match(await app.hash(), /kiosk$/);
    await question.button("Stay here").click();
    assert.ok(await statement(app, 0).role("radio", "Agree").checked());

    await app.button("Leave the kiosk").click();
    await question.label(/^To leave, type/).type("Leave", Key.ENTER);
    await until("the survey's page", async () => (await app.hash()) === `#/audits/${id}/survey`);
    await app.link("Home").find();
    await app.driver.navigate().back();
    await until("the kiosk", async () => (await app.hash()).endsWith("/kiosk"));
    await app.text(/^Your turn/).find();
    none(await traces(app));
  });

  it("keeps what was answered when the organiser undoes what she did before", async (app) => {
    const id = await auditWithSurvey(app);
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, ["answer.json", response("abcd2345", idOf(1))]);
    await app.run((hash) => void (location.hash = hash), `#/audits/${id}/survey/kiosk`);
    await begin(app, { 0: "Agree" });
    await finish(app);
    await app.role("heading", "Thank you").find();
    await app.button("Leave the kiosk").click();
    await app.label(/^To leave, type/).type("leave", Key.ENTER);
    await app.link("Home").find();
    assert.ok(await app.role("group", "Undo and redo").button("Undo").disabled());
    await answered(app, id, 2);
  });

  it("starts again without keeping anything", async (app) => {
    const id = await openKiosk(app);
    await begin(app, { 0: "Agree" }, COMMENTS[0]);
    await app.button("Clear my answers and start again").click();
    const question = app.dialog(/^Clear these answers/);
    await question.button("Not now").click();
    assert.ok(await statement(app, 0).role("radio", "Agree").checked());
    await app.button("Clear my answers and start again").click();
    await question.button("Start again").click();
    await app.text(/^Your turn/).find();
    none(await traces(app));
    assert.ok(!(await saved(app, id)).audit.tally, "nothing was counted");
  });

  it("does not take one person's answers for the next one's", async (app) => {
    await holdTimers(app);
    await openKiosk(app);
    await begin(app, { 0: "Agree" });
    await app.button("Back").click();
    await app.text(/^There are unfinished answers here: 1 of 24 answered/).find();
    await app.button("Begin").count(0);
    await app.run(() => window.fire(180_000));
    await app.dialog("Are you still there?").button("I am still here").click();
    await app.button("Go on").click();
    assert.ok(await statement(app, 0).role("radio", "Agree").checked());
    await app.button("Back").click();
    await app.button("Start again without them").click();
    await app.button("Begin").click();
    none(await traces(app));
  });

  it("clears what someone leaves behind, after a warning", async (app) => {
    await holdTimers(app);
    await openKiosk(app);
    const fire = (ms) => app.run((ms) => window.fire(ms), ms);
    assert.equal(await fire(180_000), 1);
    await app.dialog("Are you still there?").count(0); // there is nothing to clear
    await begin(app, { 0: "Agree" }, COMMENTS[0]);
    assert.equal(await fire(180_000), 1, "one timer, however many touches");
    const warning = app.dialog("Are you still there?");
    none(await app.axe());
    await warning.button("I am still here").click();
    await warning.gone();
    assert.equal(await fire(30_000), 0);
    assert.ok(await statement(app, 0).role("radio", "Agree").checked());

    assert.equal(await fire(180_000), 1);
    await warning.find();
    await app.press(Key.ESCAPE);
    await warning.gone();
    assert.equal(await fire(180_000), 1);
    await warning.find();
    assert.equal(await fire(30_000), 1);
    await app.text(/^Your turn/).find();
    await warning.gone();
    none(await traces(app));
  });

  /** Sets the clock some milliseconds ahead. Timers do not follow, as after a sleep. */
  const sleep = (app, ms) =>
    app.run((ms) => {
      window.wall ??= Date.now;
      Date.now = () => window.wall() + ms;
    }, ms);
  /** Tells the page that it is hidden or visible, as the browser does. */
  const turn = (app, state) =>
    app.run((state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, state);
  const covered = (app) => app.run(() => getComputedStyle(document.querySelector(".kiosk h1")).visibility === "hidden");

  it("shows nothing of the one before when it has slept", async (app) => {
    await holdTimers(app);
    await openKiosk(app);
    await begin(app, { 0: "Agree" }, COMMENTS[0]);
    await turn(app, "hidden");
    assert.ok(await covered(app), "what nobody sees has nothing to show");
    await sleep(app, 60_000);
    await turn(app, "visible");
    assert.ok(!(await covered(app)));
    assert.ok(await statement(app, 0).role("radio", "Agree").checked(), "a minute is no sleep");

    await turn(app, "hidden");
    await sleep(app, 3_600_000);
    // Everything that the first frame would show.
    const first = await app.run(async () => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "visible" });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      await new Promise((painted) => requestAnimationFrame(painted));
      return [document.documentElement.outerHTML, document.body.innerText];
    });
    assert.ok(!first[0].includes(COMMENTS[0]));
    assert.doesNotMatch(first[1], /There are unfinished answers|Are you still there/);
    await app.text(/^Your turn/).find();
    none(await traces(app));

    // A sleep that the browser does not report, and then a clock that is put back.
    for (const wall of [7_200_000, 60_000]) {
      await begin(app, { 0: "Agree" }, COMMENTS[0]);
      await sleep(app, wall);
      await app.text(/^Your turn/).find();
      none(await traces(app));
    }

    // Long enough to be asked, but not for the turn to end.
    await begin(app, { 0: "Agree" });
    await sleep(app, 60_000 + 190_000);
    await app.dialog("Are you still there?").button("I am still here").click();
    assert.ok(await statement(app, 0).role("radio", "Agree").checked());
  });

  it("shows nothing of the one before when it was frozen or left", async (app) => {
    await openKiosk(app);
    await begin(app, { 0: "Agree" }, COMMENTS[0]);
    await app.cdp("Page.setWebLifecycleState", { state: "frozen" });
    await app.cdp("Page.setWebLifecycleState", { state: "active" });
    await turn(app, "visible"); // the browser leaves the page hidden
    await app.text(/^Your turn/).find();
    none(await traces(app));
    await begin(app, { 0: "Agree" }, COMMENTS[1]);
    // The page goes into the browser's cache of pages, and comes out again.
    await app.run(() => {
      dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await app.text(/^Your turn/).find();
    none(await traces(app));
    assert.ok(!(await covered(app)));
  });

  it("does not let a word that someone has begun to type lead to the organiser's pages", async (app) => {
    await holdTimers(app);
    await openKiosk(app);
    await app.button("Leave the kiosk").click();
    await app.label(/^To leave, type/).type("leave");
    await app.run(() => window.fire(180_000));
    await app.run(() => window.fire(30_000));
    await app.dialog("Leave the kiosk?").gone();
    await app.button("Leave the kiosk").click();
    await app.label(/^To leave, type/).has("");
  });

  it("goes back to no page of the organiser's that the browser has in its memory", async (app) => {
    const id = await auditWithSurvey(app);
    await app.open(`#/audits/${id}/survey`);
    await app.page("Staff survey");
    // A later page of the tab was the kiosk, and somebody has gone back from it to this one.
    await app.run((kiosk) => {
      sessionStorage.setItem("cairn:handed-round", kiosk);
      dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }, `#/audits/${id}/survey/kiosk`);
    await app.text(/^Your turn/).find();
    assert.equal(await app.run(() => document.querySelectorAll("header, nav, a[href]").length), 0);
  });

  it("goes back to nobody's pages after a reload either", async (app) => {
    const id = await auditWithSurvey(app);
    await app.run((hash) => void (location.hash = hash), `#/audits/${id}/survey`);
    await app.run((hash) => void (location.hash = hash), `#/audits/${id}/survey/kiosk`);
    await app.text(/^Your turn/).find();
    await app.reload();
    await app.driver.navigate().back();
    await until("the address to be the kiosk's again", async () => (await app.hash()).endsWith("/kiosk"));
    await app.text(/^Your turn/).find();
    assert.equal(await app.run(() => document.querySelectorAll("header, nav, a[href]").length), 0);
  });

  it("tells the person when the answers could not be saved, and loses nothing", async (app) => {
    const id = await openKiosk(app);
    await app.run(() => {
      window.setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {
        throw new DOMException("", "QuotaExceededError");
      };
    });
    await begin(app, { 0: "Agree" });
    await finish(app);
    await app.role("heading", "Please call the person who gave you this tablet").find();
    await app.button("Next person").count(0);
    await app.text(/Save everything as a file/).count(0);
    assert.ok(await asksBeforeLeaving(app));
    await app.button("Try again").click();
    await app.role("heading", /^Please call/).find();
    // In one task, because Cairn tries again by itself as well.
    await app.run((again) => {
      Storage.prototype.setItem = window.setItem;
      again.click();
    }, await app.button("Try again").find());
    await app.role("heading", "Thank you").find();
    await answered(app, id, 1);
  });

  it("says so when there is nothing to answer", async (app) => {
    await openKiosk(app, { state: "closed" });
    await app.text(/^The survey is closed/).find();
    await app.button("Begin").count(0);
    await anotherTab(app);
    await app.open("#/audits/none/survey/kiosk");
    await app.page("This audit is not open");
    await app.button("Go to the audit").click();
    await app.link("Home").find();
  });

  it("is clean at every step, light and dark, on a phone and a tablet", async (app) => {
    await openKiosk(app, { title: "What it is like to learn and work here: the staff survey for the spring of 2026" });
    for (const [width, scheme] of [
      [320, "dark"],
      [360, "light"],
      [820, "light"],
      [820, "dark"],
    ]) {
      await app.scheme(scheme);
      await app.width(width);
      const look = async (step) => {
        const sideways = await app.run(() => document.documentElement.scrollWidth - innerWidth);
        none([...(await app.axe()), ...(sideways > 0 ? [`it sticks out by ${sideways} px`] : [])], `${step} at ${width} px, ${scheme}`);
      };
      await look("the start");
      await begin(app, { 0: "Agree" });
      await look("the statements");
      await app.button("Leave the kiosk").click();
      await look("leaving");
      await app.dialog("Leave the kiosk?").button("Stay here").click();
      await app.button("Look at my answers").click();
      await look("the review");
      await app.button("Finish").click();
      await app.role("heading", "Thank you").find();
      await look("the end");
      await app.button("Next person").click();
    }
  });
});
