// When Cairn cannot start, the page says why: the true reason, in plain words.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST, MANIFEST, journey, none, until } from "./harness.mjs";
import { token } from "./survey-steps.mjs";
import { serve } from "./static-server.mjs";

/** Serves a copy of the app that `change` has changed; `body` gets its address. */
async function changed(change, options, body) {
  const root = mkdtempSync(join(tmpdir(), "cairn-changed-"));
  cpSync(DIST, root, { recursive: true });
  const [page, start, js, wasm] = MANIFEST.first.map((name) => join(root, name));
  const files = { root, js, wasm, start, page };
  change(files);
  const server = await serve({ root, base: "/some/folder/cairn/", ...options });
  try {
    await body(server.url, files);
  } finally {
    await server.close();
    rmSync(root, { recursive: true, force: true });
  }
}

const half = (file) => writeFileSync(file, readFileSync(file).subarray(0, readFileSync(file).length / 2));
const POLICY = (scripts) => ({
  "Content-Security-Policy": `default-src 'self'; script-src ${scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:`,
});

journey("Starting", (it) => {
  const said = (app) =>
    until("the page to say why", () =>
      app.run(() => {
        const place = document.getElementById("start-problem");
        return place && !place.hidden && place.textContent;
      }),
    );
  /** Tests that the page gives the expected reason and no other. */
  const check = (name, change, options, expected) =>
    it(name, async (app) => {
      app.expectInLog(/./);
      await changed(change, options, async (url) => {
        await app.driver.get(url);
        const words = await said(app);
        assert.match(words, expected);
        assert.match(words, /Nothing you have saved is lost/);
        assert.doesNotMatch(words, /connection/);
        none(await app.axe());
        await app.driver.get("about:blank");
      });
    });
  const nothing = () => {};

  check("says that the program is missing", ({ wasm }) => rmSync(wasm), {}, /One of Cairn’s files is missing/);
  check("says that the program’s script is missing", ({ js }) => rmSync(js), {}, /One of Cairn’s files is missing/);
  check("says that the first script is missing", ({ start }) => rmSync(start), {}, /One of Cairn’s files is missing/);
  check("says that the program came cut short", ({ wasm }) => half(wasm), {}, /came cut short/);
  check("says that the script came cut short", ({ js }) => half(js), {}, /came cut short/);
  check("says that the program is empty", ({ wasm }) => writeFileSync(wasm, ""), {}, /came cut short/);
  check(
    "says that the policy of the host lets no program run",
    nothing,
    { headers: POLICY("'self' 'unsafe-inline'") },
    /security rules of this web site/,
  );
  check("says that the policy of the host lets only files run, and no program", nothing, { headers: POLICY("'self'") }, /security rules of this web site/);
  check(
    "says that the policy of the host lets no file run",
    nothing,
    { headers: POLICY("'unsafe-inline' 'wasm-unsafe-eval'") },
    /security rules of this web site/,
  );
  check(
    "says that the policy of the host lets nothing be fetched",
    nothing,
    { headers: { "Content-Security-Policy": "connect-src 'none'" } },
    /security rules of this web site/,
  );

  it("says that another page came in place of a file", async (app) => {
    app.expectInLog(/./);
    for (const which of ["js", "wasm", "start"]) {
      // A host that answers every request with the page of another site.
      await changed(
        (files) => {
          writeFileSync(join(files.root, "404.html"), "<!DOCTYPE html><title>Our web site</title>");
          rmSync(files[which]);
        },
        { foundForAll: true },
        async (url) => {
          await app.driver.get(url);
          assert.match(await said(app), /sent another page in place of one of Cairn’s files/);
          await app.driver.get("about:blank");
        },
      );
    }
  });

  it("says so in a browser without WebAssembly, and in one that is too old for the program", async (app) => {
    app.expectInLog(/./);
    await app.cdp("Page.enable");
    const { identifier } = await app.cdp("Page.addScriptToEvaluateOnNewDocument", { source: "delete globalThis.WebAssembly;" });
    await app.driver.get(app.url);
    assert.match(await said(app), /needs WebAssembly/);
    await app.cdp("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    await app.cdp("Page.addScriptToEvaluateOnNewDocument", {
      source: `for (const name of ["instantiate", "instantiateStreaming", "compile", "compileStreaming"])
        WebAssembly[name] = async () => { throw new WebAssembly.CompileError("unknown opcode"); };`,
    });
    await app.driver.get("about:blank");
    await app.driver.get(app.url);
    assert.match(await said(app), /too old for Cairn/);
    assert.doesNotMatch(await said(app), /connection/);
    await app.run(() => (document.getElementById("start-problem").hidden = true));
  });

  it("says so when the program ends in the middle", async (app) => {
    app.expectInLog(/unreachable/);
    const sentence = "Cairn has stopped, and the mistake is ours. Please reload this page. Nothing you have saved is lost.";
    for (const inPromise of [false, true]) {
      await app.open("#/");
      await app.run((inPromise) => {
        // The smallest program that ends as one does that panics.
        const bytes = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11);
        const { f } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
        if (inPromise) Promise.resolve().then(f);
        else setTimeout(f);
      }, inPromise);
      assert.equal(await said(app), sentence);
      await app.reload();
    }
  });

  it("asks for a connection when there is none, and only then", async (app) => {
    app.expectInLog(/./);
    await app.cdp("Network.enable");
    await app.cdp("Page.enable");
    await app.cdp("Page.addScriptToEvaluateOnNewDocument", {
      source: `Object.defineProperty(navigator, "onLine", { get: () => false });`,
    });
    await app.cdp("Network.setBlockedURLs", { urls: ["*.wasm"] });
    await app.driver.get(app.url);
    assert.match(await said(app), /You are offline/);
    await app.cdp("Network.setBlockedURLs", { urls: [] });
    await app.run(() => (document.getElementById("start-problem").hidden = true));
  });

  it("says that something on the way holds a file back", async (app) => {
    app.expectInLog(/./);
    await app.cdp("Network.enable");
    await app.cdp("Network.setBlockedURLs", { urls: ["*/cairn-*.wasm"] });
    await app.driver.get(app.url);
    assert.match(await said(app), /is holding back one of Cairn’s files/);
    await app.cdp("Network.setBlockedURLs", { urls: [] });
    await app.run(() => (document.getElementById("start-problem").hidden = true));
  });

  it("gets the newer page by itself when the old one’s files are gone", async (app) => {
    app.expectInLog(/404|dynamically imported module/);
    const old = (html) => html.replaceAll(/cairn-\w+\.js/g, "cairn-00000000.js");
    await changed(
      ({ page }) => writeFileSync(page, old(readFileSync(page, "utf8"))),
      { headers: { "Cache-Control": "max-age=600" } },
      async (url, { page }) => {
        await app.driver.get(url);
        assert.match(await said(app), /One of Cairn’s files is missing/);
        cpSync(join(DIST, "index.html"), page);
        // The browser has the old page in its cache, and starts from it.
        await app.driver.get("about:blank");
        await app.driver.get(url);
        await app.ready();
        await app.page("Cairn");
        assert.equal(await app.run(() => performance.getEntriesByType("navigation")[0].type), "reload");
      },
    );
  });

  it("is silent and whole without a problem, and has no word of opening without scripts", async (app) => {
    await app.open();
    await app.page("Cairn");
    await app.cdp("Emulation.setScriptExecutionDisabled", { value: true });
    await app.driver.get("about:blank");
    await app.driver.get(app.url);
    await app.cdp("Emulation.setScriptExecutionDisabled", { value: false });
    const { words } = await app.run(() => ({ words: document.body.innerText }));
    assert.match(words, /needs JavaScript/);
    assert.doesNotMatch(words, /Opening…/);
    await app.driver.get(app.url);
  });
});

