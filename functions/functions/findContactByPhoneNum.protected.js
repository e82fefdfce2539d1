// The contact with a phone number; docs/functions.md tells what goes in and what comes out.
const loaded = Date.now();

exports.handler = (context, event, callback) =>
  require(Runtime.getFunctions().run.path).run(
    "findContactByPhoneNum",
    loaded,
    context,
    event,
    callback,
  );
