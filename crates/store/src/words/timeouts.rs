//! How long the panel waits, in milliseconds. All time-outs stand here and nowhere else.
//!
//! A time-out means *unknown*, never *failed*: the panel looks before it tries again.

/// For a read in Dynamics, or for focusing a tab. The client library itself gives up after 10 s.
pub const DYNAMICS_CALL: u32 = 12_000;
/// From the call that opens a record to its tab. Dynamics takes 10 to 25 s to show a Case.
pub const OPENING: u32 = 60_000;
/// Between two looks for the tab of a record that is being opened.
pub const LOOK_AGAIN: u32 = 1_000;
/// After a poll until the next one may follow. If nothing happens, the pause is twice as long.
pub const POLL: u32 = 1_000;
/// For `getTabs` once the other answers of a look are there. The host of 2021 never answers it in the home session.
pub const TABS_GRACE: u32 = 2_000;
/// For a command to Flex.
pub const FLEX_COMMAND: u32 = 10_000;
/// From the selection of a task until the call in this browser is its own. A plugin for several calls changes it.
pub const LINE: u32 = 3_000;
/// From the answer to `SetActivity` until the activity has changed. Flex answers yes even if TaskRouter refuses.
pub const ACTIVITY: u32 = 2_000;
/// From the answer to `StartOutboundCall` until its task comes. Flex may answer yes without placing a call.
pub const OUTBOUND_TASK: u32 = 20_000;
/// For another window that is asked to focus a tab of its own.
pub const OTHER_WINDOW: u32 = 1_000;
/// Between two offers of an outbox entry to the leader.
pub const OUTBOX_AGAIN: u32 = 1_000;
/// How often an outbox entry is offered again. Together the offers last longer than the election of a leader during a
/// call.
pub const OUTBOX_TRIES: u8 = 6;
/// Between two questions of a follower whether its leader is there.
pub const LEADER_AGAIN: u32 = 250;
/// How many such questions may go unanswered before the follower takes the lead.
pub const LEADER_SILENT: u32 = 3;
/// The same number during a call. A leader that is only slow must not lose the call.
pub const LEADER_SILENT_IN_CALL: u32 = 20;
/// For reading a phone number, including the loading of the rules.
pub const NUMBER: u32 = 15_000;
/// Until the panel says what may keep Flex from answering. The panel goes on waiting after that.
pub const FLEX_HELLO: u32 = 20_000;
/// For loading the client library of Dynamics.
pub const LIBRARY: u32 = 20_000;
/// Between two first calls to Dynamics while it has not answered: it may come up later than the panel.
pub const HOST_AGAIN: u32 = 3_000;
/// For loading `config.json`.
pub const CONFIG: u32 = 20_000;
