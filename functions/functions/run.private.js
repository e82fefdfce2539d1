// Drives the machine in assets/core.private.wasm: does what it asks for until it has the answer. The texts that go in
// and out are described in src/call.rs. Of a problem, only its status and its code are logged.
const { readFileSync } = require("fs");
const { randomUUID } = require("crypto");

const { initSync, Session } = require(Runtime.getFunctions().core.path);
initSync({ module: readFileSync(Runtime.getAssets()["/core.wasm"].path) });

// A file that was loaded longer ago than this, in milliseconds, was not loaded for the call.
const LOADING = 5000;
// The functions that have been called in this process.
const warm = new Set();

exports.run = (name, loaded, context, event, callback) =>
  answer(name, begun(name, loaded), context, event).then(
    (response) => callback(null, response),
    callback,
  );

// When a call has begun: now, but for the first one when its file was loaded, because somebody has waited since then.
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

// A parameter is a text, a number or a truth. Of a list or an object the machine need only know that it is one,
// however deep it is.
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

// What came of an output of the machine.
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
