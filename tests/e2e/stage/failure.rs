//! What a failed test leaves in `target/e2e/failures/<test>/`.

use std::fs;
use std::path::Path;

use super::outcome::Outcome;
use super::project::of_project;
use super::world::World;

/// Writes everything that helps to that folder, and prints its path.
pub async fn leave_behind(world: &World, test: &str, words: &str) {
    let folder = of_project("target/e2e/failures").join(test.replace("::", "-"));
    match write(world, &folder, words).await {
        Ok(()) => eprintln!("{test} left its traces in {}", folder.display()),
        Err(error) => eprintln!("{test} left no traces: {error:?}"),
    }
}

async fn write(world: &World, folder: &Path, words: &str) -> Outcome {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("failure.txt"), words)?;
    world.enter_top_window().await?;
    let screen = folder.join("screen.png");
    world.browser.driver.screenshot(&screen).await?;
    let console = world.console().await?;
    fs::write(folder.join("console.txt"), console.join("\n"))?;
    let journal: Vec<String> = world
        .journal()
        .await?
        .iter()
        .map(|message| {
            let (from, to, kind) = (&message.from, &message.to, &message.kind);
            format!("{from} > {to}  {kind}  {}", message.text)
        })
        .collect();
    fs::write(folder.join("journal.txt"), journal.join("\n"))?;
    Ok(())
}
