// Measures the built app against its budgets: `./dev bench [NAME…]`, or with a build there,
// `CHROME=… node bench/run.mjs [NAME…]`. Fails if any is exceeded.

import { spawnSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { DIST, ROOT, withApp } from "./app.mjs";
import { edits, saving } from "./edits.mjs";
import { atMost, printTable } from "./figures.mjs";
import { lighthouseRuns } from "./lighthouse.mjs";
import { memory } from "./memory.mjs";
import { pages } from "./pages.mjs";
import { ratios } from "./ratios.mjs";
import { start } from "./start.mjs";
import { survey } from "./survey.mjs";

const PARTS = { size, lighthouse: lighthouseRuns, edits, ratios, saving, pages, start, survey, memory };

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(PARTS).join(", ")}.`);
  process.exit(2);
}

const browser = await withApp((app) => app.browser.version());
console.log(`${availableParallelism()} cores (${cpus()[0].model.trim()}), ${browser}, Node.js ${process.version}\n`);

const rows = [];
for (const name of names.length ? names : Object.keys(PARTS)) {
  console.error(`Measuring: ${name}`);
  rows.push(...(await PARTS[name]()));
}
console.log();
printTable(rows);
const over = rows.filter(({ verdict }) => verdict === "OVER").length;
console.log(over ? `\n${over} over budget.` : "\nAll within budget.");
process.exit(over ? 1 : 0);

/** What size.mjs says of the first load. */
function size() {
  const script = fileURLToPath(new URL("size.mjs", import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [script, DIST], { cwd: ROOT, encoding: "utf8" });
  const bytes = /^first load .*?(\d+)\s*$/m.exec(stdout)?.[1];
  const budget = /first load's ([\d.]+) kB/.exec(stdout + stderr)?.[1];
  if (!bytes || !budget) throw new Error(`size.mjs says something else than it did:\n${stdout}${stderr}`);
  return [atMost("first load, brotli", bytes / 1000, Number(budget), "kB")];
}
