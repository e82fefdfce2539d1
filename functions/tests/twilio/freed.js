// Calls a function with machines that answer, that break, and that say something unknown. Prints how many machines
// there were and how many were freed. Arguments: the folder of the functions, and a file to write a machine to.
const { writeFileSync } = require("fs");
const { join } = require("path");

const [folder, machine] = process.argv.slice(2);
writeFileSync(
  machine,
  `
  exports.made = [];
  exports.freed = [];
  exports.initSync = () => {};
  exports.Session = class {
    constructor() { exports.made.push(this); }
    step() { return outputs[exports.made.length - 1](); }
    free() { exports.freed.push(this); }
  };
  const outputs = [
    () => JSON.stringify({ answer: { status: 200, headers: {}, body: {} } }),
    () => { throw new Error("unreachable"); },
    () => "",
    () => JSON.stringify({ answer: {} }),
  ];
  `,
);
globalThis.Runtime = {
  getFunctions: () => ({
    run: { path: join(folder, "functions/run.private.js") },
    core: { path: machine },
  }),
  getAssets: () => ({ "/core.wasm": { path: machine } }),
};
globalThis.Twilio = {
  Response: class {
    setStatusCode(status) {
      if (status === undefined) throw new Error("no status");
    }
    setHeaders() {}
    setBody() {}
  },
};

const { handler } = require(join(folder, "functions/createCase.protected.js"));
const call = () => new Promise((resolve) => handler({}, {}, (error) => resolve(!error)));
(async () => {
  const succeeded = [];
  for (let calls = 0; calls < 4; calls += 1) succeeded.push(await call());
  const { made, freed } = require(machine);
  console.log(JSON.stringify([succeeded, made.length, freed.length]));
})();
