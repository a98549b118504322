// The last step of a build, started by Trunk before it puts the files in dist/: divides the app,
// makes everything small, and puts into the page what its first paint needs. (Trunk's own
// minifier can't read today's JavaScript.)
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { app } from "./app.mjs";
import { SMALL, keep, replaced } from "./files.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const path = (name) => join(dist, name);
const read = (name) => readFileSync(path(name), "utf8");

const files = app(dist);
const { start, sheets } = page(files);
lost();
manifest();

/**
 * Puts early.js and the style sheets that the first page needs into the page, as every further request
 * would hold up the first paint. Puts their hashes into its policy, which allows nothing else that is
 * inline. Writes the names of the app's files on the tag of start.js.
 * @returns {{ start: string, sheets: Map<string, string> }} the file of start.js, and those of the style
 *   sheets that are fetched later
 */
function page({ js, wasm, parts }) {
  let html = read("index.html").replace(/\s*<!--.*?-->/gs, "");
  inline(/<script src="\.\/(early-\w+\.js)"><\/script>/g, "script", "js");
  inline(/<link rel="stylesheet" href="\.\/([\w-]+\.css)"\/>\s*/g, "style", "css");
  const sheets = laidBy();
  const ahead = (part, sheet) => {
    const { own, shared } = parts[part] ?? { shared: [] };
    return [own, ...shared, sheets.get(sheet)].filter(Boolean).map((name) => `./${name}`).join(" ");
  };
  const { outputFiles } = buildSync({ ...SMALL, entryPoints: ["start.js"], bundle: true, format: "esm", write: false });
  const start = keep(dist, "start.js", outputFiles[0].text);
  const tag = `<script type="module" src="./${start}" data-js="./${js}" data-wasm="./${wasm}" data-bytes="${size(js)} ${size(wasm)}" data-audit="${ahead("audit", "pages")}" data-answer="${ahead("answer", "answer")}"></script>`;
  writeFileSync(path("index.html"), replaced(html, /<script type="module"[^>]*><\/script>/, tag));
  return { start, sheets };

  function inline(tags, element, loader) {
    const names = [...html.matchAll(tags)].map(([, name]) => name);
    if (!names.length) throw new Error(`index.html has no ${element} to put inline.`);
    const code = small(names.map(read).join("\n"), loader);
    const [first] = html.match(tags);
    html = html
      .replace(first, () => `<${element}>${code}</${element}>\n`)
      .replace(tags, "")
      .replace(new RegExp(`${element}-src [^;]*`), (rule) => `${rule} ${hashed(code)}`);
    for (const name of names) rmSync(path(name));
  }

  /**
   * Makes one file of all style sheets with the same name. Its tag stands in the page without a `rel`,
   * so nothing is fetched until the program gives it one (src/web/ui/sheet.rs).
   * @returns {Map<string, string>} the files by the sheets' names
   */
  function laidBy() {
    const tags = /<link rel="stylesheet" href="\.\/([\w-]+\.css)" data-sheet="(\w+)"\/>\s*/g;
    const sheets = new Map();
    for (const [, file, name] of html.matchAll(tags)) sheets.set(name, [...(sheets.get(name) ?? []), file]);
    for (const [name, files] of sheets) sheets.set(name, keep(dist, `${name}.css`, small(files.map(read).join("\n"), "css")));
    const placed = new Set();
    html = html.replace(tags, (_, file, name) => {
      rmSync(path(file));
      if (placed.has(name)) return "";
      placed.add(name);
      return `<link id="sheet-${name}" href="./${sheets.get(name)}">\n`;
    });
    return sheets;
  }
}

/**
 * Finishes 404.html, which a host shows for an address without a page. That may be at any depth, where
 * relative addresses fail, so script and style stand in the page, and its policy has their hashes.
 */
function lost() {
  const html = read("404.html").replace(/\s*<!--.*?-->/gs, "");
  const made = replaced(html, /<(script|style)>(.*?)<\/\1>/gs, (_, element, code) => {
    return `<${element}>${small(code, element === "script" ? "js" : "css")}</${element}>`;
  });
  const code = (element) => new RegExp(`<${element}>(.*?)</${element}>`, "s").exec(made)[1];
  const policy = (html, element) => replaced(html, `${element}-src 'none'`, `${element}-src ${hashed(code(element))}`);
  writeFileSync(path("404.html"), ["script", "style"].reduce(policy, made));
}

/**
 * Writes `parts.json`, which says what is in dist/: the files that come with the first page; the files
 * of each part of the program, and the style sheets by their names, which are fetched when they are
 * wanted; and the size of each file in bytes.
 */
function manifest() {
  const [, icon] = /<link rel="icon"[^>]*href="\.\/([^"]+)"/.exec(read("index.html"));
  const names = readdirSync(dist, { recursive: true }).filter((name) => statSync(path(name)).isFile());
  const parts = {
    first: ["index.html", start, files.js, files.wasm, icon],
    parts: files.parts,
    sheets: Object.fromEntries(sheets),
    bytes: Object.fromEntries(names.sort().map((name) => [name.replaceAll("\\", "/"), size(name)])),
  };
  writeFileSync(path("parts.json"), JSON.stringify(parts, null, 2));
}

function small(code, loader) {
  return transformSync(code, { ...SMALL, loader }).code.trim();
}

function hashed(code) {
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}

function size(name) {
  return readFileSync(path(name)).length;
}
