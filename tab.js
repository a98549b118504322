// One tab belongs to one person. A browser that duplicates a tab copies all that it keeps, and with it
// the answers that somebody is giving to a survey. So a tab that keeps answers has a name, and holds a
// lock on it on every page of Cairn. A page that arrives with a name that another tab holds is a copy,
// and lets the answers go. A page that is left writes “left” beside the name: the page that comes after
// it has a better right to the name than one that only found the lock free, as after a crash.

const NAME = "cairn:tab";
const ANSWERS = /^cairn:(answer|handed|mark):/;
/** How long a page waits for the one before it to let go. In milliseconds. */
const PATIENCE = 2000;

/** The name that this page holds or asks for, and the function that lets it go. */
let held = { id: "" };
let arriving;

const answers = () => Object.keys(sessionStorage).filter((key) => ANSWERS.test(key));

/** Takes the name, and promises whether this page has it now. Waits up to `patience` milliseconds for
 * the name to be free; without `patience`, not at all. */
function hold(id, patience) {
  held = { id };
  return new Promise((told, failed) => {
    const over = new AbortController();
    if (patience) setTimeout(() => over.abort(), patience);
    const options = patience ? { signal: over.signal } : { ifAvailable: true };
    const granted = (lock) => {
      const mine = Boolean(lock) && held.id === id; // false if another name was taken meanwhile
      told(mine);
      return mine && new Promise((letGo) => (held.letGo = letGo));
    };
    const refused = (error) => (over.signal.aborted ? told(false) : failed(error));
    navigator.locks.request(NAME + ":" + id, options, granted).catch(refused);
  });
}

function letGo() {
  held.letGo?.();
  held = { id: "" };
}

function loseAnswers() {
  letGo();
  for (const key of [...answers(), NAME]) {
    tab.lost.push(key);
    sessionStorage.removeItem(key);
  }
  return "copy";
}

async function look() {
  const [where, id] = (sessionStorage.getItem(NAME) ?? "").split(" ");
  if (!id || id === held.id) return "own";
  const left = where === "left";
  const claims = new BroadcastChannel(NAME + ":" + id);
  let mine = false;
  let claimed = false;
  const give = () => {
    claimed = true;
    if (!mine) return;
    loseAnswers();
    // The app takes the page for one that came back out of the browser's memory, and reloads it.
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  };
  if (left) claims.postMessage("");
  else claims.onmessage = give;
  mine = await hold(id, left && PATIENCE);
  if (left || !mine) claims.close();
  if (!mine) return loseAnswers();
  sessionStorage.setItem(NAME, "here " + id);
  if (claimed) give();
  return "own";
}

const tab = {
  /** The keys that this tab has let go of as a copy. */
  lost: [],

  /** Promises “own”; “copy”, and then the answers are gone; or “unknown”, if the browser does not tell.
   * */
  arrive() {
    arriving ??= look()
      .catch(() => "unknown")
      .finally(() => (arriving = undefined));
    return arriving;
  },

  /** Gives the tab a name, unless it has one, because it keeps answers from now on. */
  name() {
    if (held.id && sessionStorage.getItem(NAME)) return;
    letGo();
    const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
    sessionStorage.setItem(NAME, "here " + id);
    hold(id).catch(() => {});
  },

  /** Lets go of the name, which another tab may want back. Takes a new one if answers are still kept. */
  rename() {
    letGo();
    sessionStorage.removeItem(NAME);
    if (answers().length) tab.name();
  },
};

addEventListener("pagehide", () => {
  if (!held.id) return;
  if (sessionStorage.getItem(NAME)) sessionStorage.setItem(NAME, "left " + held.id);
  letGo();
});
addEventListener("pageshow", ({ persisted }) => persisted && tab.arrive());

if (window.cairn) window.cairn.tab = tab;
tab.arrive();
