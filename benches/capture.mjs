// What the panel's rows look like in this build: their styles, which the peers get, and their DOM, with which the rows of
// the peers are compared. So no peer draws less than the panel, and no copy of the panel's styles grows old here.

/** The styles of the page, and the names that the panel's styles have in this run. */
export const readLook = (panel) =>
  panel.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const first = (css) => document.querySelector(css).classList[0];
    return {
      css: rules.map((rule) => rule.cssText).join("\n"),
      classes: {
        list: first("#tasks"),
        row: first("[data-task]"),
        actions: first("[data-task] .quick"),
        button: first("[data-task] [data-act]"),
      },
    };
  });

/** The rows of a list as text, with attributes in the order of the alphabet and the timers left out. */
export const readRows = (panel) =>
  panel.evaluate(() => {
    const write = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE) return "";
      if (node.getAttribute("role") === "timer") return "<timer>";
      const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`);
      const children = [...node.childNodes].map(write).join("");
      return `<${node.localName}${attributes.sort().join("")}>${children}</>`;
    };
    return [...document.querySelectorAll("[data-task]")].map(write).join("\n");
  });
