// A team's year: the review by six questions, the needs that come out of it, and the next year's review.

import assert from "node:assert/strict";
import { Key, journey, until } from "./harness.mjs";
import { unfoldAll } from "./steps.mjs";
import { about, need, openTeamExample, questions, startTeam } from "./team-steps.mjs";

journey("A team’s review", (it) => {
  it("is written, kept over a reload, undone, and feeds the plan", async (app) => {
    const id = await startTeam(app);
    await app.text(/^Hold the team’s review/).find();
    await app.link("Begin the review").click();
    await app.page("Review");
    const first = about(app, 1);
    await first.label("What we think").type("So that people can sleep.");
    await first.label("What shows it").type("The cards.");
    await first.role("radio", "Partly clear").click();
    await app.text("1 of 6 questions answered").find();
    await first.label("What does the team need to learn?").type("Asking what people want");
    await first.button(/^Add to the plan/).click();
    await first.link("Asking what people want").find();
    await app.notice(/^It is in the development plan/);

    const before = await app.label("Held on").find();
    await app.run((field) => {
      field.value = "2026-11-04";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, before);
    await app.button(/^Set the next review for 4 November 2027$/).click();
    await app.label("Next review on").has("2027-11-04");
    await app.saved();

    await app.reload();
    await app.page("Review");
    await about(app, 1).label("What we think").has("So that people can sleep.");
    await about(app, 1).role("radio", "Partly clear", { checked: true }).find();
    await app.label("Next review on").has("2027-11-04");

    await about(app, 2).role("radio", "Clear").click();
    await app.text("1 of 6 questions answered").find();
    await app.button("Undo").click();
    await app.notice(/^Undone: how clear our functions and roles are\./);
    await about(app, 2).role("radio", undefined, { checked: true }).gone();

    await about(app, 1).link("Asking what people want").click();
    await app.page("Development plan");
    assert.match(await app.hash(), new RegExp(`^#/teams/${id}/plan/`));
    await app.text(`Comes from the review (“${questions[0]}”)`).find();
    await app.link("Overview").click();
    await app.page("Overview");
    await app.text(/^5 review questions are left to answer\. Next: “/).find();
    await app.role("img", "This year: Partly clear").find();
  });

  it("loses no word of a need that was not added yet", async (app) => {
    const id = await startTeam(app);
    await app.open(`#/teams/${id}/review`);
    await app.page("Review");
    const words = () => about(app, 1).label("What does the team need to learn?");
    await words().type("Asking what people", Key.TAB);
    await words().has("Asking what people");
    await about(app, 1).text("No learning needs from this question yet.").find();
    await app.saved();

    // The page is left without pressing the button: the need is in the plan.
    await app.reload();
    await app.page("Review");
    await about(app, 1).link("Asking what people").find();
    await words().has("");

    // A need whose letters are all deleted again leaves nothing behind.
    await words().type("No", Key.BACK_SPACE, Key.BACK_SPACE, "Something else");
    await app.link("Development plan").click();
    await app.page("Development plan");
    await need(app, "Something else").find();
    await app.button("Undo").click();
    await need(app, "Something else").gone();
    await need(app, "Asking what people").find();
  });

  it("adds a need by Enter, and one by a double click", async (app) => {
    const id = await startTeam(app);
    await app.open(`#/teams/${id}/review`);
    await app.page("Review");
    const first = about(app, 1);
    const words = first.label("What does the team need to learn?");
    await words.type(Key.ENTER);
    await words.type("Asking", Key.ENTER);
    await first.link("Asking").find();
    await app.notice(/^It is in the development plan/);
    await words.has("");

    // The focus has stayed in the field, ready for another need.
    await app.press(..."Listening");
    const button = await first.button(/^Add to the plan/).find();
    await app.run((button) => button.scrollIntoView({ block: "center" }), button);
    await app.driver.actions().doubleClick(button).perform();
    await first.link("Listening").find();
    await app.open(`#/teams/${id}/plan`);
    await app.page("Development plan");
    await app.role("heading", undefined, { level: 4 }).count(2);
  });

  it("can be answered by keyboard alone", async (app) => {
    const id = await startTeam(app);
    await app.open(`#/teams/${id}/review`);
    await app.page("Review");
    const tabTo = async (found) => {
      const target = await found.find();
      for (let pressed = 0; pressed < 60; pressed++) {
        if (await app.run((target) => document.activeElement === target, target)) return;
        await app.press(Key.TAB);
      }
      assert.fail(`Tab does not lead to ${found}`);
    };
    const first = about(app, 1);
    await tabTo(first.label("What we think"));
    await app.press(..."By hand");
    await tabTo(first.role("radio", "Not clear yet"));
    await app.press(Key.ARROW_DOWN);
    await first.role("radio", "Partly clear", { checked: true }).find();
    await tabTo(first.label("What does the team need to learn?"));
    await app.press(..."Listening");
    await tabTo(first.button(/^Add to the plan/));
    await app.press(Key.ENTER);
    await first.link("Listening").find();
    await app.text("1 of 6 questions answered").find();
  });

  it("stands beside last year’s in next year’s, and what is not done comes along", async (app) => {
    await openTeamExample(app);
    await app.link("About this team").click();
    await app.page("About this team");
    await app.button("Start next year’s from this one").click();
    const dialog = app.dialog("Start next year’s from this one");
    await dialog.label("A name for it").fill("Home support, the year after");
    await dialog.button("Start it").click();
    await app.page("Overview");
    const id = (await app.hash()).split("/")[2];
    assert.notEqual(id, "example-team");
    await app.text("0 of 6 questions answered").find();
    await app.text("0 of 7 learning needs met").find();
    await app.role("img", "This year: Not answered yet. Last year: Clear").find();

    await app.open(`#/teams/${id}/review`);
    await app.text("Last year’s was held on 7 October 2026.").find();
    const sixth = about(app, 6);
    await sixth.text("Last year: not clear yet.").find();
    await sixth.label("What we think").around(".quality-question").find();
    await unfoldAll(app);
    await sixth.text(/^This one was uncomfortable/).find();
    await sixth.label("What we think").has("");
    await sixth.role("radio", "Mostly clear").click();
    await sixth.text("Last year: not clear yet. This year: two steps up.").find();
    await sixth.link("Saying no, and why, so that the person feels heard").find();

    await app.open(`#/teams/${id}/plan`);
    await app.role("heading", undefined, { level: 4 }).count(7);
    await app.role("heading", /^Giving eye drops/).gone();
    // Last year's team does not count as another team.
    await app.open(`#/teams/${id}/common`);
    await app.text(/^The teams on this device have no open needs in common/).find();
    await app.open("#/teams/example-team/review");
    await about(app, 6).role("radio", "Not clear yet", { checked: true }).find();
  });

  it("goes out as a file and comes back after the device was cleared", async (app) => {
    await openTeamExample(app);
    await app.open("#/teams/example-team/about");
    const file = await app.download(() => app.button("Save everything here as a file").click());
    assert.equal(file.json.kind, "team");
    assert.equal(file.json.data.needs.length, 9);
    await app.run(() => localStorage.clear());
    await app.open("#/open");
    await app.reload();
    await app.pick(file.path);
    await app.text(/team, 9 learning needs/).find();
    await app.button(/^Open/).click();
    await until("the team to be back", async () => {
      await app.open("#/teams/example-team");
      return (await app.role("heading", "Overview").now()).length === 1;
    });
    await app.text("6 of 6 questions answered").find();
    await app.role("img", "This year: Partly clear. Last year: Not clear yet").find();
    await app.text("Show as a table").unfold();
    const row = app.role("rowheader", questions[3]).around("tr");
    await row.says(/secure evidence of how we perform\s+Partly clear\s+Not clear yet/);
  });
});
