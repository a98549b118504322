// How long it takes to bring many answers to the staff survey in at once.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { idOf, response } from "../tests/browser/survey-steps.mjs";
import { withApp } from "./app.mjs";
import { atMost, median, spread } from "./figures.mjs";
import { auditFile, auditId } from "./full-audit.mjs";

const RESPONSES = 500;
const RUNS = 3;
const SURVEY = "abcd2345";

export async function survey() {
  const times = [];
  for (let run = 0; run < RUNS; run++) times.push(await withApp(bringAnswersIn));
  return [atMost(`counting ${RESPONSES} files with answers`, median(times) / 1000, 2, "s", spread(times, "ms"))];
}

/** How long it takes from choosing the files to the summary of what was counted, in milliseconds. */
async function bringAnswersIn(app) {
  const file = JSON.parse(auditFile(1));
  file.data.survey = {
    id: SURVEY,
    title: "Staff survey",
    threshold: 5,
    shows_while_open: false,
    cut_off: 75,
    state: "open",
    changed: { at: "2026-05-01T09:00:00Z" },
  };
  await app.bringIn(JSON.stringify(file));
  await app.load(`#/audits/${auditId(1)}/survey`);
  const picker = await app.page.waitForSelector("#answers");
  const files = Array.from({ length: RESPONSES }, (_, number) => {
    const path = join(app.folder, `answer-${number}.json`);
    writeFileSync(path, response(SURVEY, idOf(number), "agree", `What number ${number} would add to that.`));
    return path;
  });
  await app.page.evaluate(watchSummary);
  await picker.uploadFile(...files);
  return (await app.page.waitForFunction(() => window.answersCountedAfter)).jsonValue();
}

/** Runs in the page: notes how long after the choice of files the summary was painted. */
function watchSummary() {
  let start;
  document.addEventListener("change", () => (start = performance.now()), { capture: true, once: true });
  const watcher = new MutationObserver(() => {
    if (!document.querySelector("main").textContent.includes("What came in")) return;
    watcher.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.answersCountedAfter = performance.now() - start;
      }),
    );
  });
  watcher.observe(document.querySelector("main"), { childList: true, subtree: true });
}
