// What has to stay in view and be told apart: on low screens, beside what sticks, with few colours, and
// in the legend.

import assert from "node:assert/strict";
import { Key, journey, none, until } from "./harness.mjs";
import { openExample, startAudit } from "./steps.mjs";

/** How far the list of pages can be scrolled, and whether the entry of the present page is in view. */
const list = (app) =>
  app.run(() => {
    const list = document.querySelector(".pages");
    const box = (element) => element.getBoundingClientRect();
    const current = list.querySelector("[aria-current]");
    return {
      scrolls: list.scrollHeight - list.clientHeight,
      inView: box(current).top >= box(list).top && box(current).bottom <= Math.min(box(list).bottom, innerHeight) + 1,
    };
  });

/** Presses Tab, or Shift+Tab, several times; gives what had the focus behind something that sticks. */
async function hiddenOnTheWay(app, times, back = false) {
  const hidden = [];
  for (let pressed = 0; pressed < times; pressed++) {
    if (back) await app.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    else await app.press(Key.TAB);
    const wrong = await app.run(() => {
      const sticks = ".top, .audit-bar, .notice, .not-saved";
      const focused = document.activeElement;
      if (focused === document.body || focused.closest(`${sticks}, .skip`)) return null;
      const { top, bottom, left, right } = focused.getBoundingClientRect();
      const under = [...document.querySelectorAll(sticks)].filter((sticky) => {
        const box = sticky.getBoundingClientRect();
        return top < box.bottom - 1 && bottom > box.top + 1 && left < box.right - 1 && right > box.left + 1;
      });
      return under.length ? `${focused.outerHTML.slice(0, 120)} is under ${under.map((sticky) => sticky.className)}` : null;
    });
    if (wrong) hidden.push(wrong);
  }
  return hidden;
}

