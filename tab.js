// One tab is one person's. A browser that duplicates a tab copies all that the tab keeps, and with it the
// answers that somebody is giving to a survey. So a tab that keeps answers has a name, and holds it on
// every page of Cairn: whoever arrives with the name of a tab that stands is a copy, and lets the answers
// go. A page that is left says so beside the name: the one that comes after it has the better right to the
// name than one that only found it free, as after a crash.

const NAME = "cairn:tab";
const ANSWERS = /^cairn:(answer|handed|mark):/;
/** How long a page waits for the one before it to let go. In milliseconds. */
const PATIENCE = 2000;

/** The name that is held here or asked for, and what lets it go. */
let held = { id: "" };
let arriving;

const answers = () => Object.keys(sessionStorage).filter((key) => ANSWERS.test(key));

/** Takes the name, and tells whether nobody else has it. */
function hold(id, patience) {
  held = { id };
  return new Promise((told, failed) => {
    const over = new AbortController();
    if (patience) setTimeout(() => over.abort(), patience);
    const options = patience ? { signal: over.signal } : { ifAvailable: true };
    const granted = (lock) => {
      const mine = Boolean(lock) && held.id === id; // or another name was taken meanwhile
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
    // As if the page came back out of the browser's memory: it is loaded anew.
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
  /** What a copy has let go of: the keys. */
  lost: [],

  /** Promises “own”, “copy”, whose answers are gone then, or “unknown”, where the browser does not tell. */
  arrive() {
    arriving ??= look()
      .catch(() => "unknown")
      .finally(() => (arriving = undefined));
    return arriving;
  },

  /** Gives the tab a name, unless it has one: it keeps answers from now on. */
  name() {
    if (held.id && sessionStorage.getItem(NAME)) return;
    letGo();
    const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
    sessionStorage.setItem(NAME, "here " + id);
    hold(id).catch(() => {});
  },

  /** Lets go of the name, which another tab may want back, and takes another if answers are still kept. */
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
