// Nothing that was typed is lost, and what the page says about saving is true.

import assert from "node:assert/strict";
import { Key, journey, until } from "./harness.mjs";
import { judge, judgement, openExample, said, startAudit, unfoldMore } from "./steps.mjs";

journey("Coming back", (it) => {
  it("finds the words again when the tab was closed in the middle of a sentence", async (app) => {
    const id = await startAudit(app);
    const { driver } = app;
    await driver.switchTo().newWindow("tab");
    await app.open(`#/audits/${id}/areas/1B`);
    await app.label(said("1B.q1")).type("We let people try things, even when");
    await driver.close();
    await driver.switchTo().window((await driver.getAllWindowHandles()).at(-1));
    await app.open(`#/audits/${id}/areas/1B`);
    await app.reload();
    await app.label(said("1B.q1")).has("We let people try things, even when");
  });

  it("finds the words again when the page was left or hidden right after the last key", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q2")).type("Team meetings");
    await app.driver.get("about:blank");
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q2")).has("Team meetings");

    // Typing and leaving run in one task, so that the delay before saving cannot have passed.
    const kept = await app.run(
      (field) => {
        field.value += " and supervision";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        const before = Object.values(localStorage).join();
        window.dispatchEvent(new PageTransitionEvent("pagehide"));
        return [before.includes("supervision"), Object.values(localStorage).join().includes("supervision")];
      },
      await app.label(said("1A.q2")).find(),
    );
    assert.deepEqual(kept, [false, true]);
  });

  it("finds everything that can be filled in after a reload, on the same page", async (app) => {
    const id = await startAudit(app, "Reload me", "Harbour House");
    await app.open("#/settings");
    await app.label("Your name or initials (optional)").type("RM");
    await app.role("group", "Text size").role("radio", "Large").click();

    await app.open(`#/audits/${id}/areas/1B`);
    await app.label(said("1B.q2")).type("First line", Key.ENTER, Key.ENTER, "third line — with “quotes”, ümlauts & <tags>");
    await app.label("Resources", { exact: false }).type("The team decides");
    await judge(app, "1B.o1", "Don’t know");
    const indicator = await unfoldMore(app, "1B.o1");
    await indicator.label("Note (optional)").type("Ask Ben");
    await indicator.label("Other evidence").type("Awards evening", Key.ENTER);
    await indicator.role("checkbox", "Awards evening", { checked: true }).find();
    await app.saved();
    await app.reload();
    await app.page(/^1B /);
    assert.equal(await app.hash(), `#/audits/${id}/areas/1B`);
    assert.equal(await app.run(() => document.documentElement.dataset.textSize), "large");
    await app.label(said("1B.q2")).has("First line\n\nthird line — with “quotes”, ümlauts & <tags>");
    await app.label("Resources", { exact: false }).has("The team decides");
    assert.ok(await judgement(app, "1B.o1").role("radio", "Don’t know").checked());
    const again = await unfoldMore(app, "1B.o1");
    await again.label("Note (optional)").has("Ask Ben");
    await again.role("checkbox", "Awards evening", { checked: true }).find();

    await again.link("See all evidence").click();
    await app.page("Evidence");
    await app.text("Change").unfold();
    await app.label("Where it is kept").type("Top drawer");
    await app.label("Its date").type("03032025");
    await app.link("Action plan").click();
    await app.page("Action plan");
    await app.button("Add an action of your own").click();
    await app.label("What we will do").type("Try it");
    await app.label("How it is going (optional)").type("Well");
    await app.label("By when").type("04042031");
    await app.saved();
    await app.reload();
    await app.page("Action plan");
    await app.text("Not started · by 4 April 2031").find();
    await app.text("Change").unfold();
    await app.label("How it is going (optional)").has("Well");
    await app.link("Evidence").click();
    await app.page("Evidence");
    await app.text(/^3 March 2025 · supports 1 indicator$/).find();
    await app.text("Top drawer").find();
    await app.link("About this audit").click();
    await app.label("The organisation").has("Harbour House");
  });

  it("tells the truth about saving", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    const field = await app.label(said("1A.q1")).find();
    // Notes every word that the header shows, and whether the text is in the storage by then.
    await app.run(() => {
      const shown = document.querySelector(".save-state");
      const field = document.querySelector("textarea");
      window.seen = [];
      new MutationObserver(() => {
        const kept = Object.values(localStorage).some((text) => text.includes(JSON.stringify(field.value)));
        window.seen.push([shown.textContent.trim(), kept]);
      }).observe(shown, { childList: true, characterData: true, subtree: true });
    });
    await field.sendKeys("True words");
    await app.saved();
    await field.sendKeys(", and more of them");
    await app.saved();
    const seen = await app.run(() => window.seen);
    assert.ok(seen.some(([words]) => words === "Saving…"));
    for (const [words, kept] of seen) {
      assert.match(words, /^(Saving…|Saved \d\d:\d\d)$/);
      if (words !== "Saving…") assert.ok(kept, "“Saved” stands there only when the words are in the storage");
    }
    await app.text(/^Saved \d\d:\d\d$/, { selector: "[role=status]" }).find();
  });

  it("takes steps back and forward again, by button and by key", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    const [one, two] = [app.label(said("1A.q1")), app.label(said("1A.q2"))];
    const [undo, redo] = [app.button("Undo"), app.button("Redo")];
    assert.ok(await undo.disabled());
    await one.type("one");
    await two.type("two");
    await judge(app, "1A.o1", "Yes");
    await judge(app, "1A.o1", "No");

    const group = app.role("group", "Undo and redo");
    await group.button("Undo").click();
    await judgement(app, "1A.o1").role("radio", "Yes", { checked: true }).find();
    await group.button("Undo").click();
    await app.text("0 of 10 indicators judged").find();
    await group.button("Undo").click();
    await two.has("");
    await one.has("one");
    await group.button("Undo").click();
    await one.has("");
    assert.ok(await group.button("Undo").disabled());
    await group.button("Redo").click();
    await one.has("one");
    await app.saved();
    await app.reload();
    await one.has("one");
    await two.has("");

    // Ctrl+Z with the focus outside any field undoes in the audit.
    await two.type("zwei");
    await judge(app, "1A.o2", "Yes");
    await app.ctrl("z");
    await judgement(app, "1A.o2").role("radio", "Yes", { checked: false }).find();
    await app.ctrl("z");
    await two.has("");
    await app.ctrl("y");
    await two.has("zwei");
    await app.ctrl("y");
    await judgement(app, "1A.o2").role("radio", "Yes", { checked: true }).find();
    assert.ok(await redo.disabled());

    // Inside a field the browser undoes, and the audit follows.
    await two.type(" drei");
    await app.undoTyping();
    const left = await two.value();
    assert.notEqual(left, "zwei drei");
    await app.saved();
    await app.reload();
    await two.has(left);
  });

  it("brings back a removed item of evidence, by the notice", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.button(/Away days$/).click();
    await app.button(/Staff surveys$/).click();
    await app.link("Evidence").click();
    await app.page("Evidence");
    const card = app.role("heading", "Away days").around("li");
    await card.text("Change").unfold();
    await card.label("Where it is kept").type("Shelf 3");
    await card.button("Remove this evidence").click();
    await app.role("heading", "Away days").gone();
    const notice = app.text("The item of evidence was removed.").around(".notice");
    await notice.button("Undo").click();
    await app.role("heading", "Away days").find();
    await card.text("Shelf 3").find();
    await app.saved();
    await app.reload();
    await app.role("heading", "Away days").find();
    await app.text(/^supports 1A$/).count(2);
  });

  it("undoes with a notice what the notice speaks of, and nothing else", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.button(/Away days$/).click();
    await app.link("Evidence").click();
    await app.text("Change").unfold();
    await app.button("Remove this evidence").click();
    const notice = app.text("The item of evidence was removed.").around(".notice");
    await notice.find();
    await app.link(/^1A /).click();
    await app.page(/^1A /);
    await app.label(said("1A.q1")).type("Written afterwards");
    // The notice may have gone by now. If it still offers to undo, that undoes the removal.
    for (const undo of await notice.button("Undo").now()) {
      await undo.click();
      await app.role("button", /Away days$/, { pressed: true }).find();
    }
    await app.label(said("1A.q1")).has("Written afterwards");
  });

  it("survives leaving a page while the cursor is in a field", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("Half a");
    await app.driver.navigate().back();
    await app.page("Overview");
    await app.checkLog();
    await app.driver.navigate().forward();
    await app.page(/^1A /);
    await app.label(said("1A.q1")).has("Half a");
    await app.link("Action plan").click();
    await app.button("Add an action of your own").click();
    await app.label("Who").type("Rosa");
    await app.driver.navigate().back();
    await app.page(/^1A /);
    await app.checkLog();
    await app.link("Action plan").click();
    await app.text("Change").unfold();
    await app.label("Who").has("Rosa");
    await app.label("By when").type("05052032");
    await app.driver.navigate().back();
    await app.page(/^1A /);
  });

  it("keeps the example, changed, until it is removed", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/areas/2C");
    await app.label(said("2C.q1")).type(" Changed by me.");
    await app.saved();
    await app.reload();
    await until("the change", async () => (await app.label(said("2C.q1")).value()).endsWith(" Changed by me."));
  });
});
