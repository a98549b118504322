// Starts the app. The build writes on this script's own tag the names and sizes of the app's two files,
// and the names of the files that the first page of an audit or an answer needs.
import "./fields.js";
import "./tab.js";
import "./translated.js";

const files = document.querySelector("script[data-wasm]").dataset;
// If the host's policy forbids inline scripts, early.js has not run, and there is no window.cairn.
const { tell, why } = window.cairn ?? { tell: tellOfPolicy, why: async () => "policy" };

function tellOfPolicy() {
  const place = document.getElementById("start-problem");
  place.textContent =
    "The security rules of this web site do not let Cairn run. Please tell whoever looks after the site: its Content-Security-Policy must allow what Cairn’s own page allows. Nothing you have saved is lost.";
  place.hidden = false;
}

/** Fetches a file ahead that the program asks for as soon as it runs. */
function fetchAhead(address) {
  const link = document.createElement("link");
  const kind = address.endsWith(".css") ? { as: "style" } : { as: "fetch", crossOrigin: "anonymous" };
  Object.assign(link, { rel: "preload", ...kind, href: address });
  document.head.append(link);
}

/** Whether the policy allows WebAssembly: tries the smallest program there is. */
function mayRun() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** After a panic nothing on the page can be trusted to work; what was saved is safe. */
function watch() {
  const look = (error) => error instanceof WebAssembly.RuntimeError && tell("broken");
  addEventListener("error", (event) => look(event.error));
  addEventListener("unhandledrejection", (event) => look(event.reason));
}

function start() {
  if (window.top !== window.self) return; // early.js says why
  if (!window.cairn) tell();
  if (typeof WebAssembly !== "object") return tell("none");
  if (!mayRun()) return tell("policy");
  watch();
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

/** Why the app did not start: a key of REASONS in early.js. */
async function reason(error) {
  const [js, wasm] = files.bytes.split(" ");
  const found = (await why(files.js, js)) || (await why(files.wasm, wasm));
  // A file that came whole and cannot be compiled is too new for the browser.
  return found || (/^(Compile|Link|Syntax)Error$/.test(error.name) ? "old" : "stopped");
}

// The app is fetched once the words that are already in the page are painted, as it would compete with
// them. A hidden page has nothing to paint.
if (document.hidden) start();
else requestAnimationFrame(() => setTimeout(start));
