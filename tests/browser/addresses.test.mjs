// Addresses that lead nowhere, and capabilities that are left out.

import assert from "node:assert/strict";
import { journey } from "./harness.mjs";
import { judge, said, startAudit } from "./steps.mjs";

journey("Addresses and scope", (it) => {
  it("says so where there is no page", async (app) => {
    for (const hash of ["#/nowhere", "#/audits", "#/audits/a/b/c/d", "#nonsense", "#/%00", "#/new/more", "#/audits/a/plan/b/c"]) {
      await app.open(hash);
      await app.page("There is no such page");
      await app.link("Go to the home page").find();
    }
    await app.link("Go to the home page").click();
    await app.page("Cairn");
  });

  it("says so where there is no audit, or no such page in it", async (app) => {
    await app.open("#/audits/not-here/areas/1A");
    await app.page("This audit is not open");
    await app.text("The audit is not on this device.").find();
    await app.link("Go to the home page").click();
    await app.page("Cairn");
    assert.deepEqual(await app.storage(), {}, "and nothing is kept of it");

    const id = await startAudit(app);
    for (const rest of ["areas/9Z", "review/7", "areas/<img>"]) {
      await app.open(`#/audits/${id}/${rest}`);
      await app.page("There is no such page in this audit");
    }
    await app.link("Go to the audit’s overview").click();
    await app.page("Overview");
    // An audit opens after the address of one that is not here.
    await app.open("#/audits/not-here");
    await app.page("This audit is not open");
    await app.open(`#/audits/${id}/plan`);
    await app.page("Action plan");
  });

  it("goes back and forward through the pages", async (app) => {
    const id = await startAudit(app);
    await app.link("Go to 1A").click();
    await app.page(/^1A /);
    await app.link(/^Next: /).click();
    await app.page(/^1B /);
    await app.driver.navigate().back();
    await app.page(/^1A /);
    await app.driver.navigate().back();
    await app.page("Overview");
    await app.driver.navigate().forward();
    await app.page(/^1A /);
    assert.equal(await app.hash(), `#/audits/${id}/areas/1A`);
  });

  it("leaves a capability out, keeps its answers, and takes it in again", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/2A`);
    await app.label(said("2A.q1")).type("Kept meanwhile");
    await judge(app, "2A.o1", "No");
    await app.saved();
    await app.link("Overview").click();
    await app.text("1 of 40 questions reflected on").find();
    await app.button("Leave capability 2 out of this audit").click();
    await app.text("0 of 25 questions reflected on").find();
    await app.text("0 of 29 indicators judged").find();
    await app.role("navigation", "Pages of this audit").link(/^2A /).gone();
    await app.link("Action plan").click();
    await app.page("Action plan");
    await app.link(/^2A:/).gone();
    await app.link("Report").click();
    await app.page("Report");
    await app.text("Capability 2 is left out of this audit.").find();
    await app.text("Kept meanwhile").gone();
    await app.saved();
    await app.reload();
    await app.text("Capability 2 is left out of this audit.").find();

    await app.link("About this audit").click();
    await app.role("checkbox", /^Capability 1/).click();
    await app.link("Overview").click();
    await app.text(/^Both capabilities are left out/).find();
    await app.link("Choose capabilities").click();
    await app.role("checkbox", /^Capability 2/).click();
    await app.role("checkbox", /^Capability 1/).click();
    await app.link("Overview").click();
    await app.text("1 of 40 questions reflected on").find();
    await app.link(/^2A Supporting/, {}).count(2);
    await app.open(`#/audits/${id}/areas/2A`);
    await app.label(said("2A.q1")).has("Kept meanwhile");
  });
});
