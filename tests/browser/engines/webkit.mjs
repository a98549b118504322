// WebKit, the engine of every browser on an iPad or an iPhone, as WebKitGTK has it: a plain window
// (webkit-window.py) on a virtual screen, driven by WebKitWebDriver. If a journey asks for something
// that WebKit's driver cannot do, `Lacking` is thrown.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Builder, Capabilities, Key } from "selenium-webdriver";
import { Lacking } from "./lacking.mjs";

const WINDOW = join(dirname(fileURLToPath(import.meta.url)), "webkit-window.py");
const SIZE = { width: 1280, height: 900 };

/** Starts a browser with a home and a screen of its own. */
export async function start() {
  const home = mkdtempSync(join(tmpdir(), "cairn-webkit-"));
  const downloads = join(home, "downloads");
  mkdirSync(downloads);
  const lines = [];
  const screen = spawn(process.env.XVFB ?? "Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await firstLine(screen, screen.stdio[3], "Xvfb");
  const port = await freePort();
  const service = spawn(process.env.WEBKITDRIVER ?? "WebKitWebDriver", ["-p", String(port)], {
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      HOME: home,
      XDG_CONFIG_HOME: join(home, "config"),
      XDG_CACHE_HOME: join(home, "cache"),
      XDG_DATA_HOME: join(home, "data"),
      LANG: "C.UTF-8",
      GTK_A11Y: "none",
      NO_AT_BRIDGE: "1",
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
      CAIRN_DOWNLOADS: downloads,
      // WebKit has no sandbox for root. Only our own pages are opened.
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" }),
    },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // in a process group of its own, so that the window ends with it
  });
  for (const out of [service.stdout, service.stderr]) {
    let rest = "";
    out.setEncoding("utf8").on("data", (text) => {
      const all = (rest + text).split("\n");
      rest = all.pop();
      lines.push(...all);
    });
  }
  await answering(port);
  const capabilities = new Capabilities();
  capabilities.set("browserName", "Cairn");
  capabilities.set("webkitgtk:browserOptions", { binary: WINDOW, args: [] });
  const quit = async (driver) => {
    await driver?.quit().catch(() => {});
    const gone = new Promise((done) => service.once("exit", done));
    process.kill(-service.pid, "SIGKILL");
    screen.kill();
    await gone;
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(capabilities)
      .build();
    return { driver, downloads, lines, quit: () => quit(driver) };
  } catch (problem) {
    await quit();
    throw new Error(`WebKit did not start: ${problem.message}\n${lines.join("\n")}`);
  }
}

function firstLine(child, stream, name) {
  return new Promise((done, failed) => {
    child.once("error", (problem) => failed(new Error(`${name} did not start: ${problem.message}`)));
    child.once("exit", () => failed(new Error(`${name} has ended`)));
    stream.setEncoding("utf8").once("data", (text) => done(text.trim()));
  });
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function answering(port) {
  for (const end = Date.now() + 20_000; ; ) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (status?.ok) return;
    if (Date.now() > end) throw new Error("WebKitWebDriver does not answer");
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** What the pages have written to the console since it was last asked: errors, warnings and panics. */
export async function log({ lines }) {
  return lines.splice(0).filter((line) => /CONSOLE \w+ (ERROR|WARN)|panicked|WEB PROCESS ENDED/.test(line));
}

/** WebKit's driver has no protocol of the browser's own. */
export async function command(browser, name) {
  throw new Lacking("WebKit", name);
}

export async function saveIn() {
  // All files are saved in one folder; `saved` puts each where its test looks for it.
}

/** The path of a file that has been saved as a whole, if there is one, put into `folder`. */
export function saved({ downloads }, folder) {
  const name = readdirSync(downloads).find((name) => !/\.wkdownload$|^\./.test(name));
  if (!name) return undefined;
  const at = join(downloads, name);
  if (isOpen(at)) return undefined;
  const path = join(folder, basename(name));
  renameSync(at, path);
  return path;
}

/** Whether a program has the file open: WebKit writes a page's file under its final name at once. */
function isOpen(path) {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const files = (id) => orNone(() => readdirSync(`/proc/${id}/fd`)).map((file) => `/proc/${id}/fd/${file}`);
  return processes.flatMap(files).some((file) => orNone(() => readlinkSync(file)) === path);
}

/** Reads about another process; gives nothing if it has ended meanwhile or belongs to another user. */
function orNone(read) {
  try {
    return read();
  } catch {
    return [];
  }
}

/** Makes the page as large as a screen of this size; without a size, as large as it was. */
export async function width({ driver }, pixels, height) {
  await driver.manage().window().setRect(pixels ? { width: pixels, height } : SIZE);
}

/** Clicks once the element lies still: the driver would look where it is before the page has settled. */
export async function click({ driver }, element) {
  await settled(driver, element);
  await element.click();
}

/** Waits until the element has been in one place for two frames. */
function settled(driver, element) {
  return driver.executeAsyncScript(
    `const [element, done] = arguments;
     let last = "";
     const look = () => {
       const { x, y, width, height } = element.getBoundingClientRect();
       const now = [x, y, width, height].join();
       if (now === last) return done();
       last = now;
       requestAnimationFrame(() => requestAnimationFrame(look));
     };
     look();`,
    element,
  );
}

/** Types, and waits for the text: the driver answers before the last key has been typed. */
export async function type({ driver }, element, keys) {
  for (const key of keys) {
    if (/^\d{8}$/.test(key) && (await kind(driver, element)) === "date") {
      await day(driver, element, `${key.slice(4)}-${key.slice(2, 4)}-${key.slice(0, 2)}`);
      continue;
    }
    await element.sendKeys(key);
    if (!/[\uE000-\uF8FF]/.test(key)) await typed(driver, element, key.slice(-8));
  }
}

export async function fill({ driver }, element, text) {
  await driver.executeScript("arguments[0].focus(); arguments[0].select();", element);
  await element.sendKeys(Key.DELETE);
  if (text) await type({ driver }, element, [text]);
}

const kind = (driver, element) => driver.executeScript("return arguments[0].type", element);

/** Sets a day as if chosen in the calendar: the driver does not type into the parts of a date. */
function day(driver, element, iso) {
  return driver.executeScript(
    `const [element, iso] = arguments;
     element.focus();
     element.value = iso;
     element.dispatchEvent(new Event("input", { bubbles: true }));
     element.dispatchEvent(new Event("change", { bubbles: true }));`,
    element,
    iso,
  );
}

async function typed(driver, element, end) {
  const there = "return !('value' in arguments[0]) || arguments[0].value.includes(arguments[1])";
  for (const late = Date.now() + 8000; Date.now() < late; ) {
    if (await driver.executeScript(there, element, end)) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  const [now, focus] = await driver.executeScript(
    "return [arguments[0].value, document.activeElement.outerHTML.slice(0, 200)]",
    element,
  );
  throw new Error(`WebKit did not type “${end}”: “${now}” stands there, and the focus is on ${focus}`);
}

/** Chooses an option by script: the driver cannot press one. */
export async function choose({ driver }, option) {
  await driver.executeScript(
    `const [option] = arguments, list = option.closest("select");
     list.focus();
     option.selected = true;
     list.dispatchEvent(new Event("input", { bubbles: true }));
     list.dispatchEvent(new Event("change", { bubbles: true }));`,
    option,
  );
}

/** Undoes typing by script: a tablet offers it in its own bar or by a shake; this window has no key. */
export async function undoTyping({ driver }) {
  await driver.executeScript("document.execCommand('undo')");
}
