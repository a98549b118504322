// Makes the app's own files: divides the linked program into what the first page needs and the parts
// that are fetched later (the `part` of each room in src/web), and adapts the scripts that tie them
// together.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { joinChunks } from "./chunks.mjs";
import { SMALL, keep, replaced } from "./files.mjs";

const run = (program, ...options) => execFileSync(program, options, { encoding: "utf8", maxBuffer: 2 ** 28, stdio: "pipe" });

/**
 * Puts the app into the folder `dist`, in place of what Trunk made of the undivided program.
 * @returns {{ js: string, wasm: string, parts: Object<string, { own: string, shared: string[] }> }} the
 *   files to start with, and for each part that is fetched later its own file and those that it shares
 */
export function app(dist) {
  for (const name of readdirSync(dist)) if (/^cairn-\w+\.(js|wasm)$/.test(name)) rmSync(join(dist, name));
  const { target_directory } = JSON.parse(run("cargo", "metadata", "--format-version=1", "--no-deps", "--offline"));
  const linked = join(target_directory, "wasm32-unknown-unknown/release/cairn.wasm");
  const before = join(target_directory, "divided", mark(linked));
  const quick = process.env.CAIRN_QUICK === "1";
  if (!quick && existsSync(before)) return laid(before, dist);
  const work = mkdtempSync(join(tmpdir(), "cairn-build-"));
  const at = (name) => join(work, name);
  const read = (name) => readFileSync(at(name), "utf8");
  if (quick) return undivided(dist, linked, work);
  run("wasm-split-cli", linked, work, "--out-name=cairn");
  run("wasm-bindgen", at("cairn.wasm"), "--target=web", "--no-typescript", "--keep-lld-exports", `--out-dir=${work}`);

  const loader = joinChunks(work, read("__wasm_split.js"));
  const kept = new Map();
  for (const [, name] of loader.matchAll(/"\.\/(\w+\.wasm)"/g)) {
    optimise(at(name));
    const ours = name.replace("split_", "pages-").replace("chunk_", "shared-");
    kept.set(name, keep(dist, ours, readFileSync(at(name))));
  }
  const short = shortNames(at("cairn_bg.wasm"));
  writeFileSync(at("__wasm_split.js"), ourLoader(loader, short, kept));
  writeFileSync(at("cairn.js"), shortGlue(read("cairn.js"), short));
  const files = {
    js: keep(dist, "cairn.js", bundled(work)),
    wasm: keep(dist, "cairn.wasm", readFileSync(at("cairn_bg.wasm"))),
    parts: partsOf(loader, kept),
  };
  rmSync(work, { recursive: true });
  remember(before, dist, files, [files.js, files.wasm, ...kept.values()]);
  return files;
}

/** A hash of all that the divided app is made from: the linked program, and what divides it. */
function mark(linked) {
  const hash = createHash("sha256");
  const makers = readdirSync("build").map((name) => join("build", name));
  // The last three have the versions of the tools.
  for (const file of [linked, ...makers.sort(), "package-lock.json", "Cargo.lock", "dev"]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 32);
}

/** Keeps the divided app for the next build with the same mark, as dividing takes minutes. Only the last
 * one is kept. The folder gets its name once everything is in it. */
