// Steps that several journeys of a team take.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./harness.mjs";

const learning = JSON.parse(readFileSync(join(ROOT, "src/framework/learning.json"), "utf8"));

/** The six quality questions, in order. */
export const questions = learning.data.quality_questions.map((question) => question.text);

/** Every page of a team. */
export const teamPages = (id) =>
  ["", "/review", "/plan", "/common", "/print", "/about"].map((rest) => `#/teams/${id}${rest}`);

/** Starts a team by typing. Gives its id. */
export async function startTeam(app, name = "Night team", organisation = "Harbour House") {
  await app.open("#/new/team");
  await app.label("The team’s name").type(name);
  await app.label(/^The organisation/).type(organisation);
  await app.button("Start the team").click();
  await app.page("Overview");
  return (await app.hash()).split("/")[2];
}

/** Opens the team that is filled in as an example. */
export async function openTeamExample(app) {
  await app.open("#/new/team");
  await app.button("Look at an example").click();
  await app.page("Overview");
}

/** The part of the review's page about a question, by its number. */
export const about = (app, number) => app.role("region", `${number}. ${questions[number - 1]}`);

/** The card of a learning need. */
export const need = (app, text) => app.role("heading", text, { level: 4 }).around(".card");

/** Unfolds the fields of a learning need. Gives its card. */
export async function change(app, text) {
  const card = need(app, text);
  await card.text(/^Change/, { selector: "summary" }).unfold();
  return card;
}

/** Opens files on the page for opening files. */
export async function openFiles(app, ...paths) {
  await app.open("#/open");
  await app.pick(...paths);
  await app.button(/^Open (it|\d+ records|the \w+|the person’s pages)$/).click();
  await app.button(/^Open (it|\d+ records|the \w+|the person’s pages)$/).gone();
}

/** A file with a team of this name and these needs. */
export function teamFile(id, name, needs) {
  const changed = { at: "2026-10-01T10:00:00.000Z", by: "AD" };
  return {
    format: "cairn",
    version: 1,
    kind: "team",
    app: "Cairn 0.1.0",
    saved_at: "2026-11-20T10:00:00.000Z",
    data: {
      id,
      created_at: changed.at,
      answers: { name: { value: name, changed }, organisation: { value: "Harbour Lane Support", changed } },
      needs: needs.map((fields, index) => ({ id: `m${index}`, ...fields, changed })),
    },
  };
}

/** A file in which a person shares these targets. */
export function sharedFile(name, targets) {
  const changed = { at: "2026-10-01T10:00:00.000Z", by: "" };
  const answers = { name: { value: name, changed }, shared_from: { value: "robin", changed } };
  const data = {
    id: "robin-shared",
    created_at: changed.at,
    answers,
    targets: targets.map((fields, index) => ({ id: `t${index}`, ...fields, changed })),
  };
  return { ...teamFile("", "", []), kind: "learner", data };
}
