// Small screens, large text and very long words: nothing sticks out, and everything is large enough to
// tap.

import assert from "node:assert/strict";
import { journey, none } from "./harness.mjs";
import { OTHER_PAGES, fileOf, fixture, openExample, pagesOf, startAudit, unfoldAll } from "./steps.mjs";
import { openTeamExample, teamPages } from "./team-steps.mjs";

const LONG = "Donaudampfschifffahrtsgesellschaft".repeat(6);

/** The innermost elements that stick out to the right, if the page can be scrolled sideways. */
const sticksOut = (app) =>
  app.run(() => {
    const page = document.documentElement;
    const width = Math.min(page.clientWidth, screen.width);
    if (page.scrollWidth <= width) return [];
    const out = (element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > width + 0.5;
    };
    const inner = [...document.querySelectorAll("body *")].filter(
      (element) => out(element) && ![...element.children].some(out) && !element.closest(".unseen, .wide-table > *"),
    );
    inner.sort((one, other) => other.getBoundingClientRect().right - one.getBoundingClientRect().right);
    const told = (element) => `${Math.round(element.getBoundingClientRect().right)} px: ${element.outerHTML.slice(0, 140)}`;
    return [`${page.scrollWidth} px instead of ${width} px`, ...inner.slice(0, 3).map(told)];
  });

/** The controls that are too small for a finger: lower than 44 px (24 px for a link in a heading), or
 * narrower than 24 px. Links in running text may be smaller. */
