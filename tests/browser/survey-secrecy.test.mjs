// No file has answers that may not show yet, and nothing that was shown is taken back, to be shown anew
// together with other answers.

import assert from "node:assert/strict";
import { journey } from "./harness.mjs";
import { deleteForGood, deleteFromList, openElsewhere, startAudit } from "./steps.mjs";
import { bringIn, code, idOf, openSurvey, response, say } from "./survey-steps.mjs";

const SECRET = "Only I would put it that way";

journey("What a survey keeps to itself", (it) => {
  /** The answers of one person as a file. */
  const person = (survey, number, comment = "") => [`${number}.json`, response(survey, idOf(number), "agree", comment)];
  const steps = (app) => app.role("group", "Undo and redo");
  const exported = async (app, id) => {
    await app.open(`#/audits/${id}/about`);
    return app.download(() => app.button("Save as a file").click());
  };

  it("gives no file away with answers below the threshold, and counts them again from theirs", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3 });
    await bringIn(app, person(survey, 0, SECRET), person(survey, 1));
    const file = await exported(app, id);
    await app.notice(/without 2 answers to the staff survey\. They cannot show yet, so the file does not hold them/);
    assert.deepEqual(Object.keys(file.json.data.tally).sort(), ["changed", "survey"]);

    // A file that replaces the audit here takes no answer away.
    await app.open("#/open");
    await app.pick(file.path);
    await app.role("radio", /^Replace the one on this device/).click();
    await app.button(/^Replace the one on this device/).click();
    await app.page("Overview");
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, person(survey, 0, SECRET), person(survey, 2));
    await app.text("1 new answer counted.").find();
    await app.text(/^1 answer was counted before/).find();
  });

  it("counts nothing of an answer in which nothing is answered", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3, shows: true });
    await bringIn(app, person(survey, 0, SECRET), ["empty.json", response(survey, idOf(1), {})], ["blank.json", response(survey, idOf(2), {}, " \u200b\u3164\n")]);
    await app.text("1 new answer counted.").find();
    await app.text(/empty\.json.*Nothing is answered in it, so it does not count/).find();
    for (const empty of [code(survey, idOf(3), {}), code(survey, idOf(4), {}, "\u2060")]) {
      await app.label(/^Or paste the messages/).fill(empty);
      await app.button("Count these answers").click();
      await app.text(/^The pasted text.*Nothing is answered in it/).find();
    }
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(SECRET).count(0);
    const { json } = await exported(app, id);
    assert.equal(json.data.tally.shown, undefined);
  });

  it("keeps what shows when more is promised from now on, and when it is opened again", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3 });
    await bringIn(app, person(survey, 0), person(survey, 1), person(survey, 2));
    await app.button("Close the survey").click();
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^3 people have answered/).find();
    await app.open(`#/audits/${id}/survey`);
    await app.text("Change the details").click();
    await app.label("Threshold").fill("6");
    await app.button("Save the details").click();
    await app.notice("The details are changed.");
    await app.button("Open it again").click();
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^3 people have answered/).find();
  });

  it("brings the answers of two devices together when a file takes an audit's place", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3, shows: true });
    await bringIn(app, person(survey, 0), person(survey, 1), person(survey, 2));
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^3 people have answered/).find();
    const before = await exported(app, id);
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, person(survey, 3), person(survey, 4), person(survey, 5, SECRET));
    // The file has the results that may show by now, though nobody has looked at them here.
    const after = await exported(app, id);
    assert.equal(after.json.data.tally.shown.responses, 6);

    // The file is opened on an empty device.
    await app.run(() => localStorage.clear());
    await app.open("#/open");
    await app.reload();
    for (const file of [before, after]) {
      await app.open("#/open");
      await app.pick(file.path);
      if (file === before) {
        await app.button("Open the audit").click();
      } else {
        await app.text(/If you replace it, the survey answers counted here and in the file are added together/).find();
        await app.role("radio", /^Replace the one on this device/).click();
        await app.button(/^Replace the one on this device/).click();
      }
      await app.page("Overview");
    }
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^6 people have answered/).find();
    await app.text(SECRET).find();
  });

  it("keeps in a copy from before what people were promised by a later link", async (app) => {
    const id = await startAudit(app);
    await openSurvey(app, id, { threshold: 3, shows: true });
    const before = await exported(app, id);
    await app.open(`#/audits/${id}/survey`);
    await app.text("Change the details").unfold();
    await app.label("Threshold").fill("4");
    await app.button("Save the details").click();
    await app.notice("The details are changed.");
    const link = await app.run(() => document.querySelector("#survey-link").value);
    const given = [];
    for (let person = 0; person < 4; person += 1) {
      await app.open(`#${link.split("#")[1]}`);
      await app.role("radio", "All on one page").click();
      await app.button("Begin").click();
      await say(app, 0, "Agree");
      await app.button("Look at my answers").click();
      await app.button("Finish").click();
      given.push((await app.download(() => app.button("Save the file").click())).path);
      await app.button("I have sent them: clear my answers").click();
      await app.role("heading", /^Thank you/).find();
      await app.open("#/open");
    }

    // Another device has the file from before.
    await openElsewhere(app, before, "Open the audit");
    await app.page("Overview");
    await app.open(`#/audits/${id}/survey`);
    const picker = await app.label(/^Choose files with answers/).find();
    await picker.sendKeys(given.slice(0, 3).join("\n"));
    await app.text(/^3 people who answered were promised that results show only when at least 4 people have answered\. The threshold here is 3/).find();
    await app.text("No new answer was counted.").find();
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/Nobody has answered yet/).find();

    await app.open(`#/audits/${id}/survey`);
    await (await app.label(/^Choose files with answers/).find()).sendKeys(given.join("\n"));
    await app.text(/^4 people who answered were promised/).find();
    await app.button("Raise the threshold to 4 and count them").click();
    await app.text("4 new answers counted.").find();
    await app.text(/were promised/).gone();
    const raised = await exported(app, id);
    assert.equal(raised.json.data.survey.threshold, 4);
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^4 people have answered/).find();
  });

  it("says that results in a file cannot be told apart from those that show here, and keeps both apart", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3, shows: true });
    const count = async (...numbers) => {
      await app.open(`#/audits/${id}/survey`);
      await bringIn(app, ...numbers.map((number) => person(survey, number)));
      await app.open(`#/audits/${id}/survey/results`);
      await app.page("Staff survey: results");
    };
    await count(0, 1, 2);
    const both = await exported(app, id);
    await count(3, 4, 6);
    const other = await exported(app, id);
    await openElsewhere(app, both, "Open the audit");
    await app.page("Overview");
    await count(3, 4, 5);
    await app.open("#/open");
    await app.pick(other.path);
    await app.text(/If you open it, the survey results that show here stay as they are\. Those in the file cannot be added/).find();
    await app.role("radio", /^Replace the one on this device/).click();
    await app.button(/^Replace the one on this device/).click();
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^6 people have answered/).find();
    // Three more would be enough for the next results, but not beside those in the file.
    await count(6, 7, 8);
    await app.text(/^9 people have answered.*The results show answers from the first 6\./).find();
    await app.text(/^Results of this survey were shown before/).find();
    await app.open("#/open");
    await app.pick(other.path);
    await app.text(/Results of this survey were shown elsewhere too\. Those in the file cannot be added/).find();
  });

  it("shows beside a copy that stood beside the audit none that differ by one person", async (app) => {
    const { id, survey, before, after } = await twoFiles(app);
    // A copy of the audit, made where it stands, goes to a device on which the same answers wait.
    await app.open("#/open");
    await app.pick(after.path);
    await app.role("radio", /^Keep both/).click();
    await app.button("Open as a separate copy").click();
    await app.page("Cairn");
    await app.link(/copy/).click();
    await app.page("Overview");
    const copy = await exported(app, (await app.hash()).split("/")[2]);
    await otherDevice(app, id, before, ...[0, 1, 2, 3].map((number) => person(survey, number)));
    await app.open("#/open");
    await app.pick(copy.path);
    await app.text(/^4 answers to the same survey wait in “.*” on this device\. Once you open this file, they cannot be shown/).find();
    await app.button("Open the audit").click();
    await app.page("Overview");
    await app.open(`#/audits/${id}/survey`);
    await closesAndShowsNothing(app, id);
  });

  /** Closes the survey whose page is open, and checks that no results show and none are in its file. */
  const closesAndShowsNothing = async (app, id) => {
    await app.button("Close the survey").click();
    await app.text(/^Results of this survey were shown before/).find();
    assert.equal((await exported(app, id)).json.data.tally.shown, undefined);
  };

  /** Opens a file on an empty device, and brings in answers of these people, which wait. */
  const otherDevice = async (app, id, file, ...people) => {
    await openElsewhere(app, file, "Open the audit");
    await app.page("Overview");
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, ...people);
  };

  /** The audit's file from before anybody answered, and the one from after three answers were shown. */
  const twoFiles = async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3 });
    const before = await exported(app, id);
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, person(survey, 0), person(survey, 1), person(survey, 2));
    await app.button("Close the survey").click();
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^3 people have answered/).find();
    return { id, survey, before, after: await exported(app, id) };
  };

  it("shows beside a copy with results of the same survey none that differ by one person", async (app) => {
    const { id, survey, before, after } = await twoFiles(app);
    await otherDevice(app, id, before, ...[0, 1, 2, 3].map((number) => person(survey, number, number === 3 ? SECRET : "")));
    await app.open("#/open");
    await app.pick(after.path);
    await app.role("radio", /^Keep both/).click();
    await app.button("Open as a separate copy").click();
    await app.page("Cairn");
    await app.open(`#/audits/${id}/survey`);
    await app.button("Close the survey").click();
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^4 people have answered.*The results show answers from the first 3\./).find();
    await app.text(SECRET).count(0);
    const { json } = await exported(app, id);
    assert.equal(json.data.tally.shown.responses, 3);
  });

  it("shows beside next year's audit, which has last year's results, none that differ by one person", async (app) => {
    const { id, survey, before } = await twoFiles(app);
    await app.open(`#/audits/${id}/about`);
    await app.button("Start next year’s from this one").click();
    await app.dialog("Start next year’s audit from this one").button("Start it").click();
    await app.page("Overview");
    const next = await exported(app, (await app.hash()).split("/")[2]);
    await otherDevice(app, id, before, ...[0, 1, 2, 3].map((number) => person(survey, number)));
    await app.open("#/open");
    await app.pick(next.path);
    await app.button("Open the audit").click();
    await app.page("Overview");
    await app.open(`#/audits/${id}/survey`);
    await app.button("Close the survey").click();
    await app.text(/^Results of this survey were shown before/).find();
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^Results of this survey were shown before/).find();
    await app.role("heading", "By area").gone();
    assert.equal((await exported(app, id)).json.data.tally.shown, undefined);
  });

  it("shows none that differ by one person once the audit was deleted for good and an old file opened", async (app) => {
    const { id, survey, before } = await twoFiles(app);
    await deleteForGood(app, "Learning audit");
    await app.open("#/open");
    await app.reload();
    await app.pick(before.path);
    await app.button("Open the audit").click();
    await app.page("Overview");
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, ...[0, 1, 2, 3].map((number) => person(survey, number)));
    await closesAndShowsNothing(app, id);
  });

  it("knows from a file of everything what an audit in the bin has shown", async (app) => {
    const { id, survey, before } = await twoFiles(app);
    await app.open("#/");
    await deleteFromList(app, "Learning audit");
    await app.open("#/settings");
    const everything = await app.download(() => app.button("Save everything as a file").click());
    assert.deepEqual(everything.json.data.shown, { [survey]: 3 });
    await otherDevice(app, id, before, ...[0, 1, 2, 3].map((number) => person(survey, number)));
    await app.open("#/open");
    await app.pick(everything.path);
    await app.button("Use the settings").click();
    await app.page("Settings");
    await app.open(`#/audits/${id}/survey`);
    await closesAndShowsNothing(app, id);
  });

  it("says before a file is opened that answers would go which nobody can tell apart", async (app) => {
    const { id, survey, before, after } = await twoFiles(app);
    await otherDevice(app, id, before, ...[1, 2, 8, 9].map((number) => person(survey, number)));
    await app.open("#/open");
    await app.pick(after.path);
    await app.text(/its results stand, and the answers that wait here are removed/).find();
    await app.role("radio", /^Leave it out/, { checked: true }).find();
    await app.role("radio", /^Replace the one on this device/).click();
    await app.button(/^Replace the one on this device/).click();
    await app.page("Overview");
    await app.open(`#/audits/${id}/survey/results`);
    await app.text(/^3 people have answered/).find();
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, ...[1, 2, 8, 9].map((number) => person(survey, number)));
    await app.text("2 new answers counted.").find();
  });

  it("does not take back what was shown", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3, shows: true });
    await bringIn(app, person(survey, 0), person(survey, 1), person(survey, 2));
    await app.open(`#/audits/${id}/survey/results`);
    await app.page("Staff survey: results");
    // The only step left to undo is the opening of the survey.
    await steps(app).button("Undo").click();
    await steps(app).button("Redo").click();
    await app.open(`#/audits/${id}/survey`);
    await bringIn(app, person(survey, 3, SECRET));
    await steps(app).button("Undo").click();
    await bringIn(app, person(survey, 3, SECRET));
    await app.open(`#/audits/${id}/survey/results`);
    await app.page("Staff survey: results");
    await app.text(SECRET).gone();
    const { json } = await exported(app, id);
    assert.equal(json.data.tally.shown.responses, 3);
    assert.equal(json.data.tally.counted.length, 3);
  });
});
