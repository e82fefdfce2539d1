// Chromium under the bench: a stage is one page with Dynamics, a panel and Flex in it.

import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu"];
const VIEW = { width: 1280, height: 900 };
/** No step of a stage takes longer than this, in milliseconds. */
const PATIENCE = 30_000;

export function launch(more = []) {
  const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" });
  return chromium.launch({ executablePath: executablePath.trim(), args: [...ARGUMENTS, ...more] });
}

export const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Waits until `look` finds something. */
export async function until(what, look) {
  const last = Date.now() + PATIENCE;
  while (Date.now() < last) {
    const found = await look();
    if (found) return found;
    await sleep(20);
  }
  throw new Error(`In vain: ${what}`);
}

/** A context with its own cache. `prepare` is a script that runs before those of every page. */
export async function contextOf(browser, prepare) {
  const context = await browser.newContext({ viewport: VIEW });
  context.setDefaultTimeout(PATIENCE);
  if (prepare) await context.addInitScript(prepare);
  return context;
}

/** Opens Dynamics, with a panel that is not loaded yet. */
export async function openHost(context, hostUrl, panelUrl) {
  const page = await context.newPage();
  await page.goto(`${hostUrl}/host.html?panel=${encodeURIComponent(panelUrl)}/`);
  return page;
}

/** Loads the panel, and finds the Flex that it has welcomed. `began` is when, in milliseconds since 1970. */
export async function load(page, flexUrl) {
  const began = await page.evaluate(() => window.load());
  return { began, ...(await welcomed(page, flexUrl)) };
}

/** Waits for a Flex that the panel has welcomed. */
export async function welcomed(page, flexUrl) {
  // The panel may put another frame in the place of this one, so it is looked for again and again.
  const flex = await until("Flex is welcomed", async () => {
    const frame = page.frames().find((frame) => frame.url().startsWith(flexUrl));
    const is = frame?.evaluate(() => window.isWelcomed()).catch(() => false);
    return (await is) && frame;
  });
  return { page, flex, panel: flex.parentFrame() };
}

/** What the browser counts for a frame that has a process of its own. */
export async function meter(stage) {
  const session = await stage.context.newCDPSession(stage.panel);
  await session.send("Performance.enable");
  return {
    session,
    async read() {
      const { metrics } = await session.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    },
  };
}
