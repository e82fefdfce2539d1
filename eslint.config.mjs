// The scripts of the project: the page's first script, the bridge in Flex and its deployment, the demo's client
// library, the Functions, the bench, and the scripts in tools/.

import js from "@eslint/js";

const names = (...all) => Object.fromEntries(all.map((name) => [name, "readonly"]));
const EVERYWHERE = names("URL", "URLSearchParams", "console", "setTimeout", "structuredClone");
const IN_BROWSER = names(
  "Event",
  "crypto",
  "window",
  "document",
  "location",
  "MessagePort",
  "navigator",
  "AbortSignal",
  "fetch",
  "WebAssembly",
  "BroadcastChannel",
  "addEventListener",
  "setInterval",
  "clearInterval",
  "clearTimeout",
);
const IN_NODE = names("process", "Buffer", "fetch", "AbortSignal", "setImmediate");
const COMMON_JS = names("require", "module", "__dirname");
const NODE = ["**/*.test.js", "flex-plugin/flex-world.js", "flex-plugin/deploy/*.js"];

export default [
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    rules: {
      eqeqeq: "error",
      "no-implicit-globals": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["flex-plugin/*.js", "src/browser/*.js", "crates/demo/*.js"],
    ignores: NODE,
    languageOptions: { sourceType: "script", globals: { ...EVERYWHERE, ...IN_BROWSER } },
  },
  {
    files: NODE,
    languageOptions: {
      sourceType: "commonjs",
      globals: { ...EVERYWHERE, ...IN_NODE, ...COMMON_JS },
    },
  },
  {
    files: ["crates/demo/*.test.js"],
    languageOptions: { sourceType: "module", globals: names("Event", "EventTarget") },
  },
  {
    files: ["functions/**/*.js"],
    languageOptions: {
      sourceType: "commonjs",
      globals: {
        ...EVERYWHERE,
        ...IN_NODE,
        ...COMMON_JS,
        ...names("Runtime", "Twilio"),
      },
    },
  },
  { files: ["**/*.mjs"], languageOptions: { globals: { ...EVERYWHERE, ...IN_NODE } } },
  {
    // Some functions of these scripts run in a page.
    files: ["benches/**/*.{mjs,js,jsx}"],
    languageOptions: {
      globals: {
        ...EVERYWHERE,
        ...IN_BROWSER,
        ...names("performance", "parent", "Node", "MessageChannel"),
      },
    },
  },
  { files: ["benches/pages/*.js"], languageOptions: { sourceType: "script" } },
  {
    files: ["benches/**/*.jsx"],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    // Components are used in JSX, where this rule does not see them.
    rules: { "no-unused-vars": ["error", { varsIgnorePattern: "^[A-Z]" }] },
  },
];
