// Clearing the device: nothing goes before the person has said that the file is there, and the page
// names what is in no file.

import assert from "node:assert/strict";
import { journey, until } from "./harness.mjs";
import { openExample, said, saveAndClear, startAudit } from "./steps.mjs";

const YES = "Yes, I have the file: clear this device";

/** Asks to save everything and clear, up to the question whether the file is there. */
async function untilAsked(app) {
  await app.open("#/settings");
  await app.button("Clear this device").click();
  const save = app.dialog("Clear this device?").button("Save everything as a file, then clear");
  const file = await app.download(() => save.click());
  return [app.dialog("Do you have the file?"), file];
}

journey("Clearing this device", (it) => {
  it("saves the file, asks for it by its name, and clears then", async (app) => {
    const id = await startAudit(app, "Ours");
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("We ask.");
    await app.saved();
    const before = await app.storage();
    const [dialog, file] = await untilAsked(app);
    assert.equal(file.json.data.audits[0].reflections["1A.q1"].text, "We ask.");
    await dialog.text(file.name).find();
    await dialog.text(/^Nothing has been cleared yet/).find();
    const { "cairn:settings": _, ...kept } = await app.storage();
    assert.deepEqual(kept, before, "and nothing is");
    const again = await app.download(() => dialog.button("Save it again").click());
    assert.deepEqual(again.json.data.audits, file.json.data.audits);
    await dialog.button(YES).click();
    await app.page("Cairn");
    await app.notice(/^This device is clear: .* cannot reach two things: files in your downloads, and the browser’s history/);
    assert.deepEqual(await app.storage(), {});
    await app.open("#/open");
    await app.pick(file.path);
    await app.button("Open the audit").click();
    await app.page("Overview");
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).has("We ask.");
  });

  it("goes to another page in the very moment of a download, and the file is saved all the same", async (app) => {
    await app.open("#/new/organisation");
    await app.label("The organisation’s name").fill("Harbour House");
    await app.button("Start").click();
    await app.page("Overview");
    await app.link("Discussion cards").click();
    await app.button("Add a card of your own").click();
    await app.label("Title").type("Handing over");
    await app.saved();
    await app.link("Discussion cards").click();
    await app.button("Save your own cards as a file").find();
    const file = await app.download(() =>
      app.run(() => {
        const press = (words) => [...document.querySelectorAll("button")].find((it) => it.textContent === words).click();
        press("Save your own cards as a file");
        press("Add a card of your own");
      }),
    );
    assert.equal(file.json.data.cards[0].title, "Handing over");
    await app.page("Card without a title");
  });

  it("clears nothing when the file was not saved", async (app) => {
    await startAudit(app, "Ours");
    await app.cdp("Browser.setDownloadBehavior", { behavior: "deny" });
    await app.open("#/settings");
    const before = await app.storage();
    await app.button("Clear this device").click();
    await app.dialog("Clear this device?").button("Save everything as a file, then clear").click();
    const dialog = app.dialog("Do you have the file?");
    await dialog.button("Not now").click();
    await dialog.gone();
    const { "cairn:settings": _, ...kept } = await app.storage();
    assert.deepEqual(kept, before);
    // Clearing begins with the first question again.
    await app.button("Clear this device").click();
    await app.dialog("Clear this device?").button("Not now").click();
  });

  it("clears nothing when something has changed since the file was made", async (app) => {
    await startAudit(app, "Ours");
    const [dialog] = await untilAsked(app);
    await app.run(() => localStorage.setItem("cairn:aside:000000000000001:audit:x", "of another tab"));
    await dialog.button(YES).click();
    await dialog.text(/^Something on this device has changed since the file was made/).find();
    assert.ok(Object.keys(await app.storage()).some((key) => key.startsWith("cairn:audit:")));
  });

  it("names what is in no file with everything, and saves it", async (app) => {
    await startAudit(app, "Thrown away");
    const card = app.link("Thrown away").around("li");
    await app.open("#/");
    await card.text(/^More/).unfold();
    await card.button("Delete").click();
    await app.dialog("Delete “Thrown away”?").button("Delete").click();
    await app.link("1 audit in the bin").find();
    const id = await startAudit(app, "Kept");
    const out = await app.open(`#/audits/${id}/about`).then(() => app.download(() => app.button("Save as a file").click()));
    await app.open("#/open");
    await app.pick(out.path);
    await app.role("radio", /^Replace the one on this device/).click();
    await app.button("Replace the one on this device").click();
    await app.page("Overview");
    const torn = await app.run(() => {
      const torn = "torn \ud83d in two";
      localStorage.setItem("cairn:aside:000000000000001:audit:x", torn);
      localStorage.setItem("cairn:audit:newer", '{"version":9,"kind":"audit","id":"newer","name":"Next"}\n{}');
      sessionStorage.setItem("cairn:answer:s", "x");
      sessionStorage.setItem("cairn:handed:s", "x");
      return JSON.stringify(torn);
    });
    await app.open("#/settings");
    await app.reload();
    await app.button("Clear this device").click();
    const dialog = app.dialog("Clear this device?");
    const row = (words) => dialog.text(words).around("li");
    const bin = await app.download(() => row("1 record in the bin.").button("Save as a file").click());
    assert.deepEqual(bin.json.data.audits.map((audit) => audit.name.text), ["Thrown away"]);
    const copies = await app.download(() => row("1 earlier copy of records.").button("Save as a file").click());
    assert.deepEqual(copies.json.data.audits.map((audit) => audit.name.text), ["Kept"]);
    const unread = await app.download(() => row(/^2 things that this Cairn cannot read/).button("Save as a file").click());
    assert.ok(unread.text.includes(torn), "exactly, half characters too");
    assert.ok(unread.text.includes('\\"name\\":\\"Next\\"'));
    await dialog.text("1 survey answer, begun in this tab but not sent.").find();
    await dialog.button("Not now").click();

    await saveAndClear(app);
    await app.open("#/open");
    await app.pick(bin.path);
    await app.button("Open the audit").click();
    await app.text("Thrown away").find();
  });

  it("takes drafts away in every tab, and what is not its own in none", async (app) => {
    await startAudit(app, "Ours");
    const [one] = [await app.driver.getWindowHandle()];
    await app.driver.switchTo().newWindow("window");
    const two = await app.driver.getWindowHandle();
    await app.open();
    await app.run(() => {
      sessionStorage.setItem("cairn:answer:s", "half an answer");
      sessionStorage.setItem("another-site", "stays");
    });
    await app.driver.switchTo().window(one);
    await app.open("#/settings");
    await app.button("Clear this device").click();
    await app.dialog("Clear this device?").button("Clear without a file").click();
    await app.notice(/^This device is clear/);
    await app.driver.switchTo().window(two);
    await until("the drafts to be gone", () =>
      app.run(() => Object.keys(sessionStorage).join() === "another-site"),
    );
    assert.deepEqual(await app.storage(), {});
  });

  it("keeps the words of records out of the browser’s history", async (app) => {
    await openExample(app);
    const words = ["Harbour Lane", "Learning audit 2026"];
    for (const page of ["", "/areas/1A", "/evidence", "/plan", "/survey", "/report", "/about"]) {
      await app.open(`#/audits/example${page}`);
      await app.page(/./);
      const title = await app.run(() => document.title);
      for (const word of words) assert.ok(!title.includes(word), `${page}: ${title}`);
    }
    await app.open("#/new/organisation");
    await app.label("The organisation’s name").fill("Zebulon Trust");
    await app.button("Start").click();
    await app.page("Overview");
    await app.link("Discussion cards").click();
    await app.button("Add a card of your own").click();
    await app.label("Title").type("What Zebulon said");
    await until("the page of the card", async () => (await app.run(() => document.title)) === "Discussion card – Cairn");
  });
});
