// The contact with a phone number; docs/functions.md tells what goes in and what comes out.
exports.handler = (context, event, callback) =>
  require(Runtime.getFunctions().run.path).run("findContactByPhoneNum", context, event, callback);
