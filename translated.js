// A browser that translates a page takes each text out of it and puts a <font> element there. The app
// knows nothing of that: it would change, move and remove texts that are no longer in the page, and the
// old words would stay.
//
// So the app's own text goes back into the page, empty, beside the <font> that stands for it. When the
// app changes the text, it replaces the <font>, and the browser translates it anew. When the app removes
// the text, the <font> goes as well.

/** The <font> that stands for each of the app's texts. */
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
    text.data = ""; // outside the page, so the observer does not see it
    font.before(text);
  }
}

new MutationObserver((changes) => changes.forEach(changed)).observe(document.body, {
  childList: true,
  characterData: true,
  subtree: true,
});
