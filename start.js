// Starts the app. The build writes the names and sizes of its two files on this script's own tag.
import "./fields.js";
import "./tab.js";
import "./translated.js";

const files = document.querySelector("script[data-wasm]").dataset;
// Where the host lets nothing run that stands in the page itself, early.js has not.
const { tell, why } = window.cairn ?? { tell: tellOfPolicy, why: async () => "policy" };

function tellOfPolicy() {
  const place = document.getElementById("start-problem");
  place.textContent =
    "The security rules of this web site do not let Cairn run. Please tell whoever looks after the site: its Content-Security-Policy must allow what Cairn’s own page allows. Nothing you have saved is lost.";
  place.hidden = false;
}

/** The program asks for this file as soon as it runs. */
function fetchAhead(address) {
  const link = document.createElement("link");
  const kind = address.endsWith(".css") ? { as: "style" } : { as: "fetch", crossOrigin: "anonymous" };
  Object.assign(link, { rel: "preload", ...kind, href: address });
  document.head.append(link);
}

/** The smallest program there is: where it may not be made, none may. */
function mayRun() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

function start() {
  if (window.top !== window.self) return; // early.js says why
  if (!window.cairn) tell();
  if (typeof WebAssembly !== "object") return tell("none");
  if (!mayRun()) return tell("policy");
  const js = new URL(files.js, document.baseURI);
  const wasm = new URL(files.wasm, document.baseURI);
  const fetched = fetch(wasm); // side by side with the script
  if (document.documentElement.dataset.route === "answer") files.answer.split(" ").forEach(fetchAhead);
  else if (location.hash.startsWith("#/audits/")) files.audit.split(" ").forEach(fetchAhead);
  import(js)
    .then((app) => app.default({ module_or_path: fetched }))
    .catch(async (error) => {
      console.error(error);
      tell(error instanceof WebAssembly.RuntimeError ? "stopped" : await reason(error));
    });
}

/** Why the app did not start, in one word. */
async function reason(error) {
  const [js, wasm] = files.bytes.split(" ");
  const found = (await why(files.js, js)) || (await why(files.wasm, wasm));
  // What came whole and is not understood is newer than the browser.
  return found || (/^(Compile|Link|Syntax)Error$/.test(error.name) ? "old" : "stopped");
}

// The words that are already in the page are painted first; what is fetched before would compete
// with them. A page that nobody sees has nothing to paint.
if (document.hidden) start();
else requestAnimationFrame(() => setTimeout(start));
