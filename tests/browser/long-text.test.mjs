// Very long words of one's own: kept whole, shown whole.

import assert from "node:assert/strict";
import { Key, journey } from "./harness.mjs";
import { said, startAudit } from "./steps.mjs";

const PARAGRAPH = "We learn from what went well and from what did not. “Ümlauts”, emoji 🪨🌱 and tabs\tstay as they are. ";
const LONG = Array.from({ length: 500 }, (_, index) => `${index + 1}. ${PARAGRAPH}`).join("\n").slice(0, 50_000);

/** How much of a field's text cannot be seen, in pixels. */
const hidden = (field) => field.read((field) => field.scrollHeight - field.clientHeight);

journey("Long text", (it) => {
  it("keeps 50,000 characters that were pasted, and shows them all", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.cdp("Browser.grantPermissions", { permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"], origin: app.origin });
    const field = app.label(said("1A.q1"));
    await field.click();
    await app.driver.executeAsyncScript(
      "const done = arguments[1]; navigator.clipboard.writeText(arguments[0]).then(() => done(), (e) => done(String(e)))",
      LONG,
    );
    await app.ctrl("v");
    await field.has(LONG);
    assert.ok((await hidden(field)) <= 4, "the field has grown with its text");
    // Typing is as fast as usual.
    const started = Date.now();
    await field.type(Key.chord(Key.CONTROL, Key.END), " The end.");
    assert.ok(Date.now() - started < 6_000, `typing nine characters took ${Date.now() - started} ms`);
    await app.saved();
    await app.reload();
    await field.has(`${LONG} The end.`);
    assert.ok((await hidden(field)) <= 4);
    await app.link("Report").click();
    await app.page("Report");
    await app.text(/The end\.$/, { selector: ".written" }).find();
    await app.link("About this audit").click();
    const file = await app.download(() => app.button("Save as a file").click());
    assert.equal(file.json.data.reflections["1A.q1"].text, `${LONG} The end.`);
  });

  it("grows a field line by line, and shrinks it again", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    const field = app.label(said("1A.q1"));
    const height = () => field.read((field) => field.clientHeight);
    const empty = await height();
    await field.type(...Array.from({ length: 12 }, (_, line) => `Line ${line}\n`));
    assert.ok((await height()) > empty * 2);
    assert.ok((await hidden(field)) <= 4);
    await field.fill("Short");
    assert.ok((await height()) <= empty + 4);
    await app.saved();
  });
});
