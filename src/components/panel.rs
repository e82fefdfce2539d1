//! The whole panel: its head, a choice among numbers, the tasks, the notices and Flex. While the panel is minimized, a
//! rail covers them; when the agent asks for it, the page for support does.

use stylist::yew::use_style;
use yew::prelude::*;

use super::announcer::Announcer;
use super::diagnostics::open::{use_focus_back, use_is_open};
use super::diagnostics::{DiagnosticsPage, Subject};
use super::flex_area::{FlexArea, FlexAreaProps};
use super::focus_guard::use_focus_guard;
use super::header::Header;
use super::language::I18nProvider;
use super::notices::Notices;
use super::number_choice::NumberChoice;
use super::rail::Rail;
use super::shortcuts::help::ShortcutHelp;
use super::shortcuts::listen::use_shortcuts;
use super::slice::use_slice;
use super::task_list::TaskList;
use super::windows::{AloneNotice, OtherWindow};
use store::Store;
use store::state::PanelMode;
use store::windows::Role;

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// Its store.
    pub store: Store,
    /// The address of Flex, and the origins around it.
    pub flex: FlexAreaProps,
}

/// The panel.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    html! {
        <ContextProvider<Store> context={props.store.clone()}>
            <I18nProvider><Layout ..props.flex.clone() /></I18nProvider>
        </ContextProvider<Store>>
    }
}

#[component]
fn Layout(flex: &FlexAreaProps) -> Html {
    let mode = use_slice(|state| state.mode.now);
    let role = use_slice(|state| state.windows.role());
    let folded = use_state(|| false);
    let diagnosed = use_context::<Subject>();
    let diagnosed = use_is_open().then_some(diagnosed).flatten();
    let on_fold = {
        let folded = folded.clone();
        Callback::from(move |()| folded.set(!*folded))
    };
    let helping = use_state(|| false);
    let on_shortcuts = use_callback((), {
        let helping = helping.setter();
        move |(), ()| helping.set(true)
    });
    let on_close = use_callback((), {
        let helping = helping.setter();
        move |(), ()| helping.set(false)
    });
    use_shortcuts(on_shortcuts.clone());
    let whole = use_node_ref();
    use_focus_guard(whole.clone());
    use_focus_back(whole.clone(), diagnosed.is_some());
    let style = use_style!(
        r#"
        position: relative;
        block-size: 100%;
        overflow: hidden;

        & > .full {
            display: flex;
            flex-direction: column;
            block-size: 100%;
        }
        & .work {
            position: relative;
            display: flex;
            flex: 1;
            flex-direction: column;
            min-block-size: 0;
        }
        /* Flex stays mounted at its least width, out of sight. Otherwise it would lay itself out for the rail. */
        &[data-mode="minimized"] > .full {
            visibility: hidden;
            inline-size: max(100%, 320px);
        }
        "#
    );
    // All children keep their places. Otherwise Yew would mount the place of the Flex frame anew, and Flex would load
    // again.
    html! {
        <div ref={whole} class={style} data-panel="true" data-mode={mode_name(mode)} data-role={role.name()}>
            <div class="full" inert={diagnosed.is_some()}>
                <Header folded={*folded} {on_fold} {on_shortcuts} />
                <NumberChoice />
                <TaskList folded={*folded} />
                <main class="work">
                    <Notices />
                    if let Role::Follower(leader) = role {
                        <OtherWindow {leader} />
                    } else {
                        <AloneNotice alone={role == Role::Standalone} />
                        <FlexArea
                            flex={flex.clone()}
                            covered={diagnosed.is_some() || mode == Some(PanelMode::Minimized)}
                        />
                    }
                </main>
            </div>
            if mode == Some(PanelMode::Minimized) {
                <Rail />
            } else if let Some(subject) = diagnosed {
                <DiagnosticsPage {subject} />
            }
            if *helping { <ShortcutHelp {on_close} /> } else { <Announcer /> }
        </div>
    }
}

fn mode_name(mode: Option<PanelMode>) -> &'static str {
    match mode {
        Some(PanelMode::Docked) => "docked",
        Some(PanelMode::Minimized) => "minimized",
        Some(PanelMode::Hidden) => "hidden",
        None => "unknown",
    }
}
