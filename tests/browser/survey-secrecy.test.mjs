// What may not show of a survey leaves the device in no audit's file, and what was shown is not taken
// back to be shown anew with others.

import assert from "node:assert/strict";
import { journey } from "./harness.mjs";
import { startAudit } from "./steps.mjs";
import { bringIn, idOf, openSurvey, response } from "./survey-steps.mjs";

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
    await app.notice(/with 2 answers to the staff survey that may not show yet/);
    assert.deepEqual(Object.keys(file.json.data.tally).sort(), ["changed", "survey"]);

    // Opened in place of the audit here, the file takes no answer away.
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

  it("does not take back what was shown", async (app) => {
    const id = await startAudit(app);
    const survey = await openSurvey(app, id, { threshold: 3, shows: true });
    await bringIn(app, person(survey, 0), person(survey, 1), person(survey, 2));
    await app.open(`#/audits/${id}/survey/results`);
    await app.page("Staff survey: results");
    // What is left to undo is the opening of the survey.
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
