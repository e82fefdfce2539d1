// A Case for a customer, once; docs/functions.md tells what goes in and what comes out.
const loaded = Date.now();

exports.handler = (context, event, callback) =>
  require(Runtime.getFunctions().run.path).run("createCase", loaded, context, event, callback);
