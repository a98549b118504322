// axe finds nothing wrong on any page, in any state. Titles, headings and language, which axe does not
// check, are right as well.

import assert from "node:assert/strict";
import { journey, none } from "./harness.mjs";
import { OTHER_PAGES, openExample, pagesOf, startAudit, unfoldAll, unfoldMore } from "./steps.mjs";

/** The rules whose outcome depends on colours and sizes. All others give the same in every look. */
const BY_LOOK = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"];

/** Checks a page with axe, with everything on it unfolded, and adds to `findings`. */
async function look(app, hash, findings, only) {
  await app.open(hash);
  await unfoldAll(app);
  const where = await app.run(() => `${location.hash} at ${innerWidth} px`);
  for (const finding of await app.axe(only)) findings.push(`${where}: ${finding}`);
}

async function lookAtAll(app, pages, only) {
  const findings = [];
  for (const hash of pages) await look(app, hash, findings, only);
  none(findings);
}

journey("Accessible", (it) => {
  it("has one heading, a title of its own and a language on every page", async (app) => {
    await openExample(app);
    const titles = new Map();
    for (const hash of [...OTHER_PAGES, ...pagesOf("example"), "#/audits/none", "#/audits/example/areas/9Z"]) {
      await app.open(hash);
      await app.page(/./);
      const page = await app.run(() => ({
        lang: document.documentElement.lang,
        title: document.title,
        headings: document.querySelectorAll("h1").length,
        levels: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].map((heading) => +heading.tagName[1]),
        mains: document.querySelectorAll("main").length,
        ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
      }));
      assert.equal(page.lang, "en-GB");
      assert.equal(page.headings, 1, `one h1 on ${hash}`);
      assert.equal(page.mains, 1);
      assert.equal(new Set(page.ids).size, page.ids.length, `no id stands twice on ${hash}`);
      page.levels.reduce((above, level) => {
        assert.ok(level <= above + 1, `no level of heading is left out on ${hash}: ${page.levels}`);
        return level;
      }, 0);
      assert.ok(!titles.has(page.title), `${hash} has the title of ${titles.get(page.title)}: ${page.title}`);
      titles.set(page.title, hash);
    }
  });

  it("is clean when everything is filled in, light and wide", async (app) => {
    await openExample(app);
    await app.scheme("light");
    await lookAtAll(app, [...OTHER_PAGES, ...pagesOf("example")]);
  });

  it("is clean when everything is filled in, dark and narrow", async (app) => {
    await openExample(app);
    await app.scheme("dark");
    await app.width(360);
    await lookAtAll(app, [...OTHER_PAGES, ...pagesOf("example")]);
  });

  it("is clean when nothing is filled in", async (app) => {
    await app.scheme("light");
    await app.width(360);
    await lookAtAll(app, OTHER_PAGES);
    const id = await startAudit(app);
    await lookAtAll(app, pagesOf(id));
  });

  it("has enough contrast in the other pairs of colour and width", async (app) => {
    await openExample(app);
    const some = ["#/", "#/settings", ...pagesOf("example").filter((hash) => !/[12][BC]$/.test(hash))];
    await app.scheme("dark");
    await lookAtAll(app, some, BY_LOOK);
    await app.scheme("light");
    await app.width(360);
    await lookAtAll(app, some, BY_LOOK);
  });

  it("is clean with fields, notes and dialogs open, with trouble, and with a theme of one's own", async (app) => {
    const findings = [];
    const look = async (what) => {
      for (const finding of await app.axe()) findings.push(`${what}: ${finding}`);
    };
    await openExample(app);
    await app.open("#/settings");
    await app.role("radio", "Dark").click();
    await look("settings, dark by choice");
    await app.button("Clear this device").click();
    await app.dialog("Clear this device?").find();
    await look("dialog: clear");
    await app.button("Not now").click();
    await app.open("#/audits/example/areas/1A");
    await unfoldMore(app, "1A.o1");
    await look("note and evidence");
    await app.open("#/audits/example/evidence");
    await app.button("Add evidence").click();
    await app.button("Choose what it supports").click();
    const dialog = app.dialog(/^What does/);
    await dialog.find();
    await unfoldAll(app);
    await look("dialog: what it supports");
    await dialog.button("Done").click();
    const fresh = app.role("heading", "Evidence without a title").around("li");
    await fresh.button("Remove this evidence").click();
    await app.notice(/removed/);
    await look("notice");
    await app.open("#/audits/example/plan");
    await app.button("Add an action of your own").click();
    await look("an action's fields");
    await app.open("#/audits/example/about");
    await app.button("Start next year’s from this one").click();
    await look("dialog: next year");
    await app.button("Not now").click();
    await app.role("button", "Delete").click();
    await look("dialog: delete");
    await app.dialog(/^Delete/).button("Delete").click();
    await app.page("Cairn");
    await app.open("#/bin");
    await app.button(/^Delete for good/).click();
    await look("dialog: delete for good");
    await app.button("Not now").click();
    await app.open("#/open");
    await app.text("Or paste the text of a file").click();
    await app.label("The text of the file").type("{");
    await app.button("Look at the pasted text").click();
    await app.role("heading", "The pasted text").find();
    await look("a file that cannot be opened");
    none(findings);
  });
});
