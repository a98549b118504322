// The least that a page can do which asks what area 1A asks and keeps every answer: no framework, no rules
// but which stage is reached, one text in the storage. For measuring only: what Cairn takes beside it is
// what Cairn's comforts cost.

const KEY = "cairn:audit:by-hand";
const STAGES = ["engaged", "established", "accomplished", "exemplary"];
const ANSWERS = { achieved: "Yes", not_achieved: "No", dont_know: "Don’t know" };

const area = (await (await fetch("clf.json")).json()).data.capabilities[0].areas[0];
const file = JSON.parse(localStorage.getItem(KEY));
const { reflections, judgements } = file.data;
const saved = document.getElementById("saved");
const standing = document.getElementById("standing");

let timer;
function changed() {
  saved.textContent = "Saving…";
  clearTimeout(timer);
  timer = setTimeout(save, 350);
}

function save() {
  const text = JSON.stringify(file);
  localStorage.setItem(KEY, text);
  saved.textContent = localStorage.getItem(KEY) === text ? `Saved ${new Date().toLocaleTimeString()}` : "Not saved";
}

function show() {
  const all = area.indicators;
  const open = all.filter(({ id }) => judgements[id]?.judgement !== "achieved");
  const complete = (stage) => !open.some((indicator) => indicator.stage === stage);
  const first = STAGES.findIndex((stage) => !complete(stage));
  const reached = first < 0 ? STAGES.at(-1) : (STAGES[first - 1] ?? "no stage");
  standing.textContent = `${all.length - open.length} of ${all.length} achieved; ${reached} reached`;
}

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

document.querySelector("h1").textContent = `${area.id} ${area.title}`;
const form = document.querySelector("form");
for (const { id, text, parts } of area.questions) {
  for (const part of parts?.length ? parts : [{ id, text }]) {
    const field = make("textarea", { id: part.id, value: reflections[part.id]?.text ?? "" });
    field.addEventListener("input", () => {
      reflections[part.id] = { text: field.value, changed: { at: new Date().toISOString() } };
      changed();
    });
    form.append(make("label", { htmlFor: part.id }, part.text), field);
  }
}
for (const { id, text } of area.indicators) {
  const choices = Object.entries(ANSWERS).map(([judgement, label]) => {
    const radio = make("input", { type: "radio", name: id, checked: judgements[id]?.judgement === judgement });
    radio.addEventListener("change", () => {
      judgements[id] = { judgement, changed: { at: new Date().toISOString() } };
      show();
      changed();
    });
    return make("label", {}, radio, label);
  });
  form.append(make("fieldset", { className: "judgement" }, make("legend", {}, text), ...choices));
}
show();
