// Reads Chromium's trace: its record of what the page's main thread did, and when.

// The second category has whole tasks, the third microtasks. More would slow down what is measured.
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8.execute"];
/** The events in which scripts run, and nothing else does. What calls scripts (dispatching an event,
 * firing a timer) also does work of the browser's own, such as putting a letter into a field. */
const SCRIPT = new Set(["FunctionCall", "RunMicrotasks", "EvaluateScript"]);
/** Work of the browser's own that a script can set off while it runs. */
const NOT_SCRIPT = new Set(["Layout", "UpdateLayoutTree", "PrePaint", "Paint", "Layerize", "Commit"]);

/**
 * Runs in the page before anything else: leaves a mark in the trace whenever an audit is written
 * to the storage.
 */
export function markSaving() {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    if (key.startsWith("cairn:audit:")) console.timeStamp("saving");
    return setItem.call(this, key, text);
  };
}

/** Records what the main thread does while `action` runs. */
export async function record(page, action) {
  await page.tracing.start({ categories: CATEGORIES });
  let events;
  try {
    await action();
  } finally {
    events = JSON.parse(new TextDecoder().decode(await page.tracing.stop())).traceEvents;
  }
  return new Trace(events);
}

/** What the main thread did. Times are in milliseconds. */
class Trace {
  constructor(events) {
    const mark = events.find(isSaving);
    if (!mark) throw new Error("Nothing was saved while the trace was recorded.");
    this.events = events
      .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid)
      .map((event) => ({ ...event, start: event.ts / 1000, end: (event.ts + (event.dur ?? 0)) / 1000 }))
      .sort((a, b) => a.start - b.start);
  }

  /** When events of this type were dispatched. */
  dispatched(type) {
    return this.events
      .filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === type)
      .map(({ start }) => start);
  }

  /** The whole tasks in which an audit was saved: the timer, and all that it set off at once. */
  savings() {
    const marks = this.events.filter(isSaving);
    const tasks = this.events.filter(({ name }) => name === "RunTask");
    const found = marks.map((mark) => tasks.find((task) => task.start <= mark.start && mark.start <= task.end));
    if (found.includes(undefined)) throw new Error("The trace has no task for a saving.");
    return [...new Set(found)];
  }

  /** How long scripts ran between two moments, without the layout and paint that they set off. */
  scriptTime(from, to) {
    const within = (names) =>
      union(this.events.filter(({ name, start, end }) => names.has(name) && start < to && end > from));
    const script = within(SCRIPT);
    return total(script) - total(overlap(script, within(NOT_SCRIPT)));
  }

  /**
   * How long the scripts ran that each edit set off; an edit begins with an event of this type. Saving
   * is left out: it comes later, in a timer, and has a budget of its own.
   */
  edits(type) {
    const starts = this.dispatched(type);
    const savings = this.savings();
    return starts.map((start, index) => {
      const saving = savings.find((saving) => saving.start > start);
      if (!saving || saving.start > (starts[index + 1] ?? Infinity)) {
        throw new Error("An edit was not yet saved when the next one came.");
      }
      return this.scriptTime(start, saving.start);
    });
  }
}

const isSaving = ({ name, args }) => name === "TimeStamp" && args?.data?.message === "saving";

/** Joins intervals that overlap; they come sorted by their start. */
function union(intervals) {
  const joined = [];
  for (const { start, end } of intervals) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function overlap(ones, others) {
  return ones.flatMap((one) =>
    others
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter(({ start, end }) => start < end),
  );
}

const total = (intervals) => intervals.reduce((sum, { start, end }) => sum + end - start, 0);
