// How long the page's scripts run for one keystroke, for one judgement, and to save an audit.

import { rest, withApp } from "./app.mjs";
import { atMost, median, number, percentile, told } from "./figures.mjs";
import { LONG_FIELD, areaPage, auditFile, auditId } from "./full-audit.mjs";
import { markSaving, record } from "./trace.mjs";

const KEYSTROKES = 30;
const JUDGEMENTS = 20;
const SAVINGS = 20;
/** How long it takes from an edit until it is saved and the page is at rest, in milliseconds. */
export const UNTIL_SAVED = 800;
/** The events that an edit begins with. */
export const TYPING = "keydown";
export const JUDGING = "mousedown";

/** One keystroke in a long reflection, and one judgement, with the processor slowed down four times. */
export async function edits() {
  return withApp(async (app) => {
    await open(app);
    await app.slowDown(4);
    const typing = await record(app.page, () => type(app, KEYSTROKES));
    const judging = await record(app.page, () => judge(app, JUDGEMENTS));
    return [
      row("script for a keystroke, CPU ÷ 4", typing.edits(TYPING), 3),
      row("script for a judgement, CPU ÷ 4", judging.edits(JUDGING), 6),
    ];
  });
}

/** Saving, with the processor as fast as it is. */
export async function saving() {
  return withApp(async (app) => {
    await open(app);
    const trace = await record(app.page, () => type(app, SAVINGS));
    const times = trace.savings().map(({ start, end }) => end - start);
    return [row("saving an audit blocks for", times, 10), told("  the longest", Math.max(...times), "ms")];
  });
}

function row(name, times, budget) {
  const detail = `median of ${times.length}, p95 ${number(percentile(times, 95), "ms")}`;
  return atMost(name, median(times), budget, "ms", detail);
}

/** Brings in the full audit and opens the area with the long text. */
export async function open(app) {
  await app.bringIn(auditFile(1));
  await app.page.evaluateOnNewDocument(markSaving);
  await show(app);
}

/** Shows the area with the long text, of the audit that was brought in. */
export async function show(app) {
  await app.load(areaPage(auditId(1)));
  await rest(UNTIL_SAVED);
}

/** Types into the middle of the long reflection, the first of the page. */
export async function type(app, keystrokes) {
  await app.page.$eval("textarea", (field) => {
    field.scrollIntoView({ block: "center" });
    field.focus();
    field.setSelectionRange(field.value.length / 2, field.value.length / 2);
  });
  await rest(UNTIL_SAVED);
  for (let stroke = 0; stroke < keystrokes; stroke++) {
    await app.page.keyboard.press("e");
    await rest(UNTIL_SAVED);
  }
}

/** Gives one indicator after another a different answer from the one it has. */
export async function judge(app, judgements) {
  for (let number = 0; number < judgements; number++) {
    // The page finds the place to click and scrolls there before the clock starts. What it does about
    // the scrolling, a third of a second later, is over by then as well.
    const [x, y] = await app.page.$$eval(
      "fieldset.judgement",
      (fieldsets, number) => {
        const radios = [...fieldsets[number % fieldsets.length].querySelectorAll("input[type=radio]")];
        const answer = radios[(radios.findIndex((radio) => radio.checked) + 1) % radios.length].closest("label");
        answer.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = answer.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      },
      number,
    );
    await rest(UNTIL_SAVED);
    await app.page.mouse.click(x, y);
    await rest(UNTIL_SAVED);
  }
}
