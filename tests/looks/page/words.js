// In the pseudo-language every message stands in brackets. A text without brackets, visible or for screen readers, is
// hard-wired.
//
// Some texts are no messages: names (in `bdi`), the options of a choice (the account's words, and the names of
// languages), numbers, keys, and what support reads in every language (`code`, `translate="no"`).

{
  const { describe, isThere } = window.looks;
  const isOurs = (words) => /\p{L}/u.test(words) && !words.includes("⟦");
  const isNamed = (element) =>
    element.closest("bdi, select, kbd, code, [translate=no], script, style") !== null;

  function* hardWired() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (isThere(owner) && !isNamed(owner) && isOurs(node.data)) {
        // The parts of one message may be nodes of their own.
        if (!isOurs(owner.textContent)) continue;
        yield { what: `says “${node.data.trim()}” in every language`, element: owner };
      }
    }
    for (const name of ["title", "aria-label", "placeholder", "alt"]) {
      for (const element of document.body.querySelectorAll(`[${name}]`)) {
        const isName = element.localName === "bdi";
        if (isThere(element) && !isName && isOurs(element.getAttribute(name))) {
          const words = element.getAttribute(name);
          yield { what: `has the ${name} “${words}” in every language`, element };
        }
      }
    }
  }

  window.looks.checks.words = () =>
    [...hardWired()].map(({ what, element }) => ({ what, element: describe(element) }));
}