const tooSmall = (app) =>
  app.run(() => {
    const small = [];
    const controls = "a[href], button, input, select, textarea, summary";
    for (const element of document.querySelectorAll(controls)) {
      const shown = element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, .skip");
      if (!shown || element.matches(".skip")) continue;
      // A box to tick is as large as its label.
      const target = element.closest("label") ?? element;
      const { width, height } = target.getBoundingClientRect();
      const inText = element.matches("a") && getComputedStyle(element).display === "inline";
      if (inText) continue;
      const least = element.matches("h3 a") ? 24 : 44;
      if (height < least - 0.5 || width < 24) {
        small.push(`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    return small;
  });

/** The words that are broken over two lines, in the elements that match a selector. */
const broken = (app, selector) =>
  app.run((selector) => {
    const range = document.createRange();
    const words = [];
    for (const element of document.querySelectorAll(selector)) {
      if (!element.checkVisibility()) continue;
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        for (const { index, 0: word } of text.data.matchAll(/[^\s-]+/g)) {
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (range.getClientRects().length > 1) words.push(word);
        }
      }
    }
    return words;
  }, selector);

async function fits(app, pages, { touch = false } = {}) {
  const wrong = [];
  for (const hash of pages) {
    await app.open(hash);
    await unfoldAll(app);
    for (const finding of await sticksOut(app)) wrong.push(`${hash} sticks out: ${finding}`);
    if (touch) for (const finding of await tooSmall(app)) wrong.push(`${hash} too small: ${finding}`);
  }
  none(wrong);
}

journey("Narrow", (it) => {
  it("fits 360 px, with targets for fingers", async (app) => {
    await openExample(app);
    await app.width(360);
    await fits(app, [...OTHER_PAGES, ...pagesOf("example")], { touch: true });
  });

  it("fits 320 px", async (app) => {
    await openExample(app);
    await app.width(320);
    await fits(app, [...OTHER_PAGES, ...pagesOf("example")]);
  });

  it("keeps every word of a table of stages whole", async (app) => {
    await openExample(app);
    for (const width of [360, 320]) {
      await app.width(width);
      await app.open("#/audits/example/review/1");
      none(await broken(app, ".standing-table th"), `Words that break at ${width} px`);
    }
  });

  it("keeps the words of headings, cards and stations whole with the largest text", async (app) => {
    await openTeamExample(app);
    await app.open("#/new/organisation");
    await app.button("Look at an example").click();
    await app.page("Overview");
    const organisation = "#/organisations/example-organisation";
    const loop = `${organisation}/loop`;
    const others = ["#/new/organisation", organisation, `${organisation}/characteristics`, `${organisation}/achievements`];
    const pages = [...OTHER_PAGES, ...pagesOf("example"), ...teamPages("example-team"), ...others];
    await app.open(loop);
    await app.button("Add the examples").click();
    await app.notice(/^The examples of/);
    await app.open("#/settings");
    await app.role("radio", "Largest").click();
    const wrong = [];
    const look = async (hash, selector) => {
      await app.open(hash);
      for (const word of await broken(app, selector)) wrong.push(`${hash}: ${word}`);
    };
    for (const width of [320, 360, 820]) {
      await app.width(width);
      for (const hash of pages) await look(hash, "h1, h2");
      await look("#/", ".audit-card :is(h3, p)");
      await look(loop, ".station span");
    }
    none(wrong, "Words that break");
    await app.open("#/settings");
    await app.role("radio", "Normal").click();
    for (const width of [320, 768, 820, 1024, 1280]) {
      await app.width(width);
      await look(loop, ".station span");
    }
    none(wrong, "Words that break");
  });

  it("fits 360 px with the largest text", async (app) => {
    await openExample(app);
    await app.open("#/settings");
    await app.role("radio", "Largest").click();
    await app.width(360);
    await fits(app, [...OTHER_PAGES, ...pagesOf("example")]);
  });

  it("fits 320 px with words that have no end", async (app) => {
    const file = JSON.parse(fixture("v1/audit.json"));
    for (const written of ["name", "organisation"]) file.data[written].text = LONG;
    for (const id of Object.keys(file.data.reflections)) file.data.reflections[id].text = LONG;
    for (const id of Object.keys(file.data.notes)) file.data.notes[id].text = LONG;
    for (const item of file.data.evidence) Object.assign(item, { title: LONG, place: `https://${LONG}`, owner: LONG });
    for (const action of file.data.actions) Object.assign(action, { text: LONG, owner: LONG, progress: LONG });
    const wrong = [];
    // Narrow only during the check: the browser shrinks a page that sticks out, so clicks would miss.
    const look = async (what) => {
      await app.width(320);
      for (const finding of await sticksOut(app)) wrong.push(`${what}: ${finding}`);
      await app.width();
    };
    await app.open("#/open");
    await app.pick(fileOf(app, `${LONG}.json`, file));
    await app.role("heading", `${LONG}.json`).find();
    await look("the page for opening files");
    await app.button("Open the audit").click();
    await app.page("Overview");
    for (const hash of ["#/", ...pagesOf(file.data.id)]) {
      await app.open(hash);
      await unfoldAll(app);
      await look(hash);
    }
    await app.open(`#/audits/${file.data.id}/about`);
    await app.button("Start next year’s from this one").click();
    await look("a dialog");
    await app.button("Not now").click();
    await app.role("button", "Delete").click();
    const dialog = app.dialog(/^Delete/);
    await dialog.find();
    await app.width(320);
    const within = await dialog.read((dialog) => dialog.scrollWidth <= dialog.clientWidth);
    if (!within) wrong.push("words stick out of a dialog");
    await app.width();
    await dialog.button("Delete").click();
    await app.page("Cairn");
    for (const hash of ["#/", "#/bin"]) {
      await app.open(hash);
      await unfoldAll(app);
      await look(`${hash} with an audit in the bin`);
    }
    none(wrong);
  });

  it("folds the list of pages away, and back", async (app) => {
    const id = await startAudit(app);
    await app.width(360);
    await app.open(`#/audits/${id}`);
    const fold = app.role("button", "All pages of this audit", { expanded: false });
    const pages = app.role("navigation", "Pages of this audit");
    await pages.link("Action plan").gone();
    await fold.click();
    await pages.link("Action plan").click();
    await app.page("Action plan");
    await fold.find();
    await pages.link("Action plan").gone();
  });
});
