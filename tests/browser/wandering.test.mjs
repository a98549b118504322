// Somebody clicks, types and goes back without any plan: the app must never stop. The walk is the same
// every time; another CAIRN_SEED makes another walk.

import assert from "node:assert/strict";
import { journey } from "./harness.mjs";
import { openExample } from "./steps.mjs";

const SEED = Number(process.env.CAIRN_SEED ?? 1);
const STEPS = Number(process.env.CAIRN_STEPS ?? 250);

/** Runs in the page: the walk, step by step. Gives the steps, and why it ended early if it did. */
function wander(seed, steps, done) {
  let state = seed;
  const chance = (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list) => list[chance(list.length)];
  const rest = () => new Promise((done) => setTimeout(done, chance(20) === 0 ? 400 : 4));
  const errors = [];
  window.addEventListener("error", (event) => errors.push(event.message));
  window.addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));
  window.print = () => {};
  HTMLAnchorElement.prototype.click = () => {}; // no downloads
  const type = (field) => {
    field.focus();
    field.value = pick(["", "Some words", field.value + " more", "x".repeat(3000)]);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    if (chance(2)) field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const key = (name) =>
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: name, ctrlKey: true, bubbles: true }));
  const told = [];
  const step = () => {
    const place = document.querySelector("dialog[open]") ?? document;
    const all = [...place.querySelectorAll("a[href^='#'], button:enabled, summary, textarea, select, input:not([type=file])")];
    const controls = all.filter((element) => element.checkVisibility() && !/Clear without|then clear/.test(element.textContent));
    const kind = chance(12);
    if (kind === 0) return ["back", () => history.back()];
    if (kind === 1) return ["forward", () => history.forward()];
    if (kind === 2) return ["undo", () => key("z")];
    if (kind === 3) return ["redo", () => key("y")];
    const element = pick(controls);
    if (!element) return ["home", () => (location.hash = "#/")];
    const name = `${location.hash} ${element.tagName} ${(element.textContent || element.id).slice(0, 50)}`;
    if (element.matches("textarea, input:not([type=radio], [type=checkbox], [type=date])")) return [`type ${name}`, () => type(element)];
    if (element.matches("[type=date]")) {
      return [`date ${name}`, () => {
        element.focus();
        element.value = pick(["", "2020-02-29", "2031-12-31"]);
        element.dispatchEvent(new Event("change", { bubbles: true }));
      }];
    }
    if (element.matches("select")) {
      return [`choose ${name}`, () => {
        element.focus();
        element.selectedIndex = chance(element.options.length);
        element.dispatchEvent(new Event("change", { bubbles: true }));
      }];
    }
    return [`click ${name}`, () => {
      element.focus();
      if (element.matches("a")) location.hash = element.getAttribute("href");
      else element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }];
  };
  (async () => {
    for (let number = 0; number < steps; number++) {
      const [what, act] = step();
      told.push(what);
      try {
        act();
      } catch (error) {
        errors.push(String(error));
      }
      await rest();
      const stopped = document.getElementById("start-problem");
      if (stopped && !stopped.hidden) errors.push(stopped.textContent);
      if (!location.href.startsWith(document.baseURI.split("#")[0])) errors.push(`left the app for ${location.href}`);
      if (errors.length) break;
    }
    done([told, errors]);
  })();
}

journey("Wandering", (it) => {
  it("never stops the app", async (app) => {
    await openExample(app);
    const [steps, errors] = await app.driver.executeAsyncScript(
      `(${wander})(arguments[0], arguments[1], arguments[2])`,
      SEED,
      STEPS,
    );
    const last = steps.slice(-8).map((step) => `\n  ${step}`).join("");
    assert.equal(errors.join("\n"), "", `the last of ${steps.length} steps from seed ${SEED}:${last}`);
    await app.open("#/");
    await app.page("Cairn");
  });
}, (options) => {
  // The browser slows down pages that change addresses faster than any person would.
  options.addArguments("--disable-ipc-flooding-protection");
});
