// Chromium, with its driver: everything that the journeys ask for can be done here.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Key, logging } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";

/** Starts a browser with a profile of its own. `tune` may change its options before that. */
export async function start(tune) {
  const profile = mkdtempSync(join(tmpdir(), "cairn-profile-"));
  const options = new Options();
  options.addArguments(
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-backgrounding-occluded-windows",
    "--force-prefers-reduced-motion",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--lang=en-GB",
    "--window-size=1280,900",
    `--user-data-dir=${profile}`,
  );
  options.setUserPreferences({ "intl.accept_languages": "en-GB,en" });
  const log = new logging.Preferences();
  log.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(log);
  if (process.env.CHROME) options.setChromeBinaryPath(process.env.CHROME);
  tune(options);
  const service = new ServiceBuilder(process.env.CHROMEDRIVER);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(service)
    .build();
  return {
    driver,
    quit: async () => {
      await driver.quit();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** What the browser has logged of this tab since it was last asked: errors, warnings and panics. */
export async function log({ driver }) {
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  const wrong = ({ level, message }) => level.value >= logging.Level.WARNING.value || /panicked/.test(message);
  return entries.filter(wrong).map(({ message }) => message);
}

/** Sends a command of the browser's own protocol to this tab. */
export function command({ driver }, name, parameters) {
  return driver.sendAndGetDevToolsCommand(name, parameters);
}

/** Lets files be saved in `folder` from now on. */
export async function saveIn(browser, folder) {
  await command(browser, "Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
}

/** The path of a file that has been saved in `folder` as a whole, if there is one. */
export function saved(browser, folder) {
  const name = readdirSync(folder).find((name) => !/\.crdownload$|^\./.test(name));
  const path = name && join(folder, name);
  return path && existsSync(path) && readFileSync(path, "utf8") && path;
}

/** Makes the page as large as a screen of this size; without a size, as large as it was. */
export async function width(browser, pixels, height) {
  if (!pixels) return command(browser, "Emulation.clearDeviceMetricsOverride", {});
  await command(browser, "Emulation.setDeviceMetricsOverride", {
    width: pixels,
    height,
    deviceScaleFactor: 1,
    mobile: pixels < 700,
  });
}

export async function click(browser, element) {
  await element.click();
}

/** Types into a field. Some drivers cannot type a character beyond the first 65,536, such as an emoji.
 * Such text goes into the field as from an input method, which has no keys for it either. */
export async function type(browser, element, keys) {
  const text = keys.join("");
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return element.sendKeys(...keys);
  for (const part of text.split(/([\uE000-\uF8FF]+)/).filter(Boolean)) {
    await element.sendKeys(/^[\uE000-\uF8FF]/.test(part) ? part : "");
    if (!/^[\uE000-\uF8FF]/.test(part)) await command(browser, "Input.insertText", { text: part });
  }
}

export async function fill(browser, element, text) {
  await element.sendKeys(Key.chord(Key.CONTROL, "a"), Key.DELETE);
  await type(browser, element, [text]);
}

export async function choose(browser, option) {
  await option.click();
}

export async function undoTyping({ driver }) {
  await driver.actions().keyDown(Key.CONTROL).sendKeys("z").keyUp(Key.CONTROL).perform();
}
