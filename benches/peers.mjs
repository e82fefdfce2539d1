// The pages of the peers: bundled for production, in memory.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PEERS = { react: "react/panel.jsx", vanilla: "vanilla/panel.js", relay: "relay/panel.js" };

/** The files of a peer, by their paths. `look` is what capture.mjs has seen of the panel. */
export async function peer(name, { config, look }) {
  const built = await build({
    entryPoints: [fileURLToPath(new URL(`peers/${PEERS[name]}`, import.meta.url))],
    entryNames: "[name]-[hash]",
    outdir: "/",
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome120",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
  });
  const [{ path, text }] = built.outputFiles;
  const script = path.slice(path.lastIndexOf("/"));
  return {
    [script]: text,
    "/rows-00000000.css": look.css,
    "/index.html": page(script, look),
    "/config.json": config,
  };
}

const page = (script, { classes }) => `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8" />
    <title>Panel</title>
    <link rel="stylesheet" href="rows-00000000.css" />
    <style>
      body { display: flex; flex-direction: column; block-size: 100vh; }
      #app { display: contents; }
      iframe.flex { flex: 1; border: 0; }
    </style>
    <script id="look" type="application/json">${JSON.stringify({ classes })}</script>
    <script defer src=".${script}"></script>
  </head>
  <body><div id="app"></div></body>
</html>
`;
