// Files that are broken, foreign or hostile: a sentence says what is wrong, and nothing changes.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT, journey, none, until } from "./harness.mjs";
import { fileOf, fixture, openExample, pagesOf, said, unfoldAll } from "./steps.mjs";

const BAD = join(ROOT, "tests/fixtures/bad");
/** Programmers' words that nobody should have to read. */
const PROGRAMMERS_WORDS = /undefined|null pointer|panicked|serde|expected (value|one of|ident)|invalid type|at line \d+ column|struct |`|\bUtf8|unwrap|\bErr\b/;

/** The name and the words of every file that the page shows. */
const shown = (app) =>
  app.run(() =>
    [...document.querySelectorAll("main li.card")].map((card) => [
      card.querySelector("h3").textContent,
      card.querySelector(".problem")?.textContent ?? "",
      card.innerText,
    ]),
  );

/** Picks files, and fails unless the page refuses each in plain words and opens none. */
async function refused(app, paths) {
  const before = await app.storage();
  await app.open("#/open");
  await app.pick(...paths);
  await until(`${paths.length} files to be read`, async () => (await shown(app)).length === paths.length);
  const wrong = [];
  for (const [name, problem, words] of await shown(app)) {
    if (!/^\p{Lu}.{10,}[.?]$/su.test(problem.trim())) wrong.push(`${name}: no sentence, but “${problem}”`);
    // Words of the file are quoted as they are, so they do not count.
    if (PROGRAMMERS_WORDS.test(problem.replace(/“[^”]*”/g, ""))) wrong.push(`${name}: not for people: “${problem}”`);
    if (!/Nothing was changed/.test(words)) wrong.push(`${name}: it does not say that nothing was changed`);
  }
  none(wrong);
  await app.button(/^Open/).gone();
  assert.deepEqual(await app.storage(), before, "nothing on the device has changed");
  // The app still works.
  await app.link("Home").click();
  await app.page("Cairn");
  await app.link("Learning audit 2026 (example)").click();
  await app.page("Overview");
}

journey("Bad files", (it) => {
  it("refuses each of them with a sentence", async (app) => {
    await openExample(app);
    // These two can be opened: everything in them can be read.
    const opened = ["raw-line-end.json", "two-files.json"];
    const names = readdirSync(BAD).filter((name) => !name.startsWith(".") && !opened.includes(name));
    await refused(app, names.map((name) => join(BAD, name)));
  });

  it("refuses what is too large, too deep, empty or no text", async (app) => {
    await openExample(app);
    const deep = (brackets) => `{"format":"cairn","version":1,"kind":"audit","data":${brackets}`;
    await refused(app, [
      fileOf(app, "large.json", Buffer.alloc(21 * 1024 * 1024, "[")),
      fileOf(app, "lists.json", deep("[".repeat(10_000))),
      fileOf(app, "lists-closed.json", deep(`${"[".repeat(10_000)}${"]".repeat(10_000)}}`)),
      fileOf(app, "groups.json", deep('{"a":'.repeat(10_000))),
      fileOf(app, "empty.json", ""),
      fileOf(app, "blank.json", " \n\n "),
      fileOf(app, "picture.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
      fileOf(app, "page.html", "<!doctype html><script>window.harmed = true</script>"),
    ]);
    assert.ok(await app.run(() => window.harmed === undefined), "nothing was executed");
  });

  it("refuses the same when it is pasted", async (app) => {
    await openExample(app);
    const before = await app.storage();
    await app.open("#/open");
    await app.text("Or paste the text of a file").click();
    const field = app.label("The text of the file");
    for (const [text, sentence] of [
      ["Hello", /^This is not a Cairn file, or it was damaged: in line 1 /],
      ['{"format":"cairn"', /^This file is not complete/],
      ['{"format":"cairn","version":99,"kind":"audit","data":{}}', /^This file was made by a newer Cairn/],
      ["[1, 2]", /although it looks a little like one/],
    ]) {
      await field.fill(text);
      await app.button("Look at the pasted text").click();
      await app.text(sentence, { selector: ".problem" }).find();
    }
    await field.fill(" ");
    await app.button("Look at the pasted text").click();
    await app.text(/^Nothing was pasted\./).find();
    assert.deepEqual(await app.storage(), before);
  });

  it("opens hostile words as words", async (app) => {
    const HOSTILE = [
      `<script>window.harmed = "script"</script>`,
      `<img src=x onerror="window.harmed = 'img'">`,
      `"><svg onload="window.harmed='svg'"><b>bold</b>`,
      "NUL:\u0000 bell:\u0007 right to left:\u202e gnp.exe \u2067mark",
      "{{constructor.constructor('window.harmed = 1')()}} ${window.harmed = 1} &lt;script&gt;",
      "=HYPERLINK(\"http://example.org\")",
    ].join("\n");
    const file = JSON.parse(fixture("v1/audit.json"));
    const { data } = file;
    data.name.text = `<script>window.harmed = "name"</script>`;
    data.organisation.text = `<img src=x onerror="window.harmed = 'organisation'">`;
    const changed = data.name.changed;
    data.reflections["1A.q1"] = { text: HOSTILE, changed };
    data.notes["1A.o1"] = { text: HOSTILE, changed };
    const places = ["javascript:window.harmed='href'", " JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>1</script>", "vbscript:x", "https://example.org/fine", "//example.org", "file:///etc/passwd", "mailto:rosa@example.org"];
    data.evidence = places.map((place, index) => ({ id: `h${index}`, title: `${index} ${HOSTILE}`, place, owner: HOSTILE, supports: ["1A.o1"], changed }));
    data.actions = [{ id: "a1", text: HOSTILE, owner: HOSTILE, status: "not_started", progress: HOSTILE, indicator: "1A.o3", changed }];
    data.last_year = { name: HOSTILE, changed_at: changed.at, judgements: {}, reflections: { "1A.q1": { text: HOSTILE, changed } } };
    data.earlier_words = [{ id: "1A.q1", text: HOSTILE, at: changed.at }];
    data.set_aside = { "<b>9Z</b>": { reflection: { text: HOSTILE, changed } } };

    await app.open("#/open");
    await app.pick(fileOf(app, "hostile.json", file));
    await app.text(new RegExp("^<script>window.harmed = \"name\"</script> · <img src=x")).find();
    await app.button("Open the audit").click();
    await app.page("Overview");
    const wrong = [];
    for (const hash of ["#/", ...pagesOf(data.id)]) {
      await app.open(hash);
      await unfoldAll(app);
      const found = await app.run(() => ({
        harmed: window.harmed,
        scripts: [...document.querySelectorAll("#app script, #app img, #app b, #app iframe, #app object")].map((element) => element.outerHTML),
        links: [...document.querySelectorAll("[href], [src]")]
          .map((element) => element.getAttribute("href") ?? element.getAttribute("src"))
          .filter((address) => !/^(#|https:\/\/example\.org\/fine$|mailto:rosa@example\.org$|\.?\/|http:\/\/127\.0\.0\.1|[\w-]+\.(css|svg|js|wasm)$)/.test(address)),
        handlers: [...document.querySelectorAll("*")].filter((element) => [...element.attributes].some((attribute) => /^on/.test(attribute.name))).length,
      }));
      if (found.harmed || found.scripts.length || found.links.length || found.handlers) wrong.push(`${hash}: ${JSON.stringify(found)}`);
    }
    none(wrong);

    await app.open(`#/audits/${data.id}/areas/1A`);
    assert.ok((await app.label(said("1A.q1")).value()).startsWith(HOSTILE.slice(0, 100)));
    await app.open(`#/audits/${data.id}/evidence`);
    await app.link("https://example.org/fine").find();
    await app.link("mailto:rosa@example.org").find();
    await app.text("javascript:window.harmed='href'").find();
    await app.open(`#/audits/${data.id}/report`);
    await app.text(/<script>window\.harmed = "script"<\/script>/, { selector: ".reflections .written" }).find();
    assert.ok(await app.run(() => window.harmed === undefined), "nothing was executed");
    // The hostile text is saved as it came in.
    await app.open(`#/audits/${data.id}/about`);
    const out = await app.download(() => app.button("Save as a file").click());
    assert.equal(out.json.data.reflections["1A.q1"].text, HOSTILE);
    assert.ok(!/[<>:"/\\|?*\u0000-\u001f]/.test(out.name), `a file name for every system: ${out.name}`);
  });

  it("keeps answers for questions that it does not know, and says so", async (app) => {
    const file = JSON.parse(fixture("v1/audit.json"));
    file.data.reflections["9Z.q1"] = { text: "From the future", changed: file.data.name.changed };
    await app.open("#/open");
    await app.pick(fileOf(app, "future.json", file));
    await app.text(/that this framework has no place for\. They are kept aside, not lost: .*9Z\.q1/).find();
    await app.button("Open the audit").click();
    await app.page("Overview");
    await app.link("About this audit").click();
    await app.role("heading", "Answers kept aside").find();
    await app.text("From the future").find();
    const out = await app.download(() => app.button("Save as a file").click());
    assert.equal(out.json.data.set_aside["9Z.q1"].reflection.text, "From the future");
  });
});
