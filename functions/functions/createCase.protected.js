// A Case for a contact, once; docs/functions.md tells what goes in and what comes out.
exports.handler = (context, event, callback) =>
  require(Runtime.getFunctions().run.path).run("createCase", context, event, callback);
