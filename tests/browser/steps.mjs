// Steps that several journeys take, and the framework's own words to find things by.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./harness.mjs";

const file = JSON.parse(readFileSync(join(ROOT, "src/framework/clf.json"), "utf8"));
const framework = file.data ?? file;
export const areas = framework.capabilities.flatMap((capability) => capability.areas);

/** The words of a question, a part of one, an indicator or a suggested source, by its id. */
export function said(id) {
  const area = areas.find((area) => id.startsWith(area.id));
  const questions = area.questions.flatMap((question) => [question, ...(question.parts ?? [])]);
  return [...questions, ...area.indicators, ...area.evidence_sources].find((item) => item.id === id).text;
}

/** The ids of an area's or a capability's indicators at a stage. */
export function indicatorsAt(scope, stage) {
  const found = areas.filter((area) => area.id.startsWith(scope)).flatMap((area) => area.indicators);
  return found.filter((indicator) => indicator.stage === stage).map((indicator) => indicator.id);
}

/** Every page of an audit. */
export function pagesOf(id) {
  const at = (rest) => `#/audits/${id}${rest}`;
  return [
    at(""),
    ...areas.map((area) => at(`/areas/${area.id}`)),
    at("/evidence"),
    at("/review/1"),
    at("/review/2"),
    at("/plan"),
    at("/survey"),
    at("/survey/results"),
    at("/survey/summary"),
    at("/survey/sheet"),
    at("/survey/tally"),
    at("/report"),
    at("/about"),
  ];
}

/** The pages outside any audit. */
export const OTHER_PAGES = ["#/", "#/new", "#/open", "#/bin", "#/settings", "#/no/such/page"];

/** Starts an audit from the page for that, by typing. Gives its id. */
export async function startAudit(app, name = "Learning audit", organisation = "Harbour House") {
  await app.open("#/new");
  await app.label("Your organisation").type(organisation);
  await app.label("A name for this audit").fill(name);
  await app.button("Start the audit").click();
  await app.page("Overview");
  return (await app.hash()).split("/")[2];
}

/** Puts a record into the bin, from the home page. */
export async function deleteFromList(app, name) {
  const card = app.role("link", name).around("li");
  await card.text("More").unfold();
  await card.button("Delete").click();
  await app.dialog(`Delete “${name}”?`).button("Delete").click();
  await app.role("link", name).gone();
}

/** Deletes a record for good, from the home page and then the bin. */
export async function deleteForGood(app, name) {
  await app.open("#/");
  await deleteFromList(app, name);
  await app.open("#/bin");
  await app.button(/^Delete for good/).click();
  await app.dialog(`Delete “${name}” for good?`).button("Delete for good").click();
  await app.text("The bin is empty.").find();
}

/** Empties the device, so that it is another one, and opens a file on it. */
export async function openElsewhere(app, file, button) {
  await app.run(() => localStorage.clear());
  await app.open("#/open");
  await app.reload();
  await app.pick(file.path);
  await app.button(button).click();
}

/**
 * Saves everything on this device as a file, and says that the file is there, so that the device is
 * cleared. Gives the file.
 */
export async function saveAndClear(app) {
  await app.open("#/settings");
  await app.button("Clear this device").click();
  const save = app.dialog("Clear this device?").button("Save everything as a file, then clear");
  const file = await app.download(() => save.click());
  await app.dialog("Do you have the file?").button("Yes, I have the file: clear this device").click();
  await app.page("Cairn");
  await app.notice(/^This device is clear/);
  assert.deepEqual(await app.storage(), {});
  return file;
}

/** Opens the filled-in example. */
export async function openExample(app) {
  await app.open();
  await app.button("Look at an example").click();
  await app.page("Overview");
}

/** The radio buttons of an indicator on the page of its area. */
export const judgement = (app, id) => app.role("group", said(id));

/** Answers an indicator on the page of its area: “Yes”, “No” or “Don’t know”. */
export async function judge(app, id, answer) {
  const radio = judgement(app, id).role("radio", answer);
  await radio.click();
}

/** Unfolds the note and the evidence of an indicator. Gives the indicator's element. */
export async function unfoldMore(app, id) {
  const indicator = judgement(app, id).around(".indicator");
  await indicator.text(/^(Note and evidence|1 note.*|\d+ items? of evidence)$/).unfold();
  return indicator;
}

/** Unfolds everything on the page, the list of an audit's pages included. */
export const unfoldAll = (app) =>
  app.run(() => {
    for (const folded of document.querySelectorAll("details:not([open])")) folded.open = true;
    const fold = document.querySelector("button[aria-expanded=false]");
    if (fold?.checkVisibility()) fold.click();
  });

/** Writes a file with this content into the test's own folder. Gives its path. */
export function fileOf(app, name, content) {
  const path = join(app.folder, name);
  writeFileSync(path, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return path;
}

/** Reads a fixture. */
export const fixture = (path) => readFileSync(join(ROOT, "tests/fixtures", path), "utf8");
