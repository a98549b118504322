// Evens out what people and form fillers do to fields and buttons, before the app hears of it.
//
// A program that fills in forms may send “input” alone, “change” alone, or no event: the app hears of
// every text all the same, at the latest before it is needed. And whoever leaves a field by pressing
// a button hits the button that they saw: the events of leaving the field, which may move things on
// the page, wait until the press is over.

const TEXTS = 'textarea, input[type="text"], input[type="date"]';
const CHOICES = 'select, input[type="checkbox"], input[type="radio"]';

const is = (place, kinds) => place instanceof Element && place.matches(kinds);
const say = (place, type, bubbles = true) => place.dispatchEvent(new Event(type, { bubbles }));
const hear = (types, heard) => types.split(" ").forEach((type) => addEventListener(type, heard, true));

// --- what the app has been told ----------------------------------------------------------------

/** Tells the app the text of a field, unless it knows. The app notes as `told` what it puts there
 * itself: src/web/ui/field.rs. */
function tell(field) {
  if (!field.readOnly && field.value !== (field.told ?? field.defaultValue)) say(field, "input");
}

function tellAll() {
  document.querySelectorAll(TEXTS).forEach(tell);
}

let chosen;
hear("input", ({ target }) => {
  if (is(target, TEXTS)) target.told = target.value;
  if (!is(target, CHOICES)) return;
  // A browser sends “change” right after this. If none comes, it is sent here.
  chosen = target;
  setTimeout(() => chosen === target && say(target, "change"));
});
hear("pagehide visibilitychange hashchange submit", tellAll);

// --- pressing ----------------------------------------------------------------------------------

let pressed;
let held = [];

function release() {
  pressed = undefined;
  const late = held;
  held = [];
  for (const { target, type, bubbles } of late) if (target.isConnected) say(target, type, bubbles);
}

hear("pointerdown mousedown", ({ target }) => {
  release();
  pressed = { target };
});
// A click comes right after these, or not at all.
hear("pointerup mouseup pointercancel dragend", () => {
  const over = pressed;
  setTimeout(() => pressed === over && release());
});
hear("keydown pagehide", release);
hear("click", ({ target }) => {
  // The app hears first what the press has chosen: a page that is redrawn before would forget it.
  if (is(target, CHOICES) || (target instanceof Element && target.closest("label"))) setTimeout(release);
  else release();
  tellAll();
});
hear("change blur", (event) => {
  const { target, type } = event;
  if (target === chosen && type === "change") chosen = undefined;
  if (!is(target, TEXTS)) return;
  tell(target);
  if (!pressed || target.contains(pressed.target)) return;
  event.stopImmediatePropagation();
  held.push(event);
});
