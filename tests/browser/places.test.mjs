// Places on a page: addresses of indicators, actions and items of evidence, and coming back to where one
// was.

import assert from "node:assert/strict";
import { journey, until } from "./harness.mjs";
import { judgement, openExample, said } from "./steps.mjs";

/** How far down the window is scrolled, once it has stood still for two frames. */
const place = (app) =>
  app.driver.executeAsyncScript((done) => {
    const look = (before) => requestAnimationFrame(() => (scrollY === before ? done(scrollY) : look(scrollY)));
    requestAnimationFrame(() => look(scrollY));
  });

/** Waits until the window is scrolled as far down as expected, give or take a few pixels. */
const backAt = (app, expected) =>
  until(
    async () => `the window to be back at ${expected}; it is at ${await place(app)}`,
    async () => Math.abs((await place(app)) - expected) < 4,
  );

/** Waits until the place is noted in the browser's history. The app does so a moment after scrolling,
 * and the note outlives the page. */
const noted = (app, place) =>
  until("the browser to have noted the place", () =>
    app.run((place) => Math.abs((history.state?.[1] ?? 0) - place) < 4, place),
  );

/** Waits until an indicator, or another item that an address can name, has the focus and stands below
 * what sticks to the top. */
async function ledTo(app, id, item = judgement(app, id)) {
  await until(`the focus to be on ${id}`, () => item.focused());
  await until(`${id} to be in view`, () =>
    item.read((item) => {
      const { left, top } = item.getBoundingClientRect();
      return top > 0 && top < innerHeight && item.contains(document.elementFromPoint(left + 5, top + 5));
    }),
  );
}

/** The card with this heading in the plan or in the register of evidence. */
const card = (app, heading) => app.role("heading", heading).around(".card");

const back = (app) => app.driver.navigate().back();
const forward = (app) => app.driver.navigate().forward();

journey("Places on a page", (it) => {
  it("leads from a finding to its indicator, and back to the finding", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/review/1");
    const finding = app.role("region", "For later").link(new RegExp(`^1A: ${said("1A.o6")}`));
    await finding.click();
    await app.page(/^1A /);
    assert.equal(await app.hash(), "#/audits/example/areas/1A/1A.o6");
    await ledTo(app, "1A.o6");
    await app.role("navigation", "Pages of this audit").role("link", /^1A/, { current: "page" }).find();

    await back(app);
    await app.page("Review of capability 1");
    await until("the focus to be back on the link", () => finding.focused());
    assert.ok(await finding.read((link) => link.getBoundingClientRect().top > 0 && link.getBoundingClientRect().bottom < innerHeight));
  });

  it("leads to indicators from the evidence and from the plan", async (app) => {
    await openExample(app);
    for (const page of ["evidence", "plan"]) {
      await app.open(`#/audits/example/${page}`);
      const link = await app.run((selector) => {
        const link = document.querySelector(selector);
        link.click();
        return link.getAttribute("href");
      }, page === "plan" ? ".action a" : ".findings a");
      const [, area, id] = link.match(/^#\/audits\/example\/areas\/(\w+)\/(.+)$/);
      await app.page(new RegExp(`^${area} `));
      await ledTo(app, id);
    }
  });

  it("opens a bookmark to an indicator, and the area where there is none of that name", async (app) => {
    await openExample(app);
    await app.driver.switchTo().newWindow("tab");
    await app.open("#/audits/example/areas/1C/1C.s2");
    await ledTo(app, "1C.s2");
    // Another indicator of the same page: the page is not rebuilt.
    await app.run(() => (document.querySelector("h1").marked = true));
    await app.open("#/audits/example/areas/1C/1C.o1");
    await ledTo(app, "1C.o1");
    assert.ok(await app.run(() => document.querySelector("h1").marked));

    await app.open("#/audits/example/areas/1B/1B.o99");
    await app.page(/^1B /);
    await until("the focus to be on the heading", () => app.role("heading", /^1B /, { level: 1 }).focused());
    assert.equal(await place(app), 0);
    await app.open("#/audits/example/areas/9Z/9Z.o1");
    await app.page("There is no such page in this audit");
  });

  it("leads to what a link names also just after somebody scrolled", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/areas/1C");
    await app.page(/^1C /);
    // The test decides when the place is noted: after the address has changed, and before the page has
    // heard of it.
    await app.run(() => {
      const { setTimeout } = window;
      window.setTimeout = (body, after, ...rest) => {
        if (after !== 300) return setTimeout(body, after, ...rest);
        window.note = body;
        return 0;
      };
      scrollTo(0, 900);
    });
    await until("the place to be noted soon", () => app.run(() => Boolean(window.note)));
    await app.run(() => {
      location.hash = "#/audits/example/areas/1C/1C.o1";
      window.note();
    });
    await ledTo(app, "1C.o1");
  });

  it("opens a bookmark to an action and to an item of evidence, and the list where there is none of that name", async (app) => {
    await openExample(app);
    await app.driver.switchTo().newWindow("tab");
    await app.open("#/audits/example/plan/a09");
    await app.page("Action plan");
    await ledTo(app, "a09", card(app, /^Ask the board to keep one place/));
    await app.role("navigation", "Pages of this audit").role("link", "Action plan", { current: "page" }).find();
    await app.open("#/audits/example/evidence/e14");
    await app.page("Evidence");
    await ledTo(app, "e14", card(app, /^Course evaluation forms/));

    for (const [page, heading] of [["plan", "Action plan"], ["evidence", "Evidence"]]) {
      await app.open(`#/audits/example/${page}/a99`);
      await app.page(heading);
      await until("the focus to be on the heading", () => app.role("heading", heading, { level: 1 }).focused());
      assert.equal(await place(app), 0);
    }
  });

  it("comes back to where one was on each page, and begins others at their top", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/areas/1B");
    await app.page(/^1B /);
    const field = app.role("heading", "Staff perceptions");
    await field.read((heading) => heading.scrollIntoView({ behavior: "instant" }));
    const first = await place(app);
    assert.ok(first > 500);
    await noted(app, first);

    // Parts of the report come late: it has to be long enough before the window can scroll back.
    await app.run(() => document.querySelector(".pages a[href$=report]").click());
    await app.page("Report");
    assert.equal(await place(app), 0);
    await app.role("article").role("heading", "Action plan").read((heading) => heading.scrollIntoView({ behavior: "instant" }));
    const second = await place(app);
    assert.ok(second > 5_000);
    await app.run(() => document.querySelector("header a[href='#/settings']").click());
    await app.page("Settings");
    assert.equal(await place(app), 0);

    await back(app);
    await app.page("Report");
    await backAt(app, second);
    await back(app);
    await app.page(/^1B /);
    await backAt(app, first);
    await forward(app);
    await app.page("Report");
    await backAt(app, second);
    await noted(app, second);
    await app.reload();
    await backAt(app, second);
    await back(app);
    await app.page(/^1B /);
    await backAt(app, first);
  });
});
