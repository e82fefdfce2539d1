// The script that starts the panel. If that fails, it says why in the browser's language. Its name never changes, so that
// a page from a cache finds it too. tools/start-files.mjs gives it the names of the panel's two files (as attributes of
// its element) and the messages in English. The other languages are in start-words.json, which is fetched only after a
// failure. In the panel's own page, first.js stands before this script.
(() => {
  "use strict";

  const ENGLISH = {};
  const own = document.currentScript;
  const { loader, wasm } = own.dataset;
  const place = document.getElementById("load");

  const explain = async (error) => {
    console.error(error);
    // If the place is gone, the app has replaced it, and the app itself says what is wrong now.
    if (!place?.isConnected) return;
    const { cause, ...values } = await causeOf(error);
    const { failed, ...causes } = await words();
    const [what, remedy] = causes[cause];
    // Names are written in their own direction.
    const isolated = (_, name) => `\u2068${values[name]}\u2069`;
    const [heading, button] = place.children;
    heading.textContent = failed[0];
    button.before(paragraph(failed[1]));
    button.after(paragraph(`${what.replace(/\{(\w+)\}/g, isolated)} ${remedy}`));
    // First replaces wrong answers in the cache, because the server may have been repaired meanwhile.
    button.onclick = () => Promise.allSettled([loader, wasm].map(read)).then(reload);
    place.dataset.cause = cause;
  };

  // The messages in the language of the page, or in English if they can't be had.
  const words = async () => {
    if (place.lang === "en") return ENGLISH;
    const file = read(new URL("start-words.json", own.src));
    const told = await file.then(([, text]) => JSON.parse(text)[place.lang]).catch(() => undefined);
    if (told === undefined) speak("en");
    return told ?? ENGLISH;
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
        // The page as the server has it now is the panel's, but of another build.
        if (page.includes('id="load"') && !page.includes(file)) return { cause: "old-page", file };
        if (answer.ok) return { cause: "page-instead", file };
        return { cause: "not-served", file, status: answer.status };
      } catch {
        return { cause: "unusable", file, words: error.message };
      }
    }
    return { cause: "unusable", file: wasm.split("/").pop(), words: error.message };
  };

  // The smallest possible module. Only a policy can forbid it.
  const mayCompile = () => {
    try {
      return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    } catch {
      return false;
    }
  };

  // Reads from the server itself. The answer replaces what a cache has kept.
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

  // The page has its message in all languages. Keeps one of them, and adds a button.
  const speak = (tag) => {
    const { dataset, firstChild } = sections.find(({ lang }) => lang === tag);
    const button = document.createElement("button");
    button.textContent = dataset.button;
    button.onclick = reload;
    place.lang = tag;
    place.replaceChildren(firstChild, button);
  };

  const tagOfBrowser = () => {
    const primary = (tag) => tag.toLowerCase().split("-")[0];
    const of = (wanted) => sections.find(({ lang }) => primary(lang) === primary(wanted))?.lang;
    return navigator.languages.map(of).find(Boolean) ?? "en";
  };

  import(new URL(loader, document.baseURI))
    .then(({ default: init }) => init({ module_or_path: new URL(wasm, document.baseURI) }))
    .catch(explain);
  const sections = [...(place?.children ?? [])];
  if (place) speak(tagOfBrowser());
})();
