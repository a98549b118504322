// Builds the app again whenever a file that it is made of changes, and makes the page reload.
// `./dev watch` starts it after a first build, in one piece and not made small:
// `node build/watch.mjs FOLDER PORT`.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { serve } from "../tests/browser/static-server.mjs";
import { app } from "./app.mjs";
import { replaced } from "./files.mjs";

const [dist, port] = process.argv.slice(2);

/** What is watched. The build's own scripts are not: they are read once, at the start. */
const WATCHED = ["src", "style", "stubs", "index.html", "404.html", "icon.svg", "early.js", "fields.js", "start.js", "tab.js", "translated.js", "Cargo.toml", "Trunk.toml"];

/** The app is made of files with these endings alone. */
const OURS = /\.(rs|json|css|html|js|svg|toml)$/;

/** How often the files are looked at, in milliseconds. The system's own events do not suffice: they are
 * lost when an editor puts a new file in place of the old one. */
const LOOK = 300;

/** The script that reloads the page: a file in dist/, since the page's policy lets nothing else run. */
const RELOAD = `
const seen = () => fetch("./parts.json", { cache: "no-store" }).then((parts) => parts.text());
let before = await seen();
setInterval(async () => {
  const now = await seen().catch(() => before);
  if (now !== before) location.reload();
  before = now;
}, ${LOOK});
`;

const at = (name) => join(dist, name);

withReload();
const { url } = await serve({ root: dist, port: Number(port) }).catch(failed);
console.log(`\nCairn is at ${url}, and builds itself again after a change (Ctrl+C stops it)`);
for (let before = saved(); ; ) {
  await wait(LOOK);
  const now = saved();
  const files = [...new Set([...before.keys(), ...now.keys()])].filter((file) => before.get(file) !== now.get(file));
  before = now;
  if (files.length) await build(files);
}

/** When each file that the app is made of was last saved. */
function saved() {
  const within = (name) => (stat(name)?.isDirectory() ? readdirSync(name, { recursive: true }).map((file) => join(name, file)) : [name]);
  const files = WATCHED.flatMap(within).filter((file) => OURS.test(file));
  return new Map(files.map((file) => [file, stat(file)?.mtimeMs]));
}

/** What the system says of a file; nothing while an editor is putting another in its place. */
function stat(name) {
  return statSync(name, { throwIfNoEntry: false });
}

/** Builds the app after these files changed. What changes meanwhile is built next. */
async function build(files) {
  const began = Date.now();
  console.log(`\n== ${files.length === 1 ? files[0] : `${files.length} files`} changed`);
  try {
    await (files.every((file) => file.endsWith(".rs")) ? program() : whole());
    console.log(`== Built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(`!! Not built: ${error.message} The page stays as it was.`);
  }
}

/** Builds the program alone: the page, the scripts and the style sheets are as they were. */
async function program() {
  await run("cargo", "build", "--release", "--target=wasm32-unknown-unknown", "--offline");
  const parts = JSON.parse(readFileSync(at("parts.json"), "utf8"));
  const [, , js, wasm] = parts.first;
  const files = app(dist);
  for (const [before, after] of [[js, files.js], [wasm, files.wasm]]) {
    if (before === after) continue;
    for (const name of ["index.html", "parts.json"]) writeFileSync(at(name), replaced(readFileSync(at(name), "utf8"), before, after));
  }
}

async function whole() {
  await run("trunk", "build");
  withReload();
}

function withReload() {
  const html = readFileSync(at("index.html"), "utf8");
  writeFileSync(at("reload.js"), RELOAD);
  writeFileSync(at("index.html"), replaced(html, "</head>", '<script type="module" src="./reload.js"></script>\n</head>'));
}

function run(program, ...options) {
  // As in ./dev: Trunk accepts only true and false for NO_COLOR, and a backtrace would bury the error.
  const { NO_COLOR, RUST_BACKTRACE, ...env } = process.env;
  const child = spawn(program, options, { env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => (code === 0 ? done() : failed(new Error(`${program} failed.`))));
  });
}

function failed(error) {
  console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken. Choose another: ./dev watch 8081` : error.message);
  process.exit(1);
}
