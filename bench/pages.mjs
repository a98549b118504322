// How long every page takes to open, from the change of address to the paint of its heading.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, rest, withApp } from "./app.mjs";
import { atMost, median, number, told } from "./figures.mjs";
import { auditFile, auditId, pagesOf } from "./full-audit.mjs";

const RUNS = 5;

/** The filled-in example books: where each is in src, its folder in an address, and its pages. */
const BOOKS = [
  { source: "team/example-team", address: "teams", pages: ["", "review", "plan", "common", "print"] },
  {
    source: "person/example-person",
    address: "people",
    pages: ["", "standards", "plan", "diary", "interviews", "work", "review", "share", "print"],
  },
  {
    source: "organisation/example-organisation",
    address: "organisations",
    pages: ["", "cards", "programme", "characteristics", "contribute", "achievements", "loop", "print"],
  },
];

const bookPages = BOOKS.flatMap(({ source, address, pages }) => {
  const [, id] = source.split("/");
  return pages.map((page) => ({ name: `${address}: ${page || "overview"}`, hash: `#/${[address, id, page].filter(Boolean).join("/")}` }));
});

export async function pages() {
  const id = auditId(1);
  // The first page of the audit has to read it from the storage, the others find it open.
  const [first, ...others] = pagesOf(id);
  const all = [
    { name: "settings", hash: "#/settings" },
    { name: `${first.name} (reads the audit)`, hash: first.hash },
    ...others,
    first,
    ...bookPages,
    { name: "home", hash: "#/" },
  ];
  const times = new Map(all.map(({ name }) => [name, []]));
  await withApp(async (app) => {
    await app.bringIn(auditFile(1));
    for (const { source } of BOOKS) await app.bringIn(readFileSync(join(ROOT, `src/${source}.json`), "utf8"));
    await app.slowDown(4);
    for (let run = 0; run < RUNS; run++) {
      await app.load();
      await rest(1000);
      for (const { name, hash } of all) {
        times.get(name).push(await app.page.evaluate(arrive, hash));
        await rest(200);
      }
    }
  });
  const medians = [...times].map(([name, runs]) => ({ name, time: median(runs) })).sort((a, b) => b.time - a.time);
  const [slowest] = medians;
  return [
    atMost("opening the slowest page, CPU ÷ 4", slowest.time, 150, "ms", `${slowest.name}; median of ${RUNS}`),
    ...medians.map(({ name, time }) => told(`  ${name}`, time, "ms")),
  ];
}

/**
 * Runs in the page: goes to an address, and gives the time until the new heading was painted, at most.
 * What is in the document before a frame has been painted by the time that the next frame begins.
 */
function arrive(hash) {
  return new Promise((done, failed) => {
    const heading = () => document.querySelector("main h1");
    const before = { element: heading(), text: heading().textContent };
    const given = setTimeout(() => failed(new Error(`Nothing came of ${hash}`)), 20_000);
    const watcher = new MutationObserver(() => {
      const now = heading();
      if (!now || (now === before.element && now.textContent === before.text)) return;
      watcher.disconnect();
      clearTimeout(given);
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    });
    watcher.observe(document.getElementById("main"), { childList: true, characterData: true, subtree: true });
    const start = performance.now();
    location.hash = hash;
  });
}
