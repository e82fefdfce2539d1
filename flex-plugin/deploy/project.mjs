#!/usr/bin/env node
// Writes the bridge as a project of Twilio's CLI, for accounts that deploy all their plugins that way:
//   node flex-plugin/deploy/project.mjs <folder>
//   cd <folder> && npm install && twilio flex:plugins:deploy --changelog "…" && twilio flex:plugins:release …
// The script is copied as it is. It offers itself to `Twilio.Flex.Plugins.init`; the project takes that offer and gives
// it to the CLI's own `loadPlugin`.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { Trouble, run } from "./twilio.mjs";

const SCRIPT = fileURLToPath(new URL("../cif-panel-bridge.js", import.meta.url));

const INDEX = `import * as FlexPlugin from "@twilio/flex-plugin";
import offerBridge from "./cif-panel-bridge.js";

offerBridge((Bridge) => {
  // The CLI needs a plugin of its own base class. The bridge uses nothing of that class.
  class CifPanelBridgePlugin extends FlexPlugin.FlexPlugin {
    constructor() {
      super("cif-panel-bridge");
      this.bridge = new Bridge();
    }

    init(flex, manager) {
      return this.bridge.init(flex, manager);
    }
  }
  FlexPlugin.loadPlugin(CifPanelBridgePlugin);
});
`;

/** The files of the project, by their paths in it. */
export function project() {
  const script = readFileSync(SCRIPT, "utf8");
  const [, version] = /const SCRIPT = "([0-9.]+)"/.exec(script);
  const offer = "window.Twilio.Flex.Plugins.init(CifPanelBridge)";
  if (script.split(offer).length !== 2)
    throw new Trouble("The script's offer to Flex is not where it was.");
  const manifest = {
    name: "plugin-cif-panel-bridge",
    version,
    private: true,
    dependencies: {
      "@twilio/flex-plugin-scripts": "7.1.2",
      react: "17.0.2",
      "react-dom": "17.0.2",
    },
    devDependencies: { "@twilio/flex-ui": "^2" },
  };
  return {
    "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "public/appConfig.js":
      "var appConfig = { pluginService: { enabled: true, url: '/plugins' } };\n",
    "src/index.js": INDEX,
    "src/cif-panel-bridge.js": `export default function offerBridge(init) {\n${script.replace(offer, "init(CifPanelBridge)")}}\n`,
  };
}

async function main([folder, ...more]) {
  if (!folder || more.length > 0) throw new Trouble("Say where: project.mjs <folder>");
  for (const [path, text] of Object.entries(project())) {
    const file = join(folder, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(
    `Written to ${folder}. There: npm install && twilio flex:plugins:deploy --changelog "…"`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(main);
