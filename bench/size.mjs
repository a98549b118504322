// What a visitor downloads: `node bench/size.mjs [folder]`. Prints every file of dist/, the first load
// (all that is fetched before the app is up) against its budget, and what each part of the program that
// is fetched later costs; parts.json says which these are. Fails above the budget.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const BUDGET = 118_000; // bytes of the first load, brotli

const dist = process.argv[2] ?? "dist";
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const data = readFileSync(path);
    return {
      name: relative(dist, path).split(sep).join("/"),
      raw: data.length,
      gzip: gzipSync(data, { level: 9 }).length,
      brotli: brotliCompressSync(data).length,
    };
  })
  .sort((a, b) => b.brotli - a.brotli);

const manifest = JSON.parse(readFileSync(join(dist, "parts.json"), "utf8"));
const named = (names) => files.filter(({ name }) => names.includes(name));
const first = new Set(manifest.first);
const total = (list) =>
  list.reduce(
    (sum, { raw, gzip, brotli }) => ({ raw: sum.raw + raw, gzip: sum.gzip + gzip, brotli: sum.brotli + brotli }),
    { raw: 0, gzip: 0, brotli: 0 },
  );

line("first  file", { raw: "raw", gzip: "gzip", brotli: "brotli" });
for (const file of files) line(`${first.has(file.name) ? "  *  " : "     "}  ${file.name}`, file);
line("all files", total(files));
const load = total(named(manifest.first));
line(`first load (${first.size} requests)`, load);

console.log("\nparts of the program, for whoever opens them first (style sheets come on top)");
for (const [part, { own, shared }] of Object.entries(manifest.parts)) {
  line(`       ${part}: its own file`, total(named([own])));
  line(`       ${part}: with what it shares (${shared.length + 1} files)`, total(named([own, ...shared])));
}

const verdict = `${kB(load.brotli)} of the first load's ${kB(BUDGET)}, brotli`;
if (load.brotli > BUDGET) {
  console.error(`\nToo large: ${verdict}. The rows marked * show where it goes.`);
  process.exit(1);
}
console.log(`\nWithin budget: ${verdict}.`);

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function line(name, { raw, gzip, brotli }) {
  console.log(name.padEnd(48) + [raw, gzip, brotli].map((n) => String(n).padStart(10)).join(""));
}
