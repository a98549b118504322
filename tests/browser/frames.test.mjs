// Cairn inside other pages, and under the headers that a host may add.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ROOT, journey } from "./harness.mjs";
import { openExample, said, saveAndClear, startAudit } from "./steps.mjs";
import { serve } from "./static-server.mjs";

const DIST = resolve(ROOT, process.env.CAIRN_DIST ?? "dist");

/** Opens a page that has Cairn in a frame, checks what the frame shows, and calls `then` there. */
async function framed(app, address, attributes, then = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), "cairn-host-"));
  const frame = `<iframe ${attributes} src="${address}"></iframe>`;
  writeFileSync(join(folder, "index.html"), `<!DOCTYPE html><title>Host</title><link rel="icon" href="data:,">${frame}`);
  symlinkSync(DIST, join(folder, "cairn"));
  const host = await serve({ root: folder });
  try {
    await app.driver.get(host.url);
    await app.driver.switchTo().frame(0);
    await app.role("heading", "Cairn opens only on its own").find();
    const seen = await app.run(() => document.body.innerText);
    assert.match(seen, /^Cairn opens only on its own\s+This page is inside another page/);
    assert.doesNotMatch(seen, /Settings|Start an audit|Clear/);
    assert.deepEqual(await app.role("button", /./).now(), []);
    await then();
    await app.driver.switchTo().defaultContent();
  } finally {
    await host.close();
    rmSync(folder, { recursive: true });
  }
}

journey("Inside another page", (it) => {
  it("shows nothing of itself but why, and a way to open it by itself", async (app) => {
    await startAudit(app, "Private");
    await framed(app, `${app.url}#/settings`, "", () => app.link("Open Cairn on its own").click());
    await app.page("Settings");
    await app.link("Home").click();
    await app.link("Private").find();
  });

  it("does not start in a frame without an origin either", async (app) => {
    app.expectInLog(/blocked by CORS policy|ERR_FAILED|sandboxed/); // a page without an origin gets no module
    await framed(app, app.url, 'sandbox="allow-scripts"');
  });

  it("does not start in a page of the same host", async (app) => {
    await framed(app, "./cairn/", "");
  });
});

/** The headers that a host may add, according to the README. */
const HEADERS = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Strict-Transport-Security": "max-age=31536000",
};

journey("A host that adds headers", (it) => {
  it("is no hindrance", async (app) => {
    await app.server.close();
    app.server = await serve({ root: DIST, base: "/some/folder/cairn/", headers: HEADERS });
    app.url = app.server.url;
    const answer = await fetch(app.url);
    for (const [name, value] of Object.entries(HEADERS)) assert.equal(answer.headers.get(name), value);
    await openExample(app);
    await app.link("Home").click();
    const id = await startAudit(app, "Ours");
    await app.open(`#/audits/${id}/areas/1A`);
    await app.label(said("1A.q1")).type("We ask.");
    await app.saved();
    await app.open(`#/audits/${id}/survey`);
    await app.reload();
    await app.open("#/new/organisation");
    await app.reload();
    const file = await saveAndClear(app);
    await app.open("#/open");
    await app.pick(file.path);
    await app.button(/^Open \d audits$/).click();
    await app.page("Cairn");
    await app.link("Ours").find();
  });
});
