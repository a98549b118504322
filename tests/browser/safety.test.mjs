// Nothing leaves the device: checks the policy in the page, the browser's own record of its requests,
// the address bar and the links.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { logging } from "selenium-webdriver";
import { Key, journey, none } from "./harness.mjs";
import { judge, openExample, pagesOf, said } from "./steps.mjs";

/** Every request that the browser has made since this was last asked. */
async function requests(app) {
  const log = await app.driver.manage().logs().get(logging.Type.PERFORMANCE);
  return log
    .map(({ message }) => JSON.parse(message).message)
    .filter(({ method }) => /^Network\.(requestWillBeSent|webSocketCreated|webTransportCreated)$/.test(method))
    .map(({ params }) => params.request?.url ?? params.url);
}

const recordRequests = (options) => {
  const log = new logging.Preferences();
  log.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  log.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(log);
};

journey(
  "Safe",
  (it) => {
    it("sends nothing anywhere, and asks only its own folder", async (app) => {
      await requests(app);
      await openExample(app);
      await app.open("#/audits/example/areas/1A");
      await app.label(said("1A.q1")).type(" SECRETWORDS", Key.TAB);
      await judge(app, "1A.o7", "No");
      await app.saved();
      for (const hash of ["#/", "#/settings", "#/open", ...pagesOf("example")]) {
        await app.open(hash);
        assert.ok(!(await app.run(() => location.href)).includes("SECRETWORDS"));
      }
      await app.open("#/audits/example/about");
      await app.download(() => app.button("Save as a file").click());
      const sent = (await requests(app)).filter((url) => !/^(data:|blob:|about:|chrome)/.test(url));
      assert.ok(sent.length > 5, "the requests were recorded");
      none(sent.filter((url) => !url.startsWith(app.url)), "Requests to elsewhere");
      none(sent.filter((url) => /[?]|SECRETWORDS/.test(url)), "Requests with something in them");
      const kept = await app.run(() => [document.cookie, sessionStorage.length]);
      assert.deepEqual(kept, ["", 0]);
      assert.deepEqual(await app.run(() => indexedDB.databases().then((all) => all.length)), 0);
    });

    it("has a policy that allows itself and nothing else", async (app) => {
      await app.open();
      const policy = await app.run(
        () => document.querySelector('meta[http-equiv="Content-Security-Policy"]').content,
      );
      const rules = new Map(policy.split(";").map((rule) => rule.trim().split(/\s+/)).map(([name, ...rest]) => [name, rest]));
      assert.deepEqual(rules.get("default-src"), ["'none'"]);
      assert.ok(!/unsafe-inline|'unsafe-eval'|\*|https?:/.test(policy), policy);
      assert.deepEqual(rules.get("connect-src"), ["'self'"]);
      assert.deepEqual(rules.get("base-uri"), ["'none'"]);
      assert.deepEqual(rules.get("form-action"), ["'none'"]);
      for (const source of rules.get("script-src")) {
        assert.match(source, /^('self'|'wasm-unsafe-eval'|'sha(256|384|512)-[\w+/=]+')$/);
      }
      for (const source of rules.get("style-src")) assert.match(source, /^('self'|'sha256-[\w+/=]+')$/);
      // The browser enforces the policy.
      app.expectInLog(/Content Security Policy|violates/);
      const blocked = await app.driver.executeAsyncScript(`
        const done = arguments[0];
        const found = [];
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => found.push(effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.harmed = true";
        const style = document.createElement("style");
        style.textContent = "body { display: none }";
        document.body.append(script, style);
        fetch("https://example.org/").catch(() => {}).then(() =>
          requestAnimationFrame(() => requestAnimationFrame(() => done([found.sort(), window.harmed === undefined]))));
      `);
      assert.deepEqual(blocked, [["connect-src", "script-src-elem", "style-src-elem"], true]);
    });

    it("opens what lies outside in a window that knows nothing of this one", async (app) => {
      await openExample(app);
      let seen = 0;
      for (const hash of ["#/", "#/settings", ...pagesOf("example")]) {
        await app.open(hash);
        const links = await app.run(() =>
          [...document.querySelectorAll("a[href]")]
            .filter((link) => link.origin !== location.origin)
            .map((link) => [link.protocol, link.rel, link.target]),
        );
        seen += links.length;
        for (const [protocol, rel] of links) {
          assert.match(protocol, /^(https?|mailto):$/);
          assert.match(rel, /\bnoopener\b/);
          assert.match(rel, /\bnoreferrer\b/);
        }
      }
      assert.ok(seen > 0, "there are such links in the example");
    });

    it("has no inline style or script but those whose hash is in its policy", async (app) => {
      await openExample(app);
      const wrong = [];
      for (const hash of ["#/", "#/settings", ...pagesOf("example")]) {
        await app.open(hash);
        const found = await app.run(() =>
          [...document.querySelectorAll("script:not([src]), style, [style]")].map((element) => [
            element.outerHTML.slice(0, 120),
            element.textContent,
            document.querySelector("meta[http-equiv]").content,
          ]),
        );
        for (const [finding, code, policy] of found) {
          const allowed = createHash("sha256").update(code).digest("base64");
          if (!policy.includes(`'sha256-${allowed}'`)) wrong.push(`${hash}: ${finding}`);
        }
        const sheets = await app.run(() => [...document.styleSheets].map(({ href }) => href).filter(Boolean));
        wrong.push(...sheets.filter((href) => !href.startsWith(app.url)));
      }
      none(wrong);
    });
  },
  recordRequests,
);
