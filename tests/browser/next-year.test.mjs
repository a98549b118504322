// Next year's audit starts from this year's: what stays useful comes along, the answers start anew.

import assert from "node:assert/strict";
import { journey } from "./harness.mjs";
import { judgement, openExample, said } from "./steps.mjs";

journey("Next year", (it) => {
  it("keeps evidence and unfinished actions, and shows last year's answers beside the new", async (app) => {
    await openExample(app);
    await app.link("About this audit").click();
    await app.page("About this audit");
    await app.button("Start next year’s from this one").click();
    const dialog = app.dialog("Start next year’s audit from this one");
    await dialog.label("A name for the new audit").has("Learning audit 2027 (example)");
    await dialog.label("A name for the new audit").fill("The audit after");
    await dialog.button("Start it").click();
    await app.page("Overview");
    await app.text("The audit after").find();
    const id = (await app.hash()).split("/")[2];
    assert.notEqual(id, "example");
    await app.text("0 of 40 questions reflected on").find();
    await app.text("0 of 60 indicators judged").find();
    await app.role("img", /^Capability 1: No stage reached yet/).find();

    await app.open(`#/audits/${id}/areas/1A`);
    const indicator = judgement(app, "1A.o1").around(".indicator");
    await indicator.text("Last year: Yes").find();
    await judgement(app, "1A.o6").around(".indicator").text("Last year: No").find();
    await judgement(app, "1A.o7").around(".indicator").text("Last year: Not answered yet").find();
    await app.role("radio", undefined, { checked: true }).gone();
    const question = app.label(said("1A.q1")).around("li");
    await question.text("What you wrote last year").unfold();
    await question.text(/^Supervision is where it mostly happens/).find();
    await app.label(said("1A.q1")).has("");

    await app.link("Evidence").click();
    await app.page("Evidence");
    await app.text("Change").count(14);
    await app.link("Action plan").click();
    await app.page("Action plan");
    const actions = app.role("region", "Actions");
    await actions.role("heading", undefined, { level: 3 }).count(6);
    await actions.text(/^(Done|No longer needed) ·/).gone();

    await app.link("Report").click();
    await app.page("Report");
    await app.text("Last year:", { exact: false, selector: "td p" }).count(60);
    await app.link("About this audit").click();
    await app.text(/It was started from “Learning audit 2026 \(example\)”, last changed \d+ November 2026\.$/).find();

    // What is written this year leaves last year's audit as it was.
    await app.open("#/audits/example/areas/1A");
    await judgement(app, "1A.o1").role("radio", "Yes", { checked: true }).find();
    await app.open("#/");
    await app.link("The audit after").find();
    await app.link("Learning audit 2026 (example)").find();
  });

  it("can be begun from the list of audits, and carries on in a file", async (app) => {
    await openExample(app);
    await app.open();
    await app.text("More").click();
    await app.button("Start next year’s from this one").click();
    await app.dialog("Start next year’s audit from this one").button("Start it").click();
    await app.page("Overview");
    await app.link("About this audit").click();
    const { json } = await app.download(() => app.button("Save as a file").click());
    assert.equal(json.data.name.text, "Learning audit 2027 (example)");
    assert.deepEqual(json.data.judgements, {});
    assert.equal(json.data.last_year.judgements["1A.o1"].judgement, "achieved");
    assert.equal(json.data.evidence.length, 14);
  });
});