journey("Looks", (it) => {
  it("has the whole list of pages in view on a low screen", async (app) => {
    await openExample(app);
    for (const height of [600, 720, 800, 900, 1080]) {
      await app.width(1280, height);
      await app.open("#/audits/example/about");
      assert.deepEqual(await list(app), { scrolls: 0, inView: true }, `at ${height} px`);
    }
  });

  it("shows where one is in a list that does not fit", async (app) => {
    await openExample(app);
    await app.open("#/settings");
    await app.role("radio", "Largest").click();
    await app.width(1800, 600);
    for (const page of ["/about", "/areas/1A", "/report"]) {
      await app.open(`#/audits/example${page}`);
      await until("the page's entry to be in view", async () => (await list(app)).inView);
      assert.ok((await list(app)).scrolls > 0);
    }
  });

  it("keeps undo in reach on a wide screen, and out of the way on a narrow one", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/areas/1A");
    const inView = () => {
      scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
      return document.querySelector("[aria-label='Undo and redo'] button").getBoundingClientRect().top >= 0;
    };
    assert.ok(await app.run(inView));
    // The bar is as high with long names.
    const height = () => document.querySelector(".audit-bar").offsetHeight;
    const before = await app.run(height);
    await app.open("#/audits/example/about");
    await app.label("The organisation").fill("Donaudampfschifffahrtsgesellschaft ".repeat(8));
    assert.equal(await app.run(height), before);
    await app.label("The audit’s name").fill("Donaudampfschifffahrtsgesellschaft ".repeat(8));
    const bar = await app.run(() => {
      const box = (selector) => document.querySelector(`.audit-bar ${selector}`).getBoundingClientRect();
      const button = document.querySelector(".audit-bar button");
      return {
        organisation: box(".quiet").width,
        button: [button.scrollWidth <= button.clientWidth, box("button").height],
        touch: document.querySelector(".top .brand").offsetHeight,
        whole: document.querySelector(".audit-bar .name").title.length,
      };
    });
    assert.ok(bar.organisation > 200, `the organisation has ${bar.organisation} px`);
    assert.deepEqual(bar.button, [true, bar.touch], "the buttons keep their size");
    assert.ok(bar.whole > 500, "the whole names can be had");
    await app.open("#/audits/example/areas/1A");
    await app.width(360);
    assert.ok(!(await app.run(inView)));
  });

  it("hides nothing that has the focus behind what sticks", async (app) => {
    await openExample(app);
    // With a notice at the bottom.
    await app.open("#/audits/example/evidence");
    await app.button("Add evidence").click();
    await app.role("heading", "Evidence without a title").around("li").button("Remove this evidence").click();
    await app.notice(/removed/);
    none(await hiddenOnTheWay(app, 45));
    none(await hiddenOnTheWay(app, 30, true));
  });

  it("lets nobody overlook that something is not saved, and hides nothing behind saying so", async (app) => {
    // The storage has no room for anything more.
    await openExample(app);
    await app.run(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("No room", "QuotaExceededError");
      };
    });
    await app.open("#/audits/example/evidence");
    await app.button("Add evidence").click();
    await app.role("alert").button("Save everything as a file").find();
    for (const width of [1280, 820, 360, 320]) {
      await app.width(width);
      const look = await app.run(() => {
        scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: "instant" });
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const state = getComputedStyle(document.querySelector(".save-state"));
        const alert = box(".not-saved");
        return {
          under: box(".top").bottom - alert.top,
          nav: box(".top nav").bottom - box(".top").bottom,
          high: alert.bottom < innerHeight / 3,
          stands: state.backgroundColor !== getComputedStyle(document.querySelector(".top")).backgroundColor,
        };
      });
      assert.ok(Math.abs(look.under) < 1, `right below the header at ${width} px`);
      assert.ok(look.nav <= 0, `the header is one line at ${width} px`);
      assert.ok(look.high && look.stands, `seen, and room to write at ${width} px`);
      none(await hiddenOnTheWay(app, 6));
      none(await hiddenOnTheWay(app, 14, true));
    }
  });

  it("tells things apart where the system allows few colours", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/areas/1A");
    await app.cdp("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    const look = await app.run(() => {
      const style = (selector, pseudo) => getComputedStyle(document.querySelector(selector), pseudo);
      const borders = [...document.querySelectorAll("button, .button")].filter((button) => button.checkVisibility());
      return {
        active: matchMedia("(forced-colors: active)").matches,
        paper: style("body").backgroundColor,
        finished: style(".area-head .finished .fill").fill,
        edge: style(".area-head .empty .edge, .area-head .partly .edge").stroke,
        partly: style(".partly .fill").fill,
        chosen: style(".judgement label:has(:checked)").backgroundColor,
        left: style(".judgement label:not(:has(:checked))").backgroundColor,
        current: style(".pages [aria-current]").backgroundColor,
        // The colour of a bar's filled part cannot be read, so its token is.
        done: style("html").getPropertyValue("--stone-finished"),
        kept: style("progress").forcedColorAdjust,
        bare: borders.filter((button) => getComputedStyle(button).borderTopColor === style("body").backgroundColor).length,
      };
    });
    assert.ok(look.active);
    for (const part of ["finished", "edge", "partly", "chosen", "current"]) {
      assert.notEqual(look[part], look.paper, `${part} can be seen`);
    }
    assert.equal(new Set([look.finished, look.partly, look.edge]).size, 3, "the parts of stones differ");
    assert.notEqual(look.chosen, look.left);
    assert.deepEqual([look.done, look.kept], ["Highlight", "none"]);
    assert.equal(look.bare, 0, "every button has a border");
  });

  it("says what the stones mean beside the large cairns", async (app) => {
    const id = await startAudit(app);
    for (const page of ["review/1", "report"]) {
      await app.open(`#/audits/${id}/${page}`);
      for (const words of ["all achieved", "partly achieved", "all achieved, waiting for a stage below", "no indicators"]) {
        await app.text(words, { selector: ".legend span" }).find();
      }
    }
  });
});
