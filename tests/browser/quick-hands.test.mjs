// Quick hands: double clicks, forms sent twice, and dates that are typed digit by digit.

import assert from "node:assert/strict";
import { Key, journey, until } from "./harness.mjs";
import { said, startAudit } from "./steps.mjs";

/** Clicks twice, as fast as a mouse does. */
const doubleClick = async (app, found) => {
  const element = await found.find();
  await app.run((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), element);
  await app.driver.actions().doubleClick(element).perform();
};

journey("Quick hands", (it) => {
  it("add one thing with a double click", async (app) => {
    const id = await startAudit(app);
    for (const [page, name] of [
      ["plan", "Add an action of your own"],
      ["evidence", "Add evidence"],
    ]) {
      await app.open(`#/audits/${id}/${page}`);
      await doubleClick(app, app.button(name));
      await app.text("Change").count(1);
      await app.saved();
      await app.text("Change").count(1);
    }
    await app.open(`#/audits/${id}/plan`);
    await doubleClick(app, app.button(`Add an action for: ${said("1A.o1")}`));
    await app.text("Change").count(2);
  });

  it("stay where they type while a slow page still moves the cursor", async (app) => {
    const id = await startAudit(app, "Slow", "Harbour House");
    await app.open(`#/audits/${id}/plan`);
    // The test decides when frames are drawn.
    await app.run(() => {
      const frames = [];
      const { requestAnimationFrame } = window;
      window.requestAnimationFrame = (frame) => frames.push(frame);
      window.drawn = () =>
        new Promise((done) => {
          const draw = () => {
            if (!frames.length) return done();
            frames.splice(0).forEach((frame) => frame(performance.now()));
            requestAnimationFrame(draw);
          };
          draw();
        });
    });
    const writes = async (label, [before, after]) => {
      const field = await app.label(label).find();
      await app.run((field) => field.focus(), field);
      await app.press(...before);
      await app.run(() => window.drawn());
      await app.press(...after);
      await app.label(label).has([before, after].join(""));
    };
    // A new action gets the focus, and so does the heading of a new page; but not while somebody types.
    await app.run((button) => button.click(), await app.button("Add an action of your own").find());
    await writes("How it is going (optional)", ["We", "ll"]);
    await app.label("What we will do").has("");
    await app.run((link) => link.click(), await app.link(/^1B/).find());
    await writes(said("1B.q1"), ["We let", " people try"]);
    // Nobody types: the focus moves.
    await app.run((link) => link.click(), await app.link("Action plan").find());
    await app.button("Add an action of your own").find();
    await app.run(() => window.drawn());
    assert.equal(await app.run(() => document.activeElement.tagName), "H1");
    await app.run((button) => button.click(), await app.button("Add an action of your own").find());
    await app.run(() => window.drawn());
    assert.equal(await app.run(() => document.activeElement.labels?.[0].textContent.trim()), "What we will do");
  });

  it("start one audit with a form that is sent twice", async (app) => {
    await app.open("#/new");
    await app.run(() => {
      const form = document.querySelector("form");
      form.requestSubmit();
      form.requestSubmit();
    });
    await app.page("Overview");
    await app.open("#/");
    await app.link(/^Learning audit \d{4}$/).find();
  });

  it("undo and redo as often as they click", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    for (const question of ["1A.q1", "1A.q2"]) await app.label(said(question)).type("Words", Key.TAB);
    await doubleClick(app, app.button("Undo"));
    for (const question of ["1A.q1", "1A.q2"]) await app.label(said(question)).has("");
    await doubleClick(app, app.button("Redo"));
    for (const question of ["1A.q1", "1A.q2"]) await app.label(said(question)).has("Words");
  });

  it("type a date in one step, and keep no year on the way to it", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/plan`);
    await app.button("Add an action of your own").click();
    const field = app.label("By when");
    const due = () =>
      app.run(() => JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith("cairn:audit:"))[1].split("\n").slice(1).join("\n")).data.actions[0].due ?? null);
    for (const digits of ["05", "05", "2", "0", "3"]) await field.type(digits);
    await app.saved();
    assert.equal(await due(), null);
    // The whole date is typed again: a browser forgets the digits of an unfinished year after a while.
    await field.type(Key.ARROW_LEFT, Key.ARROW_LEFT, "05052032", Key.TAB, Key.TAB);
    await app.text("Not started · by 5 May 2032").find();
    await until("the date to be kept", async () => (await due()) === "2032-05-05");
    await app.button("Undo").click();
    await app.text("Not started · no date").find();
    await field.has("");
    await app.button("Redo").click();
    await app.text("Not started · by 5 May 2032").find();

    // An impossible year is not kept, and the field says that it is wrong.
    const wrong = app.text(/^This date was not kept/);
    await field.type("06060032");
    await app.label("Who").click();
    await wrong.find();
    assert.equal(await field.attribute("aria-invalid"), "true");
    await app.saved();
    assert.equal(await due(), "2032-06-06");
    await field.type("07072033");
    await wrong.gone();
    await app.text("Not started · by 7 July 2033").find();
  });
});
