//! Names and texts that customers, and people who configure Flex, can write.

use super::super::cast::{accepted, ago, by, call, named, wrapping};
use super::super::picture::Picture;
use super::super::scene::Scene;
use store::state::{Channel, Task};

pub const ALL: &[Picture] = &[
    Picture::panel("names-of-200-characters", || {
        let words = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh ".repeat(4);
        let word = "Taumatawhakatangihangakoauauotamatea".repeat(6);
        shown([&words, &word, &"1234567890".repeat(20)])
    }),
    Picture::panel("names-from-right-to-left", || {
        shown([
            "محمد عبد الرحمن الأنصاري (ACME) +49 30",
            "רחל לוי-כהן 42",
            "Ada \u{202e}evil\u{202c} Lovelace",
        ])
    }),
    Picture::panel("names-of-emoji", || {
        shown(["👩‍👩‍👧‍👦 👩🏽‍🚀🏳️‍🌈", "Z̸̙͝a̶̰͐l̷̤̊g̵̟̈o̴͓͌ Ṫ̶̘ë̶́͜x̷͇̆t̸̫̾", "山田 太郎 様"])
    }),
    Picture::panel("names-of-markup", || {
        shown([
            "<b>Bobby</b> & \"Tables\" <script>alert(1)</script>",
            "<img src=x onerror=document.body.remove()>",
            "{{name}} ${name} %s &lt;i&gt;",
        ])
    }),
    Picture::panel("names-empty", || shown(["", "   ", "\u{200b}\u{2066}"])),
    Picture::panel("channel-unknown", || {
        Scene::working_on([
            accepted(by(
                Channel::Other("video-consultation-with-screen-sharing".into()),
                1,
            )),
            by(Channel::Other("<fax>".into()), 2),
            wrapping(by(Channel::Other("".into()), 3)),
        ])
    }),
    Picture::panel("timer-past-24-hours", || {
        let since = |seconds, task| Task {
            began: ago(seconds),
            ..task
        };
        Scene::working_on([
            since(86_399, accepted(call(1))),
            since(93_784, call(2)),
            since(40 * 86_400 + 1, wrapping(call(3))),
        ])
    }),
];

fn shown(names: [&str; 3]) -> Scene {
    let [first, second, third] = names;
    Scene::working_on([
        accepted(named(first, 1)),
        named(second, 2),
        wrapping(named(third, 3)),
    ])
}
