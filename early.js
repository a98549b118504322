// Runs before the first paint, in any browser: hence the old-fashioned JavaScript.
// Sets what the style sheets and the static shell need to know on <html>:
//   data-theme, data-text-size   the reader's own settings
//   data-route                   "home", "answer" for answering a survey, or "deep" for any other link
//                                into the app
// and says so in plain words if the app can't even begin to load.
(function () {
  var root = document.documentElement;
  var settings = {};
  try {
    settings = JSON.parse(localStorage.getItem("cairn:settings")) || {};
  } catch (_) {
    // Storage is blocked or holds something else: the defaults do.
  }

  function oneOf(allowed, value, otherwise) {
    return allowed.indexOf(value) >= 0 ? value : otherwise;
  }
  root.setAttribute("data-theme", oneOf(["system", "light", "dark"], settings.theme, "system"));
  root.setAttribute("data-text-size", oneOf(["small", "normal", "large", "largest"], settings.text_size, "normal"));
  var answering = /^#\/(survey\/.|(audits|organisations)\/[^\/]+\/survey\/kiosk\/?$)/.test(location.hash);
  var home = ["", "#", "#/"].indexOf(location.hash) >= 0;
  root.setAttribute("data-route", answering ? "answer" : home ? "home" : "deep");

  function tell(problem) {
    var place = document.getElementById("start-problem");
    place.textContent = problem;
    place.removeAttribute("hidden");
  }
  document.addEventListener("DOMContentLoaded", function () {
    if (location.protocol === "file:") {
      tell("Cairn can't run from a file opened straight from a folder. Open it from a web address: your own computer can serve the folder too.");
    } else if (!("noModule" in HTMLScriptElement.prototype)) {
      tell("Cairn needs a newer browser. Please open it in an up-to-date Firefox, Chrome, Edge or Safari.");
    }
  });
  window.addEventListener("error", function (event) {
    if (event.target && event.target.tagName === "SCRIPT" && location.protocol !== "file:") {
      tell("Cairn could not be loaded. Please check your connection, then reload this page. Nothing you have saved is lost.");
    }
  }, true);
})();
