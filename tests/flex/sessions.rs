//! Flex gets TaskRouter late, loses it, or ends its session. The list is current, or says that it is not.

use serde_json::json;

use crate::agent::{accepted, play_from_load, play_with_flex, with_flex};
use crate::event_bridge::{EventBridge, Status};
use crate::stage::{Outcome, Setting, Side, World};

const MAY_BE_OLD: &str = "The list may be out of date.";

#[tokio::test]
async fn a_flex_that_starts_without_taskrouter_is_not_shown_as_current_until_it_is_there() -> Outcome
{
    let cloud = EventBridge::open().await?;
    let ada = cloud.reserve("chat", "{\"name\": \"Ada Whitfield\"}");
    cloud.fall_silent();
    let setting = with_flex(json!({ "patience": 300 }));
    play_from_load(&cloud, setting, async |world| {
        let panel = world.flex_is("reconnecting").await?;
        assert!(panel.rows.is_empty(), "{panel:?}");
        assert!(panel.words.contains(MAY_BE_OLD), "{panel:?}");

        cloud.speak();
        world.flex_is("connected").await?;
        world.row_until(&ada, "pending").await?;

        cloud.go_down();
        world.flex_is("reconnecting").await?;
        cloud.advance(&ada, Status::Rescinded);
        cloud.come_up();
        world.flex_is("connected").await?;
        world.row_gone(&ada).await
    })
    .await
}

#[tokio::test]
async fn a_browser_without_a_network_does_not_show_its_list_as_current() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let ada = accepted(world, "ada", "chat").await?;
        tell(world, "offline").await?;
        let panel = world.flex_is("reconnecting").await?;
        assert!(panel.row(&ada).is_some());
        // Flex itself sets its worker to this.
        world.activity_until("Offline").await?;
        tell(world, "online").await?;
        world.flex_is("connected").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_session_that_another_one_in_the_same_browser_replaces_is_reported() -> Outcome {
    play_with_flex(Setting::default(), async |world, _| {
        let _ = accepted(world, "ada", "chat").await?;
        // What Flex's guard does when it finds the other session. The agent then stays with that one.
        let found = "localStorage.setItem('FLEX_SINGLE_SESSION_GUARD_LOCAL', 'this browser');
            const { dispatch } = Twilio.Flex.Manager.getInstance().store;
            const flag = { id: 'flex-single-session', enabled: true };
            dispatch({ type: 'FLEX_FEATURE_FLAG_OVERRIDE', payload: flag });
            const other = { otherSessionSid: 'this browser', hasOngoingCall: false };
            dispatch({ type: 'FLEX_ALERT_MULTI_SESSION', payload: other });";
        world.run_in(Side::Flex, found).await?;
        let cancel = "const button = [...document.querySelectorAll('button')]
                .find((one) => one.innerText.trim() === 'Cancel');
            button?.click();
            return Boolean(button);";
        world
            .until_soon(
                "the agent has chosen",
                async || world.run_in(Side::Flex, cancel).await,
                |chosen| *chosen == true,
            )
            .await?;
        let panel = world.flex_is("replaced").await?;
        // One notice, not two.
        assert!(panel.words.contains("opened somewhere else"), "{panel:?}");
        assert!(!panel.words.contains(MAY_BE_OLD), "{panel:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn signing_out_of_flex_is_shown_and_signing_in_connects_again() -> Outcome {
    play_with_flex(Setting::default(), async |world, cloud| {
        let ada = accepted(world, "ada", "chat").await?;
        world
            .run_in(
                Side::Flex,
                "Twilio.Flex.Actions.invokeAction('Logout', { forceLogout: true })",
            )
            .await?;
        let panel = world.flex_is("signed-out").await?;
        assert!(panel.words.contains("signed out of Flex"), "{panel:?}");
        assert!(!panel.words.contains(MAY_BE_OLD), "{panel:?}");

        // In the same page, from which Flex has removed all listeners.
        cloud.advance(&ada, Status::Wrapping);
        world.run_in(Side::Flex, "window.logIn()").await?;
        world.flex_is("connected").await?;
        world.row_until(&ada, "wrapping").await?;
        cloud.advance(&ada, Status::Completed);
        world.row_gone(&ada).await?;
        let juergen = cloud.reserve("chat", "{\"name\": \"Jürgen Weißmüller\"}");
        world.row_until(&juergen, "pending").await?;
        cloud.go_down();
        world.flex_is("reconnecting").await?;
        Ok(())
    })
    .await
}

/// The browser fires this event at Flex's page.
async fn tell(world: &World, event: &str) -> Outcome {
    let script = format!("window.dispatchEvent(new Event('{event}'))");
    world.run_in(Side::Flex, &script).await?;
    Ok(())
}
