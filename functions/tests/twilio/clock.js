// Calls a function twice in a process of its own, some time after its file was loaded. Nobody answers its requests.
// Prints for each answer how many milliseconds after the load it came. Arguments: the folder of the functions, and the
// address where nobody answers.
const { join } = require("path");

const [folder, host] = process.argv.slice(2);
const file = (path) => ({ path: join(folder, path) });
globalThis.Runtime = {
  getFunctions: () => ({
    run: file("functions/run.private.js"),
    core: file("functions/core.private.js"),
  }),
  getAssets: () => ({ "/core.wasm": file("assets/core.private.wasm") }),
};
globalThis.Twilio = {
  Response: class {
    setStatusCode(status) {
      this.status = status;
    }
    setHeaders() {}
    setBody() {}
  },
};
const context = {
  DYNAMICS_HOST: host,
  DYNAMICS_LOGIN_URL: host,
  DYNAMICS_TENANT_ID: "acme.onmicrosoft.com",
  DYNAMICS_CLIENT_ID: "client",
  DYNAMICS_CLIENT_SECRET: "secret",
};

const loaded = Date.now();
const { handler } = require(join(folder, "functions/findContactByPhoneNum.protected.js"));
setTimeout(() => {
  const call = () =>
    new Promise((resolve, reject) =>
      handler(context, { phoneNum: "+14155550132" }, (error, response) =>
        error ? reject(error) : resolve([response.status, Date.now() - loaded]),
      ),
    );
  Promise.all([call(), call()]).then((answers) => console.log(JSON.stringify(answers)));
}, 700);
