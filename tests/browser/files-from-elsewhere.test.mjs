// Files that a later Cairn or another program has written or changed: the good parts are opened, and the
// others are named.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, journey } from "./harness.mjs";
import { fileOf } from "./steps.mjs";

const read = (name) => readFileSync(join(ROOT, "tests/fixtures", name), "utf8");

journey("Files from elsewhere", (it) => {
  it("opens the good records of a backup, and offers the bad one as it is", async (app) => {
    const backup = JSON.parse(read("v1/backup.json"));
    const bad = structuredClone(backup.data.audits[0]);
    bad.id = "bad-1";
    bad.name.text = "Spoilt audit";
    bad.actions[0].status = "in_progress";
    backup.data.audits.unshift(bad);
    await app.open("#/open");
    await app.pick(fileOf(app, "backup.json", JSON.stringify(backup)));
    await app.text("A backup with 2 audits.").find();
    await app
      .text(/^“Spoilt audit” \(audit\) cannot be opened\. There is a mistake in this file, in “data\.audits\[0\]\.actions\[0\]\.status”/)
      .find();
    const saved = await app.download(() => app.button("Save “Spoilt audit” as it is").click());
    assert.deepEqual(saved.json.data, bad);
    await app.button("Open 2 audits").click();
    await app.page("Cairn");
    await app.notice(/^2 audits were opened from the file\./);
  });

  it("keeps what a later Cairn wrote, and says so", async (app) => {
    const file = JSON.parse(read("v1/audit.json"));
    file.colour = "green";
    file.data.actions[0].priority = { level: 2 };
    await app.open("#/open");
    await app.pick(fileOf(app, "later.json", JSON.stringify(file)));
    await app.text(/It holds something that this one cannot show: “colour”, “priority”\. It is kept as it is/).find();
    await app.button("Open the audit").click();
    await app.page("Overview");
    await app.open(`#/audits/${file.data.id}/about`);
    await app.label("The audit’s name").fill("Another name");
    const out = await app.download(() => app.button("Save as a file").click());
    assert.equal(out.json.data.name.text, "Another name");
    assert.equal(out.json.colour, "green");
    assert.deepEqual(out.json.data.actions[0].priority, { level: 2 });
  });

  it("opens a file that was saved as “Unicode”", async (app) => {
    const text = `\uFEFF${read("v1/audit.json")}`;
    await app.open("#/open");
    await app.pick(fileOf(app, "unicode.json", Buffer.from(text, "utf16le")));
    await app.button("Open the audit").click();
    await app.page("Overview");
  });

  it("says of a wording pack which texts keep Cairn’s words", async (app) => {
    await app.open("#/open");
    const words = { "1A.q1": "How do you reflect as a whole?", "1A.q2": "", "1A.o1": "   ", s01: "" };
    await app.pick(fileOf(app, "words.json", JSON.stringify(words)));
    await app.text(/^A wording pack: other words for 1 of the framework’s \d+ texts/).find();
    await app.text("The pack has no words for 3 texts. Cairn’s own words stay there.").find();
  });
});
