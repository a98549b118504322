// The characteristics asked of many people: by link, at the kiosk and on paper. Nothing shows before
// enough have answered, and what they say is kept as a round.

import assert from "node:assert/strict";
import { Key, journey, none, until } from "./harness.mjs";
import { openElsewhere } from "./steps.mjs";
import { code, idOf, surveyId } from "./survey-steps.mjs";

// From the lowest step to the highest: in this order wherever people choose, alone or among many.
const SCALE = ["Not true", "A little true", "Mostly true", "Fully true", "Don’t know"];

const at = (id, rest = "") => `#/organisations/${id}${rest}`;

/** Starts an organisation's pages. Gives their id. */
async function startOrganisation(app) {
  await app.open("#/new/organisation");
  await app.label("The organisation’s name").fill("Harbour House");
  await app.button("Start").click();
  await app.page("Overview");
  return (await app.hash()).split("/")[2];
}

/** Opens the survey from the page with the characteristics. Gives its id. */
async function askMany(app, id, { threshold, invited } = {}) {
  await app.open(at(id, "/characteristics"));
  await app.link("Ask everyone").click();
  await app.page("Ask everyone");
  if (threshold) await app.label("Threshold").fill(String(threshold));
  if (invited) await app.label(/^How many people are invited/).fill(String(invited));
  await app.button("Open the survey").click();
  await app.notice("The survey is open.");
  return surveyId(app);
}

/** The codes of people who agree with every statement. */
function codesOf(survey, people) {
  const statements = Object.fromEntries(Array.from({ length: 19 }, (_, place) => [`s${String(place + 1).padStart(2, "0")}`, "agree"]));
  return people.map((person) => code(survey, idOf(person), statements)).join("\n");
}

/** Chooses the same answer under every statement of the form, and gives how many there were. */
const sayOfAll = (app, answer) =>
  app.run((answer) => {
    const groups = [...document.querySelectorAll(".statement")];
    for (const group of groups) {
      const label = [...group.querySelectorAll("label")].find((each) => each.textContent.trim() === answer);
      label.querySelector("input")?.click() ?? label.click();
    }
    return groups.length;
  }, answer);

/** Goes from the start to the review of all answers, for one person. */
async function answer(app, chosen, comment) {
  await app.role("radio", "All on one page").click();
  await app.button("Begin").click();
  await app.role("heading", "19 statements").find();
  assert.deepEqual(await app.run(() => [...document.querySelector(".statement").querySelectorAll("label")].map((label) => label.textContent.trim())), SCALE);
  assert.equal(await sayOfAll(app, chosen), 19);
  if (comment) await app.label(/^Is there anything/).type(comment);
  await app.button("Look at my answers").click();
  await app.text(/^19 of 19 answered/).find();
  assert.equal(await app.run((chosen) => [...document.querySelectorAll(".given strong")].filter((it) => it.textContent === chosen).length, chosen), 19);
  await app.button("Finish").click();
}

/** Does something in a tab of its own, as if on another device. */
async function elsewhere(app, link, action) {
  const { driver } = app;
  const here = await driver.getWindowHandle();
  await driver.switchTo().newWindow("tab");
  await driver.get(link);
  await app.ready();
  const done = await action();
  await driver.close();
  await driver.switchTo().window(here);
  return done;
}

async function paste(app, text) {
  await app.label(/^Or paste the messages/).fill(text);
  await app.button("Count these answers").click();
  await app.role("heading", "What came in").find();
}

/** Asks again with a new survey, though the answers are not all kept. */
async function askAgainAnyway(app) {
  await app.button("Ask again with a new survey").click();
  await app.dialog("Ask again now?").button("Ask again anyway").click();
  await app.button("Open the survey").click();
  await app.text("Nobody has answered yet.").find();
}

/** Opens an organisation's file in place of the one on this device. */
async function putInPlace(app, file) {
  await app.open("#/open");
  await app.pick(file.path);
  await app.role("radio", /^Replace the one on this device/).click();
  await app.button(/^Replace the one on this device/).click();
  await app.page("Overview");
}

