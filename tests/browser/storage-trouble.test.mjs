// Storage that is blocked, full or damaged: the app works on, says so, and loses nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Key, journey, until } from "./harness.mjs";
import { judge, openExample, said, startAudit } from "./steps.mjs";

/** Blocks the storage of every page that this tab opens from now on, as privacy settings do. */
const block = (app) =>
  app.cdp("Page.addScriptToEvaluateOnNewDocument", {
    source: `Object.defineProperty(window, "localStorage", {
      configurable: true,
      get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
    });`,
  });

/** Fills the origin's storage to the last character under another site's key. */
const fill = (app) =>
  app.run(() => {
    let text = "";
    for (let step = 1 << 22; step >= 1; step = Math.floor(step / 2)) {
      for (;;) {
        try {
          localStorage.setItem("another-site", text + "x".repeat(step));
          text += "x".repeat(step);
        } catch {
          break;
        }
      }
    }
    return text.length;
  });

const banner = (app) => app.role("alert").text(/What you write is kept in this page for now/);

journey("Trouble with storage", (it) => {
  it("works from memory when storage is blocked, and says so", async (app) => {
    await block(app);
    await app.open();
    await app.page("Cairn");
    await banner(app).find();
    await app.link("Start an audit").click();
    await app.label("Your organisation").type("Harbour House");
    await app.button("Start the audit").click();
    await app.page("Overview");
    await app.link("Go to 1A").click();
    await app.label(said("1A.q1")).type("Only in memory");
    await judge(app, "1A.o1", "Yes");
    await until("the header to tell the truth", async () => (await app.saveState()) === "Not saved");
    await banner(app).find();
    await app.link("Home").click();
    await app.page("Cairn");
    await app.link(/^Learning audit/).click();
    await app.page("Overview");
    await app.text("1 of 40 questions reflected on").find();

    const file = await app.download(() => app.button("Save everything as a file").click());
    assert.equal(file.json.data.audits[0].reflections["1A.q1"].text, "Only in memory");
    await app.button("Try again").click();
    await banner(app).find();
    await app.open("#/settings");
    await app.text("This browser does not let Cairn keep anything.").find();
    await app.role("radio", "Dark").click();
    assert.equal(await app.run(() => document.documentElement.dataset.theme), "dark");
  });

  it("opens the example and files while storage is blocked", async (app) => {
    await block(app);
    await openExample(app);
    await app.text("34 of 40 questions reflected on").find();
    await app.link("About this audit").click();
    const file = await app.download(() => app.role("button", "Save as a file").click());
    await app.open("#/open");
    await app.pick(file.path);
    await app.role("radio", /^Keep both/).click();
    await app.button("Open as a separate copy").click();
    await app.page("Cairn");
    await app.link("Learning audit 2026 (example)").find();
    await app.link("Learning audit 2026 (example) (copy)").find();
  });

  it("keeps words in memory when storage is full, until there is room", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("Before it was full. ");
    await app.saved();
    // Without the room that Cairn keeps in reserve: these words would fit there.
    await app.run(() => localStorage.removeItem("cairn:reserve"));
    const length = await fill(app);
    await app.label(said("1A.q1")).type("And these words find no room.");
    await banner(app).find();
    await app.text(/Not saved/, { selector: ".save-state" }).find();
    const file = await app.download(() => app.button("Save everything as a file").click());
    assert.equal(file.json.data.audits[0].reflections["1A.q1"].text, "Before it was full. And these words find no room.");

    await app.notice(/^The file .* is in your downloads/);

    await app.button("Try again").click();
    await banner(app).find();
    // Cairn leaves alone what others keep under the same origin.
    assert.equal(await app.run(() => localStorage.getItem("another-site").length), length);

    await app.run(() => localStorage.setItem("another-site", "x"));
    await app.button("Try again").click();
    await app.saved();
    await banner(app).gone();
    await app.reload();
    await app.label(said("1A.q1")).has("Before it was full. And these words find no room.");
  });

  it("says that earlier copies were let go to make room", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/about");
    const { path } = await app.download(() => app.role("button", "Save as a file").click());
    await app.open("#/open");
    await app.pick(path);
    await app.role("radio", /^Replace the one on this device/).click();
    await app.button("Replace the one on this device").click();
    await app.notice("1 audit was opened from the file.");
    await app.open("#/audits/example/areas/1A");
    await fill(app);
    // Text that packing does not shorten.
    await app.label(said("1A.q1")).type(" qzjxkvbpwyfmgucldhrsnioate 7391 zxqj kvwb 8264 pyfg mcul");
    await app.notice("To make space, Cairn deleted earlier copies that it kept on this device.");
    await app.saved();
    assert.ok(!Object.keys(await app.storage()).some((key) => key.startsWith("cairn:snapshot:")));
    await banner(app).gone();
  });

  it("saves by itself as soon as there is room again", async (app) => {
    // The app tries again after ten seconds. Here time passes ten times as fast.
    await app.cdp("Page.addScriptToEvaluateOnNewDocument", {
      source: "const real = window.setTimeout; window.setTimeout = (then, after, ...rest) => real(then, after / 10, ...rest);",
    });
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await fill(app);
    await app.label(said("1A.q1")).type("No room yet");
    await banner(app).find();
    await app.run(() => localStorage.removeItem("another-site"));
    await app.label(said("1A.q2")).type("Room", Key.TAB);
    await app.saved();
    await banner(app).gone();
    await app.reload();
    await app.label(said("1A.q1")).has("No room yet");
    await app.label(said("1A.q2")).has("Room");
  });

  it("asks before words that are only in memory are left behind", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await fill(app);
    await app.label(said("1A.q1")).type("No room");
    await banner(app).find();
    const asked = await app.run(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.ok(asked);
    await app.run(() => localStorage.removeItem("another-site"));
    await app.button("Try again").click();
    await app.saved();
    assert.ok(await app.run(() => window.dispatchEvent(new Event("beforeunload", { cancelable: true }))));
  });

  for (const [what, damage, name] of [
    ["the label", () => "garbage", "A record whose name cannot be read"],
    ["the body", (stored) => `${stored.split("\n")[0]}\n${"damaged".repeat(200)}`, "Learning audit 2026 (example)"],
    ["the end", (stored) => stored.slice(0, stored.length / 2), "Learning audit 2026 (example)"],
  ]) {
    it(`sets a record aside when ${what} is damaged, and everything else works`, async (app) => {
      await openExample(app);
      const id = await startAudit(app, "Healthy", "Harbour House");
      await app.open();
      const key = "cairn:audit:example";
      const stored = await app.run((key) => localStorage.getItem(key), key);
      const damaged = damage(stored);
      await app.run(
        (key, damaged) => {
          localStorage.setItem(key, damaged);
          localStorage.setItem("another-site", "stays");
        },
        key,
        damaged,
      );
      await app.reload();
      await app.open("#/audits/example");
      await app.page("This audit is not open");
      await app.link("Go to the home page").click();
      await app.page("Cairn");
      const aside = app.role("region", "Something on this device could not be read");
      await aside.text(name).find();
      const after = await app.storage();
      assert.equal(after["another-site"], "stays");
      assert.equal(after[key], undefined);
      assert.ok(Object.entries(after).some(([key, text]) => key.startsWith("cairn:aside:") && text === damaged), "kept as it was");

      const file = await app.download(() => aside.button(/^Save it as a file/).click());
      assert.ok(file.text.length > 0);
      if (what === "the label") assert.equal(file.text, damaged);
      await app.link("Healthy").click();
      await app.page("Overview");
      await app.link("Go to 1A").click();
      await app.label(said("1A.q1")).type("Works");
      await app.saved();
      await app.open(`#/audits/${id}/areas/1A`);
      await app.reload();
      await app.label(said("1A.q1")).has("Works");

      await app.open();
      await aside.button(/^I have saved it: remove it/).click();
      await aside.gone();
      assert.ok(!Object.keys(await app.storage()).some((key) => key.startsWith("cairn:aside:")));
      // The example can be opened again.
      await app.button("Look at an example").click();
      await app.page("Overview");
      await app.text("34 of 40 questions reflected on").find();
    });
  }

  it("sets aside exactly what stood there, though it is no text", async (app) => {
    await openExample(app);
    await app.open();
    const key = "cairn:audit:example";
    await app.run((key) => {
      const stored = localStorage.getItem(key);
      localStorage.setItem(key, `${stored.slice(0, -50)}\ud83d${stored.slice(-50)}`);
      sessionStorage.setItem("expected", localStorage.getItem(key));
    }, key);
    await app.reload();
    await app.open("#/audits/example");
    await app.page("This audit is not open");
    await app.link("Go to the home page").click();
    const aside = app.role("region", "Something on this device could not be read");
    await aside.find();
    assert.ok(
      await app.run(() => {
        const expected = sessionStorage.getItem("expected");
        return Object.keys(localStorage).some((key) => key.startsWith("cairn:aside:") && localStorage[key] === expected);
      }),
      "unit for unit",
    );
    const file = await app.download(() => aside.button(/^Save it as a file/).click());
    const bytes = readFileSync(file.path);
    assert.deepEqual([bytes[0], bytes[1]], [0xff, 0xfe], "UTF-16, as it stood there");
    const units = await app.run(() => {
      const expected = sessionStorage.getItem("expected");
      return Array.from({ length: expected.length }, (_, at) => expected.charCodeAt(at));
    });
    const saved = Array.from({ length: (bytes.length - 2) / 2 }, (_, at) => bytes.readUInt16LE(2 + 2 * at));
    assert.deepEqual(saved, units);
  });

  for (const [what, empty] of [
    ["empties the storage", () => localStorage.clear()],
    ["takes Cairn's keys away", () => Object.keys(localStorage).filter((key) => key.startsWith("cairn:")).forEach((key) => localStorage.removeItem(key))],
  ]) {
    it(`puts back what it has when another page of the host ${what}`, async (app) => {
      app.expectInLog(/favicon\.ico/); // the other page asks for one
      const lost = await startAudit(app, "Not open");
      const id = await startAudit(app, "Open here");
      await app.open("#/settings");
      await app.role("radio", "Dark").click();
      await app.reload();
      await app.open(`#/audits/${id}/areas/1A`);
      await app.label(said("1A.q1")).type("Every word");
      await app.saved();
      const { driver } = app;
      const here = await driver.getWindowHandle();
      await driver.switchTo().newWindow("window");
      await driver.get(`${app.url}example.json`);
      await app.run(empty);
      await driver.close();
      await driver.switchTo().window(here);
      await app.notice(/Cairn has put back: “Open here”\. This is gone: “Not open”\./);
      await app.saved();
      const keys = Object.keys(await app.storage());
      assert.ok(keys.includes(`cairn:audit:${id}`) && keys.includes("cairn:settings"));
      assert.ok(!keys.includes(`cairn:audit:${lost}`));
      await app.label(said("1A.q1")).type(" stays");
      await app.saved();
      await app.reload();
      await app.label(said("1A.q1")).has("Every word stays");
      assert.equal(await app.run(() => document.documentElement.dataset.theme), "dark");
    });
  }

  it("starts with damaged settings and a damaged wording pack", async (app) => {
    await openExample(app);
    await app.open();
    await app.run(() => {
      localStorage.setItem("cairn:settings", "{{{ not JSON");
      localStorage.setItem("cairn:wording", "[1]");
      localStorage.setItem("cairn:something-else", "of a newer Cairn");
    });
    await app.reload();
    await app.page("Cairn");
    await app.link("Learning audit 2026 (example)").find();
    const kept = await app.storage();
    assert.ok(Object.values(kept).includes("{{{ not JSON"));
    assert.ok(Object.values(kept).includes("[1]"));
    assert.equal(kept["cairn:something-else"], "of a newer Cairn");
    await app.open("#/settings");
    await app.role("radio", "Dark").click();
    await app.reload();
    await app.role("radio", "Dark", { checked: true }).find();
  });

  it("leaves the record of a newer Cairn alone", async (app) => {
    await openExample(app);
    await app.open();
    const stored = await app.run(() => {
      const [head, ...rest] = localStorage.getItem("cairn:audit:example").split("\n");
      const label = { ...JSON.parse(head), version: 9, news: { from: "the future" } };
      const stored = [JSON.stringify(label), ...rest].join("\n");
      localStorage.setItem("cairn:audit:example", stored);
      return stored;
    });
    await app.reload();
    await app.link("Learning audit 2026 (example)").click();
    await app.page("This audit is not open");
    await app.text(/saved by a newer Cairn, and is untouched/).find();
    assert.equal((await app.storage())["cairn:audit:example"], stored);
  });
});
