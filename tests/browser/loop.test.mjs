// The whole loop through four files on four devices: an action of the audit, a team's need, a person's
// target, and what that person learned as evidence in the audit.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, journey } from "./harness.mjs";
import { startAudit } from "./steps.mjs";
import { need, openFiles, startTeam } from "./team-steps.mjs";

const example = JSON.parse(readFileSync(join(ROOT, "src/organisation/example-organisation.json"), "utf8"));
const ACTION = "Spend half a day each month on what we learned";
const LEARNED = "A morning with the day centre";

/** Empties the browser, so that it is another device without anything of Cairn's. */
async function otherDevice(app) {
  await app.run(() => localStorage.clear());
  await app.open();
  await app.reload();
  await app.text("How would you like to begin?").find();
}

/** Saves what was written in a record as a file, from the page about it. */
async function saved(app, about) {
  await app.saved();
  return fileFrom(app, about);
}

/** Saves a record as a file from the page about it. */
async function fileFrom(app, about) {
  await app.open(about);
  return app.download(() => app.button(/^Save (everything here )?as a file$/).click());
}

/** The card of the action in the audit's plan. */
const action = (app) => app.role("heading", ACTION).around(".card");

/** Unfolds the action, and gives the field with what will be done. */
async function changed(app) {
  await action(app).text(/^Change/, { selector: "summary" }).unfold();
  return app.label("What we will do");
}

