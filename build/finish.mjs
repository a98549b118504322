// The last step of a build, started by Trunk before it puts the files in dist/: makes everything
// small, and lets the page paint with the host's first answer. (Trunk's own minifier can't read
// today's JavaScript.)
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";

const dist = process.env.TRUNK_STAGING_DIR;
const path = (name) => join(dist, name);
const read = (name) => readFileSync(path(name), "utf8");
const small = { minify: true, target: "esnext", legalComments: "none" };

page();
app();
writeFileSync(path("start.js"), transformSync(read("start.js"), small).code);

/**
 * Puts the style sheets and early.js into the page, as every request more would hold up the first
 * paint, and their hashes into its policy, so that they run and nothing else that is inline.
 */
function page() {
  let html = read("index.html");
  inline(/<script src="\.\/(early-\w+\.js)"><\/script>/g, "script", "js");
  inline(/<link rel="stylesheet" href="\.\/([\w-]+\.css)"\/>\s*/g, "style", "css");
  writeFileSync(path("index.html"), html);

  function inline(tags, element, loader) {
    const files = [...html.matchAll(tags)].map(([, name]) => name);
    if (!files.length) throw new Error(`index.html has no ${element} to put inline.`);
    const code = transformSync(files.map(read).join("\n"), { ...small, loader }).code.trim();
    const hash = createHash("sha256").update(code).digest("base64");
    const [first] = html.match(tags);
    html = html
      .replace(first, () => `<${element}>${code}</${element}>\n`)
      .replace(tags, "")
      .replace(new RegExp(`${element}-src [^;]*`), (rule) => `${rule} 'sha256-${hash}'`);
    for (const name of files) rmSync(path(name));
  }
}

/**
 * The app, and the script that wasm-bindgen wrote for it. What nobody uses is left out, and the
 * names by which the two know each other, long and without a pattern, become short ones.
 */
function app() {
  const script = readdirSync(dist).find((name) => /^cairn-\w+\.js$/.test(name));
  const wasm = path(script.replace(".js", "_bg.wasm"));
  const { outputFiles } = buildSync({
    stdin: { contents: `export { default } from "./${script}";`, resolveDir: dist },
    bundle: true,
    format: "esm",
    target: "esnext",
    write: false,
  });
  const optimise = ["-Oz", "--minify-imports-and-exports-and-modules"];
  const names = JSON.parse(execFileSync("wasm-opt", [wasm, "-o", wasm, ...optimise], { encoding: "utf8" }));
  const shorter = new Map([...names.imports, ...names.exports].map((entry) => entry.slice(-2)));
  const code = outputFiles[0].text
    .replace(/\w+/g, (word) => shorter.get(word) ?? word)
    .replace(/".\/cairn\w*\.js"/g, '"a"');
  writeFileSync(path(script), transformSync(code, { ...small, format: "esm" }).code);
}
