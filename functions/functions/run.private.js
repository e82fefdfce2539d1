// Drives the machine in assets/core.private.wasm: does what the machine asks for until it has the answer. src/call.rs
// describes the texts that go in and out. Only the status and the code of a problem are logged.
const { readFileSync } = require("fs");
const { randomUUID } = require("crypto");

const { initSync, Session } = require(Runtime.getFunctions().core.path);
initSync({ module: readFileSync(Runtime.getAssets()["/core.wasm"].path) });

// If a file was loaded longer ago than this, in milliseconds, it was not loaded for this call.
const LOADING = 5000;
// The functions that this process has called before.
const warm = new Set();

exports.run = (name, loaded, context, event, callback) =>
  answer(name, begun(name, loaded), context, event).then(
    (response) => callback(null, response),
    callback,
  );

// When the call began. For the first call of a function that is when its file was loaded, because the caller has been
// waiting since then. For all other calls it is now.
function begun(name, loaded) {
  const now = Date.now();
  const isCold = !warm.has(name) && now - loaded < LOADING;
  warm.add(name);
  return isCold ? loaded : now;
}

async function answer(name, begun, context, event) {
  const variables = Object.entries(context).filter(([name]) => name.startsWith("DYNAMICS_"));
  const environment = Object.fromEntries(variables);
  const parameters = Object.fromEntries(
    Object.entries(event).map(([name, value]) => [name, shallow(value)]),
  );
  const start = { function: name, begun, parameters, environment, randomId: randomUUID() };
  const session = new Session(JSON.stringify(start));
  try {
    const step = (event) => JSON.parse(session.step(JSON.stringify({ now: Date.now(), event })));
    let output = step("begin");
    while (!output.answer) output = step(await done(output));
    return responded(name, output.answer);
  } finally {
    session.free();
  }
}

// A parameter is a text, a number or a boolean. For a list or an object, the machine only needs to know that it is one.
function shallow(value) {
  if (Array.isArray(value)) return [];
  return typeof value === "object" && value !== null ? {} : value;
}

function responded(name, { status, headers, body }) {
  if (status >= 500) console.error(`${name}: ${status} ${body.code}`);
  const response = new Twilio.Response();
  response.setStatusCode(status);
  response.setHeaders({ "Content-Type": "application/json", ...headers });
  response.setBody(body);
  return response;
}

// The result of an output of the machine.
async function done(output) {
  if (output.fetch) return fetched(output.fetch);
  await new Promise((resolve) => setTimeout(resolve, output.sleep));
  return "woke";
}

async function fetched({ url, millis, ...request }) {
  const signal = AbortSignal.timeout(millis);
  try {
    const response = await fetch(url, { ...request, redirect: "manual", signal });
    const retryAfter = response.headers.get("retry-after");
    const headers = retryAfter ? { "retry-after": retryAfter } : {};
    return { response: { status: response.status, headers, body: await response.text() } };
  } catch {
    return { failed: signal.aborted ? "timeOut" : "unreachable" };
  }
}
