// What Lighthouse says of the home page on a telephone, with the full audit on the device.

import lighthouse from "lighthouse";
import { withApp } from "./app.mjs";
import { atLeast, atMost, median, spread } from "./figures.mjs";
import { auditFile } from "./full-audit.mjs";

const RUNS = 5;

export async function lighthouseRuns() {
  return withApp(async (app) => {
    await app.bringIn(auditFile(1));
    const simulated = await runs(app, "simulate");
    const applied = await runs(app, "devtools");
    const score = (id) => simulated.map(({ categories }) => Math.round(categories[id].score * 100));
    const lowest = (name, id) => atLeast(name, Math.min(...score(id)), 100, missed(simulated, id));
    const middle = (name, runs, audit, budget, unit, per = 1) => {
      const values = runs.map(({ audits }) => audits[audit].numericValue / per);
      return atMost(name, median(values), budget, unit, spread(values, unit));
    };
    const performance = score("performance");
    return [
      atLeast("Lighthouse performance", median(performance), 98, spread(performance, "")),
      lowest("Lighthouse accessibility", "accessibility"),
      lowest("Lighthouse best practices", "best-practices"),
      middle("largest paint, simulated", simulated, "largest-contentful-paint", 1.7, "s", 1000),
      middle("largest paint, applied", applied, "largest-contentful-paint", 1.0, "s", 1000),
      middle("blocking time, simulated", simulated, "total-blocking-time", 150, "ms"),
      middle("blocking time, applied", applied, "total-blocking-time", 150, "ms"),
      middle("layout shift, simulated", simulated, "cumulative-layout-shift", 0, "shift"),
      middle("layout shift, applied", applied, "cumulative-layout-shift", 0, "shift"),
    ];
  });
}

/** Runs with Lighthouse's own telephone and network; it empties the cache, but not localStorage. */
async function runs(app, throttlingMethod) {
  const results = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await app.browser.newPage();
    const flags = {
      throttlingMethod,
      logLevel: "error",
      onlyCategories: ["performance", "accessibility", "best-practices"],
    };
    const { lhr } = await lighthouse(app.url, flags, undefined, page);
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    await page.close();
    results.push(lhr);
  }
  return results;
}

/** The titles of the audits that were not passed in full. */
function missed(runs, category) {
  const titles = runs.flatMap(({ categories, audits }) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => audits[id].title),
  );
  return [...new Set(titles)].join("; ");
}
