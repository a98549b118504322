// Starts the app. The build writes the names of its two files on this script's own tag.
const files = document.querySelector("script[data-wasm]").dataset;

function tell(problem) {
  const place = document.getElementById("start-problem");
  place.textContent = problem;
  place.hidden = false;
}

/** The program asks for this file as soon as it runs. */
function fetchAhead(address) {
  const link = document.createElement("link");
  const kind = address.endsWith(".css") ? { as: "style" } : { as: "fetch", crossOrigin: "anonymous" };
  Object.assign(link, { rel: "preload", ...kind, href: address });
  document.head.append(link);
}

function start() {
  if (typeof WebAssembly !== "object") {
    tell("Cairn needs WebAssembly, and this browser has none or has it switched off. Please open Cairn in an up-to-date Firefox, Chrome, Edge or Safari. Nothing you have saved is lost.");
    return;
  }
  const js = new URL(files.js, document.baseURI);
  const wasm = new URL(files.wasm, document.baseURI);
  const fetched = fetch(wasm); // side by side with the script
  if (document.documentElement.dataset.route === "answer") files.answer.split(" ").forEach(fetchAhead);
  else if (location.hash.startsWith("#/audits/")) files.audit.split(" ").forEach(fetchAhead);
  import(js)
    .then((app) => app.default({ module_or_path: fetched }))
    .catch((error) => {
      console.error(error);
      tell(
        error instanceof WebAssembly.RuntimeError
          ? "Cairn stopped while it was starting. Please reload this page; if it happens again, try another browser. Nothing you have saved is lost."
          : "Cairn could not be loaded. Please check your connection, then reload this page. Nothing you have saved is lost.",
      );
    });
}

// The words that are already in the page are painted first; what is fetched before would compete
// with them. A page that nobody sees has nothing to paint.
if (document.hidden) start();
else requestAnimationFrame(() => setTimeout(start));
