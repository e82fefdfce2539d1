//! How the browser of a test is set up, from the next page on. A browser goes on to the next test as it was: what is set
//! here belongs to the tab, and goes with it.

use serde_json::json;

use super::world::{Outcome, World};

impl World {
    /// The languages that the browser asks for, as in `Accept-Language`.
    pub async fn set_languages(&self, languages: &str) -> Outcome {
        let agent = self.run_in_top_window("return navigator.userAgent").await?;
        let wish = json!({ "userAgent": agent, "acceptLanguage": languages });
        self.tell("Emulation.setUserAgentOverride", wish).await
    }

    /// What the agent has said to their system about motion: `reduce` or `no-preference`.
    pub async fn set_motion(&self, motion: &str) -> Outcome {
        let wish = json!({ "features": [{ "name": "prefers-reduced-motion", "value": motion }] });
        self.tell("Emulation.setEmulatedMedia", wish).await
    }

    /// Runs a script in every page before the page's own.
    pub async fn before_every_page(&self, script: &str) -> Outcome {
        let wish = json!({ "source": script });
        self.tell("Page.addScriptToEvaluateOnNewDocument", wish)
            .await
    }

    /// The browser keeps no file that it has had before.
    pub async fn empty_cache(&self) -> Outcome {
        self.tell("Network.clearBrowserCache", json!({})).await
    }

    async fn tell(&self, method: &str, wish: serde_json::Value) -> Outcome {
        self.browser.driver.cdp().send_raw(method, wish).await?;
        Ok(())
    }
}