journey("Addresses that lead nowhere", (it) => {
  const lost = async (app, rest) => {
    app.expectInLog(/404/);
    await app.driver.get(app.url + rest);
  };

  it("say so, and lead to the app from any depth", async (app) => {
    for (const rest of ["nothing.html", "index.htm", "a/b/c/d", "a//b/", "%E0%A4%A", "a/b/?x=1"]) {
      await lost(app, rest);
      await app.role("heading", "There is no such page").find();
      await until("the way", async () => (await app.link("Open Cairn").read((way) => way.href)) === app.url);
      none(await app.axe());
    }
    await app.link("Open Cairn").click();
    await app.ready();
    await app.page("Cairn");
  });

  it("take along what stands behind the sign, however that was written", async (app) => {
    const survey = token();
    for (const rest of [
      `survey.html#/survey/${survey}`,
      `%23/survey/${survey}`,
      `%23%2Fsurvey%2F${survey}`,
      `index.html%23/survey/${survey}`,
      `x/y#/survey/${survey}`,
    ]) {
      await lost(app, rest);
      await app.ready();
      await app.page("Staff survey 2026");
      assert.equal(await app.run(() => location.pathname), new URL(app.url).pathname);
    }
  });

  it("say at home where to look when a survey’s link lost its end", async (app) => {
    for (const rest of ["", "#", "?fbclid=abc", "?utm_source=mail#"]) {
      await app.driver.get(app.url + rest);
      await app.ready();
      await app.text(/^Did you follow a link to answer a survey\?/).find();
    }
    await app.link("Start an audit").click();
    await app.label("Your organisation").type("Harbour House");
    await app.button("Start the audit").click();
    await app.page("Overview");
    await app.open();
    await app.text(/^Did you follow a link to answer a survey\?/).gone();
  });
});
