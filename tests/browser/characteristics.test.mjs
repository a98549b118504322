// The characteristics: a round by one person, another round beside it, and ways to contribute.

import assert from "node:assert/strict";
import { Key, journey, none } from "./harness.mjs";
import { saveAndClear } from "./steps.mjs";

/** Chooses a step for the statements from place `from` on, up to but not including `to`. */
async function say(app, step, from, to) {
  for (let place = from; place < to; place += 1) {
    await app.run(
      (step, place) => {
        const choices = [...document.querySelectorAll("fieldset.judgement")];
        const radio = [...choices[place].querySelectorAll("label")].find((label) => label.textContent === step);
        radio.scrollIntoView({ block: "center" });
        radio.click();
      },
      step,
      place,
    );
  }
}

journey("Characteristics", (it) => {
  it("says how true each is, and what has changed since", async (app) => {
    await app.open("#/new/organisation");
    await app.label("The organisation’s name").fill("Harbour House");
    await app.button("Start").click();
    await app.page("Overview");
    await app.link("Characteristics").click();
    await app.page("Characteristics");
    await app.text("Values, vision and objectives are shared.").find();
    await app.button("Begin a round").click();
    await app.page(/^Round of /);
    const first = await app.hash();
    await app.label("Who filled this in?").type("MK");
    const shared = app.role("group", "Values, vision and objectives are shared.");
    await shared.role("radio", "A little true").click();
    await app.text("1 of 19 statements answered").find();
    await shared.around("li").text(/^Give an example/).unfold();
    await app.label("Example for statement 1").count(1);
    await app.label("Example for statement 1").type("The five aims.");
    await app.link("Overview").click();
    await app.text("You have 18 of 19 statements left to answer.").find();
    await app.link("Go on with the round").click();
    await app.page(/^Round of /);
    await say(app, "A little true", 1, 19);
    await app.text("19 of 19 statements answered").find();
    await app.saved();
    await app.reload();
    assert.equal(await app.role("group", "Values, vision and objectives are shared.").role("radio", "A little true").checked(), true);
    await app.label("The day").type("05052026", Key.TAB);

    await app.link("Characteristics").click();
    await app.page("Characteristics");
    await app.button("Begin a round").click();
    await app.page(/^Round of /);
    assert.notEqual(await app.hash(), first);
    await say(app, "Mostly true", 0, 3);
    await say(app, "Not true", 3, 4);
    await app.text("Since the round before: 3 truer, 0 the same, 1 less true.").find();
    await app.text("Less true. Before: a little true").find();
    await app.button("Undo").click();
    await app.text("Since the round before: 3 truer, 0 the same, 0 less true.").find();
    await app.button("Remove this round").click();
    await app.page("Characteristics");
    await app.link("Round of 5 May 2026").find();
  });

  it("is printed without an empty page or a heading left alone", async (app) => {
    await app.open("#/new/organisation");
    await app.button("Look at an example").click();
    await app.page("Overview");
    for (const [page, button, form] of [["", "Print this page", 0], ["/r02", "Print this round", 19]]) {
      await app.open(`#/organisations/example-organisation/characteristics${page}`);
      await app.run(() => void (window.print = () => (window.printed = true)));
      await app.button(button).click();
      assert.equal(await app.run(() => window.printed), true);
      // A PDF lists the target of every link with the page that it is on. So links to headings and items
      // are added, to tell on which page each of them is.
      const shown = await app.run(() => {
        const mark = (element, name) => {
          element.id = name;
          const link = document.createElement("a");
          Object.assign(link, { href: `#${name}`, textContent: "." });
          document.querySelector("main h1").append(link);
        };
        [...document.querySelectorAll(".profile")].forEach((list, index) => {
          mark(list.parentElement.querySelector("h2"), `heading${index}`);
          mark(list.children[0], `first${index}`);
        });
        mark(document.querySelector("#last, #picture"), "above");
        const room = document.createElement("div");
        room.className = "room";
        document.querySelector("main h1").after(room);
        return document.querySelectorAll("fieldset").length;
      });
      assert.equal(shown, form);
      const apart = [];
      // Everything is moved down the pages in steps, so that each heading is tried at many heights.
      for (let height = 0; height < 240; height += 20) {
        await app.run((height) => void (document.querySelector(".room").style.height = `${height}mm`), height);
        const { data } = await app.cdp("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
        const pdf = Buffer.from(data, "base64").toString("latin1");
        const at = (name) => pdf.match(new RegExp(`/${name} \\[(\\d+) 0 R /XYZ`))[1];
        for (const list of [0, 1]) if (at(`heading${list}`) !== at(`first${list}`)) apart.push(`list ${list}, ${height} mm further down`);
        if (at("above") !== at("heading0")) apart.push(`the heading above both, ${height} mm further down`);
      }
      none(apart);
      await app.run(() => document.querySelector(".room").remove());
      await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
      assert.equal(await app.run(() => [...document.querySelectorAll("fieldset, input, textarea, button, .button")].filter((each) => each.checkVisibility()).length), 0);
      // Nothing but a margin reaches below the last words.
      const below = await app.run(() => document.documentElement.scrollHeight - Math.max(innerHeight, document.querySelector("main").getBoundingClientRect().bottom + scrollY));
      assert.ok(below < 30, `${below} px below the page`);
      await app.cdp("Emulation.setEmulatedMedia", { media: "" });
    }
  });

  it("goes to another device and back with the whole organisation", async (app) => {
    await app.open("#/new/organisation");
    await app.button("Look at an example").click();
    await app.page("Overview");
    await app.link("About this organisation").click();
    await app.page("About this organisation");
    await app.label("Learning days a year").fill("5");
    await app.press(Key.TAB);
    const out = await app.download(() => app.button("Save everything here as a file").click());
    assert.equal(out.json.kind, "organisation");
    assert.equal(out.json.data.answers.days_a_year.value, 5);
    await saveAndClear(app);
    await app.link("Open a file").click();
    await app.page("Open a file");
    await app.pick(out.path);
    await app.button(/^Open the organisation$/).click();
    await app.page("Overview");
    await app.link("About this organisation").click();
    const again = await app.download(() => app.button("Save everything here as a file").click());
    assert.deepEqual(again.json.data, out.json.data);
  });

  it("puts a way to contribute into a learning plan", async (app) => {
    await app.open("#/new/person");
    await app.label("The person’s name").fill("Sam");
    await app.button("Start").click();
    await app.page("Overview");
    const person = (await app.hash()).split("/")[2];
    await app.open("#/new/organisation");
    await app.label("The organisation’s name").fill("Harbour House");
    await app.button("Start").click();
    await app.page("Overview");
    await app.link("Ways to contribute").click();
    await app.page("Ways to contribute");
    const page = await app.hash();
    const putIn = async () => {
      await app.role("button", /^Add to a learning plan….*: Volunteer as a ‘buddy’/).click();
      await app.dialog("Add to a learning plan").button("Sam").click();
      await app.notice("Added to “Sam”.");
    };
    await putIn();
    await app.text("Added to “Sam”.").around(".notice").button("Undo").click();
    await app.open(`#/people/${person}/plan`);
    await app.page("Learning plan");
    await app.text(/^Volunteer as a ‘buddy’/).gone();
    await app.open(page);
    await putIn();
    // Whose plan it is in shows only once that person shares their plan.
    await app.text("Added to").gone();
    await app.open(`#/people/${person}/share`);
    await app.role("group", "Learning plan targets").label("All of them").click();
    await app.saved();
    await app.open(page);
    await app.text("Added to").find();
    // The list is printed and handed out, so the paper has nobody's name on it.
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const printed = await app.run(() => document.body.innerText);
    assert.match(printed, /Volunteer as a ‘buddy’/);
    assert.doesNotMatch(printed, /Sam|Added to/);
    await app.cdp("Emulation.setEmulatedMedia", { media: "" });
  });
});
