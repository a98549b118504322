// Makes measurements into figures, figures into rows, and rows into a table.

/** The value in the middle. */
export const median = (values) => percentile(values, 50);

/** The value that `percent` of the values don't exceed. */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

/** The row of a figure that may be at most `budget`. Without a budget it is only printed. */
export const atMost = (name, measured, budget, unit, detail = "") => ({
  name,
  measured: number(measured, unit),
  budget: budget === undefined ? "" : `≤ ${number(budget, unit)}`,
  verdict: budget === undefined ? "" : measured <= budget ? "ok" : "OVER",
  detail,
});

/** The row of a figure that must be at least `budget`. */
export const atLeast = (name, measured, budget, detail = "") => ({
  name,
  measured: number(measured, ""),
  budget: `≥ ${budget}`,
  verdict: measured >= budget ? "ok" : "OVER",
  detail,
});

/** The row of a figure without a budget. */
export const told = (name, measured, unit, detail) => atMost(name, measured, undefined, unit, detail);

/** The smallest and the largest of the values, for the detail column. */
export const spread = (values, unit) =>
  `${values.length} runs, ${number(Math.min(...values), unit)} to ${number(Math.max(...values), unit)}`;

const DIGITS = { ms: 1, s: 2, kB: 1, MB: 2, "": 0, shift: 3, ratio: 1 };
const BARE = ["", "shift", "ratio"];

export function number(value, unit) {
  if (!Number.isFinite(value)) return "nothing";
  return `${value.toFixed(DIGITS[unit])}${BARE.includes(unit) ? "" : ` ${unit}`}`;
}

export function printTable(rows) {
  const columns = ["name", "measured", "budget", "verdict", "detail"];
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const cells = columns.map((column, index) =>
      ["measured", "budget"].includes(column) ? row[column].padStart(widths[index]) : row[column].padEnd(widths[index]),
    );
    console.log(cells.join("  ").trimEnd());
  }
}
