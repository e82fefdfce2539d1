//! The agent's keyboard: real keys, which go to the element with the focus.

use thirtyfour::{Key, TypingData};

use super::origins::Side;
use super::outcome::{Failure, Outcome};
use super::world::World;

/// More tab stops than any page here has.
const TAB_STOPS: usize = 200;

/// The element with the focus in a page, named by its row and its act, or by what it is. Nothing while another page has
/// the focus.
const FOCUSED: &str = r#"
    const focused = document.activeElement;
    if (!document.hasFocus() || focused?.tagName === "IFRAME") return null;
    const row = focused.closest("[data-task]")?.dataset.task;
    const act = focused.dataset.act ?? (row ? "select" : focused.tagName.toLowerCase());
    return row ? `${row} ${act}` : act;
"#;

impl World {
    /// The element with the focus in a page: `WR1 accept`, `fold`, `body`. Nothing while another page has the focus.
    pub async fn focused(&self, side: Side) -> Outcome<Option<String>> {
        self.read(side, FOCUSED).await
    }

    /// Waits until this element of the panel has the focus.
    pub async fn focus_until(&self, what: &str) -> Outcome {
        let focused = async || self.focused(Side::Panel).await;
        let hope = format!("the focus is on {what}");
        self.until_soon(&hope, focused, |focused| focused.as_deref() == Some(what))
            .await
    }

    /// Presses Tab until this element of the panel has the focus.
    pub async fn tab_to(&self, what: &str) -> Outcome {
        for _ in 0..TAB_STOPS {
            if self.focused(Side::Panel).await?.as_deref() == Some(what) {
                return Ok(());
            }
            self.type_keys(Key::Tab).await?;
        }
        Err(Failure(format!("Tab does not come to {what}")))
    }

    /// Types at the focus.
    pub async fn type_keys(&self, keys: impl Into<TypingData>) -> Outcome {
        let chain = self.browser.driver.action_chain().send_keys(keys);
        Ok(chain.perform().await?)
    }

    /// Presses a key together with Alt and Shift.
    pub async fn shortcut(&self, key: impl Into<char>) -> Outcome {
        let key = key.into();
        let chain = self.browser.driver.action_chain();
        let chain = chain.key_down(Key::Alt).key_down(Key::Shift);
        let chain = chain.key_down(key).key_up(key);
        let chain = chain.key_up(Key::Shift).key_up(Key::Alt);
        Ok(chain.perform().await?)
    }
}
