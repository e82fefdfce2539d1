// Checks where things are: no text is cut or covered, nothing overlaps, nothing scrolls sideways, rows stand in their
// order, and targets are large enough.
//
// Two kinds of text may be cut: text that scrolls up and down, and text with an ellipsis whose whole is in a `title` or
// in the details below.

{
  const { describe, isSeen } = window.looks;
  // Layouts use fractions of pixels, and the height of a font may exceed that of its line.
  const FRACTION = 1;
  const LEADING = 3;
  const SMALLEST_TARGET = 24;
  const TARGETS = "button:enabled, a[href], select:enabled, input:enabled, summary, [tabindex='0']";

  const rectOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const both = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isEmpty = (rect) => rect.right - rect.left <= 0 || rect.bottom - rect.top <= 0;
  const overlap = (a, b, leading) => {
    const shared = both(a, b);
    return shared.right - shared.left > FRACTION && shared.bottom - shared.top > leading;
  };
  const holds = (outer, inner) =>
    outer.left <= inner.left + FRACTION &&
    outer.right >= inner.right - FRACTION &&
    outer.top <= inner.top + FRACTION &&
    outer.bottom >= inner.bottom - FRACTION;

  // Where the content of a list ends that scrolls under a row pinned to its top.
  const pinned = (list, element) => {
    const row = list.querySelector(":scope li:first-child");
    const beside = row?.parentElement.contains(element) && !row.contains(element);
    const covers = beside && getComputedStyle(row).position === "sticky";
    return covers ? row.getBoundingClientRect().bottom : -Infinity;
  };

  // The boxes that cut the content of this element, from the inside to the outside.
  function* clips(element) {
    let position = "static";
    for (let around = element; around !== null; around = around.parentElement) {
      const style = getComputedStyle(around);
      const skipped =
        around !== element &&
        (position === "fixed" || (position === "absolute" && style.position === "static"));
      if (skipped) continue;
      position = style.position;
      if (around === document.body || around === document.documentElement) continue;
      const [x, y] = [style.overflowX, style.overflowY];
      if (x === "visible" && y === "visible") continue;
      const box = around.getBoundingClientRect();
      const left = box.left + around.clientLeft;
      const bottom = box.top + around.clientTop + around.clientHeight;
      const top = Math.max(box.top + around.clientTop, pinned(around, element));
      yield {
        element: around,
        rect: { left, top, right: left + around.clientWidth, bottom },
        scrolls: y === "auto" || y === "scroll",
        ellipsis: style.textOverflow === "ellipsis",
      };
    }
  }

  const page = () => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  const visible = (rect, element) => {
    let shown = both(rect, page());
    for (const clip of clips(element)) shown = both(shown, clip.rect);
    return shown;
  };

  const isToldWhole = (element, words) => {
    const title = element.closest("[title]")?.title ?? "";
    return title.includes(words.trim()) || element.closest("summary") !== null;
  };

  function texts() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (node.data.trim() === "" || owner.closest("select, script, style, noscript")) continue;
      if (!isSeen(owner)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width > 0) found.push({ owner, words: node.data, rect: rectOf(rect) });
      }
    }
    return found;
  }

  const targets = () =>
    [...document.querySelectorAll(TARGETS)]
      .filter(isSeen)
      .map((element) => ({ owner: element, rect: rectOf(element.getBoundingClientRect()) }));

  function* cut() {
    for (const { owner, words, rect } of texts()) {
      for (const clip of clips(owner)) {
        const sideways =
          rect.left < clip.rect.left - FRACTION || rect.right > clip.rect.right + FRACTION;
        const upright =
          rect.top < clip.rect.top - LEADING || rect.bottom > clip.rect.bottom + LEADING;
        if (sideways && !(clip.ellipsis && isToldWhole(clip.element, words))) {
          yield { what: `cut by ${describe(clip.element)}`, element: owner };
          break;
        }
        if (upright && !clip.scrolls) {
          yield { what: `cut above or below by ${describe(clip.element)}`, element: owner };
          break;
        }
        // Text that scrolls, or that can be read as a whole elsewhere, may be anywhere.
        if (sideways || upright) break;
      }
      const shown = visible(rect, owner);
      const inSight = both(rect, { ...page(), top: -Infinity, bottom: Infinity });
      const beyond = inSight.right - inSight.left < rect.right - rect.left - FRACTION;
      if (beyond && !isEmpty(shown) && [...clips(owner)].every((clip) => !clip.ellipsis)) {
        yield { what: "stands beyond the page's edge", element: owner };
      }
    }
    for (const select of document.querySelectorAll("select")) {
      const style = getComputedStyle(select);
      if (!isSeen(select) || style.opacity === "0") continue;
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = style.font;
      const words = select.selectedOptions[0]?.label ?? "";
      const room =
        select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const isCut = pen.measureText(words).width > room + FRACTION;
      if (isCut && !(style.textOverflow === "ellipsis" && isToldWhole(select, words))) {
        yield { what: "its choice is cut", element: select };
      }
    }
  }

  function* overlapping() {
    const shown = (box) => ({ ...box, whole: box.rect, rect: visible(box.rect, box.owner) });
    const words = texts().map(shown);
    const icons = [...document.querySelectorAll("svg")]
      .filter(isSeen)
      .map((owner) => shown({ owner, rect: rectOf(owner.getBoundingClientRect()) }));
    const marks = [...words, ...icons].filter(({ rect }) => !isEmpty(rect));
    const buttons = targets()
      .map(shown)
      .filter(({ rect }) => !isEmpty(rect));
    // The initials and the badge beside them are one picture.
    const picture = (element) => element.closest("[aria-hidden='true']:not(svg)");
    for (const [index, a] of marks.entries()) {
      for (const b of marks.slice(index + 1)) {
        const same =
          a.owner === b.owner || (picture(a.owner) && picture(a.owner) === picture(b.owner));
        if (!same && overlap(a.rect, b.rect, LEADING)) {
          yield { what: `overlaps ${describe(b.owner)}`, element: a.owner };
        }
      }
      for (const button of buttons) {
        const own = a.owner.closest(TARGETS);
        // A target inside a larger one, such as a button of a row, is distinguished by its edges.
        const nested = own !== null && holds(button.whole, own.getBoundingClientRect());
        const inside = button.owner.contains(a.owner) || nested;
        const around =
          a.owner.contains(button.owner) || a.owner.parentElement?.contains(button.owner);
        const veiled = getComputedStyle(button.owner).opacity === "0";
        if (
          !inside &&
          !(veiled && around) &&
          !isLabel(a, button) &&
          overlap(a.rect, button.rect, LEADING)
        ) {
          yield { what: `lies over ${describe(button.owner)}`, element: a.owner };
        }
      }
    }
    for (const [index, a] of buttons.entries()) {
      for (const b of buttons.slice(index + 1)) {
        const nested = holds(a.whole, b.whole) || holds(b.whole, a.whole);
        if (!nested && overlap(a.rect, b.rect, FRACTION)) {
          yield { what: `overlaps ${describe(b.owner)}`, element: a.owner };
        }
      }
    }
    for (const { owner, rect } of words) {
      // A line that is almost scrolled away has no middle to click.
      if (isEmpty(rect) || rect.bottom - rect.top < LEADING) continue;
      if (getComputedStyle(owner).pointerEvents === "none") continue;
      const hit = document.elementFromPoint(
        (rect.left + rect.right) / 2,
        (rect.top + rect.bottom) / 2,
      );
      if (hit !== null && !hit.contains(owner) && !owner.contains(hit)) {
        yield { what: `is covered by ${describe(hit)}`, element: owner };
      }
    }
  }

  // A mark that belongs to a choice and lets clicks through to it.
  const isLabel = (mark, button) =>
    button.owner.localName === "select" &&
    mark.owner.closest("div") === button.owner.parentElement &&
    getComputedStyle(mark.owner).pointerEvents === "none";

  function* sideways() {
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) yield { what: "scrolls sideways", element: root };
    for (const element of document.body.querySelectorAll("*")) {
      const x = getComputedStyle(element).overflowX;
      const scrolls = x === "auto" || x === "scroll";
      if (scrolls && isSeen(element) && element.scrollWidth > element.clientWidth + FRACTION) {
        yield { what: "scrolls sideways", element };
      }
    }
  }

  function* disordered() {
    const stacks = [
      ["[data-task]", "[data-task]"],
      ["[data-notice]", "[data-notice]"],
      ["header, section, main", ".full > *"],
    ];
    for (const [, selector] of stacks) {
      const all = [...document.querySelectorAll(selector)].filter(isSeen);
      for (const [index, element] of all.slice(1).entries()) {
        const [before, now] = [all[index], element].map((it) =>
          visible(rectOf(it.getBoundingClientRect()), it),
        );
        if (!isEmpty(before) && !isEmpty(now) && now.top < before.bottom - FRACTION) {
          yield { what: `stands before ${describe(all[index])}`, element };
        }
      }
    }
  }

  function* small() {
    for (const { owner } of targets()) {
      // A click on the words of a choice counts as a click on the choice.
      const { width, height } = (owner.closest("label") ?? owner).getBoundingClientRect();
      if (Math.min(width, height) < SMALLEST_TARGET) {
        yield { what: `is a target of ${width} × ${height} px`, element: owner };
      }
    }
  }

  window.looks.checks.geometry = () =>
    [...cut(), ...overlapping(), ...sideways(), ...disordered(), ...small()].map(
      ({ what, element }) => ({ what, element: describe(element) }),
    );
}
