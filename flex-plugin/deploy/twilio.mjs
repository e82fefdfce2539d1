// Twilio's Flex API, as far as the scripts beside this file need it. Credentials come from the environment and go only
// to the API:
//   TWILIO_ACCOUNT_SID, and TWILIO_AUTH_TOKEN or TWILIO_API_KEY with TWILIO_API_SECRET
// Sources: https://www.twilio.com/docs/flex/developer/plugins/api and …/developer/config/flex-configuration-rest-api

import { createInterface } from "node:readline/promises";
import { setTimeout as wait } from "node:timers/promises";

const API = "https://flex-api.twilio.com";
// How often a request is tried again after a refusal for being too fast, each time after the pause that the API asks
// for.
const TRIES = 4;
const LONGEST_PAUSE = 30;
/** How long an answer may take, in milliseconds. */
export const LONGEST_WAIT = 30_000;

/** An error that a person can solve. It is shown without a stack. */
export class Trouble extends Error {}

/** The API's refusal. */
export class Refused extends Trouble {
  constructor(method, path, status, body) {
    const code = body?.code ? `, code ${body.code}` : "";
    super(
      `${method} ${path} was refused: ${body?.message ?? "no reason given"} (${status}${code})`,
    );
    this.status = status;
  }
}

/** The API with the credentials of this environment. */
export function fromEnvironment(env = process.env) {
  const account = env.TWILIO_ACCOUNT_SID;
  if (!/^AC[0-9a-fA-F]{32}$/.test(account ?? ""))
    throw new Trouble("TWILIO_ACCOUNT_SID must be the account's sid (AC and 32 digits).");
  const [user, secret] = env.TWILIO_API_KEY
    ? [env.TWILIO_API_KEY, env.TWILIO_API_SECRET]
    : [account, env.TWILIO_AUTH_TOKEN];
  if (!secret) throw new Trouble("Set TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET.");
  return new FlexApi({ account, user, secret, base: env.TWILIO_FLEX_API ?? API });
}

export class FlexApi {
  #authorization;

  constructor({ account, user, secret, base = API, pause = wait }) {
    if (!isSafe(base)) throw new Trouble(`${base} is no https address: no credentials go there.`);
    this.account = account;
    this.base = base;
    this.pause = pause;
    this.#authorization = `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
  }

  get(path) {
    return this.#send("GET", path);
  }

  /** The Plugins API takes forms. A list is sent as one field for each of its entries. */
  postForm(path, fields) {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) form.append(name, one);
    return this.#send("POST", path, form.toString(), "application/x-www-form-urlencoded");
  }

  /** The Configuration API takes JSON. */
  postJson(path, value) {
    return this.#send("POST", path, JSON.stringify(value), "application/json");
  }

  /** The answer to GET, or null if it does not exist. */
  async find(path) {
    try {
      return await this.get(path);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null;
      throw error;
    }
  }

  /** All entries of a list, page by page. */
  async list(path, key) {
    const all = [];
    for (let next = `${path}?PageSize=100`; next;) {
      const page = await this.get(next);
      all.push(...(page[key] ?? []));
      next = page.meta?.next_page_url ? this.#ours(page.meta.next_page_url) : null;
    }
    return all;
  }

  // The next page must be on the same host, because the credentials go with the request.
  #ours(url) {
    const { pathname, search } = new URL(url);
    return `${pathname}${search}`;
  }

  async #send(method, path, body, type) {
    const headers = { Authorization: this.#authorization, Accept: "application/json" };
    if (type) headers["Content-Type"] = type;
    for (let left = TRIES; ; left -= 1) {
      const signal = AbortSignal.timeout(LONGEST_WAIT);
      const request = { method, headers, body, signal };
      const answer = await fetch(new URL(path, this.base), request).catch((error) => {
        throw new Trouble(
          `${this.base} can't be reached: ${error.cause?.message ?? error.message}`,
        );
      });
      const told = await answer.json().catch(() => null);
      if (answer.ok && told !== null) return told;
      if (answer.status !== 429 || left <= 1) throw new Refused(method, path, answer.status, told);
      const seconds = Number(answer.headers.get("Retry-After")) || TRIES - left + 1;
      await this.pause(Math.min(seconds, LONGEST_PAUSE) * 1000);
    }
  }
}

/** Requires https, or plain http on this machine. */
export function isSafe(address) {
  const url = URL.parse ? URL.parse(address) : URL.canParse(address) && new URL(address);
  if (!url) return false;
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "https:" || (url.protocol === "http:" && local);
}

/** Asks whether to go on. Without a terminal, --yes is needed. */
export async function confirmed(question) {
  if (!process.stdin.isTTY) throw new Trouble("Nothing was changed: say --yes to go on unasked.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Runs a script. An error that a person can solve is shown in one line. */
export async function run(main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Trouble) && !error.code?.startsWith("ERR_PARSE_ARGS")) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
