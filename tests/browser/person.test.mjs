// A person's learning, from the first target to next year's book.

import assert from "node:assert/strict";
import { Key, journey } from "./harness.mjs";
import { openPersonExample, startPerson } from "./person-steps.mjs";

journey("A person’s learning", (it) => {
  it("begins with a target and keeps every word", async (app) => {
    const id = await startPerson(app);
    const step = app.role("region", "Your next step");
    await step.text(/^Write your first target/).find();
    await step.link("Go to the learning plan").click();
    await app.page("Learning plan");
    await app.button("Add a target").click();
    await app.label("What you want to learn").type("Talk about grief");
    await app.label("Signs of success").type("I stay in the room");
    await app.label("Status").choose("Under way");
    await app.role("heading", "Talk about grief", { level: 3 }).find();
    await app.saved();
    await app.reload();
    await app.page("Learning plan");
    const card = app.role("heading", "Talk about grief", { level: 3 }).around("li");
    await card.text("Under way · no date").find();
    await card.text("I stay in the room").find();

    await card.text(/^Change/).click();
    await card.button("Remove this target").click();
    await app.notice("The target was removed.");
    await app.text(/^No targets yet/).find();
    await app.role("group", "Undo and redo").button("Undo").click();
    await app.role("heading", "Talk about grief", { level: 3 }).find();

    await app.open(`#/people/${id}`);
    await app.role("region", "Your next step").text(/^Write down what your post asks for/).find();
    await app.link("Go to the learning standards").click();
    await app.page("Learning standards");
    await app.button("Add something to know").click();
    await app.label("What the post asks for").type("Whom to ring");
    await app.role("radio", "Growing").click();
    await app.role("heading", "Whom to ring", { level: 3 }).find();
    await app.text("1 growing", { selector: "p" }).find();
  });

  it("asks after a course, counts its day, and finds it again", async (app) => {
    const id = await startPerson(app);
    await app.link("Diary").click();
    await app.page("Diary");
    await app.button("Add a course or conference").click();
    await app.label("Title").type("Falls at home");
    await app.label("How long it took").type("1,4", Key.TAB);
    await app.label("How long it took").has("1.5");
    const card = app.role("heading", "Falls at home", { level: 3 }).around("li");
    await card.text(/ · Course or conference · 1\.5 days · away from the job$/).find();
    await card.text(/^(Reflect|Account|Share): /).count(3);
    await card.label("What was learned").type("Ask first.");
    await card.label("Who did you tell?").choose("The manager");
    await card.text(/^Reflect: /).gone();
    await card.text(/^(Account|Share): /).count(1);

    await app.label("How long it took").fill("a day");
    await app.text("This was not kept: it is not a number, or it is too large.").find();
    await app.label("How long it took").fill("1.5");
    await app.press(Key.TAB);
    await app.text(/This was not kept/).gone();

    await app.open(`#/people/${id}`);
    const after = app.role("region", "After a course");
    await after.link("Falls at home").find();
    await after.button(/^Skip this.*Share/).click();
    await after.gone();
    await app.text("1.5 of 3 learning days taken").find();
    await app.button("Undo").click();
    await after.button(/^Skip this.*Share/).click();
    await after.gone();

    await app.link("Diary").click();
    await app.page("Diary");
    await app.button("Write an entry").click();
    await app.label("Title").type("Mr D and the post");
    await app.label("How long it took").type("0.5");
    await app.press(Key.TAB);
    await app.role("heading", undefined, { level: 3 }).count(2);
    await app.label("Search for").type("d POST");
    await app.role("heading", undefined, { level: 3 }).count(1);
    await app.text("Total: 1 entry, 30 minutes").find();
    await app.label("Search for").fill("");
    await app.label("Way of learning").choose("Course or conference");
    await app.role("heading", "Falls at home", { level: 3 }).find();
    await app.role("heading", undefined, { level: 3 }).count(1);
  });

  it("counts interviews against the learning year, whose numbers can be changed", async (app) => {
    await startPerson(app);
    await app.link("Interviews and days").click();
    await app.page("Interviews and days");
    await app.text("0 of 3 learning interviews held").find();
    await app.text(/^The next one is due by \d+ \w+ \d{4}\.$/, { selector: "section p" }).count(2);
    await app.button("Write up an interview").click();
    await app.label("Who with").type("Ellen");
    await app.label("What was agreed").type("I notice when I hold on.");
    await app.text("1 of 3 learning interviews held").find();
    await app.label("Learning interviews a year").fill("4");
    await app.text("1 of 4 learning interviews held").find();
    await app.label("Hours in a working day").fill("7.4");
    await app.press(Key.TAB);
    await app.saved();
    await app.reload();
    await app.label("Learning interviews a year").has("4");
    await app.label("Hours in a working day").has("7.4");
    await app.role("heading", /, with Ellen$/, { level: 3 }).find();
  });

  it("takes up a way to contribute, by keyboard alone", async (app) => {
    await startPerson(app);
    await app.link("Learning plan").click();
    await app.page("Learning plan");
    const opener = await app.button("Add a way to contribute…").find();
    await app.run((opener) => opener.focus(), opener);
    await app.press(Key.ENTER);
    const dialog = app.dialog("Add a way to contribute");
    await dialog.role("listitem").count(12);
    await app.press(Key.TAB, Key.ENTER);
    await dialog.gone();
    await app.role("heading", /^Ask about ‘shadowing’/, { level: 3 }).find();
    await app.text("A way to contribute").find();
    assert.match(await app.label("What you want to learn").value(), /^Ask about ‘shadowing’/);
    await app.saved();
  });

  it("takes up a team’s need, and the organisation’s numbers", async (app) => {
    for (const kind of ["organisation", "team"]) {
      await app.open(`#/new/${kind}`);
      await app.button("Look at an example").click();
      await app.page(/./);
      await app.role("link", /^Overview$/).find();
    }
    await startPerson(app, "Amina", "Harbour Lane Support");
    await app.text("0 of 4 learning interviews held").find();
    await app.link("Learning plan").click();
    await app.page("Learning plan");
    await app.button("Add a team’s need…").click();
    const need = "What a senior worker may decide at the weekend";
    await app.dialog("Add a team’s need").button(need).click();
    await app.notice("It is in the plan.");
    const target = app.role("heading", need, { level: 3 }).around("li");
    await target.link(`Home support (example): ${need}`).click();
    await app.page("Development plan");
    // The team sees who took the need up, but not Amina's own target.
    await app.role("heading", need, { level: 4 }).around("li").text(`Amina: ${need}`).find();
    await app.role("heading", need, { level: 4 }).around("li").text("(not shared)").find();
  });

  it("shows the year as a picture and as a table that says the same", async (app) => {
    await openPersonExample(app);
    await app.role("img", /^Your learning year, .*: 2 of 3 learning interviews held; 2\.7 of 3 learning days taken; 11 diary entries\.$/).find();
    await app.text("Show as a table").unfold();
    const table = app.role("table", /^Your learning year/);
    await table.role("row").count(13);
    await table.role("row", /^June 2026 1 held 1, 0\.5 learning days/).find();
    await app.text("1 target is overdue").find();
  });

  it("leads into next year, with what stays and what was", async (app) => {
    await openPersonExample(app);
    await app.link("About this person").click();
    await app.page("About this person");
    await app.button("Start next year’s from this one").click();
    await app.dialog("Start next year’s from this one").button("Start it").click();
    await app.page("Overview");
    const id = (await app.hash()).split("/")[2];
    assert.notEqual(id, "example-person");
    await app.link("Learning plan").click();
    await app.page("Learning plan");
    const targets = app.role("region", "Targets");
    await targets.role("heading", undefined, { level: 3 }).count(4);
    await app.text(/^For 1 April 2027 to 31 March 2028\.$/).find();
    await app.text("Show last year’s targets").unfold();
    await app.role("region", "Last year’s plan").role("heading", undefined, { level: 3 }).count(6);
    await app.link("Diary").click();
    await app.page("Diary");
    await app.text(/^Nothing here yet/).find();
    await app.link("Annual review").click();
    await app.page("Annual review");
    await app.text("Last year: 2 of 3 learning interviews held, 2.7 of 3 learning days taken.").find();
    await app.link("Share").click();
    await app.page("Share");
    await app.text(/^Nothing is ticked yet/).find();
  });
});
