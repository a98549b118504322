// Joins the files that several parts of the program share. wasm-split-cli makes one for every set of
// parts that share something, and most of these are tiny. Joined, there are few that a page waits for.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaced } from "./files.mjs";

/** What a file costs beyond its own bytes, in bytes: asking for it, its answer, setting it up. */
const A_FILE = 2000;
/** The module that joined files import from. It has the same in it as the one that the others do. */
const MODULE = "w";

const run = (program, ...options) => execFileSync(program, options, { encoding: "utf8", maxBuffer: 2 ** 28, stdio: "pipe" });

/**
 * Joins files `chunk_N.wasm` in the folder `work`, where the parts then have less to fetch.
 * @param {string} loader wasm-split-cli's script, which names them
 * @returns {string} the script for the files that are left
 */
export function joinChunks(work, loader) {
  const at = (id) => join(work, `chunk_${id}.wasm`);
  const chunks = [...loader.matchAll(/\/\* ([\w, ]+) \*\/\s*const __chunk_(\d+) = makeLoad/g)].map(([, parts, id]) => {
    return { ids: [id], parts: new Set(parts.split(", ")), size: bareSize(at(id), work) };
  });
  for (const { ids } of together(chunks)) {
    if (ids.length === 1) continue;
    merge(ids.map(at), work);
    loader = named(loader, ids);
  }
  return replaced(loader, "{ __wasm_split: {  } };", `{ __wasm_split: {  } };\n        sharedImports.${MODULE} = sharedImports.__wasm_split;`);
}

/** The size of a file without what is for debugging only, in bytes. */
function bareSize(path, work) {
  const bare = join(work, "bare.wasm");
  run("wasm-opt", path, "-o", bare, "--strip-debug", "--strip-producers");
  return readFileSync(bare).length;
}

/** Joins two chunks at a time, the best pair first, as long as all parts together then fetch less. */
function together(chunks) {
  const cost = ({ parts, size }) => parts.size * (size + A_FILE);
  const pair = (one, other) => ({
    ids: [...one.ids, ...other.ids],
    parts: new Set([...one.parts, ...other.parts]),
    size: one.size + other.size,
  });
  for (;;) {
    const pairs = chunks.flatMap((one, index) => chunks.slice(index + 1).map((other) => [one, other]));
    const gains = pairs.map(([one, other]) => ({ one, other, gain: cost(one) + cost(other) - cost(pair(one, other)) }));
    const best = gains.reduce((best, each) => (each.gain > best.gain ? each : best), { gain: 0 });
    if (best.gain === 0) return chunks;
    chunks = [...chunks.filter((chunk) => chunk !== best.one && chunk !== best.other), pair(best.one, best.other)];
  }
}

/** Makes one file of several, in place of the first. All of them get their imports from a file that does
 * nothing but import each once, because a program can have only one memory. */
function merge(paths, work) {
  const imports = new Map();
  const features = new Set(); // each file names its own, and the joined file would not
  for (const path of paths) {
    const text = run("wasm-dis", "-all", path);
    for (const [line, name, kind] of text.matchAll(/\(import "__wasm_split" "(\w+)" \((\w+) .*\)\)/g)) {
      if (!["memory", "table", "global"].includes(kind)) throw new Error(`A chunk imports a ${kind}: ${line}`);
      imports.set(name, line);
    }
    for (const feature of /;; features section: (.*)/.exec(text)[1].split(", ")) features.add(`--enable-${feature}`);
  }
  const lines = [...imports].map(([name, line]) => {
    const [, kind, own] = /\((memory|table|global) (\S+)/.exec(line);
    return `${line.replace('"__wasm_split"', `"${MODULE}"`)} (export "${name}" (${kind} ${own}))`;
  });
  const [once, text] = [join(work, "once.wasm"), join(work, "once.wat")];
  writeFileSync(text, `(module ${lines.join("\n")})`);
  run("wasm-as", ...features, text, "-o", once);
  const named = paths.flatMap((path, index) => [path, `chunk${index}`]);
  run("wasm-merge", once, "__wasm_split", ...named, "-o", paths[0], ...features);
  run("wasm-opt", paths[0], "-o", paths[0], ...features, "--emit-target-features");
}

/** Names the first of the joined files in the script, in place of all of them. */
function named(loader, [first, ...others]) {
  for (const id of others) {
    loader = replaced(loader, new RegExp(`/\\* [\\w, ]+ \\*/\\s*const __chunk_${id} = makeLoad[\\s\\S]*?\\n, \\[\\]\\);\\n`), "");
    loader = loader.replaceAll(new RegExp(`__chunk_${id}\\b`, "g"), `__chunk_${first}`);
  }
  return loader.replace(/(, \[)([^\]]*)(\]\))/g, (_, before, list, after) => before + [...new Set(list.split(", "))].join(", ") + after);
}
