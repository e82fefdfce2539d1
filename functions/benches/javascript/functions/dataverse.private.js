// What both functions share: the log-in, requests, and the time limit.
const PATIENCE = 8000;
let kept = { token: undefined, until: 0 };

class Problem extends Error {
  constructor(status, code, message, parameter) {
    super(message);
    this.status = status;
    this.body = { code, message, ...(parameter && { parameter }) };
  }
}
exports.Problem = Problem;

const invalid = (name, words) =>
  new Problem(400, "invalid_parameter", `The parameter ${name} ${words}`, name);
exports.invalid = invalid;

exports.text = (event, name) => {
  const value = event[name];
  if (Array.isArray(value) || (value && typeof value === "object")) {
    throw invalid(name, "is no text.");
  }
  const text = value === undefined || value === null ? "" : String(value);
  return text.trim() === "" ? undefined : text;
};

exports.required = (event, name) => {
  const text = exports.text(event, name);
  if (text === undefined) {
    throw new Problem(400, "missing_parameter", `The parameter ${name} is missing.`, name);
  }
  return text;
};

exports.serve = (work) => async (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader("Content-Type", "application/json");
  try {
    response.setBody(await work(new Dataverse(context), event, context));
  } catch (problem) {
    if (!(problem instanceof Problem)) return callback(problem);
    response.setStatusCode(problem.status);
    response.setBody(problem.body);
  }
  callback(null, response);
};

class Dataverse {
  constructor(context) {
    for (const name of [
      "DYNAMICS_HOST",
      "DYNAMICS_TENANT_ID",
      "DYNAMICS_CLIENT_ID",
      "DYNAMICS_CLIENT_SECRET",
    ]) {
      if (!context[name]) {
        const words = `The environment variable ${name} is not set.`;
        throw new Problem(500, "configuration", words, name);
      }
    }
    this.context = context;
    this.deadline = Date.now() + PATIENCE;
  }

  async fetch(url, request) {
    for (;;) {
      const millis = this.deadline - Date.now();
      if (millis <= 0) throw new Problem(504, "timed_out", "Dynamics did not answer in time.");
      let response;
      try {
        response = await fetch(url, { ...request, signal: AbortSignal.timeout(millis) });
        response.read = await response.text();
      } catch (error) {
        if (error.name === "TimeoutError") {
          throw new Problem(504, "timed_out", "Dynamics did not answer in time.");
        }
        throw new Problem(502, "unreachable", "Dynamics could not be reached.");
      }
      if (response.status !== 429 && response.status !== 503) return response;
      const wait = Number(response.headers.get("retry-after") ?? 1) * 1000;
      if (Date.now() + wait + 500 > this.deadline) {
        throw new Problem(503, "busy", "Dynamics is too busy for now.");
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  async token() {
    if (Date.now() < kept.until) return kept.token;
    const { context } = this;
    const login = context.DYNAMICS_LOGIN_URL || "https://login.microsoftonline.com";
    const body = new URLSearchParams({
      client_id: context.DYNAMICS_CLIENT_ID,
      scope: `${context.DYNAMICS_HOST}/.default`,
      grant_type: "client_credentials",
      client_secret: context.DYNAMICS_CLIENT_SECRET,
    });
    const url = `${login}/${context.DYNAMICS_TENANT_ID}/oauth2/v2.0/token`;
    const response = await this.fetch(url, { method: "POST", body });
    const grant = JSON.parse(response.read);
    if (!response.ok) {
      throw new Problem(502, "login_refused", `Microsoft's log-in refuses: ${grant.error}`);
    }
    kept = { token: grant.access_token, until: Date.now() + (grant.expires_in - 300) * 1000 };
    return kept.token;
  }

  async send(path, { method = "GET", headers, body } = {}) {
    const url = path.startsWith("http")
      ? path
      : `${this.context.DYNAMICS_HOST}/api/data/v9.2/${path}`;
    const request = async () =>
      this.fetch(url, {
        method,
        headers: {
          Accept: "application/json",
          Authorization: `Bearer ${await this.token()}`,
          "OData-Version": "4.0",
          "OData-MaxVersion": "4.0",
          ...headers,
        },
        body: body && JSON.stringify(body),
      });
    let response = await request();
    if (response.status === 401) {
      kept.until = 0;
      response = await request();
    }
    return response;
  }

  async read(path, headers) {
    const response = await this.send(path, { headers });
    if (!response.ok) throw this.refusal(response);
    return JSON.parse(response.read);
  }

  async find(path) {
    const response = await this.send(path);
    if (response.status === 404) return undefined;
    if (!response.ok) throw this.refusal(response);
    return JSON.parse(response.read);
  }

  refusal(response) {
    const { code = "", message = "" } = JSON.parse(response.read || "{}").error ?? {};
    if (["0x8004431a", "0x80044331"].includes(code.toLowerCase())) {
      return new Problem(400, "refused_value", message);
    }
    if (code === "0x80040217") return new Problem(404, "record_not_found", message);
    const words = `Dynamics refuses with status ${response.status}: ${message}`;
    return new Problem(502, "dynamics_refused", words);
  }
}
