// Everything by keyboard alone: no click in this file.

import assert from "node:assert/strict";
import { Key, journey, until } from "./harness.mjs";
import { judgement, said, startAudit } from "./steps.mjs";
import { token } from "./survey-steps.mjs";

/** Presses Tab (or Shift+Tab) until `found` has the focus. The focus must be visible at every stop. */
async function tabTo(app, found, { back = false, most = 200 } = {}) {
  const target = await found.find();
  for (let pressed = 0; pressed < most; pressed++) {
    if (await app.run((target) => document.activeElement === target, target)) return;
    if (back) await app.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    else await app.press(Key.TAB);
    const stop = await app.run(() => {
      const focused = document.activeElement;
      if (focused === document.body) return { fine: true };
      // The calendar button in a date field is the browser's own, with its own outline.
      if (focused.type === "date" && !focused.matches(":focus-visible")) return { fine: true };
      // A radio button shows the focus on its whole label.
      const shown = [focused, focused.closest("label")].filter(Boolean);
      const outlined = shown.some((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      });
      const box = focused.getBoundingClientRect();
      const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return { fine: outlined && inView, outlined, inView, what: focused.outerHTML.slice(0, 150) };
    });
    assert.ok(stop.fine, `the focus can be seen: ${JSON.stringify(stop)}`);
  }
  assert.fail(`Tab does not lead to ${found}`);
}

/** Waits for a page, and for the focus on its heading. */
async function arrived(app, heading) {
  await app.page(heading);
  await until("the focus to be on the heading", () =>
    app.run(() => document.activeElement === document.querySelector("main h1")),
  );
}

