//! Tests that the checks can fail: each one finds what is wrong with a page that was broken on purpose.

use serde_json::json;

use crate::findings::{Findings, Found};
use crate::gallery::{Check, Gallery};
use crate::stage::{Failure, Outcome};
use crate::view::{Size, View};

/// The change to the state `task-ready`, the check that must find it, and the finding.
const BROKEN: [(&str, Check, &str); 12] = [
    (
        "row.querySelector('.customer').removeAttribute('title'); row.style.inlineSize = '120px'",
        "geometry",
        "cut by",
    ),
    (
        "row.style.cssText = 'block-size: 30px; overflow: hidden'",
        "geometry",
        "cut above or below",
    ),
    (
        "row.querySelector('.second').style.marginInlineStart = '-90px'",
        "geometry",
        "overlaps",
    ),
    (
        "row.append(Object.assign(document.createElement('p'), { textContent: 'over', style: 'position: absolute; inset: 8px' }))",
        "geometry",
        "is covered by",
    ),
    (
        "row.style.inlineSize = '400px'",
        "geometry",
        "scrolls sideways",
    ),
    (
        "row.parentElement.prepend(row.nextElementSibling); row.parentElement.style.cssText = 'display: flex; flex-direction: column-reverse'",
        "geometry",
        "stands before",
    ),
    (
        "row.querySelector('[data-act]').style.cssText = 'block-size: 20px; min-block-size: 0'",
        "geometry",
        "is a target of",
    ),
    (
        "row.querySelector('.state').textContent = 'Hello'",
        "words",
        "says “Hello”",
    ),
    (
        "row.querySelector('.select').setAttribute('aria-label', 'Hello')",
        "words",
        "aria-label",
    ),
    (
        "row.animate({ opacity: [0, 1] }, { duration: 1000, iterations: Infinity })",
        "motion",
        "moves",
    ),
    (
        "row.querySelector('.state').style.color = '#bbb'",
        "accessible",
        "color-contrast",
    ),
    (
        "['aria-label', 'title'].forEach((name) => document.querySelector('[data-act=shortcuts]').removeAttribute(name))",
        "accessible",
        "button-name",
    ),
];

#[tokio::test]
async fn each_broken_page_is_found() -> Outcome {
    Gallery::visit(async |gallery| {
        let view = View::default();
        gallery.look(&view, Size::Docked).await?;
        for (harm, check, what) in BROKEN {
            gallery
                .call("showStill", json!(["task-ready", "en-XA"]))
                .await?;
            gallery
                .run(&format!(
                    "const row = document.querySelector('[data-task]'); {harm}"
                ))
                .await?;
            let found = gallery.call("check", json!([check])).await?;
            let found: Vec<Found> = serde_json::from_value(found)?;
            let mut findings = Findings::default();
            findings.add(&view, found);
            if !findings.has(what) {
                let report = findings.report();
                let words = format!("{check} did not find “{what}” after {harm}: {report}");
                return Err(Failure(words));
            }
        }
        Ok(())
    })
    .await
}
