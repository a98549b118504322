// What people and their programs do to fields and buttons, evened out before the app hears of it.
//
// A program that fills in forms may say “input” alone, “change” alone, or nothing: the app hears of
// every text all the same, at the latest before it is needed. And whoever leaves a field by pressing
// a button hits the button that they saw: what leaving the field changes on the page waits until the
// press is over.

const TEXTS = 'textarea, input[type="text"], input[type="date"]';
const CHOICES = 'select, input[type="checkbox"], input[type="radio"]';

const is = (place, kinds) => place instanceof Element && place.matches(kinds);
const say = (place, type, bubbles = true) => place.dispatchEvent(new Event(type, { bubbles }));
const hear = (types, heard) => types.split(" ").forEach((type) => addEventListener(type, heard, true));

// --- what the app has been told ----------------------------------------------------------------

/** Tells the app what stands in a field, unless it knows. What it puts there itself it notes as
 * `told`: src/web/ui/field.rs. */
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
  // A browser says “change” next, and at once.
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
// The click comes in the same breath, or not at all.
hear("pointerup mouseup pointercancel dragend", () => {
  const over = pressed;
  setTimeout(() => pressed === over && release());
});
hear("keydown pagehide", release);
hear("click", ({ target }) => {
  // What is chosen by the press is told first: a page that is drawn anew before would forget it.
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
