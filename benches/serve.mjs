// The origins of the bench, all on loopback: the organization, Flex, and one for each panel that is compared. Names below
// `.localhost` are sites of their own, so each has its own process in the browser, as in production.
//
// Files go out compressed, as a production server sends them. Names with a hash may be cached for ever; all others are
// asked for again.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};
const HASHED = /-[0-9a-zA-Z]{8,}(_bg)?\.\w+$/;

/** A server for `http://<name>.localhost`. `find` says which file, or which text, a path is. */
export async function open(name, find) {
  const packed = new Map();
  const asked = [];
  const read = async (path) => {
    const found = find(path);
    return found instanceof URL ? readFile(found) : Buffer.from(found);
  };
  const pack = async (path) => {
    if (!packed.has(path)) {
      const bytes = await read(path);
      const tag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
      packed.set(path, { body: gzipSync(bytes, { level: 9 }), tag });
    }
    return packed.get(path);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = pathname === "/" ? "/index.html" : pathname;
    try {
      const { body, tag } = await pack(path);
      asked.push(path);
      const isHashed = HASHED.test(path);
      response.setHeader("Cache-Control", isHashed ? "max-age=31536000, immutable" : "no-cache");
      response.setHeader("ETag", tag);
      if (request.headers["if-none-match"] === tag) return response.writeHead(304).end();
      response.writeHead(200, {
        "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
        "Content-Encoding": "gzip",
        "Content-Length": body.length,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://${name}.localhost:${server.address().port}`,
    /** The paths that were asked for, in order. */
    asked,
    /** What a path contains, not compressed. */
    read,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Finds the files of a folder, and these texts in the place of files. */
export function folder(base, texts = {}) {
  return (path) => texts[path] ?? new URL(`.${path}`, base);
}
