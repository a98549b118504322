// What every journey needs: a real browser, a plain static host, and finding things the way people do
// (by role and name, by label, by the words on the page). ENGINE names the browser, by its file in
// engines/: Chromium if it names none.
//
//   journey("Coming back", (it) => {
//     it("finds every word after a reload", async (app) => {
//       await app.open();
//       await app.role("link", "Start an audit").click();
//       …
//     });
//   });
//
// A journey starts one browser. Each test has an origin and a tab of its own, and therefore an
// empty storage, and a folder of its own for downloads. A test also fails when the browser logs
// that something is wrong: an error, a warning, a breach of the Content Security Policy, a panic.
// A test that asks for what a browser cannot do is skipped there, and says what that was.
// Nothing here sleeps: everything waits for something to become true, with a deadline.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Key, error } from "selenium-webdriver";
import { Lacking } from "./engines/lacking.mjs";
import { serve } from "./static-server.mjs";

export { Key };

const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = resolve(HERE, "../..");
export const DIST = resolve(ROOT, process.env.CAIRN_DIST ?? "dist");
/** The build's own list of its files: which of them are fetched when. */
export const MANIFEST = JSON.parse(readFileSync(join(DIST, "parts.json"), "utf8"));
/** The browser that the journeys are made in. */
const engine = await import(`./engines/${process.env.ENGINE ?? "chromium"}.mjs`);
const BASE = "/some/folder/cairn/";
/** How long anything may take, in milliseconds: generous, because the machine may be busy. */
const DEADLINE = 12_000;
const EACH = 20;

const library = (name) => readFileSync(createRequire(import.meta.url).resolve(name), "utf8");
const TESTING_LIBRARY = library("@testing-library/dom/dist/@testing-library/dom.umd.min.js");
const AXE = library("axe-core/axe.min.js");

/**
 * A file's tests: `define` gets `it(name, async (app) => …)`. `tune` may change the browser's
 * options before it starts.
 */
export function journey(title, define, tune = () => {}) {
  describe(title, () => {
    let browser;
    before(async () => {
      browser = await startBrowser(tune);
    });
    after(() => browser?.quit());
    define((name, body) =>
      test(name, async (context) => {
        const app = await App.arrive(browser);
        try {
          await body(app);
          await app.checkLog();
        } catch (problem) {
          if (!(problem instanceof Lacking)) throw problem;
          context.skip(problem.message);
        } finally {
          await app.leave();
        }
      }),
    );
  });
}

/**
 * Starts the browser. One start in some thousands ends before any page is there. No test has begun then,
 * so none is repeated: another browser is started, once, and the output says so.
 */
async function startBrowser(tune) {
  const browser = await engine.start(tune).catch((problem) => {
    if (!(problem instanceof error.SessionNotCreatedError)) throw problem;
    console.error(`The browser did not start, so another one is started. It said: ${problem.message}`);
    return engine.start(tune);
  });
  await browser.driver.manage().setTimeouts({ script: 60_000, pageLoad: 30_000, implicit: 0 });
  return browser;
}

/** Waits until `check` gives something true, and gives that. Fails with `what` it waited for if not. */
export async function until(what, check, deadline = DEADLINE) {
  const end = Date.now() + deadline;
  let trouble = "";
  for (;;) {
    try {
      const found = await check();
      if (found) return found;
      trouble = "";
    } catch (caught) {
      // The page may have been redrawn during the check.
      if (!(caught instanceof error.StaleElementReferenceError)) trouble = `\n${caught.message}`;
      if ([TypeError, ReferenceError, Lacking].some((kind) => caught instanceof kind)) throw caught;
    }
    if (Date.now() > end) {
      const words = typeof what === "function" ? await what() : what;
      throw new assert.AssertionError({ message: `Waited in vain for ${words}${trouble}` });
    }
    await new Promise((done) => setTimeout(done, EACH));
  }
}

/** Fails if there are any findings, and lists them one a line. */
export function none(findings, what = "Found what should not be there") {
  if (findings.length) throw new assert.AssertionError({ message: [`${what}:`, ...findings].join("\n  ") });
}

