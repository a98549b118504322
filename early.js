// Runs before the first paint, in any browser: hence the old-fashioned JavaScript.
// Sets what the style sheets and the static shell need to know on <html>:
//   data-theme, data-text-size   the reader's own settings
//   data-route                   "home", "answer" for answering or voting, or "deep" for any other link
//                                into the app
//   data-framed                  when the page stands inside another, where the app does not start
// If the app can't start, it says why in plain words. window.cairn has what start.js and the program
// need for that, and the settings that the first page shows.
(function () {
  var root = document.documentElement;
  var cairn = (window.cairn = {});

  function oneOf(allowed, value, otherwise) {
    return allowed.indexOf(value) >= 0 ? value : otherwise;
  }

  /** Reads the settings from the storage, and applies them. */
  function readSettings() {
    var settings = {};
    try {
      settings = JSON.parse(localStorage.getItem("cairn:settings")) || {};
    } catch (_) {
      // The storage is blocked or holds something else: the defaults apply.
    }
    cairn.settings = settings;
    root.setAttribute("data-theme", oneOf(["system", "light", "dark"], settings.theme, "system"));
    root.setAttribute("data-text-size", oneOf(["small", "normal", "large", "largest"], settings.text_size, "normal"));
  }
  readSettings();
  window.addEventListener("storage", function (event) {
    if (event.key === "cairn:settings") readSettings();
  });

  var answering = /^#\/(survey\/.|(audits|organisations)\/[^\/]+\/survey\/kiosk\/?$|organisations\/[^\/]+\/sessions\/[^\/]+\/vote\/?$)/.test(location.hash);
  var home = ["", "#", "#/"].indexOf(location.hash) >= 0;
  root.setAttribute("data-route", answering ? "answer" : home ? "home" : "deep");

  // A page around this one could lay something over it, so that people press what they cannot see.
  // A page of the same host could do so too: others may have a folder there.
  var framed = window.top !== window.self;
  if (framed) root.setAttribute("data-framed", "");

  function tellOfFrame() {
    var place = document.getElementById("app");
    var page = document.createElement("main");
    var column = document.createElement("div");
    var heading = document.createElement("h1");
    var why = document.createElement("p");
    var way = document.createElement("p");
    var link = document.createElement("a");
    column.className = "column";
    heading.textContent = "Cairn opens only on its own";
    why.textContent = "This page is inside another page, which could make you press something that you cannot see. To keep your work safe, Cairn does not start here. Nothing is lost.";
    link.href = location.href;
    link.target = "_top";
    link.className = "button";
    link.textContent = "Open Cairn on its own";
    way.appendChild(link);
    [heading, why, way].forEach(function (part) {
      column.appendChild(part);
    });
    page.appendChild(column);
    while (place.firstChild) place.removeChild(place.firstChild);
    place.appendChild(page);
  }

  // A mail program may have written the “#” of the address as “%23”. If the host sends this page for
  // that address, the right one is opened from here.
  var written = /^(.*)%23(?:\/|%2f)(survey)(?:\/|%2f)(\w+)/i.exec(location.pathname);
  if (written) location.replace(written[1] + "#/" + written[2] + "/" + written[3]);

  var SITE = " If that does not help, please tell whoever looks after this web site.";
  var NEWER = "Please open it in an up-to-date Firefox, Chrome, Edge or Safari.";
  var REASONS = {
    file: "Cairn can't run from a file opened straight from a folder. Open it from a web address: your own computer can serve the folder too.",
    none: "Cairn needs WebAssembly, and this browser has none or has it switched off. " + NEWER,
    old: "This browser is too old for Cairn. " + NEWER,
    stopped: "Cairn stopped while it was starting. Please reload this page; if it happens again, try another browser.",
    broken: "Cairn has stopped, and the mistake is ours. Please reload this page.",
    offline: "You are offline, and Cairn is not on this device yet. Please connect, then reload this page.",
    unreachable: "Cairn’s web site is not answering. Please try again in a few minutes.",
    newer: "There is a newer Cairn on this web site, and this browser has kept the old page. Please reload this page.",
    missing: "One of Cairn’s files is missing on this web site. Please reload this page in a minute." + SITE,
    refused: "This web site does not send one of Cairn’s files. Please reload this page in a minute." + SITE,
    other: "This web site sent another page in place of one of Cairn’s files. Please open Cairn at the address of its own folder, with nothing after it." + SITE,
    type: "This web site sends one of Cairn’s files as the wrong type, so this browser does not run it. Please tell whoever looks after the site: files that end in .js must be sent as text/javascript.",
    cut: "One of Cairn’s files came cut short. Please reload this page." + SITE,
    held: "Something on this device or in its network, such as a filter or a blocker, is holding back one of Cairn’s files. Please allow this web site there, then reload this page.",
    policy: "The security rules of this web site do not let Cairn run. Please tell whoever looks after the site: its Content-Security-Policy must allow what Cairn’s own page allows, with ‘wasm-unsafe-eval’ for scripts."
  };

  /** Says why Cairn can't run: `reason` is a key of REASONS. */
  function tell(reason) {
    if (framed) return; // tellOfFrame says so
    if (reason === "newer" && !reloaded()) return location.reload();
    var place = document.getElementById("start-problem");
    place.textContent = REASONS[reason] + (reason === "file" ? "" : " Nothing you have saved is lost.");
    place.removeAttribute("hidden");
  }

  function reloaded() {
    var visits = performance.getEntriesByType("navigation");
    return !visits.length || visits[0].type === "reload";
  }

  var forbidden = false;
  document.addEventListener("securitypolicyviolation", function (event) {
    var ours = event.blockedURI.indexOf(location.origin) === 0;
    if (ours && event.disposition !== "report") forbidden = true;
  });

  /** Why a file of `bytes` bytes does not come or does not work: promises a key of REASONS, or an
   * empty text if nothing is wrong with it. Without a file: why none of Cairn's files comes. */
  function why(file, bytes) {
    if (navigator.onLine === false) return Promise.resolve("offline");
    if (forbidden) return Promise.resolve("policy");
    var page = fetch(location.pathname + location.search, { cache: "reload" });
    return page.then(function (answer) {
      return answer.text().then(function (html) {
        // The name of the program's script changes with anything in the program.
        var own = document.querySelector("script[data-js]").getAttribute("data-js");
        if (html.indexOf("data-js=") >= 0 && html.indexOf(own) < 0) return "newer";
        return file ? fetch(file, { cache: "reload" }).then(judged, failed("held")) : "held";
      });
    }, failed("unreachable"));

    function judged(answer) {
      var type = answer.headers.get("content-type") || "";
      if (answer.status === 404 || answer.status === 410) return "missing";
      if (!answer.ok) return "refused";
      if (/html/.test(type)) return "other";
      if (/\.js$/.test(file) && !/javascript|ecmascript/.test(type)) return "type";
      return answer.arrayBuffer().then(function (content) {
        return content.byteLength < bytes ? "cut" : "";
      }, failed("held"));
    }

    // A browser may report a moment after the failure that the policy was the reason.
    function failed(reason) {
      return function () {
        return new Promise(function (done) {
          setTimeout(function () {
            done(forbidden ? "policy" : reason);
          }, 200);
        });
      };
    }
  }
  cairn.tell = tell;
  cairn.why = why;

  document.addEventListener("DOMContentLoaded", function () {
    if (framed) tellOfFrame();
    else if (location.protocol === "file:") tell("file");
    else if (!("noModule" in HTMLScriptElement.prototype)) tell("old");
  });
  window.addEventListener("error", function (event) {
    var script = event.target;
    if (script && script.tagName === "SCRIPT" && location.protocol !== "file:") {
      why(script.src, 0).then(function (reason) {
        tell(reason || "held");
      });
    }
  }, true);
})();
