// Finds the contact with a phone number. docs/functions.md describes its parameter and its answer.
const loaded = Date.now();

exports.handler = (context, event, callback) =>
  require(Runtime.getFunctions().run.path).run(
    "findContactByPhoneNum",
    loaded,
    context,
    event,
    callback,
  );