journey("By keyboard alone", (it) => {
  it("leads from the home page to a reflection, a judgement and an action", async (app) => {
    await app.open();
    await app.page("Cairn");
    await tabTo(app, app.link("Start an audit"));
    await app.press(Key.ENTER);
    await arrived(app, "Start an audit");
    await tabTo(app, app.label("Your organisation"));
    await app.press(..."Harbour House");
    await app.press(Key.ENTER);
    await arrived(app, "Overview");
    await tabTo(app, app.link("Go to 1A"));
    await app.press(Key.ENTER);
    await arrived(app, /^1A /);

    await tabTo(app, app.label(said("1A.q1")));
    await app.press(..."By hand");
    await app.label(said("1A.q1")).has("By hand");
    await app.text("1 of 9 questions reflected on").find();

    await tabTo(app, app.button(/Away days$/));
    await app.press(Key.SPACE);
    await app.role("button", /Away days$/, { pressed: true }).find();

    const yes = judgement(app, "1A.o1").role("radio", "Yes");
    await tabTo(app, yes);
    await app.press(Key.SPACE);
    await judgement(app, "1A.o1").role("radio", "Yes", { checked: true }).find();
    await app.press(Key.ARROW_RIGHT);
    await judgement(app, "1A.o1").role("radio", "No", { checked: true }).find();

    const indicator = judgement(app, "1A.o1").around(".indicator");
    await tabTo(app, indicator.text("Note and evidence"));
    await app.press(Key.ENTER);
    await tabTo(app, indicator.label("Note (optional)"));
    await app.press(..."Noted");
    await tabTo(app, indicator.role("checkbox", "Away days"));
    await app.press(Key.SPACE);
    await indicator.text("1 note, 1 item of evidence").find();

    await tabTo(app, app.link("Action plan"), { back: true });
    await app.press(Key.ENTER);
    await arrived(app, "Action plan");
    await tabTo(app, app.button("Add an action of your own"));
    await app.press(Key.ENTER);
    await until("the focus in the new action", () => app.label("What we will do").focused());
    await app.press(..."Do it");
    await tabTo(app, app.label("Status", { selector: ".side-by-side select" }));
    await app.press(Key.ARROW_DOWN);
    await app.text("Under way · no date").find();
    await app.saved();
  });

  it("skips to the page", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.reload();
    await app.press(Key.TAB);
    const skip = app.link("Skip to the page");
    assert.ok(await skip.focused(), "it is the first stop");
    assert.ok(await skip.read((link) => link.getBoundingClientRect().top >= 0), "and can be seen there");
    await app.press(Key.ENTER);
    assert.equal(await app.run(() => document.activeElement.id), "main");
    assert.equal(await app.hash(), `#/audits/${id}/areas/1A`, "the address is left alone");
    await app.press(Key.TAB);
    assert.ok(await app.run(() => document.querySelector("main").contains(document.activeElement)));
  });

  it("keeps the focus in a dialog, and gives it back", async (app) => {
    const id = await startAudit(app, "Dear audit");
    await app.open(`#/audits/${id}/about`);
    await arrived(app, "About this audit");
    const open = app.role("button", "Delete");
    await tabTo(app, open);
    await app.press(Key.ENTER);
    const dialog = app.dialog("Delete “Dear audit”?");
    await dialog.find();
    for (let stop = 0; stop < 6; stop++) {
      await app.press(Key.TAB);
      const outside = await app.run(() => {
        const focused = document.activeElement;
        return focused !== document.body && !focused.closest("dialog");
      });
      assert.ok(!outside, "Tab does not lead to what lies behind");
    }
    await app.press(Key.ESCAPE);
    await dialog.gone();
    await until("the focus to be back", () => open.focused());
    await app.press(Key.SPACE);
    await tabTo(app, dialog.button("Not now"));
    await app.press(Key.ENTER);
    await dialog.gone();
    await until("the focus to be back", () => open.focused());
    await app.press(Key.ENTER);
    await tabTo(app, dialog.button("Delete"));
    await app.press(Key.ENTER);
    await arrived(app, "Cairn");
    await tabTo(app, app.text(/^The audit is in the bin/).around(".notice").button("Undo"));
    await app.press(Key.ENTER);
    await app.link("Dear audit").find();
  });

  it("moves the focus to the heading at every change of page, and to where one jumps", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await arrived(app, /^1A /);
    for (const [name, heading] of [["Staff", "Staff perceptions"], ["Questions", "Questions to consider"]]) {
      await tabTo(app, app.role("navigation", "On this page").button(name));
      await app.press(Key.ENTER);
      await until(`the focus on ${heading}`, () => app.role("heading", heading).focused());
      await app.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    }
    for (const [link, heading] of [
      ["Overview", "Overview"],
      ["Review of capability 1", "Review of capability 1"],
      ["Evidence", "Evidence"],
      ["Action plan", "Action plan"],
      ["Report", "Report"],
      ["About this audit", "About this audit"],
    ]) {
      const target = app.role("navigation", "Pages of this audit").link(link);
      await app.run((link) => link.focus(), await target.find());
      await app.press(Key.ENTER);
      await arrived(app, heading);
      assert.equal(await app.run(() => scrollY), 0, "and the page begins at its top");
    }
    await app.driver.navigate().back();
    await arrived(app, "Report");
  });

  it("says aloud what happens", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await arrived(app, /^1A /);
    const said = (pattern) =>
      until(`a live region to say ${pattern}`, () =>
        app.run(
          (pattern) =>
            [...document.querySelectorAll("[role=status], [role=alert]")].some((region) => new RegExp(pattern).test(region.textContent)),
          pattern.source,
        ),
      );
    await tabTo(app, app.button(/Away days$/));
    await app.press(Key.SPACE);
    await said(/Added to the evidence: Away days/);
    await said(/^Saved \d\d:\d\d/);
    await app.ctrl("z");
    await said(/Undone: an item of evidence/);
  });

  it("saves what is open as a file, from any page of it and from within a field", async (app) => {
    const id = await startAudit(app, "Our audit");
    for (const page of ["", "/areas/1A", "/plan", "/survey", "/report", "/about"]) {
      await app.open(`#/audits/${id}${page}`);
      await app.role("heading", undefined, { level: 1 }).find();
      const { json } = await app.download(() => app.ctrl("s"));
      assert.equal(json.kind, "audit");
      assert.equal(json.data.id, id);
    }
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("We ask first.");
    const { json } = await app.download(() => app.ctrl("s"));
    assert.equal(json.data.reflections["1A.q1"].text, "We ask first.", "with the last letter");
    // Ctrl+S works on a keyboard with other letters.
    const other = await app.download(() =>
      app.run(() => {
        const init = { key: "ы", code: "KeyS", ctrlKey: true, bubbles: true, cancelable: true };
        window.stopped = !document.activeElement.dispatchEvent(new KeyboardEvent("keydown", init));
      }),
    );
    assert.equal(other.json.data.id, id);
    assert.equal(await app.run(() => window.stopped), true, "the browser saves no page of its own");
  });

  it("saves everything where no record is open, and says so where there is nothing", async (app) => {
    await app.open();
    await app.ctrl("s");
    await app.notice(/^There is nothing here to save/);
    await startAudit(app, "Our audit");
    await app.open("#/settings");
    await app.page("Settings");
    const { json } = await app.download(() => app.ctrl("s"));
    assert.equal(json.kind, "backup");
  });

  it("saves nothing for those who answer a survey", async (app) => {
    await app.open(`#/survey/${token()}`);
    await app.role("heading", undefined, { level: 1 }).find();
    const stopped = await app.run(() => {
      const init = { key: "s", code: "KeyS", ctrlKey: true, bubbles: true, cancelable: true };
      return !document.body.dispatchEvent(new KeyboardEvent("keydown", init));
    });
    assert.equal(stopped, true);
    await app.role("heading", undefined, { level: 1 }).find();
  });
});
