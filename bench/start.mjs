// How long the app takes to start with many full audits on the device.

import { withApp } from "./app.mjs";
import { atMost, median, spread, told } from "./figures.mjs";
import { backupFile } from "./full-audit.mjs";

const AUDITS = 50;
const RUNS = 5;

export async function start() {
  return withApp(async (app) => {
    await app.bringIn(backupFile(AUDITS));
    await app.page.evaluateOnNewDocument(watchCards, AUDITS);
    const runs = async () => {
      const times = [];
      for (let run = 0; run < RUNS; run++) {
        await app.load();
        times.push(await (await app.page.waitForFunction(() => window.cardsShownAfter)).jsonValue());
      }
      return times;
    };
    const kept = await runs();
    await app.page.setCacheEnabled(false);
    const fetched = await runs();
    return [
      atMost(`start with ${AUDITS} full audits`, median(kept), 500, "ms", spread(kept, "ms")),
      told("  with nothing in the browser's cache", median(fetched), "ms", spread(fetched, "ms")),
    ];
  });
}

/** Runs in the page before anything else: notes when the list of audits was painted. */
function watchCards(audits) {
  const watcher = new MutationObserver(() => {
    if (document.getElementsByClassName("audit-card").length < audits) return;
    watcher.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.cardsShownAfter = performance.now();
      }),
    );
  });
  watcher.observe(document, { childList: true, subtree: true });
}
