//! The style of a row of the task list.

use stylist::Style;
use stylist::yew::use_style;
use yew::prelude::*;

/// The style of a row. It refers to the parts of the row by the classes that `task_row` gives them.
#[hook]
pub fn use_row_style() -> Style {
    use_style!(
        r#"
        position: relative;
        padding: 0 var(--space-xs);
        border-block-end: 1px solid var(--stroke-3);
        background: var(--background-1);
        transition: background var(--duration-fast) var(--curve-easy);

        &:last-child { border-block-end: 0; }
        &:hover { background: var(--background-1-hover); }
        &.selected { background: var(--background-selected); }
        &.selected:hover { background: var(--background-selected-hover); }
        &::before {
            content: "";
            position: absolute;
            inset-block: 6px;
            inset-inline-start: 0;
            inline-size: 3px;
            border-radius: var(--radius-s);
        }
        &.selected::before { background: var(--brand-stroke); }
        &.waiting::before {
            background: var(--warning-fill);
            animation: beckon 1.6s ease-in-out infinite;
        }
        &.waiting.selected::before {
            background: var(--brand-stroke);
            animation: none;
        }
        /* The first task that waits stays in sight while the agent scrolls the others. */
        &.waiting:first-child {
            position: sticky;
            inset-block-start: 0;
            z-index: 1;
        }

        /* One button fills the whole row. The buttons of a running task lie above it, in a column that the words leave
           free. */
        & .top {
            display: grid;
            grid-template: auto auto auto / auto minmax(0, 1fr) auto;
            column-gap: var(--space-s);
        }
        & .select {
            display: grid;
            grid-area: 1 / 1 / -1 / -1;
            grid-template: subgrid / subgrid;
            padding: var(--space-s);
            border-radius: var(--radius-m);
            cursor: pointer;
        }

        & .avatar {
            position: relative;
            display: grid;
            grid-row: 1 / -1;
            place-content: center;
            inline-size: 36px;
            block-size: 36px;
            margin-block-start: var(--space-xxs);
            border-radius: 50%;
            font: var(--body-1-strong);
            background: var(--other-background);
            color: var(--other-foreground);
        }
        & .avatar > .icon { font-size: 18px; }
        &:is([data-channel="voice"], [data-channel="callback"], [data-channel="voicemail"]) .avatar {
            background: var(--voice-background);
            color: var(--voice-foreground);
        }
        &:is(
            [data-channel="chat"], [data-channel="whatsapp"], [data-channel="messenger"], [data-channel="instagram"],
            [data-channel="google-business"], [data-channel="apple-messages"]
        ) .avatar {
            background: var(--chat-background);
            color: var(--chat-foreground);
        }
        &:is([data-channel="sms"], [data-channel="rcs"]) .avatar {
            background: var(--sms-background);
            color: var(--sms-foreground);
        }
        & .badge {
            position: absolute;
            inset-block-end: -4px;
            inset-inline-end: -4px;
            display: grid;
            place-content: center;
            inline-size: 18px;
            block-size: 18px;
            border-radius: 50%;
            background: var(--background-1);
            box-shadow: var(--shadow-2);
            font-size: 11px;
        }
        & .badge .icon { stroke-width: 1.8; }

        & .lines { display: contents; }
        & .first, & .second, & .third {
            display: flex;
            grid-column: 2;
            align-items: center;
            column-gap: var(--space-s-nudge);
            white-space: nowrap;
        }
        & .first {
            grid-column: 2 / -1;
            font: var(--body-1-strong);
        }
        /* A name is written in its own direction, but aligned like all names. */
        & bdi {
            text-align: -webkit-match-parent;
            text-align: match-parent;
        }
        & .customer {
            flex: 1;
            overflow: hidden;
            text-overflow: ellipsis;
        }
        & .timer {
            font: var(--caption-1);
            font-variant-numeric: tabular-nums;
            color: var(--foreground-3);
        }
        & .second, & .third {
            flex-wrap: wrap;
            font: var(--caption-1);
            color: var(--foreground-3);
        }
        & .second bdi, & .third bdi {
            overflow: hidden;
            text-overflow: ellipsis;
        }
        /* A dot stands before each part. At the start of a line the dot lies outside the edge, where it is cut off. */
        & .second {
            column-gap: 0;
            margin-inline-start: calc(-1 * var(--space-m));
            clip-path: inset(0 0 0 var(--space-m));
        }
        & .second:dir(rtl) { clip-path: inset(0 var(--space-m) 0 0); }
        & .second > * {
            display: flex;
            max-inline-size: 100%;
            white-space: normal;
            overflow-wrap: anywhere;
            hyphens: auto;
        }
        & .second bdi { white-space: nowrap; }
        & .second > :has(> bdi:empty) { display: none; }
        & .second > *::before {
            content: "·";
            flex: none;
            inline-size: var(--space-m);
            font-weight: 400;
            color: var(--foreground-3);
            text-align: center;
        }
        & .state {
            font: var(--caption-1-strong);
            color: var(--foreground-2);
        }
        &.waiting .state { color: var(--warning-foreground); }
        &[data-status="accepted"] .state:not(.held) { color: var(--success-foreground); }
        & .opening {
            display: inline-flex;
            align-items: center;
            gap: var(--space-xs);
            color: var(--brand-foreground);
        }
        & .ready {
            padding: 0 var(--space-s-nudge);
            border: 1px solid var(--success-stroke);
            border-radius: var(--radius-round);
            background: var(--success-background);
            color: var(--success-foreground);
            font: var(--caption-2-strong);
        }

        & .unread {
            display: inline-flex;
            align-items: center;
            gap: var(--space-xs);
            padding: 0 var(--space-s-nudge);
            border: 1px solid var(--stroke-2);
            border-radius: var(--radius-round);
            color: var(--foreground-2);
            font: var(--caption-2-strong);
        }
        & .unread .timer { font: var(--caption-2-strong); color: inherit; }

        /* Aligned with the words of the row, and the icon with the avatar. */
        & .trouble {
            padding-block-end: var(--space-s);
            padding-inline: 18px var(--space-s);
        }
        & .trouble > div { gap: 18px; }
        & .open {
            padding-block-end: var(--space-s);
            padding-inline: 52px var(--space-s);
        }

        @media (forced-colors: active) {
            &.selected {
                outline: 2px solid Highlight;
                outline-offset: -2px;
            }
            & .ready, & .avatar { border: 1px solid CanvasText; }
        }
        "#
    )
}