/** The app as one person uses it: one tab at a time, one origin, one folder for downloads. */
export class App {
  static async arrive(browser) {
    const app = new App();
    const { driver } = browser;
    Object.assign(app, { browser, driver });
    app.allowed = [];
    app.server = await serve({ root: DIST, base: BASE });
    app.url = app.server.url;
    app.origin = new URL(app.url).origin;
    app.folder = mkdtempSync(join(tmpdir(), "cairn-downloads-"));
    app.before = await driver.getAllWindowHandles();
    await driver.switchTo().newWindow("tab");
    await engine.log(browser); // drops what earlier tests have logged
    return app;
  }

  async leave() {
    const { driver } = this;
    for (const handle of await driver.getAllWindowHandles()) {
      if (this.before.includes(handle)) continue;
      await driver.switchTo().window(handle);
      await driver.close();
    }
    await driver.switchTo().window(this.before[0]);
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  // --- the browser's log ---------------------------------------------------------------------

  /** Lines of the browser's log that match do not make this test fail. */
  expectInLog(pattern) {
    this.allowed.push(pattern);
  }

  /** Fails if the browser has logged any error or warning, or if the app has said that it stopped. */
  async checkLog() {
    const logged = await engine.log(this.browser);
    const wrong = logged.filter((message) => !this.allowed.some((pattern) => pattern.test(message)));
    none(wrong, "The browser logged errors or warnings");
    const stopped = await this.run(() => {
      const place = document.getElementById("start-problem");
      return place && !place.hidden ? place.textContent : "";
    });
    assert.equal(stopped, "", "the app says that nothing has stopped it");
  }

  // --- going places --------------------------------------------------------------------------

  /** Opens an address of the app, such as `#/settings`, and waits until a page is there. */
  async open(hash = "") {
    // A person who types an address has left the field before.
    await this.run(() => document.activeElement?.blur());
    await this.driver.get(this.url + hash);
    await this.ready();
  }

  async reload() {
    await this.driver.navigate().refresh();
    await this.ready();
  }

  ready() {
    return until("the app to start", () =>
      this.run(() => Boolean(document.querySelector("#main h1")) && document.fonts.status === "loaded"),
    );
  }

  /** Waits for the page with this heading, and for its title. */
  async page(heading) {
    await this.role("heading", heading, { level: 1 }).find();
    await until(`the page's title to follow its heading ${heading}`, async () => {
      const [title, text] = await this.run(() => {
        const heading = document.querySelector("main h1");
        return [document.title, heading.dataset.title ?? heading.textContent];
      });
      return title === (text === "Cairn" ? text : `${text} – Cairn`);
    });
  }

  /** The fragment in the address bar. */
  hash() {
    return this.run(() => location.hash);
  }

  // --- finding -------------------------------------------------------------------------------

  /** The element with this role and name. A string is the whole name, a pattern any part of it. */
  role(role, name, options = {}) {
    return new Found(this, null, "Role", role, { ...options, name });
  }
  /** The field with this label. */
  label(text, options) {
    return new Found(this, null, "LabelText", text, options);
  }
  /** The element that shows these words. */
  text(text, options) {
    return new Found(this, null, "Text", text, options);
  }

  button(name) {
    return this.role("button", name);
  }
  link(name) {
    return this.role("link", name);
  }

  /** The open dialog with this heading. */
  dialog(heading) {
    return this.role("dialog", heading);
  }

  // --- saving --------------------------------------------------------------------------------

  /** What the header says about saving. */
  saveState() {
    return this.run(() => document.querySelector(".save-state").textContent.trim());
  }

  /** Waits until everything is saved. */
  saved() {
    return until("everything to be saved", async () => /^Saved \d\d:\d\d$/.test(await this.saveState()));
  }

  /** Waits for a notice with these words. */
  notice(pattern) {
    return this.text(pattern, { selector: ".notice p" }).find();
  }

  // --- storage and files ---------------------------------------------------------------------

  /** Every key of the origin's localStorage with its text. */
  storage() {
    return this.run(() => Object.fromEntries(Object.entries(localStorage)));
  }

  /** Runs an action that makes the browser save one file; gives its name, its text and its JSON. */
  async download(action) {
    const folder = mkdtempSync(join(this.folder, "download-"));
    await engine.saveIn(this.browser, folder);
    await action();
    const path = await until("a file to be downloaded", () => engine.saved(this.browser, folder));
    const text = readFileSync(path, "utf8");
    return {
      name: basename(path),
      path,
      text,
      get json() {
        return JSON.parse(text);
      },
    };
  }

  /** Picks files in the page for opening files, as a person does in the browser's window. */
  async pick(...paths) {
    const picker = await this.label(/^Choose one or more files/).find();
    await picker.sendKeys(paths.join("\n"));
  }

  // --- the browser itself --------------------------------------------------------------------

  /** Runs a function in the page. */
  run(body, ...args) {
    return this.driver.executeScript(`return (${body}).apply(null, arguments)`, ...args);
  }

  /** Sends a command of the browser's own protocol to this tab. */
  cdp(command, parameters = {}) {
    return engine.command(this.browser, command, parameters);
  }

  /** Presses keys one after the other, wherever the focus is. */
  async press(...keys) {
    for (const key of keys) await this.driver.actions().sendKeys(key).perform();
  }

  /** Presses a key while Ctrl is held. */
  async ctrl(key) {
    await this.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** Undoes what was last typed into the field, as the browser offers it. */
  async undoTyping() {
    await engine.undoTyping(this.browser);
  }

  /** Makes the page as large as a screen of this size; without a size, as large as it was. */
  async width(pixels, height = 800) {
    await engine.width(this.browser, pixels, height);
  }

  /** Sets the colour scheme that the system prefers. */
  async scheme(value) {
    await this.cdp("Emulation.setEmulatedMedia", {
      features: [
        { name: "prefers-color-scheme", value },
        { name: "prefers-reduced-motion", value: "reduce" },
      ],
    });
  }

  /** What axe finds wrong on the page, a line for each finding. The page is scrolled to its top first:
   * further down the header covers things, which people reach by scrolling. */
  async axe(only) {
    await this.run(() => scrollTo(0, 0));
    if (!(await this.run(() => typeof axe === "object"))) await this.driver.executeScript(AXE);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const runOnly = only ? { type: "rule", values: only } : { type: "tag", values: tags };
    return this.driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       axe.run(document, { runOnly: arguments[0], resultTypes: ["violations"] }).then(
         ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
           nodes.slice(0, 3).map((node) => id + ": " + help + " – " + node.html.slice(0, 200)
             + " – " + (node.any[0] ?? node.all[0] ?? node.none[0] ?? {}).message))),
         (problem) => done([String(problem)]))`,
      runOnly,
    );
  }
}

/** An element of the page, which is looked for again whenever it is used. */
class Found {
  constructor(app, within, query, what, options = {}) {
    Object.assign(this, { app, within, query, what, options });
  }

  // --- inside it -----------------------------------------------------------------------------

  role(role, name, options = {}) {
    return new Found(this.app, this, "Role", role, { ...options, name });
  }
  label(text, options) {
    return new Found(this.app, this, "LabelText", text, options);
  }
  text(text, options) {
    return new Found(this.app, this, "Text", text, options);
  }
  button(name) {
    return this.role("button", name);
  }
  link(name) {
    return this.role("link", name);
  }
  /** The nearest element around it that matches a CSS selector. */
  around(selector) {
    return new Found(this.app, this, "around", selector);
  }

  toString() {
    const { name, ...rest } = this.options;
    const others = Object.keys(rest).length ? ` ${JSON.stringify(rest)}` : "";
    const where = this.within ? ` in ${this.within}` : "";
    return `${this.query} ${this.what}${name === undefined ? "" : ` ${name}`}${others}${where}`;
  }

  // --- looking -------------------------------------------------------------------------------

  /** Everything that matches now. */
  async now() {
    const steps = [];
    for (let step = this; step; step = step.within) {
      steps.unshift([step.query, plain(step.what), plain(step.options)]);
    }
    const { driver } = this.app;
    const found = await driver.executeScript(`return (${look}).apply(null, arguments)`, steps);
    if (Array.isArray(found)) return found;
    await driver.executeScript(TESTING_LIBRARY);
    return driver.executeScript(`return (${look}).apply(null, arguments)`, steps);
  }

  /** The one element that matches, as soon as there is exactly one. */
  find() {
    let number = 0;
    const what = async () => {
      const seen = await this.app.run(() => `${location.hash}\n${document.body.innerText.slice(0, 1500)}`);
      return `one ${this}; there were ${number}. The page:\n${seen}`;
    };
    return until(what, async () => {
      const found = await this.now();
      number = found.length;
      return number === 1 && found[0];
    });
  }

  /** Waits until there are as many as `count`. */
  count(count) {
    return until(`${count} × ${this}`, async () => (await this.now()).length === count);
  }

  /** Waits until there is none. */
  gone() {
    return this.count(0);
  }

  // --- using ---------------------------------------------------------------------------------

  /** Finds it and does something with it; tries again if the page has just been redrawn. */
  use(action) {
    return until(`${this} to be usable`, async () => {
      const element = await this.find();
      await action(element);
      return true;
    });
  }

  /** Scrolls it to the middle of the window, and clicks its middle. */
  click() {
    return this.use(async (element) => {
      await this.app.run((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), element);
      await engine.click(this.app.browser, element);
    });
  }

  /** Types at the end of the field's text. */
  async type(...keys) {
    const element = await this.find();
    await engine.type(this.app.browser, element, keys);
  }

  /** Types in place of the field's text. */
  async fill(text) {
    const element = await this.find();
    await engine.fill(this.app.browser, element, text);
    return element;
  }

  /** Chooses from a list. */
  choose(text) {
    return this.role("option", text).use((option) => engine.choose(this.app.browser, option));
  }

  /** Opens what is folded, if it is not open. */
  async unfold() {
    const element = await this.find();
    const open = await this.app.run((element) => (element.closest("details") ?? {}).open, element);
    if (!open) await this.click();
  }

  // --- reading -------------------------------------------------------------------------------

  async read(body, ...args) {
    return this.app.run(body, await this.find(), ...args);
  }
  value() {
    return this.read((element) => element.value);
  }
  checked() {
    return this.read((element) => element.checked);
  }
  disabled() {
    return this.read((element) => element.disabled);
  }
  words() {
    return this.read((element) => element.innerText.trim());
  }
  attribute(name) {
    return this.read((element, name) => element.getAttribute(name), name);
  }
  focused() {
    return this.read((element) => document.activeElement === element);
  }

  /** Waits until the field has this text. */
  has(text) {
    return until(`${this} to have “${text}”`, async () => (await this.value()) === text);
  }
  /** Waits until its words match. */
  says(pattern) {
    return until(`${this} to say ${pattern}`, async () => pattern.test(await this.words()));
  }
}

/** A value as the browser can take it: patterns would not survive the way, so they travel as text. */
function plain(value) {
  if (value instanceof RegExp) return { pattern: value.source, flags: value.flags };
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, value]) => [key, plain(value)]));
}

/** Runs in the page. Gives the elements; null while testing-library is not loaded. */
function look(steps) {
  if (typeof TestingLibraryDom !== "object") return null;
  const revive = (value) => {
    if (!value || typeof value !== "object") return value;
    if (value.pattern !== undefined) return new RegExp(value.pattern, value.flags);
    return Object.fromEntries(Object.entries(value).map(([key, value]) => [key, revive(value)]));
  };
  let places = [document.body];
  for (const [query, what, options] of steps) {
    places = places.flatMap((place) =>
      query === "around"
        ? [place.parentElement.closest(what)]
        : TestingLibraryDom[`queryAllBy${query}`](place, revive(what), revive(options)),
    );
    places = [...new Set(places)];
  }
  return places;
}
