// A browser that translates a page takes each text out of it and puts a <font> element there. The app
// knows nothing of that: it would change, move and remove texts that are no longer in the page, and the
// old words would stay.
//
// So the app's own text goes back, empty, beside what stands for it. When the app puts other words
// there, they take the place of the old ones, for the browser to translate anew; when the app takes the
// text away, what stands for it goes as well.

/** What stands for a text of the app's. */
const stands = new WeakMap();

function changed({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }) {
  if (type === "characterData") {
    stands.get(target)?.replaceWith(target);
    stands.delete(target);
    return;
  }
  for (const text of removedNodes) {
    if (text.nodeType !== Node.TEXT_NODE || text.isConnected) continue;
    if (!text.data) {
      stands.get(text)?.remove();
      continue;
    }
    const font = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === "FONT");
    if (!font?.isConnected) continue;
    stands.set(text, font);
    text.data = ""; // Outside the page, so nothing is heard of it.
    font.before(text);
  }
}

new MutationObserver((changes) => changes.forEach(changed)).observe(document.body, {
  childList: true,
  characterData: true,
  subtree: true,
});
