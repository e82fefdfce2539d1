// The first script of the page, there before any Rust: it starts the panel or, where that fails, says why in the
// browser's language. Its name never changes, so that a page from a cache finds it too. tools/start-files.mjs tells
// it the panel's two files (by the attributes of its element) and the words.
(() => {
  "use strict";

  const WORDS = {};
  const { loader, wasm } = document.currentScript.dataset;
  const place = document.getElementById("load");

  const explain = async (error) => {
    console.error(error);
    // Without the place the app has taken it: what is wrong now, the app tells.
    if (!place?.isConnected) return;
    const { cause, ...values } = await causeOf(error);
    const { failed, ...causes } = WORDS[place.lang];
    const [what, remedy] = causes[cause];
    // Names run in their own direction.
    const isolated = (_, name) => `\u2068${values[name]}\u2069`;
    const [heading, button] = place.children;
    heading.textContent = failed[0];
    button.before(paragraph(failed[1]));
    button.after(paragraph(`${what.replace(/\{(\w+)\}/g, isolated)} ${remedy}`));
    // What a cache has kept of wrong answers gives way first: the server may have been mended meanwhile.
    button.onclick = () => Promise.allSettled([loader, wasm].map(read)).then(reload);
    place.dataset.cause = cause;
  };

  const causeOf = async (error) => {
    if (typeof WebAssembly !== "object") return { cause: "unsupported" };
    if (!mayCompile()) return { cause: "forbidden" };
    for (const path of [loader, wasm]) {
      const file = path.split("/").pop();
      try {
        const [answer, text] = await read(path);
        if (answer.ok && !isPage(text)) continue;
        const [, page] = await read(location.href);
        // The page as the server has it now: ours, but of another build.
        if (page.includes('id="load"') && !page.includes(file)) return { cause: "old-page", file };
        if (answer.ok) return { cause: "page-instead", file };
        return { cause: "not-served", file, status: answer.status };
      } catch {
        return { cause: "unusable", file, words: error.message };
      }
    }
    return { cause: "unusable", file: wasm.split("/").pop(), words: error.message };
  };

  // The smallest module there is: only a policy can be against it.
  const mayCompile = () => {
    try {
      return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    } catch {
      return false;
    }
  };

  // From the server itself, whose answer takes the place of what a cache has kept.
  const read = async (url) => {
    const answer = await fetch(url, { cache: "reload", signal: AbortSignal.timeout(10_000) });
    return [answer, await answer.text()];
  };

  const reload = () => location.reload();

  const isPage = (text) => text.trimStart().startsWith("<");

  const paragraph = (text) => {
    const element = document.createElement("p");
    element.textContent = text;
    return element;
  };

  // Of what the page says in all languages, the browser's own stays, with a button.
  const speak = () => {
    const primary = (tag) => tag.toLowerCase().split("-")[0];
    const tags = Object.keys(WORDS);
    const of = (wanted) => tags.find((tag) => primary(tag) === primary(wanted));
    place.lang = navigator.languages.map(of).find(Boolean) ?? "en";
    const heading = place.querySelector(`[lang="${place.lang}"] h1`);
    const button = document.createElement("button");
    button.textContent = WORDS[place.lang].reload[0];
    button.onclick = reload;
    place.replaceChildren(heading, button);
  };

  import(new URL(loader, document.baseURI))
    .then(({ default: init }) => init({ module_or_path: new URL(wasm, document.baseURI) }))
    .catch(explain);
  if (place) speak();
})();
