// Checks the script on its host as a browser in Flex will load it: it must be the script that it says it is, and a page
// of another site must be able to load it.

import { createHash } from "node:crypto";

import { LONGEST_WAIT, Trouble, isSafe } from "./twilio.mjs";

/** The version in the script at this address, after a check that the script is the one that its name says. */
export async function checkedVersion(url) {
  const [, hash] = /\/cif-panel-bridge-([0-9a-f]{16})\.js$/.exec(url ?? "") ?? [];
  if (!hash || !isSafe(url))
    throw new Trouble(
      "--url must be the https address of a cif-panel-bridge-<hash>.js, as dist/ has it.",
    );
  const answer = await fetch(url, { signal: AbortSignal.timeout(LONGEST_WAIT) }).catch((error) => {
    throw new Trouble(`${url} can't be reached: ${error.cause?.message ?? error.message}`);
  });
  if (!answer.ok) throw new Trouble(`${url} answers ${answer.status}: copy dist/ there first.`);
  checkHeaders(url, answer.headers);
  const script = await answer.text();
  if (createHash("sha256").update(script).digest("hex").slice(0, 16) !== hash)
    throw new Trouble(`${url} is not the script that its name says.`);
  const [, version] = /const SCRIPT = "([0-9.]+)"/.exec(script) ?? [];
  if (!version) throw new Trouble(`${url} names no version.`);
  return `${version}-h${hash.slice(0, 8)}`;
}

/** Checks that a browser accepts it as a script in a page of flex.twilio.com. */
function checkHeaders(url, headers) {
  const type = headers.get("Content-Type") ?? "none";
  if (!/javascript/.test(type))
    throw new Trouble(`${url} is served as ${type}, not as JavaScript.`);
  const policy = headers.get("Cross-Origin-Resource-Policy") ?? "cross-origin";
  if (policy !== "cross-origin")
    throw new Trouble(
      `${url} is served with Cross-Origin-Resource-Policy: ${policy}. Flex is another site: it must be cross-origin.`,
    );
}
