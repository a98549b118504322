// Words that run from right to left, such as Arabic and Hebrew, among English ones: on the screen and on
// paper they run from the right, and what is around them runs from the left.

import assert from "node:assert/strict";
import { journey, none, until } from "./harness.mjs";
import { fileOf, fixture, said } from "./steps.mjs";

const ARABIC = "مؤسسة الميناء 2026";
const HEBREW = "שלום צוות, גרסה 2.0!";

journey("Right to left", (it) => {
  const bringIn = async (app) => {
    const file = JSON.parse(fixture("v1/audit.json"));
    const changed = { at: "2026-01-05T09:30:00.000Z" };
    file.data.name = { text: HEBREW, changed };
    file.data.organisation = { text: ARABIC, changed };
    file.data.reflections["1A.q1"] = { text: `${ARABIC}\n${HEBREW}`, changed };
    file.data.reflections["1A.q2"] = { text: "English, then مرحبا", changed };
    Object.assign(file.data.evidence[0], { title: HEBREW, owner: ARABIC });
    await app.open("#/open");
    await app.pick(fileOf(app, "from-the-right.json", file));
    await app.button("Open the audit").click();
    await app.page("Overview");
    return file.data.id;
  };
  const direction = (found) => found.read((element) => getComputedStyle(element).direction);
  /** The elements that show one of the texts alone, but do not run in its direction. */
  const wrong = (app) =>
    app.run(
      (texts) =>
        [...document.querySelectorAll("main *, .audit-bar *")]
          .filter((element) => element.children.length === 0 && texts.includes(element.textContent.trim()) && element.checkVisibility())
          .filter((element) => getComputedStyle(element).direction !== "rtl")
          .map((element) => element.outerHTML.slice(0, 120)),
      [ARABIC, HEBREW, `${ARABIC}\n${HEBREW}`],
    );

  it("is how fields and texts run that begin so, and only those", async (app) => {
    const id = await bringIn(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).has(`${ARABIC}\n${HEBREW}`);
    assert.equal(await direction(app.label(said("1A.q1"))), "rtl");
    assert.equal(await direction(app.label(said("1A.q2"))), "ltr");
    await app.label(said("1A.q3")).fill(ARABIC);
    assert.equal(await direction(app.label(said("1A.q3"))), "rtl", "as it is typed");
    for (const page of ["", "/areas/1A", "/evidence", "/plan", "/report", "/about"]) {
      await app.open(`#/audits/${id}${page}`);
      await app.role("heading", undefined, { level: 1 }).find();
      none(await wrong(app), `Runs the wrong way on ${page}`);
      assert.equal(await app.run(() => document.documentElement.scrollWidth <= innerWidth), true);
      assert.equal(await direction(app.role("main")), "ltr", "the page itself stays");
    }
    await app.open();
    none(await wrong(app), "Runs the wrong way on the home page");
  });

  it("is how they run on paper", async (app) => {
    const id = await bringIn(app);
    await app.open(`#/audits/${id}/report`);
    await app.role("heading", "Report", { level: 1 }).find();
    await app.cdp("Emulation.setEmulatedMedia", { media: "print" });
    none(await wrong(app), "Runs the wrong way on paper");
    await app.cdp("Emulation.setEmulatedMedia", { media: "" });
  });

  it("leaves the words around a name where they are", async (app) => {
    const id = await bringIn(app);
    await app.open(`#/audits/${id}/evidence`);
    // The owner and what the evidence supports stand in this order, each with its own direction.
    const line = app.text(new RegExp("supports"), { selector: ".card p" });
    assert.equal(await direction(line), "ltr");
    assert.match(await line.words(), new RegExp(`\u2068${ARABIC}\u2069 · supports`));
    await app.open(`#/audits/${id}/about`);
    await app.button("Delete").click();
    const question = app.role("dialog").role("heading", /Delete/);
    assert.equal(await question.words(), `Delete “\u2068${HEBREW}\u2069”?`);
    await until("the question to run as English does", async () => {
      const [mark, box] = await question.read((heading) => {
        const range = document.createRange();
        const text = heading.firstChild;
        range.setStart(text, text.length - 1);
        range.setEnd(text, text.length);
        return [range.getBoundingClientRect().x, heading.getBoundingClientRect().x];
      });
      return mark > box + 60;
    });
  });
});
