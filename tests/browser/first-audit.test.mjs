// From an empty home page to a report: a first audit.

import assert from "node:assert/strict";
import { Key, journey, until } from "./harness.mjs";
import { fileOf, fixture, indicatorsAt, judge, judgement, said, startAudit, unfoldMore } from "./steps.mjs";

journey("A first audit", (it) => {
  it("begins on the empty home page and counts what is done", async (app) => {
    await app.open();
    await app.page("Cairn");
    await app.role("heading", "How would you like to begin?").find();
    await app.link("Open a file").find();
    await app.button("Look at an example").find();
    await app.link("Start an audit").click();

    await app.page("Start an audit");
    await app.label("Your organisation").type("Harbour House");
    await app.label("A name for this audit").has(`Learning audit ${new Date().getFullYear()}`);
    await app.label("A name for this audit").fill("Our first audit");
    await app.button("Start the audit").click();

    await app.page("Overview");
    await app.text("Our first audit").find();
    await app.text("Harbour House").find();
    await app.text("0 of 40 questions reflected on").find();
    await app.text("0 of 60 indicators judged").find();
    await app.text(/^Begin with 1A/).find();
    await app.role("img", /^Capability 1: No stage reached yet, working at Engaged\. Engaged: 0 of 8/).find();
    await app.role("img", /^1B: No stage reached yet, working at Established\. Engaged: no indicators/).find();

    await app.link("Go to 1A").click();
    await app.page("1A Supporting reflective learning");
    await app.label(said("1A.q1")).type("We talk after every hard day.");
    await app.text("1 of 9 questions reflected on").find();
    await judge(app, "1A.o1", "Yes");
    await judge(app, "1A.o2", "No");
    await judge(app, "1A.s1", "Don’t know");
    await app.text("3 of 10 indicators judged").find();
    await app.saved();

    await app.link("Overview").click();
    await app.page("Overview");
    await app.text("1 of 40 questions reflected on").find();
    await app.text("3 of 60 indicators judged").find();
    await app.text(/^You have 8 questions left to reflect on in 1A/).find();

    await app.link("Cairn, home").click();
    await app.page("Cairn");
    await app.role("heading", "Your audits").find();
    await app.link("Our first audit").find();
    await app.role("img", /^Our first audit: No stage reached yet/).find();
  });

  it("builds the cairn stone by stone, from the ground", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    const picture = (words) => app.role("img", words).find();
    await picture(/^1A: No stage reached yet, working at Engaged\. Engaged: 0 of 3 achieved/);

    // Indicators of a higher stage do not count before the lowest stage is reached.
    for (const indicator of indicatorsAt("1A", "established")) await judge(app, indicator, "Yes");
    await picture(/^1A: No stage reached yet, working at Engaged\. Engaged: 0 of 3 achieved; Established: 3 of 3/);

    for (const indicator of indicatorsAt("1A", "engaged")) await judge(app, indicator, "Yes");
    await picture(/^1A: Established reached, working at Accomplished/);

    await judge(app, "1A.o3", "No");
    await picture(/^1A: Engaged reached, working at Established/);
    await app.text("Engaged reached, working at Established", { selector: "header p" }).find();

    // A cleared answer counts as not answered, and not as a No.
    await judgement(app, "1A.o3").around(".indicator").button(/^Clear answer/).click();
    assert.equal(await judgement(app, "1A.o3").role("radio", "No").checked(), false);
    await app.text("5 of 10 indicators judged").find();

    // The capability waits for its other areas.
    await app.link(/^Review of capability 1/).click();
    await app.page("Review of capability 1");
    await app.role("img", /^Capability 1: No stage reached yet, working at Engaged\. Engaged: 3 of 8/).find();
    await app.role("row", /^Engaged 3 0 0 5$/).find();
  });

  it("collects evidence in one tap, links it and adds more where it counts", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    const chip = app.button(/Away days$/);
    assert.equal(await chip.attribute("aria-pressed"), "false");
    await chip.click();
    await app.role("button", /Away days$/, { pressed: true }).find();
    await app.text(/1 item of evidence/, { selector: "p" }).find();
    await app.button(/Away days$/).click();
    await app.role("button", /Away days$/, { pressed: false }).find();
    await app.text(/0 items of evidence/, { selector: "p" }).find();
    await app.button(/Away days$/).click();
    await app.role("button", /Away days$/, { pressed: true }).find();

    const indicator = await unfoldMore(app, "1A.o1");
    await indicator.role("checkbox", "Away days").click();
    await indicator.text("1 item of evidence").find();
    await indicator.label("Note (optional)").type("Twice a year, with everyone.");
    await indicator.text("1 note, 1 item of evidence").find();
    await indicator.label("Other evidence").type("The learning strategy");
    await indicator.button("Add").click();
    await indicator.role("checkbox", "The learning strategy", { checked: true }).find();
    await indicator.text("1 note, 2 items of evidence").find();

    await indicator.link("See all evidence").click();
    await app.page("Evidence");
    await app.role("heading", "Away days").find();
    await app.text("supports 1A, 1 indicator").find();
    await app.text("supports 1 indicator").find();

    await app.button("Add evidence").click();
    const title = app.label("What it is");
    await until("the focus to be in the first field of what was added", () => title.focused());
    await title.type("Survey of staff");
    await app.label("Where it is kept").type("https://example.org/survey");
    await app.label("Who looks after it").type("Rosa");
    await app.label("Review by").type("01012020");
    await app.button("Choose what it supports").click();
    const dialog = app.dialog("What does “Survey of staff” support?");
    await dialog.text("1A Supporting reflective learning").unfold();
    await dialog.role("checkbox", new RegExp(said("1A.s1"))).click();
    await dialog.button("Done").click();
    await app.role("heading", "Survey of staff").find();
    await app.text(/^Rosa · supports 1 indicator$/).find();
    await app.text("Due for review", { selector: ".badge" }).find();
    assert.equal(await app.link("https://example.org/survey").attribute("href"), "https://example.org/survey");

    await app.label("Show").choose("Due for review");
    await app.role("heading", "Away days").gone();
    await app.role("heading", "Survey of staff").find();
    await app.label("Show").choose("1A Supporting reflective learning");
    await app.role("heading", "Away days").find();
  });

  it("reviews a capability and plans what stands in the way, and nothing beyond", async (app) => {
    const id = await startAudit(app, "Plan me", "Harbour House");
    const area = (area) => app.open(`#/audits/${id}/areas/${area}`);
    await area("1A");
    await app.label(said("1A.q1")).type("We talk after every hard day.");
    for (const indicator of indicatorsAt("1A", "engaged")) await judge(app, indicator, "Yes");
    await judge(app, "1A.o3", "No"); // Established: above the stage that the area is working at
    await judge(app, "1A.o5", "Yes"); // Accomplished: in place although Established is not reached
    await area("1C");
    for (const indicator of ["1C.o1", "1C.o2", "1C.o3"]) await judge(app, indicator, "Yes");
    await judge(app, "1C.s2", "No");

    await app.open(`#/audits/${id}/review/1`);
    const section = (heading) => app.role("region", heading);
    await section("Strengths").text(said("1A.o1")).find();
    await section("Strengths").role("heading", "Already in place for later stages").find();
    await section("Strengths").text(said("1A.o5")).find();
    const between = section("Next stage: Engaged");
    await between.text(/^You need 2 more indicators to reach Engaged/).find();
    await between.role("heading", "Areas for development").find();
    await between.text(said("1C.s2")).find();
    await between.role("heading", "Still to answer").find();
    await between.text(said("1C.s1")).find();
    await section("For later").role("heading", "You will come to these at Established").find();
    await section("For later").text(said("1A.o3")).find();
    await app.button(/^Add an action/).count(2);

    await app.button(new RegExp(`^Add an action.*${said("1C.s2")}`)).click();
    await app.page("Action plan");
    await until("the new action to have the focus", () => app.label("What we will do").focused());
    await app.label("What we will do").type("Answer every suggestion within a week");
    await app.label("Who").type("Rosa");
    await app.label("By when").type("02022024");
    await app.label("Status", { selector: ".side-by-side select" }).choose("Under way");
    const actions = section("Actions");
    await actions.role("heading", "Answer every suggestion within a week").find();
    await actions.text("Under way · Rosa · by 2 February 2024").find();
    await actions.text("Overdue", { selector: ".badge" }).find();
    await actions.text(new RegExp(`^· Engaged · Social service workers ${said("1C.s2")}`)).find();
    await actions.link(new RegExp(`^1C: ${said("1C.s2")}`)).find();

    // The offer has the indicators at the stage that each capability is working at, and no others.
    const potential = section("Potential areas for development");
    const offered = indicatorsAt("1C", "engaged").filter((id) => id.includes(".s")).concat(indicatorsAt("2", "engaged"));
    await potential.text(`${offered.length} potential areas, ${offered.length - 1} without an action`).unfold();
    await potential.role("listitem").count(offered.length);
    for (const words of new Set(offered.map(said))) {
      await potential.text(words).count(offered.filter((id) => said(id) === words).length);
    }
    await potential.text(/· (Established|Accomplished|Exemplary) ·/).gone();
    await potential.text(/^· Engaged · (Not answered yet|No)$/).count(offered.length);
    await potential.link(/^1C:/).count(2);

    await app.button("Add an action of your own").click();
    const own = app.role("heading", "New action").around("li");
    await own.label("What we will do").type("Buy a kettle");
    await own.label("Who").type("Ben", Key.TAB);
    await app.role("heading", "Buy a kettle").find();
    await app.text("Not started · Ben · no date").find();

    // The indicator is achieved: nothing to offer any more, but the action stays.
    await app.link(/^1C /).click();
    await app.page(/^1C /);
    await judge(app, "1C.s2", "Yes");
    await app.link("Action plan").click();
    await app.page("Action plan");
    await app.role("heading", "Answer every suggestion within a week").find();
    await potential.text(`${offered.length - 1} potential areas, ${offered.length - 1} without an action`).unfold();
    await potential.text(said("1C.s2")).gone();

    // Everything is in the report.
    await app.link("Report").click();
    await app.page("Report");
    const report = app.role("article");
    for (const words of [
      "We talk after every hard day.",
      "Answer every suggestion within a week",
      "Buy a kettle",
      "Ben",
      "2 February 2024",
      "Overdue",
      said("1C.q7"),
      /^1 of 40 questions reflected on, 9 of 60 indicators judged\. 2 actions, 2 still to do\.$/,
    ]) {
      await report.text(words).find();
    }
    await report.role("row", new RegExp(`^Established .*${said("1A.o3")}.* No$`)).find();
    // First come the strengths and what is in place for later stages, then the areas for development.
    const lists = await report.read((report) => {
      const capability = report.querySelector(".report-capability");
      const pairs = [...capability.querySelectorAll("h3 + ul")];
      return pairs.map((list) => [list.previousElementSibling.textContent, list.innerText]);
    });
    const [strengths, inPlace, development] = lists;
    assert.deepEqual(lists.map(([heading]) => heading), ["Strengths", "Already in place for later stages", "Areas for development at Engaged"]);
    assert.ok(strengths[1].includes(said("1A.o1")) && !strengths[1].includes(said("1A.o5")));
    assert.ok(inPlace[1].includes(said("1A.o5")));
    assert.ok(development[1].includes(`${said("1C.s1")} (still to answer)`));
    await report.role("heading", "Areas for development at Engaged").count(2);
  });

  it("takes empty names, and leaves no gap where they would stand", async (app) => {
    await app.open("#/new");
    await app.label("A name for this audit").fill("");
    await app.button("Start the audit").click();
    await app.page("Overview");
    await app.text("Learning audit", { selector: ".audit-bar strong" }).find();
    await app.link("About this audit").click();
    const file = await app.download(() => app.button("Save as a file").click());
    assert.match(file.name, /^cairn-Learning-audit-\d{4}-\d\d-\d\d\.json$/);
    await app.link("Report").click();
    const running = await app.run(() => document.querySelector(".running").textContent);
    assert.match(running, /^Learning audit · \d+ \w+ \d{4}$/);

    await app.link("About this audit").click();
    await app.label("The audit’s name").fill("");
    await app.text("Audit without a name", { selector: ".audit-bar strong" }).find();
    const nameless = await app.download(() => app.button("Save as a file").click());
    assert.match(nameless.name, /^cairn-\d{4}-\d\d-\d\d\.json$/);
    await app.button("Start next year’s from this one").click();
    await app.label("A name for the new audit").has(`Learning audit ${new Date().getFullYear() + 1}`);
    await app.button("Not now").click();
    await app.open("#/");
    const card = app.link("Audit without a name").around("li");
    await card.find();
    assert.deepEqual(await card.read((card) => [...card.querySelectorAll("p")].filter((p) => !p.textContent.trim()).length), 0);
    await app.open("#/open");
    await app.pick(nameless.path);
    await app.text(/^Audit without a name · last changed /).find();
  });

  it("filters the plan by when things are due", async (app) => {
    const day = (days) => {
      const date = new Date();
      date.setDate(date.getDate() + days);
      const two = (number) => String(number).padStart(2, "0");
      return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    };
    const file = JSON.parse(fixture("v1/audit.json"));
    const changed = file.data.name.changed;
    const action = (text, due) => ({ id: text, text, due, owner: "", status: "not_started", progress: "", changed });
    const dues = { late: day(-1), today: day(0), month: day(30), quarter: day(90), year: day(365), never: undefined };
    file.data.actions = Object.entries(dues).map(([text, due]) => action(text, due));
    await app.open("#/open");
    await app.pick(fileOf(app, "dues.json", file));
    await app.button("Open the audit").click();
    await app.page("Overview");
    await app.link("Action plan").click();
    await app.page("Action plan");
    const actions = app.role("region", "Actions");
    const shown = async (choice, expected) => {
      await actions.role("combobox", "Due").choose(choice);
      const found = () => app.run(() => [...document.querySelectorAll("li.action h3")].map((heading) => heading.textContent));
      await until(`${choice} to show ${expected}`, async () => String(await found()) === String(expected));
    };
    await shown("Overdue", ["late"]);
    await shown("In the next 30 days", ["today", "month"]);
    await shown("In the next 90 days", ["today", "month", "quarter"]);
    await shown("No date", ["never"]);
    await shown("Any date", Object.keys(dues));
    // A new action shows, whatever the filters are.
    await shown("Overdue", ["late"]);
    await app.button("Add an action of your own").click();
    await app.role("heading", "New action").find();
    await actions.role("combobox", "Due").has("all");
  });

  it("sorts and filters the plan", async (app) => {
    await app.open();
    await app.button("Look at an example").click();
    await app.page("Overview");
    await app.link("Action plan").click();
    await app.page("Action plan");
    const actions = app.role("region", "Actions");
    const headings = () =>
      app.run(() => [...document.querySelectorAll("li.action")].map((card) => card.innerText.split("\n").filter(Boolean).slice(0, 4)));
    const filter = (name) => actions.role("combobox", name);
    await actions.role("heading", undefined, { level: 3 }).count(9);

    await filter("Status").choose("Overdue");
    const overdue = await headings();
    assert.ok(overdue.length > 0 && overdue.length < 9);
    assert.ok(overdue.every((lines) => lines.includes("Overdue")), "only overdue ones are shown");
    await filter("Status").choose("Done");
    assert.ok((await headings()).every((lines) => lines.join().includes("Done")));
    await filter("Status").choose("Any status");
    await filter("Owner").choose("JR");
    const theirs = await headings();
    assert.ok(theirs.length > 0 && theirs.every((lines) => lines.join().includes("· JR ·")));
    await filter("Owner").choose("Anyone");
    await filter("Area").choose("None (your own)");
    await actions.role("heading", /^Find a quiet corner/).find();
    assert.equal((await headings()).length, 1);
    await filter("Status").choose("Overdue");
    await actions.text("No action matches what you chose.").find();
    await filter("Status").choose("Any status");
    await filter("Area").choose("Any area");

    await filter("Sorted by").choose("Owner");
    const owners = (await headings()).map((lines) => lines.join().match(/· (.+?) ·/)[1].toLowerCase());
    assert.deepEqual(owners, [...owners].sort());
    await filter("Sorted by").choose("Status");
    const order = ["Not started", "Under way", "Done", "No longer needed"];
    const statuses = (await headings()).map((lines) => order.findIndex((name) => lines.join().includes(name)));
    assert.deepEqual(statuses, [...statuses].sort());
  });
});
