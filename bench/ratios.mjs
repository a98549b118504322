// How long a keystroke and a judgement take, as a multiple of what they take on a page of area 1A that
// is written by hand. Both are measured in turn, so a machine that is twice as slow is so for both.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../tests/browser/static-server.mjs";
import { ROOT, rest, withApp } from "./app.mjs";
import { JUDGING, TYPING, UNTIL_SAVED, judge, open, show, type } from "./edits.mjs";
import { median, number, told } from "./figures.mjs";
import { auditFile } from "./full-audit.mjs";
import { markSaving, record } from "./trace.mjs";

const ROUNDS = 3;
const EDITS = 8;

export async function ratios() {
  const folder = mkdtempSync(join(tmpdir(), "cairn-by-hand-"));
  cpSync(join(ROOT, "bench/by-hand"), folder, { recursive: true });
  cpSync(join(ROOT, "src/framework/clf.json"), join(folder, "clf.json"));
  const server = await serve({ root: folder });
  try {
    return await withApp((app) => compared(app, server.url));
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

async function compared(app, byHand) {
  const times = { cairn: { typing: [], judging: [] }, hand: { typing: [], judging: [] } };
  await open(app);
  await app.page.goto(byHand);
  await app.page.evaluate((text) => localStorage.setItem("cairn:audit:by-hand", text), auditFile(1));
  await app.slowDown(4);
  for (let round = 0; round < ROUNDS; round++) {
    await show(app);
    await measure(app, times.cairn);
    await app.page.goto(byHand);
    await app.page.waitForSelector("fieldset.judgement");
    await rest(UNTIL_SAVED);
    await measure(app, times.hand);
  }
  const ratio = (name, kind) => {
    const [cairn, hand] = [median(times.cairn[kind]), median(times.hand[kind])];
    const detail = `${number(cairn, "ms")} to ${number(hand, "ms")}, medians of ${times.cairn[kind].length}, CPU ÷ 4`;
    return told(name, cairn / hand, "ratio", detail);
  };
  return [
    ratio("script for a keystroke, times a page by hand", "typing"),
    ratio("script for a judgement, times a page by hand", "judging"),
  ];
}

async function measure(app, times) {
  times.typing.push(...(await record(app.page, () => type(app, EDITS))).edits(TYPING));
  times.judging.push(...(await record(app.page, () => judge(app, EDITS))).edits(JUDGING));
}
