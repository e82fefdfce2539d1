//! How long the panel waits, in milliseconds. All its time-outs stand here and nowhere else.
//!
//! A time-out means *unknown*, never *failed*: look before trying again.

/// Reads and focusing in Dynamics. The client library itself gives up at 10 s.
pub const DYNAMICS_CALL: u32 = 12_000;
/// Opening a record, from the call to its tab. Dynamics takes 10 to 25 s to show a case.
pub const OPENING: u32 = 60_000;
/// Between two looks for the tab of a record that is being opened.
pub const LOOK_AGAIN: u32 = 1_000;
/// After a glance at where the agent is in Dynamics, until the next one may follow; twice that, if nothing happens.
pub const POLL: u32 = 1_000;
/// What `getTabs` gets once the rest of a look is known: the 2021 host never answers it in the home session.
pub const TABS_GRACE: u32 = 2_000;
/// A command to Flex.
pub const FLEX_COMMAND: u32 = 10_000;
/// From the selection of a task until the call in this browser is its own: a plugin for several calls changes it.
pub const LINE: u32 = 3_000;
/// From the answer to `SetActivity` until the activity has changed: the action resolves even if TaskRouter refuses.
pub const ACTIVITY: u32 = 2_000;
/// From the answer to `StartOutboundCall` to its task: the action may resolve without placing a call.
pub const OUTBOUND_TASK: u32 = 20_000;
/// A window that is asked to focus a tab of its own.
pub const OTHER_WINDOW: u32 = 1_000;
/// Between two offers of an forwarded to the leader.
pub const OUTBOX_AGAIN: u32 = 1_000;
/// How often an forwarded is offered again: for longer than it takes to elect a leader during a call.
pub const OUTBOX_TRIES: u8 = 6;
/// Between two questions of a follower whether its leader is there.
pub const LEADER_AGAIN: u32 = 250;
/// How many of them may go unanswered before the follower takes the lead.
pub const LEADER_SILENT: u32 = 3;
/// The same while a call is live: a leader that is merely slow must not lose it.
pub const LEADER_SILENT_IN_CALL: u32 = 20;
/// Reading a phone number, the loading of the rules included.
pub const NUMBER: u32 = 15_000;
/// Until the panel says what may keep Flex from answering. It goes on waiting.
pub const FLEX_HELLO: u32 = 20_000;
/// Loading the client library of Dynamics.
pub const LIBRARY: u32 = 20_000;
/// Between two first calls to a host that has not yet answered: it may come up later than the panel.
pub const HOST_AGAIN: u32 = 3_000;
/// Fetching `config.json`.
pub const CONFIG: u32 = 20_000;
