// A person's pages for everyone: with a screen reader, on a small screen, and on paper.

import assert from "node:assert/strict";
import { journey, none } from "./harness.mjs";
import { unfoldAll } from "./steps.mjs";
import { openPersonExample, pagesOfPerson, startPerson } from "./person-steps.mjs";

async function look(app, pages) {
  const findings = [];
  const titles = new Set();
  for (const hash of pages) {
    await app.open(hash);
    await app.page(/./);
    await unfoldAll(app);
    for (const finding of await app.axe()) findings.push(`${hash}: ${finding}`);
    const page = await app.run(() => ({
      title: document.title,
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      levels: [...document.querySelectorAll("main :is(h1, h2, h3, h4)")].map((heading) => +heading.tagName[1]),
      ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    }));
    if (page.sideways > 0) findings.push(`${hash}: ${page.sideways} px stick out`);
    if (new Set(page.ids).size !== page.ids.length) findings.push(`${hash}: an id stands twice`);
    if (titles.has(page.title)) findings.push(`${hash}: the title ${page.title} stands twice`);
    titles.add(page.title);
    page.levels.reduce((above, level) => {
      if (level > above + 1) findings.push(`${hash}: a level of heading is left out: ${page.levels}`);
      return level;
    }, 0);
  }
  none(findings);
}

journey("A person’s pages", (it) => {
  it("are clean when everything is filled in, light and wide", async (app) => {
    await app.scheme("light");
    await openPersonExample(app);
    await look(app, pagesOfPerson("example-person"));
  });

  it("are clean in the dark, on the smallest screen", async (app) => {
    await app.scheme("dark");
    await app.width(320);
    await openPersonExample(app);
    await look(app, pagesOfPerson("example-person"));
  });

  it("are clean when nothing is filled in", async (app) => {
    await app.scheme("light");
    await app.width(360);
    await look(app, ["#/new/person", ...pagesOfPerson(await startPerson(app))]);
  });

  it("are clean where they show what was shared", async (app) => {
    await app.scheme("light");
    await openPersonExample(app);
    await app.link("Share").click();
    const file = await app.download(() => app.button("Save what is ticked as a file").click());
    await app.open("#/open");
    await app.pick(file.path);
    await app.button("Open the person’s pages").click();
    await app.page(/^What Sam Reid \(example\) shared on/);
    const [shared] = pagesOfPerson("example-person-shared");
    await look(app, [shared, `${shared}/about`]);
    // An address leads to the item that it names.
    await app.open(`${shared}/diary/d05`);
    await app.role("heading", /^Falls: before, after/, { level: 3 }).around("#item-d05").find();
  });

  it("say on paper with whom the annual review is, and not that it was held", async (app) => {
    const id = await startPerson(app);
    await app.open(`#/people/${id}/review`);
    await app.page("Annual review");
    await app.label("Who with").type("Joan");
    await app.saved();
    await app.open(`#/people/${id}/print`);
    await app.page("Print");
    const review = app.role("heading", "Annual review", { level: 2 }).around("section");
    await review.text("Who with").find();
    await review.text("Joan").find();
    await review.text(/Held/).gone();
  });

  it("go on paper as they are, with a running head", async (app) => {
    await openPersonExample(app);
    await app.link("Print").click();
    await app.page("Print");
    await app.label("Learning standards").click();
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const print = await app.run(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
      return {
        chrome: shown("header.top, nav, button, .audit-bar, .on-screen, h1").map((element) => element.outerHTML.slice(0, 80)),
        running: document.querySelector(".running").textContent,
        headings: [...document.querySelectorAll("article h2")].map((heading) => heading.textContent),
      };
    });
    assert.deepEqual(print.chrome, []);
    assert.match(print.running, /^Harbour Lane Support · Sam Reid \(example\) · /);
    assert.ok(print.headings.includes("Learning plan") && print.headings.includes("Learning profile"));
    assert.ok(!print.headings.includes("Learning standards"), "it was not chosen");
    const { data } = await app.cdp("Page.printToPDF", { preferCSSPageSize: true });
    const pages = Buffer.from(data, "base64").toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length > 1 && pages.length < 15, `${pages.length} pages`);
  });
});
