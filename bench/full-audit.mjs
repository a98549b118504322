// The full audit that the budgets are about, and the files that bring it into the app.
// The same words come out every time; no two audits have the same ones.

import { readFileSync } from "node:fs";

const FULL = { judgements: 60, reflections: 42, characters: 100_000, evidence: 20, actions: 20 };
/** The characters of the one reflection that is much longer than the others. */
const LONG = 8_000;

const json = (path) => JSON.parse(readFileSync(new URL(`../src/${path}`, import.meta.url), "utf8"));
const FRAMEWORK = json("framework/clf.json").data;
const AREAS = FRAMEWORK.capabilities.flatMap(({ areas }) => areas);
const INDICATORS = AREAS.flatMap(({ indicators }) => indicators.map(({ id }) => id));
const FIELDS = AREAS.flatMap(({ questions }) =>
  questions.flatMap(({ id, parts }) => (parts?.length ? parts.map((part) => part.id) : [id])),
);
const VOCABULARY = Object.values(json("audit/example.json").data.reflections).flatMap(({ text }) =>
  text.split(/\s+/),
);

/** The field with the long text; it is in the first area. */
export const LONG_FIELD = FIELDS[0];
/** Addresses of all pages of an audit. */
export const pagesOf = (id) => [
  { name: "overview", hash: `#/audits/${id}` },
  ...AREAS.map((area) => ({ name: `area ${area.id}`, hash: `#/audits/${id}/areas/${area.id}` })),
  { name: "evidence", hash: `#/audits/${id}/evidence` },
  { name: "staff survey", hash: `#/audits/${id}/survey` },
  ...FRAMEWORK.capabilities.map((capability) => ({
    name: `review ${capability.id}`,
    hash: `#/audits/${id}/review/${capability.id}`,
  })),
  { name: "plan", hash: `#/audits/${id}/plan` },
  { name: "report", hash: `#/audits/${id}/report` },
  { name: "about", hash: `#/audits/${id}/about` },
];
/** The address of the area with the long text. */
export const areaPage = (id) => `#/audits/${id}/areas/${AREAS[0].id}`;

/** A file with the full audit number `number`, as text. */
export const auditFile = (number) => file("audit", fullAudit(number));
/** A file with the full audits 1 to `count`, as text. */
export const backupFile = (count) =>
  file("backup", { audits: Array.from({ length: count }, (_, index) => fullAudit(index + 1)) });
/** The id of the full audit number `number`. */
export const auditId = (number) => `full-${number}`;

function file(kind, data) {
  return JSON.stringify({ format: "cairn", version: 1, kind, app: "Cairn 0.1.0", saved_at: moment(0), data }, null, 2);
}

function fullAudit(number) {
  const random = randomNumbers(number);
  let minute = 0;
  const changed = () => ({ at: moment(++minute), by: "AB" });
  const written = (text) => ({ text, changed: changed() });
  const indicator = (index) => INDICATORS[(index * 3) % INDICATORS.length];

  const rest = FULL.characters - LONG;
  const others = FIELDS.length - 1;
  const lengthOf = (index) =>
    index === 0 ? LONG : Math.floor((rest * index) / others) - Math.floor((rest * (index - 1)) / others);

  const audit = {
    id: auditId(number),
    framework: FRAMEWORK.id,
    created_at: moment(0),
    name: written(`Full audit ${number}`),
    organisation: written(`Organisation ${number}`),
    left_out: {},
    reflections: Object.fromEntries(FIELDS.map((id, index) => [id, written(prose(random, lengthOf(index)))])),
    judgements: Object.fromEntries(
      INDICATORS.map((id) => [id, { judgement: oneOf(random, ANSWERS), changed: changed() }]),
    ),
    notes: {},
    evidence: Array.from({ length: FULL.evidence }, (_, index) => ({
      id: `e${index}`,
      title: prose(random, 50),
      place: prose(random, 40),
      owner: "AB",
      date: "2026-02-01",
      review_by: "2027-02-01",
      supports: [...new Set([AREAS[index % AREAS.length].id, indicator(index), indicator(index + 7)])],
      changed: changed(),
    })),
    actions: Array.from({ length: FULL.actions }, (_, index) => ({
      id: `a${index}`,
      indicator: indicator(index),
      text: prose(random, 150),
      owner: "AB",
      due: "2027-03-01",
      status: oneOf(random, ["not_started", "under_way", "done"]),
      progress: prose(random, 150),
      changed: changed(),
    })),
  };
  checkIsFull(audit);
  return audit;
}

const ANSWERS = ["achieved", "achieved", "achieved", "not_achieved", "dont_know"];

/** Throws if the audit is not as full as the budgets promise, as after a change of the framework. */
function checkIsFull({ judgements, reflections, evidence, actions }) {
  const texts = Object.values(reflections).map(({ text }) => text);
  const is = {
    judgements: Object.keys(judgements).length,
    reflections: texts.length,
    characters: texts.join("").length,
    evidence: evidence.length,
    actions: actions.length,
  };
  for (const [what, number] of Object.entries(FULL)) {
    if (is[what] !== number) throw new Error(`The full audit has ${is[what]} ${what} instead of ${number}.`);
  }
}

/** Sentences of exactly `length` characters. */
function prose(random, length) {
  let text = "";
  for (let sentence = 1; text.length < length; sentence++) {
    const words = Array.from({ length: 5 + (random() % 15) }, () => oneOf(random, VOCABULARY));
    text += `${words.join(" ")}${sentence % 6 ? ". " : ".\n\n"}`;
  }
  return `${text.slice(0, length - 1)}.`;
}

const oneOf = (random, list) => list[random() % list.length];

/** Numbers that look random and are the same for the same seed (xorshift). */
function randomNumbers(seed) {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) >>> 3;
  };
}

const moment = (minute) => new Date(Date.UTC(2026, 0, 5, 9) + minute * 60_000).toISOString();