journey("The loop", (it) => {
  it("goes from an audit through a team and a person back to its evidence, by files", async (app) => {
    // The organisation's device: an audit with an action.
    const audit = await startAudit(app, "Audit 2026");
    await app.open(`#/audits/${audit}/plan`);
    await app.button("Add an action of your own").click();
    await app.label("What we will do").type(ACTION);
    const auditFile = await saved(app, `#/audits/${audit}/about`);

    // The team's device: the need comes from the organisation's plan.
    await otherDevice(app);
    await openFiles(app, auditFile.path);
    const team = await startTeam(app);
    await app.open(`#/teams/${team}/plan`);
    await app.text("From the organisation’s plan", { selector: "summary" }).unfold();
    await app.text(ACTION).around("li").button(/^Add to the plan/).click();
    await need(app, ACTION).role("link", `Audit 2026: ${ACTION}`).find();
    const teamFile = await saved(app, `#/teams/${team}/about`);

    // The person's device: the need becomes a target, and the diary says what came of it.
    await otherDevice(app);
    await openFiles(app, teamFile.path);
    await app.open("#/new/person");
    await app.label("The person’s name").type("Sam");
    await app.button("Start").click();
    await app.page("Overview");
    const person = (await app.hash()).split("/")[2];
    await app.open(`#/people/${person}/plan`);
    await app.button("Add a team’s need…").click();
    await app.dialog("Add a team’s need").button(ACTION).click();
    await app.role("link", `Night team: ${ACTION}`).find();
    await app.open(`#/people/${person}/diary`);
    await app.button("Write an entry").click();
    await app.label("Title").type(LEARNED);
    await app.label("Target it helps with").choose(ACTION);
    await app.label("What was learned").type("Handing over takes ten minutes, and saves an hour.");
    await app.open(`#/people/${person}`);
    await app.open(`#/people/${person}/diary`);
    await app.button("Write an entry").click();
    await app.label("Title").type("A quarrel that is nobody’s business");
    await app.saved();
    await app.open(`#/people/${person}/share`);
    const group = (name) => app.role("group", name);
    await group("Learning plan targets").label("All of them").click();
    await group("Diary entries").text(/^One by one/, { selector: "summary" }).unfold();
    await group("Diary entries").label(new RegExp(`^${LEARNED}`)).click();
    await app.saved();
    const personFile = await app.download(() => app.button("Save what is ticked as a file").click());
    assert.ok(!personFile.text.includes("quarrel"), "what was not ticked is not in the file");

    // Back on the organisation's device: both files are opened beside the audit.
    await otherDevice(app);
    await openFiles(app, auditFile.path, teamFile.path, personFile.path);
    await app.open(`#/audits/${audit}/plan`);
    await app.role("link", `Night team: ${ACTION}`).find();
    await app.open(`#/people/${person}-shared/diary`);
    await app.text("A quarrel that is nobody’s business").gone();
    await app.button(/^Add to an audit’s evidence/).click();
    const dialog = app.dialog("Add to an audit’s evidence");
    const areas = await dialog.label("The area that it fits").read((list) => [...list.options].map((option) => option.value));
    assert.deepEqual(areas.slice(0, 3), ["2A", "2B", "2C"]);
    await dialog.button("Add to the evidence").click();
    await app.notice(/^Added to “Audit 2026”/);

    await app.open("#/new/organisation");
    await app.label("The organisation’s name").fill("Harbour House");
    await app.button("Start").click();
    await app.page("Overview");
    const organisation = (await app.hash()).split("/")[2];
    await app.open(`#/organisations/${organisation}/loop`);
    await app.text("The audit’s plan has 1 action. 1 is also in another plan, and 1 has come back as evidence.").find();
    const round = app.role("region", "All the way round");
    for (const [name, text] of [
      ["Action", `Audit 2026: ${ACTION}`],
      ["Learning need", `Night team: ${ACTION}`],
      ["Target", `Sam: ${ACTION}`],
      ["Learned", `Sam: ${LEARNED}`],
      ["Evidence", `Audit 2026: ${LEARNED}`],
    ]) {
      await round.role("link", text).around("li").says(new RegExp(`^${name}`));
    }
    const whole = await fileFrom(app, `#/audits/${audit}/about`);

    // A colleague's device has the audit alone. Each link still has the words of its other end.
    await otherDevice(app);
    await openFiles(app, whole.path);
    await app.open(`#/audits/${audit}/evidence`);
    const evidence = app.role("heading", LEARNED, { level: 2 }).around(".card");
    await evidence.says(/Came from Sam: A morning with the day centre \(not on this device\)/);
    await app.open(`#/audits/${audit}/about`);
    const again = await app.download(() => app.button("Save as a file").click());
    assert.deepEqual(again.json.data.evidence, whole.json.data.evidence);
    assert.equal(again.json.data.evidence[0].from[0].record, person);
  });

  it("takes back what was taken up, at both ends, but nothing that was written there since", async (app) => {
    const audit = await startAudit(app, "Audit 2026");
    await app.open(`#/audits/${audit}/plan`);
    await app.button("Add an action of your own").click();
    await app.label("What we will do").type(ACTION);
    await app.saved();
    const team = await startTeam(app);
    const takeUp = async () => {
      await app.open(`#/teams/${team}/plan`);
      await app.text("From the organisation’s plan", { selector: "summary" }).unfold();
      await app.text(ACTION).around("li").button(/^Add to the plan/).click();
      await need(app, ACTION).find();
    };
    await takeUp();
    // Following the link and coming back loses no step to undo.
    await need(app, ACTION).role("link", `Audit 2026: ${ACTION}`).click();
    await app.page("Action plan");
    await action(app).role("link", `Night team: ${ACTION}`).click();
    await app.page("Development plan");
    await app.ctrl("z");
    await app.notice("Undone in both records.");
    await need(app, ACTION).gone();
    await app.open(`#/audits/${audit}/plan`);
    await action(app).find();
    await app.text("Added to").gone();

    // Another window changes the record at the other end: that change stays, and so does the link.
    await takeUp();
    await app.saved();
    const here = await app.driver.getWindowHandle();
    await app.driver.switchTo().newWindow("tab");
    await app.open(`#/audits/${audit}/plan`);
    await app.text("Added to").find();
    await (await changed(app)).type(", all of us");
    await app.saved();
    await app.driver.close();
    await app.driver.switchTo().window(here);
    await app.ctrl("z");
    await app.notice("It has changed in the other record since then, so it stays in both.");
    await need(app, ACTION).find();
    await app.open(`#/audits/${audit}/plan`);
    await app.role("heading", `${ACTION}, all of us`).find();
    await app.text("Added to").find();
  });

  it("carries what a meeting will do into a team's plan, for good", async (app) => {
    const team = await startTeam(app);
    await app.open("#/new/organisation");
    await app.button("Look at an example").click();
    await app.page("Overview");
    await app.open(`#/organisations/example-organisation/sessions/${example.data.sessions[0].id}`);
    await app.button(/^Add to a team’s plan/).click();
    await app.dialog("Add to a team’s plan").button("Night team").click();
    await app.notice("Added to “Night team”.");
    await app.role("link", /^Night team: /).find();
    await app.reload();
    await app.role("link", /^Night team: /).click();
    await app.page("Development plan");
    assert.equal(await app.hash().then((hash) => hash.split("/")[2]), team);
    await app.text(/^Comes from the organisation’s plan/).find();
  });

  it("can be looked at by the examples alone", async (app) => {
    await app.open("#/new/organisation");
    await app.button("Look at an example").click();
    await app.page("Overview");
    await app.open("#/organisations/example-organisation/loop");
    await app.page("The year’s loop");
    await app.button("Add the examples").click();
    await app.notice(/^The examples of an audit, a team, a person and an organisation/);
    for (const part of ["All the way round", "Under way"]) await app.role("region", part).find();
    await app.open("");
    for (const kind of ["Your audits", "Teams", "People", "The organisation"]) {
      await app.role("region", kind).text("Example").find();
    }
  });
});
