// What a visitor downloads: `node bench/size.mjs [folder]`. Prints every file of dist/, the first load
// (all that is fetched before the app is up) against its budget, and what each part of the program
// costs that is fetched later. Fails above the budget.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const BUDGET = 130_000; // bytes of the first load, brotli

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

const first = firstLoad(new Set(files.map(({ name }) => name)));
const total = (list) =>
  list.reduce(
    (sum, { raw, gzip, brotli }) => ({ raw: sum.raw + raw, gzip: sum.gzip + gzip, brotli: sum.brotli + brotli }),
    { raw: 0, gzip: 0, brotli: 0 },
  );

line("first  file", { raw: "raw", gzip: "gzip", brotli: "brotli" });
for (const file of files) line(`${first.has(file.name) ? "  *  " : "     "}  ${file.name}`, file);
line("all files", total(files));
const load = total(files.filter(({ name }) => first.has(name)));
line(`first load (${first.size} requests)`, load);

console.log("\nparts of the program, for whoever opens them first (style sheets come on top)");
for (const { part, own, all } of parts()) {
  line(`       ${part}: its own file`, total(own));
  line(`       ${part}: with what it shares (${all.length} files)`, total(all));
}

const verdict = `${kB(load.brotli)} of the first load's ${kB(BUDGET)}, brotli`;
if (load.brotli > BUDGET) {
  console.error(`\nToo large: ${verdict}. The rows marked * show where it goes.`);
  process.exit(1);
}
console.log(`\nWithin budget: ${verdict}.`);

/** The names of all files that index.html loads by itself, and that those scripts import. */
function firstLoad(exists) {
  const found = new Set(["index.html"]);
  const html = readFileSync(join(dist, "index.html"), "utf8").replace(/<!--.*?-->/gs, "");
  const queue = [];
  // start.js fetches what its tag names.
  for (const [, address] of html.matchAll(/\sdata-(?:js|wasm)="([^"]+)"/g)) queue.push(address);
  for (const [tag, kind] of html.matchAll(/<(link|script|img)\b[^>]*>/g)) {
    const address = /\s(?:href|src)=["']?([^"'\s>]+)/.exec(tag)?.[1];
    // A link that does not say what it is, is a style sheet that waits to be wanted.
    if (address && !(kind === "link" && !/\srel=["']?(?!canonical|license|help|author)/.test(tag))) queue.push(address);
  }
  for (const address of queue) {
    const name = posix.normalize(address);
    if (/^(data:|https?:|\/)/.test(name) || found.has(name)) continue;
    if (!exists.has(name)) throw new Error(`index.html loads ${address}, which is not in ${dist}/`);
    found.add(name);
    if (!name.endsWith(".js")) continue;
    const code = readFileSync(join(dist, name), "utf8");
    for (const [, imported] of code.matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
      queue.push(posix.join(posix.dirname(name), imported));
    }
  }
  return found;
}

/** The parts that are fetched later, with the files that each consists of, as the program's script names them. */
function parts() {
  const script = files.find(({ name }) => /^cairn-\w+\.js$/.test(name));
  const code = readFileSync(join(dist, script.name), "utf8");
  const loads = [...code.matchAll(/([\w$]+)=(?:[\w$]+\()?[\w$]+\(\(\)=>\{let [\w$]+=fetch\(new URL\("\.\/([\w.-]+)"[\s\S]*?\},\[([^\]]*)\]\)/g)];
  const fileOf = new Map(loads.map(([, id, name]) => [id, files.find((file) => file.name === name)]));
  const named = loads.filter(([, , name]) => name.startsWith("pages-"));
  if (!named.length) throw new Error(`No part is named in ${script.name}.`);
  return named.map(([, id, name, shared]) => {
    const own = [fileOf.get(id)];
    const all = [...own, ...shared.split(",").filter(Boolean).map((id) => fileOf.get(id))];
    return { part: /^pages-(\w+)-/.exec(name)[1], own, all };
  });
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function line(name, { raw, gzip, brotli }) {
  console.log(name.padEnd(48) + [raw, gzip, brotli].map((n) => String(n).padStart(10)).join(""));
}
