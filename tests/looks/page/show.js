// Goes from state to state of the gallery and checks each. The checks are in the other scripts of this folder. Each one
// adds itself to `checks` and returns a list of findings `{ what, element }`, in words.

const checks = {};
window.looks = { checks };

{
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  const until = async (holds) => {
    for (const end = performance.now() + 20_000; !holds();) {
      if (performance.now() > end) throw new Error(`waited in vain for ${holds}`);
      await frame();
    }
  };

  // A frame that has not loaded yet stays like that if the state wants it.
  const isLoaded = (frame) => frame.src.endsWith("?loading") || "loaded" in frame.dataset;

  // Stops all motion: what ends is at its end, and what repeats is at its beginning.
  const still = () => {
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) {
        animation.finish();
      } else {
        animation.pause();
        animation.currentTime = 0;
      }
    }
  };

  /** Shows a state, and waits until it is on screen. */
  window.looks.show = async (name, language) => {
    delete document.documentElement.dataset.shown;
    history.pushState(null, "", `/state/${name}?language=${language}`);
    dispatchEvent(new PopStateEvent("popstate"));
    await until(() => document.documentElement.dataset.shown === name);
    // The page has no words before those of its language are loaded. The pseudo-language is made of English.
    const tag = language.replace("-XA", "");
    await until(() => document.documentElement.lang === tag);
    await until(() => [...document.querySelectorAll("iframe")].every(isLoaded));
    await document.fonts.ready;
    await frame();
  };

  /** The same, with nothing that moves in it. */
  window.looks.showStill = async (name, language) => {
    await window.looks.show(name, language);
    still();
    await frame();
  };

  /** Looks with one check at what is on screen. */
  window.looks.check = async (check) =>
    (await checks[check]()).map((finding) => ({ state: "this page", ...finding }));

  /** Looks at these states one after the other, with these checks. */
  window.looks.inspect = async (names, language, which) => {
    const findings = [];
    for (const name of names) {
      await window.looks.show(name, language);
      if (!which.includes("motion")) still();
      for (const check of which) {
        const found = await checks[check]();
        findings.push(...found.map((finding) => ({ state: name, ...finding })));
      }
    }
    return findings;
  };

  /** An element, for people. */
  window.looks.describe = (element) => {
    const own = [...element.classList].filter((name) => !name.startsWith("stylist-"));
    const data = ["data-act", "data-task", "data-notice", "data-problem", "data-link"]
      .filter((name) => element.hasAttribute(name))
      .map((name) => `[${name}=${element.getAttribute(name)}]`);
    const words = (element.textContent ?? "").replace(/\s+/g, " ").trim();
    const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
    const names = [element.localName, ...own.map((name) => `.${name}`), ...data].join("");
    return shown === "" ? names : `${names} “${shown}”`;
  };

  /** An element is on screen, and nothing lies over it that has to be closed first. */
  window.looks.isThere = (element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest("[inert]") &&
    (document.querySelector("dialog:modal")?.contains(element) ?? true);

  /** The same, for the eye. */
  window.looks.isSeen = (element) => {
    if (!window.looks.isThere(element)) return false;
    for (let around = element; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).clipPath === "inset(50%)") return false;
    }
    return true;
  };
}