function remember(before, dist, files, names) {
  const made = `${before}-unfinished`;
  rmSync(dirname(before), { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  for (const name of names) cpSync(join(dist, name), join(made, name));
  writeFileSync(join(made, "files.json"), JSON.stringify({ files, names }));
  renameSync(made, before);
}

/** Puts the app that was kept into the folder `dist`. */
function laid(before, dist) {
  const { files, names } = JSON.parse(readFileSync(join(before, "files.json"), "utf8"));
  for (const name of names) cpSync(join(before, name), join(dist, name));
  return files;
}

/** Joins the scripts in the folder `work` into the one that starts the program, and gives its text. */
function bundled(work, options = SMALL) {
  const stdin = { contents: 'export { default } from "./cairn.js";', resolveDir: work };
  return buildSync({ ...options, stdin, bundle: true, format: "esm", write: false }).outputFiles[0].text;
}

/** Every part names the same module, and esbuild would warn of each. */
const ONE_FOR_ALL = { logOverride: { "duplicate-object-key": "silent" } };

/**
 * Puts the app into `dist` as it was linked, for those who try a change: in one piece and not made
 * small, which takes seconds. Each part that the divided program would fetch is in it from the start.
 */
function undivided(dist, linked, work) {
  run("wasm-bindgen", linked, "--target=web", "--no-typescript", "--keep-lld-exports", "--out-name=cairn", `--out-dir=${work}`);
  const at = (name) => join(work, name);
  const wasm = readFileSync(at("cairn_bg.wasm"));
  const names = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name);
  const parts = names.filter((name) => name.startsWith("__wasm_split_")).map((name) => {
    if (!name.includes("_import_")) return `export const ${name} = (done, data) => app().__indirect_function_table.get(done)(data, 1);`;
    return `export const ${name} = (...values) => app().${name.replace("_import_", "_export_")}(...values);`;
  });
  writeFileSync(at("parts.js"), `import { initSync } from "./cairn.js";\nconst app = () => initSync();\n${parts.join("\n")}`);
  writeFileSync(at("cairn.js"), readFileSync(at("cairn.js"), "utf8").replace(/from "__wasm_split_placeholder__"/g, 'from "./parts.js"'));
  const files = { js: keep(dist, "cairn.js", bundled(work, ONE_FOR_ALL)), wasm: keep(dist, "cairn.wasm", wasm), parts: {} };
  rmSync(work, { recursive: true });
  return files;
}

/** Makes a file small. `--low-memory-unused` is sound because nothing of Rust's lies in the first
 * kilobyte of memory, which is where the stack would end. */
function optimise(wasm, ...options) {
  const bare = ["--strip-debug", "--strip-producers", "--strip-target-features"];
  return run("wasm-opt", wasm, "-o", wasm, "-Oz", "--low-memory-unused", ...bare, ...options);
}

/** Optimises the main file, and gives short names to its imports and exports, because the old ones are
 * long and without a pattern, so they do not compress. Returns the new names by the old. */
function shortNames(wasm) {
  const { imports, exports } = JSON.parse(optimise(wasm, "--minify-imports-and-exports-and-modules"));
  return new Map([...imports, ...exports].map((entry) => entry.slice(-2)));
}

/** wasm-bindgen's script with the short names. All that it gives to the program is now in one module. */
function shortGlue(glue, short) {
  return replaced(
    glue.replace(/\w+/g, (word) => short.get(word) ?? word),
    /"\.\/cairn_bg\.js": import0,\s*("\.\/__wasm_split\.js": import\d+,\s*)+/,
    '"a": { ...import0, ...import1 },',
  );
}

/** wasm-split-cli's script with the short names for the program, the old ones for the parts, and the
 * names that the files have in dist/. */
function ourLoader(loader, short, inDist) {
  loader = replaced(
    loader,
    /const \{([^}]*)\} = initSync/,
    (_, names) => `const {${names.replace(/\w+/g, (name) => `${short.get(name)}: ${name}`)}} = initSync`,
  );
  loader = replaced(loader, /export const (\w+)/g, (_, name) => `export const ${short.get(name)}`);
  for (const [name, ours] of inDist) loader = replaced(loader, `"./${name}"`, `"./${ours}"`);
  // Not streamed: that needs a host that sends the right type for a .wasm file.
  return replaced(
    loader,
    /WebAssembly\.instantiateStreaming\(src, imports\)/g,
    "src.then((file) => file.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))",
  );
}

/** The files of each part of the program, by wasm-split-cli's script; `kept` has the names in dist/. */
function partsOf(loader, kept) {
  const loads = loader.matchAll(/__wasm_split_load_(\w+) = .*?"\.\/(\w+\.wasm)".*?\[(.*?)\]/gs);
  const parts = [...loads].map(([, part, own, shared]) => {
    const chunks = shared.split(", ").filter(Boolean).map((name) => `${name.replace("__", "")}.wasm`);
    return [part, { own: kept.get(own), shared: chunks.map((name) => kept.get(name)) }];
  });
  if (!parts.length) throw new Error("The program names none of its parts.");
  return Object.fromEntries(parts);
}
