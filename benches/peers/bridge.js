// A peer's end of the bridge: it welcomes the script in Flex and hands over each message of its port. This is all that
// a peer needs of the protocol in crates/wire/src/bridge.

export const ALLOW =
  "microphone; camera; autoplay; clipboard-read; clipboard-write; display-capture; fullscreen; geolocation; speaker-selection; screen-wake-lock";

export const readConfig = async () => (await fetch("config.json", { cache: "no-cache" })).json();

/** Calls `hear` with each message of Flex. Returns a function that sends a command. */
export function listen(hear) {
  let port;
  let request = 0;
  addEventListener("message", ({ data, source, origin }) => {
    if (data?.cifPanel !== "hello") return;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event) => hear(event.data);
    source.postMessage({ cifPanel: "welcome", version: 1 }, origin, [channel.port2]);
  });
  return (action, payload) =>
    port.postMessage({ to: "flex", type: "command", request: ++request, action, payload });
}
