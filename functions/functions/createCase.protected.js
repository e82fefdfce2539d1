// Creates a Case for a customer, once. docs/functions.md describes its parameters and its answer.
const loaded = Date.now();

exports.handler = (context, event, callback) =>
  require(Runtime.getFunctions().run.path).run("createCase", loaded, context, event, callback);
