// Drives the machine in assets/core.private.wasm: does what it asks for until it has the answer. The texts that go in
// and out are described in src/call.rs. Of a problem, only its status and its code are logged.
const { readFileSync } = require("fs");
const { randomUUID } = require("crypto");

const { initSync, Session } = require(Runtime.getFunctions().core.path);
initSync({ module: readFileSync(Runtime.getAssets()["/core.wasm"].path) });

exports.run = (name, context, event, callback) =>
  answer(name, context, event).then((response) => callback(null, response), callback);

async function answer(name, context, event) {
  const variables = Object.entries(context).filter(([name]) => name.startsWith("DYNAMICS_"));
  const environment = Object.fromEntries(variables);
  const start = { function: name, parameters: event, environment, randomId: randomUUID() };
  const session = new Session(JSON.stringify(start));
  const step = (event) => JSON.parse(session.step(JSON.stringify({ now: Date.now(), event })));
  let output = step("begin");
  while (!output.answer) output = step(await done(output));
  session.free();

  const { status, headers, body } = output.answer;
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
  try {
    const signal = AbortSignal.timeout(millis);
    const response = await fetch(url, { ...request, redirect: "manual", signal });
    const retryAfter = response.headers.get("retry-after");
    const headers = retryAfter ? { "retry-after": retryAfter } : {};
    return { response: { status: response.status, headers, body: await response.text() } };
  } catch (error) {
    return { failed: error.name === "TimeoutError" ? "timeOut" : "unreachable" };
  }
}
