//! Settings of a test's browser, from the next page on. The next test uses the same browser, so the settings belong to
//! the tab and end with it.

use serde_json::json;

use super::outcome::Outcome;
use super::world::World;

impl World {
    /// The languages that the browser asks for, as in `Accept-Language`.
    pub async fn set_languages(&self, languages: &str) -> Outcome {
        let agent = self.run_in_top_window("return navigator.userAgent").await?;
        let wish = json!({ "userAgent": agent, "acceptLanguage": languages });
        self.tell("Emulation.setUserAgentOverride", wish).await
    }

    /// The motion that the agent has chosen in their system: `reduce` or `no-preference`.
    pub async fn set_motion(&self, motion: &str) -> Outcome {
        let wish = json!({ "features": [{ "name": "prefers-reduced-motion", "value": motion }] });
        self.tell("Emulation.setEmulatedMedia", wish).await
    }

    /// Runs a script in every page before the page's own scripts.
    pub async fn before_every_page(&self, script: &str) -> Outcome {
        let wish = json!({ "source": script });
        self.tell("Page.addScriptToEvaluateOnNewDocument", wish)
            .await
    }

    /// The window in front asks the servers for every file. Otherwise it waits for a file that another window is
    /// loading.
    pub async fn leave_cache_out(&self) -> Outcome {
        self.tell("Network.enable", json!({})).await?;
        self.tell("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
            .await
    }

    /// Removes all files from the browser's cache.
    pub async fn empty_cache(&self) -> Outcome {
        self.tell("Network.clearBrowserCache", json!({})).await
    }

    async fn tell(&self, method: &str, wish: serde_json::Value) -> Outcome {
        self.browser.driver.cdp().send_raw(method, wish).await?;
        Ok(())
    }
}
