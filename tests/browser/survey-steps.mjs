// Steps that the journeys about the staff survey share, and the responses that people would send.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, until } from "./harness.mjs";
import { fileOf, fixture } from "./steps.mjs";

const framework = JSON.parse(readFileSync(join(ROOT, "src/framework/clf.json"), "utf8"));

/** The statements, each with its id and its words. */
export const statements = (framework.data ?? framework).statements;

/** The six answers as they stand in files. */
export const ANSWERS = ["strongly_agree", "agree", "neither", "disagree", "strongly_disagree", "dont_know"];

/** The ids of the statements. */
export const STATEMENTS = Array.from({ length: 24 }, (_, place) => `s${String(place + 1).padStart(2, "0")}`);

const SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id of eight symbols, a different one for each number. */
export function idOf(number) {
  let id = "";
  for (let left = number + 1; id.length < 8; left = Math.floor(left / 32)) id = SYMBOLS[left % 32] + id;
  return id;
}

/**
 * The text of a response file. `answers` is one answer for every statement, a list in the order of the
 * statements (null for none), or an object by statement id. `threshold` is what the person was told; an
 * earlier Cairn did not say.
 */
export function response(survey, id, answers = "agree", comment = "", threshold = undefined) {
  const given = answers && typeof answers === "object" && !Array.isArray(answers)
    ? answers
    : Object.fromEntries(
        STATEMENTS.map((statement, place) => [statement, Array.isArray(answers) ? answers[place] : answers]).filter(
          ([, answer]) => answer,
        ),
      );
  const data = { survey, id, threshold, answers: given, ...(comment && { comment }) };
  return JSON.stringify({
    format: "cairn",
    version: 1,
    app: "Cairn 0.1.0",
    kind: "survey-response",
    saved_at: "2026-11-22T00:00:00Z",
    data,
  });
}

/** The text of a response as a code. */
export function code(survey, id, answers = "agree", comment = "", threshold = undefined) {
  const { data } = JSON.parse(response(survey, id, answers, comment));
  let number = 0n;
  for (const statement of STATEMENTS) number = number * 7n + BigInt(ANSWERS.indexOf(data.answers[statement]) + 1);
  const packed = Array.from({ length: 9 }, (_, place) => Number((number >> BigInt(8 * (8 - place))) & 255n));
  const words = [...(threshold ? fourBytes(threshold) : []), ...Buffer.from(comment)];
  const bytes = [threshold ? 2 : 1, ...fromSymbols(survey), ...fromSymbols(id), ...packed, words.length >> 8, words.length & 255, ...words];
  return `CAIRN-${checked(bytes).toUpperCase().match(/.{1,6}/g).join("-")}`;
}

/** The token in the link to a survey: its invitation, as symbols. */
export function token(invitation = {}) {
  const usual = { version: 1, survey: "abcd2345", threshold: 5, framework: "clf", title: "Staff survey 2026", organisation: "Harbour House", closes: "" };
  const { version, survey, threshold, ...texts } = { ...usual, ...invitation };
  const written = [texts.framework, texts.title, texts.organisation, texts.closes].flatMap((text) => {
    const bytes = [...Buffer.from(text)];
    return [bytes.length >> 8, bytes.length & 255, ...bytes];
  });
  return checked([version, ...fromSymbols(survey), ...fourBytes(threshold), ...written]);
}

/** Bytes with their checksum behind them, as symbols. */
const checked = (bytes) => toSymbols([...bytes, ...fourBytes(crc32(bytes))]);

const fourBytes = (number) => [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255];

function fromSymbols(text) {
  const bits = [...text].map((symbol) => SYMBOLS.indexOf(symbol).toString(2).padStart(5, "0")).join("");
  return bits.match(/.{8}/g).map((byte) => parseInt(byte, 2));
}

function toSymbols(bytes) {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.match(/.{1,5}/g).map((five) => SYMBOLS[parseInt(five.padEnd(5, "0"), 2)]).join("");
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** Opens a survey in the audit `id`, on its page. Gives the survey's own id. */
export async function openSurvey(app, id, { threshold, invited, shows } = {}) {
  await app.open(`#/audits/${id}/survey`);
  if (threshold) await app.label("Threshold").fill(String(threshold));
  if (invited) await app.label(/^How many people are invited/).fill(String(invited));
  if (shows) await app.role("checkbox", /^Show results while/).click();
  await app.button("Open the survey").click();
  await app.notice("The survey is open.");
  return surveyId(app);
}

/** The id of the survey whose page is open, read from its link. */
export async function surveyId(app) {
  const link = await until("the link to the survey", () =>
    app.run(() => document.querySelector("#survey-link")?.value),
  );
  const symbols = link.split("#/survey/")[1];
  const bits = [...symbols].map((symbol) => SYMBOLS.indexOf(symbol).toString(2).padStart(5, "0")).join("");
  // The version is the first byte, the survey's id the next five.
  return bits.slice(8, 48).match(/.{5}/g).map((five) => SYMBOLS[parseInt(five, 2)]).join("");
}

/** Brings responses in as files, on the page of the survey: each is a name and a text. */
export async function bringIn(app, ...files) {
  const picker = await app.label(/^Choose files with answers/).find();
  await picker.sendKeys(files.map(([name, text]) => fileOf(app, name, text)).join("\n"));
  await app.role("heading", "What came in").find();
}

/** The group of answers to a statement, on a page of its own or among all others. */
export function statement(app, place) {
  const words = statements[place].text;
  return app.role("group", new RegExp(`^${place + 1}( of 24:|\\.) ${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
}

/** Answers a statement. */
export const say = (app, place, answer) => statement(app, place).role("radio", answer).click();

/** All texts that are kept in this tab, and all that are kept on this device. */
export const kept = (app) =>
  app.run(() => ({ tab: Object.values(sessionStorage).join("\n"), device: Object.values(localStorage).join("\n") }));

/** True when the browser would ask before this page is left. */
export const asksBeforeLeaving = (app) =>
  app.run(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

/** Brings in an audit with a survey, and gives its id. */
export async function auditWithSurvey(app, survey = {}) {
  const file = JSON.parse(fixture("v1/audit.json"));
  const changed = { at: "2026-05-01T09:00:00Z" };
  file.data.survey = { id: "abcd2345", title: "Staff survey 2026", threshold: 5, shows_while_open: false, cut_off: 75, state: "open", changed, ...survey };
  await app.open("#/open");
  await app.pick(fileOf(app, "with-survey.json", file));
  await app.button("Open the audit").click();
  await app.page("Overview");
  return file.data.id;
}
