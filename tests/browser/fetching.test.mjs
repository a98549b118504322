// The pages that are fetched when they are first opened, and the style sheets that come with them.

import assert from "node:assert/strict";
import { MANIFEST, journey, none, until } from "./harness.mjs";
import { said, startAudit } from "./steps.mjs";
import { token } from "./survey-steps.mjs";

journey("Fetching pages", (it) => {
  /** The files that the browser has asked for, by their names. */
  const asked = (app) =>
    app.run(() => performance.getEntriesByType("resource").map(({ name }) => name.replace(/.*\//, "")));
  /** The parts of the program among them, such as `device`. */
  const parts = async (app) => named(await asked(app), Object.entries(MANIFEST.parts).map(([part, { own }]) => [part, own]));
  /** The style sheets among them, such as `pages`. */
  const sheets = async (app) => named(await asked(app), Object.entries(MANIFEST.sheets));
  const named = (files, names) => files.map((file) => names.find(([, name]) => name === file)?.[0]).filter(Boolean);
  /** The style sheets that the page uses, in their order. */
  const laid = (app) =>
    app.run(() => [...document.styleSheets].map(({ ownerNode }) => ownerNode.id.replace("sheet-", "")).filter(Boolean));
  const top = (app) => app.role("navigation", "Cairn");
  const fetched = (app, part) => until(`${part} to be fetched`, async () => (await parts(app)).includes(part));

  it("asks for a part when it is wanted, and for an audit's ahead of that", async (app) => {
    await app.open();
    assert.deepEqual(await parts(app), [], "the home page of a newcomer needs nothing more");
    assert.deepEqual(await sheets(app), []);
    const other = (await asked(app)).filter((file) => !MANIFEST.first.includes(file));
    assert.deepEqual(other, [], "and the first page needs what the manifest says");
    await top(app).link("Settings").click();
    await app.page("Settings");
    assert.deepEqual(await parts(app), ["device"]);
    await top(app).link("Home").click();
    await app.link("Start an audit").click();
    await app.page("Start an audit");
    await fetched(app, "audit");
    await until("the style sheet", async () => (await laid(app)).includes("pages"));
    assert.deepEqual(await sheets(app), ["pages"]);
    await fetched(app, "records");
    const all = ["audit", "records"].flatMap((part) => [MANIFEST.parts[part].own, ...MANIFEST.parts[part].shared]);
    const files = await asked(app);
    assert.deepEqual(all.filter((file) => !files.includes(file)), [], "the parts are whole");
  });

  it("has an audit's pages there at once for those who come back to one", async (app) => {
    const id = await startAudit(app);
    await app.open();
    await app.page("Cairn");
    await fetched(app, "audit");
    await app.open("#/new");
    await app.open(`#/audits/${id}/plan`);
    await app.reload();
    await app.page("Action plan");
    assert.equal((await parts(app)).filter((part) => part === "audit").length, 1, "and fetched once");
    assert.deepEqual(await sheets(app), ["pages"]);
  });

  it("shows no page before its style sheet is here", async (app) => {
    const id = await startAudit(app);
    await app.open();
    await app.cdp("Page.enable");
    await app.cdp("Page.addScriptToEvaluateOnNewDocument", {
      source: `new MutationObserver((_, observer) => {
        const frame = document.querySelector(".audit-frame");
        if (!frame) return;
        window.firstShown = getComputedStyle(frame.querySelector(".columns")).display;
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });`,
    });
    await app.cdp("Network.enable");
    await app.cdp("Network.setCacheDisabled", { cacheDisabled: true });
    await app.open(`#/audits/${id}/plan`);
    await app.reload();
    await app.page("Action plan");
    assert.equal(await app.run(() => window.firstShown), "grid");
  });

  it("lays the style sheets over each other in one order, whichever is here first", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/survey/${token()}`);
    await app.reload();
    await app.page("Staff survey 2026");
    assert.deepEqual(await laid(app), ["answer"]);
    await app.open(`#/audits/${id}/survey`);
    await app.page("Staff survey");
    assert.deepEqual(await laid(app), ["pages", "answer", "survey"]);
  });

  it("says so when a style sheet does not come, and fetches it when asked again", async (app) => {
    app.expectInLog(/ERR_BLOCKED_BY_CLIENT/);
    await app.cdp("Network.enable");
    await app.cdp("Network.setBlockedURLs", { urls: ["*/pages-*.css"] });
    await app.open("#/new");
    await app.label("Your organisation").type("Harbour House");
    await app.button("Start the audit").click();
    await app.page("This page did not load");
    await app.button("Try again").click();
    await app.page("This page did not load");
    await until("the focus on the heading", () => app.role("heading", "This page did not load").focused());
    assert.deepEqual(await laid(app), []);
    await app.cdp("Network.setBlockedURLs", { urls: [] });
    await app.button("Try again").click();
    await app.page("Overview");
    assert.deepEqual(await laid(app), ["pages"]);
    await until("the focus on the heading", () => app.role("heading", "Overview").focused());
  });

  it("says so when a page does not come, and fetches it when asked again", async (app) => {
    app.expectInLog(/ERR_BLOCKED_BY_CLIENT|Failed to fetch/);
    await app.cdp("Network.enable");
    await app.open();
    await app.cdp("Network.setBlockedURLs", { urls: ["*/pages-device-*"] });
    await top(app).link("Settings").click();
    await app.page("This page did not load");
    assert.ok(await app.role("heading", "This page did not load").focused());
    none(await app.axe());
    await app.button("Try again").click();
    await app.page("This page did not load");
    // The rest of the app is as it was.
    await top(app).link("Home").click();
    await app.page("Cairn");
    await app.cdp("Network.setBlockedURLs", { urls: [] });
    await top(app).link("Settings").click();
    await app.page("Settings");
    await app.label(/^Your name or initials/).find();
    await until("the focus on the heading", () => app.role("heading", "Settings").focused());
  });

  it("fetches it there and then when the way is free again", async (app) => {
    app.expectInLog(/ERR_BLOCKED_BY_CLIENT|Failed to fetch/);
    await app.cdp("Network.enable");
    await app.cdp("Network.setBlockedURLs", { urls: ["*/pages-audit-*"] });
    await app.open("#/new");
    await app.label("Your organisation").type("Harbour House");
    await app.button("Start the audit").click();
    await app.page("This page did not load");
    await app.cdp("Network.setBlockedURLs", { urls: [] });
    await app.button("Try again").click();
    await app.page("Overview");
    await until("the focus on the heading", () => app.role("heading", "Overview").focused());
  });

  it("shows a page that has come by itself in the meantime, with its title and the focus", async (app) => {
    app.expectInLog(/ERR_BLOCKED_BY_CLIENT|Failed to fetch/);
    await app.cdp("Network.enable");
    await app.open();
    // The test decides when the browser fetches ahead.
    await app.run(() => {
      const { setTimeout } = window;
      window.setTimeout = (body, after, ...rest) => {
        if (after !== 400) return setTimeout(body, after, ...rest);
        window.fetchAhead = body;
        return 0;
      };
    });
    await app.link("Start an audit").click();
    await app.page("Start an audit");
    await app.cdp("Network.setBlockedURLs", { urls: ["*/pages-audit-*"] });
    await app.button("Start the audit").click();
    await app.page("This page did not load");
    await app.cdp("Network.setBlockedURLs", { urls: [] });
    await app.run(() => window.fetchAhead());
    await until("the part to be here", () =>
      app.run(() =>
        performance
          .getEntriesByType("resource")
          .some(({ name, responseStatus }) => /\/pages-audit-/.test(name) && responseStatus === 200),
      ),
    );
    await app.button("Try again").click();
    await app.page("Overview");
    await until("the focus on the heading", () => app.role("heading", "Overview").focused());
  });

  const NOT_DONE = /^That could not be done yet/;
  const blocked = async (app, urls) => {
    app.expectInLog(/ERR_BLOCKED_BY_CLIENT|Failed to fetch/);
    await app.cdp("Network.enable");
    await app.cdp("Network.setBlockedURLs", { urls });
  };
  const freed = (app) => app.cdp("Network.setBlockedURLs", { urls: [] });

  it("lists the audits on the home page without any part, and says what cannot be done", async (app) => {
    const id = await startAudit(app, "Learning audit 2026");
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("We ask first.");
    await app.open();
    await blocked(app, ["*/pages-*", "*/shared-*"]);
    await app.reload();
    await app.page("Cairn");
    const card = app.role("heading", "Learning audit 2026").around(".card");
    await card.text(/Harbour House/).find();
    await card.text("More").unfold();
    await card.button("Save as a file").click();
    await app.notice(NOT_DONE);
    none(await app.axe());
    await app.text(NOT_DONE).around(".notice").button("Close").click();
    // Deleting could not be done, and the audit is still there.
    await card.button("Delete").click();
    await app.role("dialog").button("Delete").click();
    await app.notice(NOT_DONE);
    await card.role("link", "Learning audit 2026").find();
    await freed(app);
    const { json } = await app.download(() => card.button("Save as a file").click());
    assert.equal(json.data.reflections["1A.q1"].text, "We ask first.");
    await card.role("link", "Learning audit 2026").click();
    await app.page("Overview");
  });

  it("keeps the names of a new audit that cannot be started yet", async (app) => {
    await blocked(app, ["*/pages-*", "*/shared-*"]);
    await app.open("#/new");
    await app.label("Your organisation").type("Harbour House");
    await app.button("Start the audit").click();
    await app.notice(NOT_DONE);
    await app.page("Start an audit");
    await app.label("Your organisation").has("Harbour House");
    await freed(app);
    await app.button("Start the audit").click();
    await app.page("Overview");
    await app.text("Harbour House").find();
    await app.open();
    await app.role("link", /^Learning audit/).count(1);
  });

  it("saves what was typed when the page that comes next cannot be fetched", async (app) => {
    const id = await startAudit(app);
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("We ask first.");
    await blocked(app, ["*/pages-device-*"]);
    await top(app).link("Settings").click();
    await app.page("This page did not load");
    await app.open(`#/audits/${id}/areas/1A`);
    await app.reload();
    await until("the words", async () => (await app.label(said("1A.q1")).value()) === "We ask first.");
  });
});
