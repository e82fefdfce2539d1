//! Several windows of one browser: the agent opens another Dynamics, goes from one to another, and closes one.

use serde_json::json;
use thirtyfour::WindowHandle;

use super::outcome::{Failure, Outcome};
use super::world::World;

impl World {
    /// The window in front of the agent.
    pub async fn window(&self) -> Outcome<WindowHandle> {
        Ok(self.browser.driver.window().await?)
    }

    /// The window that the window in front has opened.
    pub async fn opened_window(&self) -> Outcome<WindowHandle> {
        let opener = self.window().await?;
        let windows = self.browser.driver.windows().await?;
        let opened = windows.into_iter().find(|window| *window != opener);
        opened.ok_or_else(|| Failure("no second window".to_owned()))
    }

    /// The agent opens an empty window and goes there.
    pub async fn open_empty_window(&self) -> Outcome<WindowHandle> {
        let handle = self.browser.driver.new_tab().await?;
        self.go_to_window(&handle).await?;
        Ok(handle)
    }

    /// The agent opens Dynamics in another window and goes there.
    pub async fn open_window(&self) -> Outcome<WindowHandle> {
        let handle = self.open_empty_window().await?;
        self.visit(&self.window_url()).await?;
        Ok(handle)
    }

    /// Gives the page of the window in front this size, in pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        let cdp = self.browser.driver.cdp();
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        cdp.send_raw("Emulation.setDeviceMetricsOverride", size)
            .await?;
        Ok(())
    }

    /// The agent goes to a window.
    pub async fn go_to_window(&self, handle: &WindowHandle) -> Outcome {
        let handle = handle.clone();
        self.entered.set(None);
        Ok(self.browser.driver.switch_to_window(handle).await?)
    }

    /// The agent closes the window in front and goes to this one.
    pub async fn close_window_for(&self, other: &WindowHandle) -> Outcome {
        self.browser.driver.close_window().await?;
        self.go_to_window(other).await
    }

    /// The browser freezes the window in front or lets it go on, as it does with a page that has long been in the
    /// background. The scripts of a frozen page stand still, and its locks stay its own.
    pub async fn freeze(&self, frozen: bool) -> Outcome {
        let state = if frozen { "frozen" } else { "active" };
        let cdp = self.browser.driver.cdp();
        let wish = json!({ "state": state });
        cdp.send_raw("Page.setWebLifecycleState", wish).await?;
        Ok(())
    }
}
