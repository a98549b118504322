// Files: what was saved can be opened again, in every way there is, and that can be undone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { journey, until } from "./harness.mjs";
import { fileOf, judge, openExample, said, saveAndClear, startAudit } from "./steps.mjs";

/** Saves the audit as a file, from its own page. */
async function exportAudit(app, id) {
  await app.open(`#/audits/${id}/about`);
  return app.download(() => app.button("Save as a file").click());
}

/** Drops files on the page, with the events that the browser sends. */
async function drop(app, ...files) {
  await app.run((files) => {
    const carried = new DataTransfer();
    for (const [name, text] of files) carried.items.add(new File([text], name, { type: "application/json" }));
    const target = document.querySelector("main");
    for (const kind of ["dragenter", "dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
    }
  }, files);
}

journey("Files", (it) => {
  it("brings one audit from one device to another, whole", async (app) => {
    await openExample(app);
    await app.open("#/audits/example/areas/1A");
    await judge(app, "1A.o7", "No");
    const out = await exportAudit(app, "example");
    assert.match(out.name, /^cairn-Harbour-Lane-Support-.*\d{4}-\d\d-\d\d\.json$/);
    assert.equal(out.json.format, "cairn");
    assert.equal(out.json.kind, "audit");

    await saveAndClear(app);
    await app.role("heading", "How would you like to begin?").find();
    await app.link("Open a file").click();
    await app.page("Open a file");
    await app.pick(out.path);
    await app.text(/34 of 40 questions, 53 of 60 indicators, 14 items of evidence, 9 actions$/).find();
    assert.deepEqual(Object.keys(await app.storage()), [], "looking changes nothing");
    await app.button("Open the audit").click();
    await app.page("Overview");
    await app.notice("1 audit was opened from the file.");
    const again = await exportAudit(app, "example");
    assert.deepEqual(again.json.data, out.json.data);
  });

  it("brings everything back from a backup", async (app) => {
    await openExample(app);
    const id = await startAudit(app, "Second audit", "Harbour House");
    await app.open(`#/audits/${id}/areas/2A`);
    await app.label(said("2A.q1")).type("We ask.");
    await app.open("#/settings");
    await app.label("Your name or initials (optional)").type("RM");
    const before = await app.download(() => app.button("Save everything as a file").click());
    assert.equal(before.json.kind, "backup");
    assert.deepEqual(before.json.data.audits.map((audit) => audit.id).sort(), [id, "example"].sort());
    await app.text(/^The last backup file was made on \d+ \w+ \d{4}, \d\d:\d\d/).find();

    const cleared = await saveAndClear(app);
    await app.open("#/open");
    await app.pick(cleared.path);
    await app.text("A backup with 2 audits.").find();
    // On a device without settings, those of the file are taken unless the person leaves them out.
    await app.role("checkbox", "Also use the settings and wording in the backup", { checked: true }).find();
    await app.button("Open 2 audits").click();
    await app.page("Cairn");
    await app.link("Second audit").find();
    await app.link("Learning audit 2026 (example)").find();
    await app.open("#/settings");
    await app.label("Your name or initials (optional)").has("RM");
    const after = await app.download(() => app.button("Save everything as a file").click());
    assert.deepEqual(after.json.data.audits, before.json.data.audits);
    assert.equal(after.json.data.settings.name, "RM");
  });

  it("changes no setting before the person has said yes", async (app) => {
    await openExample(app);
    await app.open("#/settings");
    await app.role("radio", "Dark").click();
    const { path } = await saveAndClear(app);
    await app.open("#/settings");
    await app.role("radio", "Light").click();
    await app.link("Open a file").click();
    await app.pick(path);
    await app.role("checkbox", "Also use the settings and wording in the backup", { checked: false }).click();
    await app.button("Close without opening").click();
    await app.open("#/settings");
    await app.role("radio", "Light", { checked: true }).find();
  });

  it("says that the bin is not in the file", async (app) => {
    await startAudit(app, "Thrown away");
    await startAudit(app, "Kept");
    await app.open("#/settings");
    await app.text(/A backup file holds your audits, teams, people and organisations, your settings and your wording pack\.$/).find();
    await app.open("#/");
    const card = app.link("Thrown away").around("li");
    await card.text(/^More/).unfold();
    await card.button("Delete").click();
    await app.dialog("Delete “Thrown away”?").button("Delete").click();
    await app.link("1 audit in the bin").find();
    await app.open("#/settings");
    await app.text(/wording pack\. It leaves out what is in the bin \(1 audit\)\.$/).find();
    await app.button("Clear this device").click();
    const dialog = app.dialog("Clear this device?");
    await dialog.text("1 record in the bin.").find();
    const file = await app.download(() => dialog.button("Save everything as a file, then clear").click());
    assert.deepEqual(file.json.data.audits.map((audit) => audit.name.text), ["Kept"]);
  });

  it("puts an audit that replaces one in the bin among the audits", async (app) => {
    await openExample(app);
    const { path } = await exportAudit(app, "example");
    await app.role("button", "Delete").click();
    await app.dialog(/^Delete/).button("Delete").click();
    await app.page("Cairn");
    await app.open("#/open");
    await app.pick(path);
    await app.text(/^This audit is already on this device \(in the bin\)/).find();
    await app.role("radio", /^Replace the one on this device/).click();
    await app.button("Replace the one on this device").click();
    await app.page("Overview");
    await app.link("Home").click();
    await app.page("Cairn");
    await app.link("Learning audit 2026 (example)").find();
  });

  it("takes files that are dropped anywhere, and text that is pasted", async (app) => {
    await openExample(app);
    const out = await exportAudit(app, "example");
    await saveAndClear(app);

    await app.open("#/settings");
    await drop(app, ["from-a-colleague.json", out.text]);
    await app.page("Open a file");
    await app.role("heading", "from-a-colleague.json").find();
    await app.button("Close without opening").click();
    await app.role("heading", "from-a-colleague.json").gone();
    assert.deepEqual(Object.keys(await app.storage()), []);

    await app.text("Or paste the text of a file").click();
    const field = await app.label("The text of the file").find();
    await field.click();
    await app.cdp("Input.insertText", { text: out.text });
    await app.button("Look at the pasted text").click();
    await app.role("heading", "The pasted text").find();
    await app.button("Open the audit").click();
    await app.page("Overview");
    const again = await exportAudit(app, "example");
    assert.deepEqual(again.json.data, out.json.data);
  });

  it("opens several files at once, and says which of them it cannot", async (app) => {
    await openExample(app);
    const one = await exportAudit(app, "example");
    const two = structuredClone(one.json);
    two.data.id = "from-rosa";
    two.data.name.text = "Rosa’s audit";
    const three = structuredClone(one.json);
    three.data.id = "from-ben";
    three.data.name.text = "Ben’s audit";
    await saveAndClear(app);
    await app.open("#/open");
    await app.pick(one.path, fileOf(app, "rosa.json", two), fileOf(app, "ben.json", three), fileOf(app, "no.json", "{"));
    const problem = app.role("heading", "no.json").around("li");
    await problem.text(/^This file is not complete/).find();
    await app.role("group", /“Ben’s audit”/).role("radio", "Leave it out").click();
    await app.button("Open 2 audits").click();
    await app.page("Cairn");
    await app.link("Rosa’s audit").find();
    await app.link("Learning audit 2026 (example)").find();
    await app.link("Ben’s audit").gone();

    await app.text("2 audits were opened from the file.").around(".notice").button("Undo").click();
    await app.notice(/^Undone: what you opened from the file is in the bin\./);
    await app.link("Rosa’s audit").gone();
    await app.role("heading", "How would you like to begin?").find();
    await app.link("2 audits in the bin").find();
  });

  it("says on the button what it will do", async (app) => {
    await openExample(app);
    const one = await exportAudit(app, "example");
    const two = structuredClone(one.json);
    two.data.id = "from-rosa";
    two.data.name.text = "Rosa’s audit";
    await app.open("#/open");
    await app.pick(one.path, fileOf(app, "rosa.json", two));
    const here = app.role("group", /“Learning audit 2026 \(example\)” \(.+\)\?$/);
    const hers = app.role("group", /“Rosa’s audit”/);
    await app.button("Open the audit").find();
    await here.role("radio", /^Keep both/).click();
    await app.button("Open 2 audits").find();
    await here.role("radio", /^Replace/).click();
    await app.button("Open 2 audits (1 replaced)").find();
    await hers.role("radio", "Leave it out").click();
    await app.button("Replace the one on this device").find();
    await here.role("radio", /^Keep both/).click();
    await app.button("Open as a separate copy").find();
    await here.role("radio", "Leave it out").click();
    assert.ok(await app.button("Nothing chosen").disabled());
    await hers.role("radio", "Open it").click();
    await app.button("Open the audit").click();
    await app.page("Cairn");
    await app.link("Rosa’s audit").find();
    await app.link("Learning audit 2026 (example)").find();
  });

  it("keeps both when two files opened together hold the same audit", async (app) => {
    await openExample(app);
    const one = await exportAudit(app, "example");
    const two = structuredClone(one.json);
    two.data.name.text = "The other copy";
    await saveAndClear(app);
    await app.open("#/open");
    await app.pick(one.path, fileOf(app, "other.json", two));
    await app.button("Open 2 audits").click();
    await app.page("Cairn");
    await app.link("Learning audit 2026 (example)").find();
    await app.link("The other copy").find();
  });

  it("offers first what loses nothing when the audit is there already", async (app) => {
    await openExample(app);
    const out = await exportAudit(app, "example");
    await app.open("#/open");
    await app.pick(out.path);
    await app.text(/^This audit is already on this device.* They say the same\.$/).find();
    await app.link("Go to the one on this device").find();
    await app.role("radio", "Leave it out", { checked: true }).find();
    assert.ok(await app.button("Nothing chosen").disabled());
    await app.role("radio", /^Keep both/).click();
    await app.button("Open as a separate copy").click();
    await app.page("Cairn");
    await app.link("Learning audit 2026 (example)").find();
    await app.link("Learning audit 2026 (example) (copy)").find();

    // The file continues the copy that is here.
    const newer = structuredClone(out.json);
    newer.data.reflections["1A.q1"].text += "\n\nGone on with";
    newer.data.reflections["1A.q1"].changed.at = "2030-01-01T00:00:00.000Z";
    await app.open("#/open");
    await app.pick(fileOf(app, "newer.json", newer));
    await app.text(/The one in the file is newer, and has every word that is here\.$/).find();
    await app.role("radio", /^Replace/, { checked: true }).find();

    // The file and the copy here each have something that the other lacks.
    await app.open("#/audits/example/areas/2C");
    await app.label(said("2C.q3")).type("Newer words");
    await app.saved();
    await app.open("#/open");
    await app.pick(fileOf(app, "newer.json", newer));
    await app.text(/The one in the file is newer\.$/).find();
    await app.role("radio", /^Keep both/, { checked: true }).find();
  });

  it("replaces the one that is there, keeps a copy, and goes back", async (app) => {
    await openExample(app);
    const old = await exportAudit(app, "example");
    await app.open("#/audits/example/areas/2C");
    await app.label(said("2C.q3")).fill("Newer words");
    await judge(app, "2C.o4", "Yes");
    await app.saved();
    const newer = await exportAudit(app, "example");

    await app.open("#/open");
    await app.pick(old.path);
    await app.text(/last changed \d+ \w+ \d{4}\. The one on this device is newer, and has every word that is in the file\.$/).find();
    await app.role("radio", /^Replace the one on this device/).click();
    await app.button("Replace the one on this device").click();
    await app.page("Overview");
    await app.notice("1 audit was opened from the file.");
    assert.deepEqual(answers((await exportAudit(app, "example")).json), answers(old.json));

    const copies = app.role("region", "Earlier copies");
    await copies.text(/before opening a file$/).find();
    await copies.button(/^Go back to it/).click();
    await app.dialog("Go back to this copy?").button("Go back to it").click();
    await app.notice("The audit is as it was in that copy.");
    assert.deepEqual(answers((await exportAudit(app, "example")).json), answers(newer.json));
    await copies.role("listitem").count(2);
    await app.text(/before going back to an earlier copy$/).find();
  });

  it("tells two copies of one day apart by their time", async (app) => {
    const id = await startAudit(app);
    const { path } = await exportAudit(app, id);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("Written since");
    await app.saved();
    await app.open("#/open");
    await app.pick(path);
    await app.text(/· last changed \d+ \w+ \d{4}, \d\d:\d\d · /).find();
    await app.text(/last changed \d+ \w+ \d{4}, \d\d:\d\d\. The one on this device is newer, and has every word that is in the file\.$/).find();
  });

  it("undoes a replacement from its notice", async (app) => {
    await openExample(app);
    const old = await exportAudit(app, "example");
    await app.open("#/audits/example/areas/2C");
    await app.label(said("2C.q3")).fill("Newer words");
    await app.saved();
    await app.open("#/open");
    await app.pick(old.path);
    await app.role("radio", /^Replace the one on this device/).click();
    await app.button("Replace the one on this device").click();
    await app.page("Overview");
    await app.text("1 audit was opened from the file.").around(".notice").button("Undo").click();
    await app.notice(/^Undone\. The audit is as it was before\./);
    await app.open("#/audits/example/areas/2C");
    await app.label(said("2C.q3")).has("Newer words");
    await app.saved();
    await app.reload();
    await app.label(said("2C.q3")).has("Newer words");
  });

  it("undoes a replacement whole, by the notice and by the button", async (app) => {
    await openExample(app);
    const before = (await exportAudit(app, "example")).json.data;
    // The file brings answers to unknown ids, earlier words, another author, and last year's answers.
    const other = (await exportAudit(app, "example")).json;
    const stamp = { at: "2026-11-01T10:00:00.000Z", by: "ZZ" };
    other.data.set_aside = { "9Z.o1": { note: { text: "Of an unknown indicator", changed: stamp } } };
    other.data.earlier_words = [{ id: "1A.q1", text: "Lost elsewhere", ...stamp }];
    other.data.last_year = { name: "The year before", changed_at: stamp.at };
    other.data.reflections["1A.q1"] = { text: "By a colleague", changed: stamp };
    const path = fileOf(app, "other.json", other);
    const replace = async () => {
      await app.open("#/open");
      await app.pick(path);
      await app.role("radio", /^Replace the one on this device/).click();
      await app.button("Replace the one on this device").click();
      await app.page("Overview");
      await app.notice("1 audit was opened from the file.");
    };
    const asBefore = async () => {
      await app.saved();
      const { data } = (await exportAudit(app, "example")).json;
      for (const list of ["set_aside", "earlier_words", "last_year"]) assert.deepEqual(data[list], before[list], list);
      assert.deepEqual(answers({ data }), answers({ data: before }));
      assert.equal(data.reflections["1A.q1"].changed.by, before.reflections["1A.q1"].changed.by);
    };

    await replace();
    await app.text("1 audit was opened from the file.").around(".notice").button("Undo").click();
    await app.notice(/^Undone\. The audit is as it was before\./);
    await asBefore();

    await replace();
    await app.open("#/audits/example/areas/1A");
    await app.text("Last changed by ZZ").find();
    await app.button("Undo").click();
    await app.notice("Undone: your earlier version is back.");
    await asBefore();
    await app.button("Redo").click();
    await app.notice("Done again: the other version is back.");
    const { data } = (await exportAudit(app, "example")).json;
    for (const list of ["set_aside", "earlier_words", "last_year"]) assert.ok(data[list], list);
    await app.button("Undo").click();
    await asBefore();
  });

  it("uses a wording pack, switches it off and on, and takes it away", async (app) => {
    const id = await startAudit(app);
    const area = `#/audits/${id}/areas/1A`;
    await app.open(area);
    await app.label(said("1A.q1")).type("Under the old words");
    await app.saved();
    const pack = { "1A.q1": "Official words of the first question?", "1A.o1": "official indicator", "9Z.q1": "Nobody asks this" };
    await app.open("#/open");
    await app.pick(fileOf(app, "wording.json", pack));
    await app.text(/other words for 2 of the framework’s \d+ texts/).find();
    await app.text(/things that the framework does not have\. They are not used: 9Z\.q1\.$/).find();
    await app.button("Use this wording").click();
    await app.page("Settings");
    await app.text(/^A wording pack: other words for 2 of the framework’s \d+ texts\./).find();
    await app.text(/They are not used: 9Z\.q1\.$/).find();

    await app.open(area);
    await app.label("Official words of the first question?").has("Under the old words");
    await app.role("group", "official indicator").find();
    await app.reload();
    await app.label("Official words of the first question?").has("Under the old words");

    await app.link("Settings").click();
    await app.role("checkbox", "Use its words").click();
    await app.open(area);
    await app.label(said("1A.q1")).has("Under the old words");
    await app.link("Settings").click();
    await app.role("checkbox", "Use its words").click();
    await app.open(area);
    await app.label("Official words of the first question?").find();

    await app.link("Settings").click();
    await app.button("Remove the wording pack").click();
    await app.text("Open a wording pack").find();
    await app.open(area);
    await app.label(said("1A.q1")).has("Under the old words");
    assert.equal((await app.storage())["cairn:wording"], undefined);
  });

  it("clears the device without a file only when told so, and nothing but its own", async (app) => {
    await openExample(app);
    await app.run(() => localStorage.setItem("another-site", "stays"));
    await app.open("#/settings");
    await app.button("Clear this device").click();
    await app.dialog("Clear this device?").button("Not now").click();
    await app.dialog("Clear this device?").gone();
    assert.ok("cairn:audit:example" in (await app.storage()));
    await app.button("Clear this device").click();
    await app.dialog("Clear this device?").button("Clear without a file").click();
    await app.page("Cairn");
    await until("the device to be clear", async () => {
      const left = await app.storage();
      return Object.keys(left).join() === "another-site" && left["another-site"] === "stays";
    });
  });

  it("makes files that read well and say what they are", async (app) => {
    await openExample(app);
    const file = await exportAudit(app, "example");
    const shipped = JSON.parse(readFileSync(new URL("../../src/audit/example.json", import.meta.url), "utf8"));
    assert.deepEqual(file.json.data, shipped.data, "what nobody changed goes out as it came in");
    assert.match(file.json.app, /^Cairn \d+\.\d+\.\d+$/);
    assert.ok(Math.abs(Date.now() - Date.parse(file.json.saved_at)) < 60_000);
    assert.ok(file.text.split("\n").length > 500, "one field a line");
  });
});

/** What a file says, without when it was said, because going back stamps a change with the present time.
 * An answer that was cleared counts as none. */
function answers({ data }) {
  const { removed, earlier_words, ...rest } = data;
  const said = JSON.parse(JSON.stringify(rest, (key, value) => (key === "changed" ? undefined : value)));
  const given = (answers) =>
    Object.fromEntries(Object.entries(answers).filter(([, { judgement, text }]) => text || (judgement ?? "not_answered") !== "not_answered"));
  return { ...said, judgements: given(said.judgements), reflections: given(said.reflections) };
}
