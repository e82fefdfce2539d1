// The messages between the bridge script and the panel, for the type check of the script. crates/wire/src/bridge/ defines
// the protocol.

/** The part of the account's `ui_attributes` that belongs to the bridge. */
export interface UiAttributes {
  cif_panel?: Settings;
}

export interface Settings {
  /** The panels that may talk to Flex: exact origins. */
  origins?: string[];
  /** False: Flex keeps its layout. */
  fit?: boolean;
  /** False: Flex's own task list is shown below the panel's. */
  hideTaskList?: boolean;
}

/** A live task: chosen fields of `ITask`. */
export interface Task {
  sid: string;
  status: string;
  channel: string;
  channelType: string;
  age: number;
  attributes: Record<string, unknown> | null;
  onHold: boolean | null;
  muted: boolean | null;
  call: boolean | null;
  line: Line;
  participants: number | null;
  targeted: boolean;
  transfer: boolean;
  wrapup: boolean | null;
  unread: number | null;
  unanswered: number | null;
  since: number | null;
}

/** Whether the call in this browser is the task's call. */
export type Line = "own" | "other" | "none";

/** An activity of the account. */
export interface Activity {
  sid: string;
  name: string;
  available: boolean;
  offline: boolean;
}

export type Ending =
  "completed" | "rejected" | "timeout" | "canceled" | "rescinded" | "transferred";

export interface Failure {
  code: string;
  message: string;
}

/** From the script to the panel. On the wire it has `to: "panel"`. */
export type ToPanel =
  | {
      type: "snapshot";
      tasks: Task[];
      selected: string | null;
      view: string | null;
      activity: Activity | null;
      activities: Activity[];
      connected: boolean;
    }
  | { type: "task"; task: Task }
  | { type: "taskEnded"; sid: string; ending: Ending }
  | { type: "selected"; sid: string | null }
  | { type: "view"; name: string | null }
  | { type: "activity"; activity: Activity }
  | { type: "activities"; activities: Activity[] }
  | { type: "reconnecting" | "sessionInvalidated" | "signedOut" | "leaving" }
  | { type: "unfit"; lacks: string[] }
  | { type: "reply"; request: number; error: Failure | null }
  | ({ type: "error" } & Failure);

/** From the panel to the script: a command. Nothing about its fields is certain. */
export interface Command {
  request: number;
  action: string;
  payload: unknown;
}

declare global {
  interface Window {
    /** The version of the bridge script that works in this page. */
    cifPanelBridge?: string;
  }
}