/** What axe finds on this page, on a phone and on a desk. */
async function clean(app, what) {
  const findings = [];
  for (const width of [360, 0]) {
    await app.width(width);
    findings.push(...(await app.axe()).map((finding) => `${what}, ${width}: ${finding}`));
    const wide = await app.run(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) findings.push(`${what}: ${wide} px too wide`);
  }
  none(findings);
}

journey("The characteristics, asked of many", (it) => {
  it("counts three by link and two at the kiosk, shows them together, and keeps them as a round", async (app) => {
    const id = await startOrganisation(app);
    const survey = await askMany(app, id, { invited: 8 });
    await clean(app, "the survey");
    await app.text("Change the details").click();
    await app.label("Threshold").has("5");
    await app.label(/^Cut-off/).gone();
    const link = await app.run(() => document.querySelector("#survey-link").value);

    const codes = [];
    for (const [person, chosen] of ["Fully true", "Mostly true", "Not true"].entries()) {
      codes.push(
        await elsewhere(app, link, async () => {
          await app.page(/^How we learn/);
          await app.text("Harbour House").find();
          await app.text(/^19 statements/).find();
          if (person === 0) await clean(app, "the page for those who answer");
          await answer(app, chosen, person === 0 ? "More time to talk, please." : "");
          await app.button("Copy the code").click();
          const code = await app.label("Your code").value();
          await app.button(/^I have sent them/).click();
          await app.role("heading", "Thank you").find();
          return code;
        }),
      );
    }
    await paste(app, `Here they are:\n${codes.join("\n\nAnd:\n")}`);
    await app.text("3 new answers counted.").find();
    await app.text("3 of 8 have answered.").find();
    // An answer that was not offered is refused.
    await paste(app, code(survey, idOf(7), { s01: "neither" }));
    await app.text(/It has an answer that this survey does not offer/).find();
    await app.text("3 of 8 have answered.").find();

    // No result shows, and a file has none of the answers.
    await app.open(at(id, "/characteristics"));
    await app.text(/Results show when at least 5 have answered and the survey is closed\. 3 people/).find();
    await app.role("heading", "What people said").gone();
    await app.open(at(id, "/about"));
    const { json, text } = await app.download(() => app.button("Save everything here as a file").click());
    assert.deepEqual(Object.keys(json.data.tally).sort(), ["changed", "survey"]);
    assert.ok(!text.includes("More time"));
    await app.notice(/without 3 answers/);

    // Two people answer at the kiosk, which keeps hold of its address.
    await app.open(at(id, "/survey"));
    await app.link("Start the kiosk").click();
    for (const chosen of ["A little true", "Don’t know"]) {
      await app.page(/^How we learn/);
      await app.text(/^Your turn/).find();
      assert.equal(await app.run(() => document.querySelectorAll("header, nav, .notice, a[href]").length), 0);
      await answer(app, chosen);
      await app.text("Your answers are counted. Please hand the tablet on.").find();
      await app.ctrl("z");
      await app.driver.navigate().back();
      await until("the address to be the kiosk's again", async () => (await app.hash()).endsWith("/kiosk"));
      await app.button("Next person").click();
    }
    for (const hash of [at(id), at(id, "/characteristics"), "#/"]) {
      await app.run((hash) => void (location.hash = hash), hash);
      await until("the kiosk's address", async () => (await app.hash()) === at(id, "/survey/kiosk"));
    }
    await app.reload();
    await app.text(/^Your turn/).find();
    await clean(app, "the kiosk");
    await app.button("Leave the kiosk").click();
    await app.dialog("Leave the kiosk?").label(/^To leave, type/).type("leave", Key.ENTER);
    await until("the survey's page", async () => (await app.hash()) === at(id, "/survey"));
    await app.text("5 of 8 have answered.").find();

    // The threshold is reached: results show once the survey is closed.
    await app.open(at(id, "/characteristics"));
    await app.text(/^Results show when the survey is closed/).find();
    await app.open(at(id, "/survey"));
    await app.button("Close the survey").click();
    await app.link("See the results").click();
    await app.page("Characteristics");
    await app.role("heading", "What people said").find();
    await app.text(/^5 people have answered, of 8 who were invited: 63/).find();
    await app.role("heading", "Comments").find();
    await app.text("More time to talk, please.").find();
    const tables = await app.run(() => [...document.querySelectorAll("main table tbody tr td")].map((it) => it.textContent));
    assert.equal(tables.length, 19);
    for (const words of tables) {
      assert.equal(words, "Not true: 1; A little true: 1; Mostly true: 1; Fully true: 1; Don’t know: 1");
    }
    await clean(app, "what many say");

    await app.button("Keep as a round").click();
    await app.page(/^Round of /);
    await app.notice("The answers are kept as a round.");
    await app.text(/^5 people have answered, of 8/).find();
    await app.text("More time to talk, please.").find();
    await app.saved();
    await clean(app, "the round");
    await app.reload();
    await app.page(/^Round of /);
    await app.text(/^5 people have answered, of 8/).find();
    await app.open(at(id, "/characteristics"));
    await app.text(/^You have kept the answers as a round/).find();
    await app.button("Keep as a round").gone();
    await app.role("link", /^Round of/).count(1);

    // So another survey can be opened.
    await app.link("Go to the survey").click();
    await app.button("Ask again with a new survey").click();
    await app.button("Open the survey").click();
    // The number of people invited carries over.
    await app.text("0 of 8 have answered.").find();
    assert.notEqual(await surveyId(app), survey);
    await paste(app, codes[0]);
    await app.text(/1 answer is for another survey/).find();
    await app.button("Undo").count(1);
    await app.saved();
    await app.reload();
    await app.text("0 of 8 have answered.").find();
    await app.open(at(id, "/characteristics"));
    await app.role("link", /^Round of/).count(1);
  });

  it("keeps what has shown of a survey once another stands, whatever is undone", async (app) => {
    const id = await startOrganisation(app);
    await askMany(app, id, { threshold: 3 });
    await app.open(at(id, "/survey/tally"));
    await app.label("How many sheets are there?").fill("3");
    await app.label("Statement 1: Mostly true").find();
    await app.run(() => {
      for (const field of document.querySelectorAll('input[aria-label$=": Mostly true"]')) {
        field.value = "3";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    await app.button("Add these 3 sheets to the survey").click();
    await app.page("Ask everyone");
    await app.button("Close the survey").click();
    await app.link("See the results").click();
    await app.button("Keep as a round").click();
    await app.page(/^Round of /);
    const round = await app.hash();
    await app.open(at(id, "/survey"));
    await app.button("Ask again with a new survey").click();
    await app.button("Open the survey").click();
    await app.text("Nobody has answered yet.").find();
    // By now only the round has the results that were shown.
    await app.button("Undo").click();
    await app.notice(/^That stays as it is\. You cannot undo results of a survey/);
    await app.saved();
    await app.reload();
    await app.open(round);
    await app.text(/^3 people have answered/).find();
  });

  it("shows nothing beside what showed before it was asked anew, when an old file brings the survey back", async (app) => {
    const id = await startOrganisation(app);
    const survey = await askMany(app, id, { threshold: 3 });
    const codes = (number) => codesOf(survey, Array.from({ length: number }, (_, person) => person));
    await app.link("About this organisation").click();
    await app.page("About this organisation");
    const old = await app.download(() => app.button("Save everything here as a file").click());
    await app.open(at(id, "/survey"));
    await paste(app, codes(3));
    await app.button("Close the survey").click();
    // Nobody has looked at the results yet, and they are kept all the same.
    await app.link("See the results").find();
    await askAgainAnyway(app);

    await putInPlace(app, old);
    await app.open(at(id, "/survey"));
    assert.equal(await surveyId(app), survey);
    await paste(app, codes(4));
    await app.text("4 new answers counted.").find();
    await app.button("Close the survey").click();
    await app.text(/^Results of this survey were shown before/).find();
    await app.open(at(id, "/characteristics"));
    await app.text(/^Results of this survey were shown before/).find();
    await app.role("heading", "What people said").gone();
    // The results that showed then are kept, though nobody asked for it. They cannot be removed while
    // the survey is here.
    await app.role("link", /^Round of/).click();
    await app.page(/^Round of /);
    await app.text(/^3 people have answered/).find();
    await app.text(/^You cannot remove this round/).find();
    await app.button("Remove this round").gone();
  });

  it("shows nothing beside a round that was removed, when an old file with fewer results brings the survey back", async (app) => {
    const id = await startOrganisation(app);
    const survey = await askMany(app, id, { threshold: 3 });
    await paste(app, codesOf(survey, [0, 1, 2]));
    await app.button("Close the survey").click();
    await app.link("See the results").click();
    await app.text(/^3 people have answered/).find();
    await app.link("About this organisation").click();
    await app.page("About this organisation");
    const old = await app.download(() => app.button("Save everything here as a file").click());
    await app.open(at(id, "/survey"));
    await paste(app, codesOf(survey, [3, 4, 5]));
    await app.link("See the results").click();
    await app.text(/^6 people have answered/).find();
    await app.open(at(id, "/survey"));
    await askAgainAnyway(app);
    await app.open(at(id, "/characteristics"));
    await app.role("link", /^Round of/).click();
    await app.page(/^Round of /);
    await app.button("Remove this round").click();
    const question = app.dialog("Remove this round?");
    await question.text(/^It holds what people answered in the survey/).find();
    await question.button("Not now").click();
    await app.button("Remove this round").click();
    await question.button("Remove it").click();
    await app.page("Characteristics");
    await app.role("link", /^Round of/).gone();
    // Until the page is left it comes back, with all that it held.
    await app.role("group", "Undo and redo").button("Undo").click();
    await app.role("link", /^Round of/).click();
    await app.text(/^6 people have answered/).find();
    await app.button("Remove this round").click();
    await question.button("Remove it").click();
    await app.page("Characteristics");
    await app.saved();
    await app.reload();

    await putInPlace(app, old);
    await app.open(at(id, "/survey"));
    await paste(app, codesOf(survey, [3, 4, 5, 6]));
    await app.text("4 new answers counted.").find();
    await app.text(/^Results of this survey were shown before/).find();
    await app.open(at(id, "/characteristics"));
    await app.text(/The results show answers from the first 3\.$/).find();
    await app.role("link", /^Round of/).gone();
  });

  it("leaves in sight what has shown here once a file brings other results of the survey", async (app) => {
    const id = await startOrganisation(app);
    const survey = await askMany(app, id, { threshold: 3 });
    const file = async () => {
      await app.open(`#/organisations/${id}/about`);
      await app.page("About this organisation");
      return app.download(() => app.button("Save everything here as a file").click());
    };
    const show = async (...people) => {
      await app.open(at(id, "/survey"));
      await paste(app, codesOf(survey, people));
      await app.button("Close the survey").click();
      await app.link("See the results").click();
      await app.role("heading", "What people said").find();
    };
    const before = await file();
    await show(1, 2, 3);
    const theirs = await file();
    await openElsewhere(app, before, "Open the organisation");
    await app.page("Overview");
    await show(0, 1, 2);
    await putInPlace(app, theirs);
    await app.open(at(id, "/characteristics"));
    await app.role("heading", "What people said").find();
    await app.text(/^3 people have answered/).find();
    // These results are kept as a round when another survey takes the place of this one.
    await app.open(at(id, "/survey"));
    await askAgainAnyway(app);
    await app.open(at(id, "/characteristics"));
    await app.role("link", /^Round of/).click();
    await app.page(/^Round of /);
    await app.text(/^3 people have answered/).find();
  });

  it("tells who was answering at the kiosk that the organiser has begun a new survey", async (app) => {
    const { driver } = app;
    const id = await startOrganisation(app);
    const survey = await askMany(app, id, { threshold: 3 });
    await paste(app, codesOf(survey, [1, 2, 3]));
    await app.saved();
    const organiser = await driver.getWindowHandle();
    await driver.switchTo().newWindow("tab");
    await app.open(at(id, "/survey/kiosk"));
    await app.text("Your turn? Tap Begin.").find();
    await app.role("radio", "All on one page").click();
    await app.button("Begin").click();
    await sayOfAll(app, "Fully true");
    const kiosk = await driver.getWindowHandle();
    await driver.switchTo().window(organiser);
    await app.button("Close the survey").click();
    await askAgainAnyway(app);
    await app.saved();
    await driver.switchTo().window(kiosk);
    await app.text(/^The organiser has started a new survey\. Answers to the last one/).find();
    await app.button("Begin").click();
    await app.text("0 of 19 answered").find();
    // The next person is not told that there is a new survey.
    await app.button("Clear my answers and start again").click();
    await app.text("Your turn? Tap Begin.").find();
    await app.text(/^The organiser has started a new survey/).gone();
  });

  it("is answered on paper, and lets go of what is not kept only on purpose", async (app) => {
    const id = await startOrganisation(app);
    // One person has filled in a round before.
    await app.open(at(id, "/characteristics"));
    await app.button("Begin a round").click();
    await app.role("group", "Values, vision and objectives are shared.").role("radio", "Mostly true").click();
    await app.saved();
    await askMany(app, id, { threshold: 3 });
    await app.link("Look at the sheet").click();
    await app.page("Printed sheet");
    await app.text("How true is this here?").find();
    const seen = () => app.run(() => [document.querySelectorAll("article .box").length, [...document.querySelectorAll("article thead th")].map((it) => it.textContent)]);
    assert.deepEqual(await seen(), [19 * 5, ["Statement", ...SCALE]]);
    await clean(app, "the sheet");

    await app.open(at(id, "/survey/tally"));
    await app.label("How many sheets are there?").fill("2");
    await app.label("Statement 1: Not true").find();
    await app.label("Statement 1: Neither agree nor disagree").gone();
    await app.label("Statement 20: Not true").gone();
    // Enter goes down a column and on to the next.
    await app.label("Statement 19: Mostly true").type("", Key.ENTER);
    assert.ok(await app.label("Statement 1: Fully true").focused());
    await app.run(() => {
      for (const field of document.querySelectorAll('input[aria-label$=": Mostly true"]')) {
        field.value = "2";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    await clean(app, "typing in counts");
    await app.button("Add these 2 sheets to the survey").click();
    await app.page("Ask everyone");
    await app.text("2 have answered.").find();
    await app.link("Type in sheets").click();
    await app.role("radio", /^Go through the sheets/).click();
    // The keys count the boxes of the sheet, from the left.
    assert.deepEqual(
      await app.run(() => [...document.querySelectorAll(".keys button")].map((each) => each.textContent)),
      [...SCALE.slice(0, 4).map((step, place) => `${place + 1}${step}`), "0Don’t know", "NNo answer"],
    );
    await app.role("group", "Statement 1 of 19").use((element) => app.run((element) => element.focus(), element));
    for (let left = 0; left < 19; left += 1) await app.press("1");
    await app.text("All 19 statements of this sheet are typed.").find();
    await app.button("Add the sheets to the survey").click();
    await app.text("3 have answered.").find();
    await app.button("Close the survey").click();
    await app.link("See the results").click();
    await app.role("heading", "What people said").find();
    const cell = await app.run(() => document.querySelector("main table tbody td").textContent);
    assert.equal(cell, "Not true: 1; A little true: 0; Mostly true: 2; Fully true: 0; Don’t know: 0");
    // Below each bar stones show what one person said before; nothing is drawn where nothing was said.
    await app.text(/^Each bar shows how many chose each step\. The stones below it show the round before/).find();
    const drawn = await app.run(() =>
      [...document.querySelectorAll(".profile > li")].map((row) => [row.querySelectorAll(".steps-bar").length, row.querySelectorAll(".stepping").length, row.querySelectorAll(".finished").length]),
    );
    assert.deepEqual([drawn[0], drawn[1]], [[1, 1, 3], [1, 0, 0]]);

    await app.link("Go to the survey").click();
    await app.button("Ask again with a new survey").click();
    await app.dialog("Ask again now?").button("Not now").click();
    await app.text("3 have answered.").find();
    await askAgainAnyway(app);
    await app.open(at(id, "/characteristics"));
    await app.role("heading", "What people said").gone();
    // The results that showed are kept, though nobody asked for it.
    await app.role("link", /^Round of/).count(2);
  });
});
