// Achievements: written down, celebrated on paper, and carried into an audit's evidence.

import assert from "node:assert/strict";
import { Key, journey, none } from "./harness.mjs";
import { openExample } from "./steps.mjs";

journey("Achievements", (it) => {
  it("are told by year and printed as a page to hang up", async (app) => {
    await app.open("#/new/organisation");
    await app.label("The organisation’s name").fill("Harbour House");
    await app.button("Start").click();
    await app.page("Overview");
    await app.link("Achievements").click();
    await app.page("Achievements");
    await app.button("Add an achievement").click();
    await app.label("What you have achieved").type("A quiet corner");
    await app.label("The day").type("10102025", Key.TAB);
    await app.label("More about it (optional)").type("With a kettle.");
    await app.saved();
    await app.reload();
    await app.button("Add an achievement").click();
    await app.label("What you have achieved").type("A voice on Sunday evenings");
    // An achievement without words is not printed: it would be a bare date.
    await app.button("Add an achievement").click();
    await app.role("heading", "New achievement").find();
    await app.saved();
    await app.link("Celebration page to print").click();
    await app.page("Celebration page");
    const year = String(new Date().getFullYear());
    assert.deepEqual(
      await app.run(() => [...document.querySelectorAll("article :is(h2, h3, h4)")].map((each) => each.textContent)),
      ["What we have achieved so far", year, "A voice on Sunday evenings", "2025", "A quiet corner"],
    );
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    const shown = await app.run(() => ({
      chrome: [...document.querySelectorAll("header.top, nav, button, .audit-bar, .notice, h1")].filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 60)),
      words: document.querySelector("article").innerText,
    }));
    assert.deepEqual(shown.chrome, []);
    assert.match(shown.words, /With a kettle\./);
    const { data } = await app.cdp("Page.printToPDF", { preferCSSPageSize: true, printBackground: true });
    const pages = Buffer.from(data, "base64").toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    assert.equal(pages.length, 1);
  });

  it("become evidence in an audit, with the way back", async (app) => {
    await openExample(app);
    await app.open("#/new/organisation");
    await app.button("Look at an example").click();
    await app.page("Overview");
    await app.link("Achievements").click();
    await app.page("Achievements");
    await app.link(/^Learning audit 2026 \(example\): Write down the order/).find();
    await app.role("button", /Add to an audit’s evidence….*: Forty visits/).click();
    await app.dialog("Add to an audit’s evidence").button("Add to the evidence").click();
    await app.notice("Added to “Learning audit 2026 (example)”.");
    const way = app.link("Learning audit 2026 (example): Forty visits at the north end have the time that they need");
    await way.click();
    await app.page("Evidence");
    await app.role("heading", "Forty visits at the north end have the time that they need").find();
  });
});

const PAGES = [
  "",
  "/cards",
  "/cards/leadership-a",
  "/cards/k01",
  "/sessions/s02",
  "/sessions/s03",
  "/programme",
  "/characteristics",
  "/characteristics/r02",
  "/contribute",
  "/achievements",
  "/print",
  "/about",
];

async function look(app, id, pages) {
  const findings = [];
  for (const page of pages) {
    await app.open(`#/organisations/${id}${page}`);
    await app.run(() => document.querySelectorAll("details:not([open])").forEach((folded) => (folded.open = true)));
    const [where, wide, ids] = await app.run(() => {
      const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
      return [`${location.hash} at ${innerWidth} px`, document.documentElement.scrollWidth > innerWidth, ids.length - new Set(ids).size];
    });
    if (wide) findings.push(`${where} scrolls sideways`);
    if (ids) findings.push(`${where} has ids that stand twice`);
    for (const finding of await app.axe()) findings.push(`${where}: ${finding}`);
  }
  none(findings);
}

journey("Achievements and all pages of an organisation, for everyone", (it) => {
  it("are clean when filled in, light and dark, wide and narrow", async (app) => {
    await app.open("#/new/organisation");
    await app.button("Look at an example").click();
    await app.page("Overview");
    await app.scheme("light");
    await look(app, "example-organisation", PAGES);
    await app.scheme("dark");
    await app.width(320);
    await look(app, "example-organisation", PAGES);
  });

  it("are clean when nothing is filled in", async (app) => {
    await app.open("#/new/organisation");
    await app.label("The organisation’s name").fill("Harbour House");
    await app.button("Start").click();
    await app.page("Overview");
    await look(app, (await app.hash()).split("/")[2], PAGES.filter((page) => !/\/[kskr]\d/.test(page)));
  });
});
