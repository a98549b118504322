// A page that the browser translates while it is used: every text is taken out and put back inside other
// elements, now and whenever one is added. What Cairn changes afterwards shows all the same.

import assert from "node:assert/strict";
import { journey, until } from "./harness.mjs";
import { openExample, said, startAudit } from "./steps.mjs";
import { auditWithSurvey } from "./survey-steps.mjs";

/** Translates the page as it is, and everything that is added. With `later`, a text is taken out only
 * after its translation was put in. */
const translate = (app, later = false) =>
  app.run((later) => {
    const wrap = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement?.closest("script, style, textarea, font") !== null) continue;
        const outer = document.createElement("font");
        const inner = document.createElement("font");
        inner.textContent = `«${text.data}»`;
        outer.append(inner);
        if (later) {
          text.before(outer);
          text.remove();
        } else text.replaceWith(outer);
      }
    };
    wrap(document.body);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.parentNode) wrap(node.nodeType === 1 ? node : node.parentNode);
    }).observe(document.body, { childList: true, subtree: true });
  }, later);

/** The words of an element, without the marks of the translation. */
const words = (app, place) => app.run((place) => document.querySelector(place).innerText.replace(/[«»]/g, "").trim(), place);
const shows = (app, place, pattern) =>
  until(`${place} to show ${pattern}`, async () => pattern.test(await words(app, place)));

journey("A translated page", (it) => {
  for (const later of [false, true]) {
    const how = later ? "one after the other" : "at once";

    it(`says truly what is saved and how far one is, translated ${how}`, async (app) => {
      const id = await startAudit(app);
      await app.open(`#/audits/${id}/areas/1A`);
      await app.page(/^1A /);
      await translate(app, later);
      const field = app.role("textbox", new RegExp(said("1A.q1").slice(0, 30)));
      await field.type("We ask first.");
      await shows(app, ".save-state", /^Saved \d\d:\d\d$/);
      // An answer changes the counts.
      const before = await words(app, ".audit-frame");
      await app.run(() => document.querySelector(".indicator input[type=radio]").click());
      await until("the counts to follow", async () => (await words(app, ".audit-frame")) !== before);
      const twice = await words(app, "body");
      assert.doesNotMatch(twice, /Saved \d\d:\d\d\s*Saved/);
    });

    it(`leaves no old words on buttons, headings and notices, translated ${how}`, async (app) => {
      const id = await startAudit(app);
      await app.open(`#/audits/${id}/evidence`);
      await app.page("Evidence");
      await translate(app, later);
      await app.button(/Add evidence/).click();
      await shows(app, ".card h2", /^Evidence without a title$/);
      await app.label(/What it is/).type("Minutes");
      await app.label(/Who looks after it/).click();
      await shows(app, ".card h2", /^Minutes$/);
      await app.label(/Who looks after it/).type("Jo");
      await app.label(/What it is/).click();
      await shows(app, ".card p", /^Jo · not linked yet$/);
      await app.button(/^.?Remove/).click();
      await shows(app, ".notice", /evidence/);
      await app.role("heading", /Minutes/).gone();
      await app.text(/was removed/).around(".notice").button(/Undo/).click();
      await shows(app, ".card h2", /^Minutes$/);
    });

    it(`shows each page alone, translated ${how}`, async (app) => {
      await openExample(app);
      await translate(app, later);
      const titles = [];
      for (const page of ["/areas/1A", "/evidence", "/review/1", "/plan", "/report", "/about", ""]) {
        await app.run((page) => (location.hash = `#/audits/example${page}`), page);
        await until("the page", async () => !titles.includes(await words(app, "main h1")));
        titles.push(await words(app, "main h1"));
        assert.equal(await app.run(() => document.querySelectorAll("main h1").length), 1);
      }
      assert.equal(new Set(titles).size, titles.length);
    });

    it(`has the right words on a button that changes, translated ${how}`, async (app) => {
      const id = await auditWithSurvey(app);
      await app.open(`#/audits/${id}/survey`);
      await app.page("Staff survey");
      await translate(app, later);
      for (let times = 0; times < 2; times += 1) {
        await app.button(/Close the survey/).click();
        await app.button(/Open it again/).click();
      }
      await app.button(/Close the survey/).find();
      await app.button(/Open it again/).gone();
      await app.open(`#/audits/${id}/areas/1A`);
      await app.role("heading", /1A/, { level: 1 }).find();
      const suggestion = app.button(/Away days/);
      await suggestion.click();
      await suggestion.says(/✓/);
    });
  }

  it("hands a tablet round with the right words", async (app) => {
    const id = await auditWithSurvey(app);
    await app.open(`#/audits/${id}/survey/kiosk`);
    await app.role("heading", undefined, { level: 1 }).find();
    await translate(app);
    const first = await words(app, "main");
    await app.role("button", /Begin/).click();
    await until("the questions", async () => (await words(app, "main")) !== first);
    assert.ok(!(await words(app, "main")).includes(first), "nothing of the page before stays");
  });
});
