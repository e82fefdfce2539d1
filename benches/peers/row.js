// What a row says, in the words of the panel's German. The peers draw with it the rows that the panel draws.

/** The class names that the panel's own styles have in this run (capture.mjs writes them into the page). */
export const { classes } = JSON.parse(document.getElementById("look").textContent);

export const CHAT =
  "M8 3a5 5 0 0 1 0 10 5 5 0 0 1-2-.4L3 13.3l.8-2.7A5 5 0 0 1 8 3Zm5.9 4a4.6 4.6 0 0 1 2.4 6.9l.6 2.4-2.6-.6A4.7 4.7 0 0 1 8.9 14.9";

const STATES = { accepted: "Aktiv", wrapping: "Nachbearbeitung" };
const clock = new Intl.DateTimeFormat("de", { hour: "numeric", minute: "2-digit" });
const apart = (text) => `\u2068${text}\u2069`;

/** How long it has lasted since then, as `1:05` or `1:02:03`. */
export function lasted(since, now) {
  const all = Math.max(0, Math.floor((now - since) / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** A task of the bridge as its row shows it. */
export function shown({ sid, status, age, attributes, unread, unanswered }) {
  const { name, ticketNumber } = attributes;
  const initials = name.split(" ");
  return {
    sid,
    status,
    name,
    subject: ticketNumber,
    initials: initials[0][0] + initials.at(-1)[0],
    state: STATES[status],
    began: Date.now() - age * 1000,
    unread: String(unread),
    unreadWords: `${unread} ungelesen`,
    unanswered,
    tip: `Der Kunde wartet seit ${apart(clock.format(unanswered))} auf eine Antwort.`,
    end: `${apart("Beenden")}: ${apart(name)}`,
  };
}

/** The name of a row's button. */
export const label = ({ name, state, subject, unreadWords }, selected) =>
  `${apart(name)}, ${apart("Webchat")}, ${state}, ${apart(subject)}, ${unreadWords}` +
  (selected ? ", ausgewählt" : "");

/** Brings the row that is selected into sight, as the panel does. */
export const reveal = (li) => li.scrollIntoView({ block: "nearest" });
