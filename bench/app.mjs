// The app as a visitor gets it: in a real Chromium, from a subfolder of a plain static host.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { serve } from "../tests/browser/static-server.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const DIST = resolve(ROOT, process.env.CAIRN_DIST ?? "dist");
const DEADLINE = 60_000;

/** Calls `use` with the app in a Chromium and a storage of its own. */
export async function withApp(use) {
  const folder = mkdtempSync(join(tmpdir(), "cairn-bench-"));
  const server = await serve({ root: DIST, base: "/some/folder/cairn/", compress: true });
  let browser;
  try {
    browser = await launch(join(folder, "profile"));
    const [page] = await browser.pages();
    page.setDefaultTimeout(DEADLINE);
    return await use(new App({ browser, page, folder, url: server.url, cdp: await page.createCDPSession() }));
  } finally {
    await browser?.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function launch(userDataDir) {
  const executablePath = process.env.CHROME;
  if (!executablePath) throw new Error("CHROME names no browser. ./dev bench finds one.");
  return puppeteer.launch({
    executablePath,
    userDataDir,
    protocolTimeout: 2 * DEADLINE,
    defaultViewport: { width: 1280, height: 900 },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--lang=en-GB",
      "--window-size=1280,900",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}

class App {
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Loads the app anew at one of its addresses, such as `#/settings`. */
  async load(hash = "") {
    // From an empty page: an address that differs in its fragment alone would not load anything.
    await this.page.goto("about:blank");
    await this.page.goto(this.url + hash);
    await this.page.waitForSelector("#main h1");
  }

  /** Brings the text of a file into the app, the way a person does: pick, look, open. */
  async bringIn(text) {
    const path = join(this.folder, "file.json");
    writeFileSync(path, text);
    await this.load("#/open");
    const picker = await this.page.waitForSelector("#pick");
    await picker.uploadFile(path);
    const open = await this.page.waitForSelector("::-p-xpath(//main//button[starts-with(., 'Open')])");
    await open.click();
    await this.page.waitForFunction(() => {
      const heading = document.querySelector("main h1")?.textContent;
      return location.hash !== "#/open" && heading && heading !== "Open a file";
    });
  }

  /** Makes the processor this many times slower, for the page. */
  slowDown(rate) {
    return this.page.emulateCPUThrottling(rate);
  }
}

/** Waits, to let the browser come to rest. */
export const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
