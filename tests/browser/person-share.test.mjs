// What a person shares: the file has only what was ticked, and whoever opens it can read but not change
// it.

import assert from "node:assert/strict";
import { Key, journey } from "./harness.mjs";
import { openPersonExample, pagesOfPerson, startPerson } from "./person-steps.mjs";

/** Brings in a file that was saved. */
async function openFile(app, path, button) {
  await app.open("#/open");
  await app.pick(path);
  await app.button(button).click();
}

journey("Sharing", (it) => {
  it("saves what is ticked and nothing else, and a newer file takes the place of the older", async (app) => {
    const id = await startPerson(app);
    await app.link("Diary").click();
    await app.page("Diary");
    for (const words of ["For my manager", "For nobody"]) {
      await app.button("Write an entry").click();
      await app.role("heading", "Entry without a title", { level: 3 }).find();
      const title = await app.role("heading", "Entry without a title", { level: 3 }).around("li").label("Title").find();
      await title.sendKeys(words, Key.TAB);
      await app.role("heading", words, { level: 3 }).find();
    }
    await app.link("Annual review").click();
    await app.page("Annual review");
    await app.label("What was learned").type("To ask first");
    await app.link("Share").click();
    await app.page("Share");
    await app.text(/^Nothing is ticked yet/).find();
    assert.ok(await app.button("Save what is ticked as a file").disabled());

    const entries = app.role("group", "Diary entries");
    await entries.text(/^One by one: 0 of 2 ticked$/).unfold();
    await entries.label(/^For my manager/).click();
    await app.label("The annual review").click();
    const preview = app.role("region", "What the file will hold");
    await preview.role("heading", "For my manager", { level: 4 }).find();
    await preview.text("To ask first").find();
    await preview.text("For nobody").gone();
    const file = await app.download(() => app.button("Save what is ticked as a file").click());
    assert.match(file.name, /^cairn-Sam-Reid-shared-\d{4}-\d\d-\d\d\.json$/);
    assert.doesNotMatch(file.text, /For nobody|share_|"shared"/);
    assert.deepEqual(Object.keys(file.json.data).sort(), ["answers", "created_at", "diary", "id"]);
    assert.equal(file.json.data.id, `${id}-shared`);

    // Somebody else opens it.
    await openFile(app, file.path, "Open the person’s pages");
    await app.page(/^What Sam Reid shared on \d+ \w+ \d{4}$/);
    await app.role("heading", "For my manager", { level: 3 }).find();
    await app.text("To ask first").find();
    for (const hash of pagesOfPerson(`${id}-shared`).slice(0, -1)) {
      await app.open(hash);
      await app.page(/^What Sam Reid shared on/);
      await app.role("textbox").gone();
      await app.text(/^Change/, { selector: "summary" }).gone();
      await app.button(/^Add(?! to )|^Write|^Remove/).gone();
    }
    await app.open(`#/people/${id}-shared/about`);
    await app.role("textbox").gone();

    // The person shares again, without the review.
    await app.open(`#/people/${id}/share`);
    await app.label("The annual review").click();
    await app.role("region", "What the file will hold").text("To ask first").gone();
    const newer = await app.download(() => app.button("Save what is ticked as a file").click());
    assert.doesNotMatch(newer.text, /To ask first/);
    await app.open("#/open");
    await app.pick(newer.path);
    await app.role("radio", /replace/i).click();
    await app.button("Replace the one on this device").click();
    await app.page(/^What Sam Reid shared on/);
    await app.role("heading", "For my manager", { level: 3 }).find();
    await app.text("To ask first").gone();
  });

  it("ticks and unticks whole lists, in one step that can be undone", async (app) => {
    await openPersonExample(app);
    await app.link("Share").click();
    await app.page("Share");
    const entries = app.role("group", "Diary entries");
    await entries.text("One by one: 4 of 11 ticked").find();
    await entries.label("All of them").click();
    await entries.text("One by one: 11 of 11 ticked").find();
    await entries.label("All of them").click();
    await entries.text("One by one: 0 of 11 ticked").find();
    await app.button("Undo").click();
    await entries.text("One by one: 11 of 11 ticked").find();
    await app.button("Undo").click();
    await entries.text("One by one: 4 of 11 ticked").find();
  });
});
