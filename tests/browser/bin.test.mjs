// Deleting can be undone: there is a notice, a bin, and a question before anything goes for good.

import assert from "node:assert/strict";
import { Key, journey } from "./harness.mjs";
import { deleteFromList, openExample, said, startAudit } from "./steps.mjs";

journey("The bin", (it) => {
  it("gives a deleted audit back from the notice and from the bin", async (app) => {
    const id = await startAudit(app, "Precious");
    await app.link("Go to 1A").click();
    await app.label(said("1A.q1")).type("Every word");
    await app.link("Home").click();
    await app.page("Cairn");
    await deleteFromList(app, "Precious");
    await app.text(/^The audit is in the bin/).around(".notice").button("Undo").click();
    await app.link("Precious").find();

    await deleteFromList(app, "Precious");
    await app.reload();
    await app.link("1 audit in the bin").click();
    await app.page("The bin");
    await app.text(/^Kept for at least 30 /).find();
    await app.button(/^Have it back/).click();
    await app.text("The bin is empty.").find();
    await app.link("Go to the home page").click();
    await app.link("Precious").click();
    await app.page("Overview");
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).has("Every word");
  });

  it("deletes for good only when asked twice", async (app) => {
    const id = await startAudit(app, "Going");
    await startAudit(app, "Staying");
    await app.open("#/");
    await deleteFromList(app, "Going");
    await app.open("#/bin");
    await app.button(/^Delete for good/).click();
    await app.dialog("Delete “Going” for good?").button("Not now").click();
    await app.role("heading", "Going").find();
    await app.button(/^Delete for good/).click();
    await app.dialog("Delete “Going” for good?").button("Delete for good").click();
    await app.text("The bin is empty.").find();
    assert.ok(!JSON.stringify(await app.storage()).includes("Going"));
    await app.open(`#/audits/${id}`);
    await app.page("This audit is not open");
    await app.link("Go to the home page").click();
    await app.link("Staying").find();
  });

  it("empties itself after thirty days on which it was opened, and no earlier", async (app) => {
    const id = await startAudit(app, "Long gone");
    await app.open("#/");
    await deleteFromList(app, "Long gone");
    await app.reload();
    // One start with a clock that is 15 years ahead, then one with the right clock.
    const { identifier } = await app.cdp("Page.addScriptToEvaluateOnNewDocument", {
      source: `const Real = Date, ahead = 15 * 365 * 86_400_000;
        window.Date = class extends Real {
          constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + ahead); }
          static now() { return Real.now() + ahead; }
        };`,
    });
    await app.reload();
    await app.link("1 audit in the bin").click();
    await app.text(/^Kept for at least 30 /).find();
    await app.cdp("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    await app.reload();
    await app.text(/^Kept for at least 30 /).find();
    const count = (days) =>
      app.run((days) => {
        const text = localStorage.getItem("cairn:days");
        localStorage.setItem("cairn:days", text.replace(/^\d+/, days));
      }, days);
    await count(31);
    await app.reload();
    await app.text(/^Kept for at least 1 more day$/).find();
    await count(32);
    await app.reload();
    await app.text("The bin is empty.").find();
    assert.equal((await app.storage())[`cairn:audit:${id}`], undefined);
  });

  it("does not let anyone work on in an audit that is in the bin without knowing", async (app) => {
    const id = await startAudit(app, "Binned");
    await app.open("#/");
    await deleteFromList(app, "Binned");
    await app.open(`#/audits/${id}`);
    await app.reload(); // as from a bookmark: without the notice
    await app.text(/in the bin/).find();
    await app.button(/^Have it back/).click();
    await app.open("#/");
    await app.link("Binned").find();
  });

  it("renames an audit everywhere", async (app) => {
    await startAudit(app, "Old name", "Old House");
    await app.open("#/");
    await app.text("More").unfold();
    await app.link("Rename").click();
    await app.page("About this audit");
    await app.label("The audit’s name").fill("New name");
    await app.label("The organisation").fill("New House");
    await app.text("New name").find();
    await app.label("The organisation").type(Key.TAB);
    await app.link("Home").click();
    await app.link("New name").find();
    await app.text("New House").find();
    await app.text("Old name").gone();
  });

  it("takes the example away in one step", async (app) => {
    await openExample(app);
    await app.text("Example", { selector: ".badge" }).find();
    await app.link("Home").click();
    await app.page("Cairn");
    await app.text("Example", { selector: ".badge" }).find();
    await deleteFromList(app, "Learning audit 2026 (example)");
    await app.role("heading", "How would you like to begin?").find();
    // The example can be opened again, and is in the list only once.
    await app.button("Look at an example").click();
    await app.page("Overview");
    await app.open("#/");
    await app.link("Learning audit 2026 (example)").count(1);
    await app.link(/in the bin$/).gone();
  });
});
