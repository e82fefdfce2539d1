//! TaskRouter's records as the event bridge sends them: snake_case, moments in seconds since 1970, attributes as a JSON
//! text. The SDK refuses a record without one of these fields.

use serde_json::{Value, json};

use super::records::{Activity, Reservation, Route, WORKER};

/// The account.
pub const ACCOUNT: &str = "AC00000000000000000000000000000001";
/// Its workspace.
pub const WORKSPACE: &str = "WS00000000000000000000000000000001";

/// The first message on a socket. The life of the token is in milliseconds.
pub fn init() -> Value {
    json!({"channel_id": WORKER, "account_sid": ACCOUNT, "workspace_sid": WORKSPACE,
        "token_lifetime": 3_600_000})
}

/// The worker.
pub fn worker(activity: &Activity, contact_uri: &str, version: u32, now: u64) -> Value {
    let attributes = json!({"contact_uri": contact_uri, "full_name": "Agent", "roles": ["agent"]});
    json!({
        "account_sid": ACCOUNT,
        "workspace_sid": WORKSPACE,
        "sid": WORKER,
        "friendly_name": "agent",
        "activity_sid": activity.sid,
        "activity_name": activity.name,
        "available": activity.available,
        "attributes": attributes.to_string(),
        "date_created": now,
        "date_updated": now,
        "date_status_changed": now,
        "version": version,
    })
}

/// An activity.
pub fn activity(activity: &Activity) -> Value {
    json!({
        "account_sid": ACCOUNT,
        "workspace_sid": WORKSPACE,
        "sid": activity.sid,
        "friendly_name": activity.name,
        "available": activity.available,
        "date_created": 0,
        "date_updated": 0,
    })
}

/// How many tasks of one channel the worker may get.
pub fn channel(name: &str) -> Value {
    json!({
        "account_sid": ACCOUNT,
        "workspace_sid": WORKSPACE,
        "worker_sid": WORKER,
        "sid": format!("WC-{name}"),
        "task_channel_sid": format!("TC-{name}"),
        "task_channel_unique_name": name,
        "assigned_tasks": 0,
        "available": true,
        "available_capacity_percentage": 100,
        "configured_capacity": 1000,
        "last_reserved_time": 0,
        "date_created": 0,
        "date_updated": 0,
    })
}

/// A reservation with its task.
pub fn reservation(reservation: &Reservation, now: u64) -> Value {
    let mut record = json!({
        "account_sid": ACCOUNT,
        "workspace_sid": WORKSPACE,
        "worker_sid": WORKER,
        "sid": reservation.sid,
        "reservation_status": reservation.status.name(),
        "reservation_timeout": 120,
        "date_created": reservation.created,
        "date_updated": now,
        "version": reservation.version,
        "task": task(reservation, now),
    });
    if reservation.route == Route::Transfer {
        record["task_transfer"] = transfer(reservation, now);
    }
    record
}

/// A transfer to the worker.
fn transfer(reservation: &Reservation, now: u64) -> Value {
    json!({
        "account_sid": ACCOUNT,
        "workspace_sid": WORKSPACE,
        "sid": format!("TT-{}", reservation.sid),
        "task_sid": reservation.task_sid,
        "initiating_reservation_sid": "WR-of-a-colleague",
        "initiating_worker_sid": "WK-of-a-colleague",
        "initiating_queue_sid": "WQ1",
        "initiating_workflow_sid": "WW1",
        "transfer_mode": "WARM",
        "transfer_to": WORKER,
        "transfer_type": "WORKER",
        "transfer_status": "initiated",
        "date_created": now,
        "date_updated": now,
    })
}

/// A task.
pub fn task(reservation: &Reservation, now: u64) -> Value {
    json!({
        "account_sid": ACCOUNT,
        "workspace_sid": WORKSPACE,
        "sid": reservation.task_sid,
        "addons": "{}",
        "age": now.saturating_sub(reservation.created),
        "assignment_status": reservation.status.of_task(),
        "attributes": reservation.attributes,
        "priority": 0,
        "queue_name": "Everyone",
        "queue_sid": "WQ1",
        "reason": null,
        "routing_target": (reservation.route != Route::Queue).then_some(WORKER),
        "task_channel_unique_name": reservation.channel,
        "task_channel_sid": format!("TC-{}", reservation.channel),
        "timeout": 86400,
        "workflow_name": "Assign to Anyone",
        "workflow_sid": "WW1",
        "date_created": reservation.created,
        "date_updated": now,
        "virtual_start_time": reservation.created,
        "version": reservation.version,
    })
}
