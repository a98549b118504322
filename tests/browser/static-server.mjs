// Serves a folder as a plain static host would: `serve()` for the tests and benchmarks, and
// `node tests/browser/static-server.mjs [folder] [port] [base]` for a person.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import sirv from "sirv";

const WORTH_COMPRESSING = /\.(html|css|js|mjs|wasm|json|svg|txt|webmanifest)$/;

/**
 * Serves `root` on 127.0.0.1 under the path `base`; anything outside `base` is not found. Port 0 takes
 * any free one. With `compress`, browsers that accept brotli or gzip get it, from a compressed copy that
 * is made once, as most hosts do. What is not found is answered with the folder's own 404.html; with
 * `foundForAll`, under the status 200. `headers` go along with every answer.
 * @param {{ root?: string, port?: number, base?: string, compress?: boolean, headers?: Record<string, string>, foundForAll?: boolean }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ root = "dist", port = 0, base = "/", compress = false, headers = {}, foundForAll = false } = {}) {
  if (!existsSync(root)) throw new Error(`There is no folder ${root}/ to serve: run ./dev build first.`);
  const prefix = `/${base}/`.replace(/\/+/g, "/");
  const copy = compress ? compressedCopy(root) : undefined;
  // "dev" looks at the disk for every request, so a new build needs no restart.
  const files = sirv(copy ?? resolve(root), { dev: true, etag: true, gzip: compress, brotli: compress });

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const notFound = () => {
      const page = join(root, "404.html");
      const kind = existsSync(page) ? "html" : "plain";
      response.writeHead(foundForAll ? 200 : 404, { "Content-Type": `text/${kind}; charset=utf-8` });
      response.end(kind === "html" ? readFileSync(page) : "Not found\n");
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" });
      return response.end();
    }
    if (`${request.url}/` === prefix) {
      response.writeHead(301, { Location: prefix });
      return response.end();
    }
    if (!request.url.startsWith(prefix)) return notFound();
    request.url = request.url.slice(prefix.length - 1);
    files(request, response, notFound);
  });

  const forget = () => copy && rmSync(copy, { recursive: true, force: true });
  await new Promise((done, failed) => {
    server.once("error", (error) => {
      forget();
      failed(error);
    });
    server.listen(port, "127.0.0.1", done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          forget();
          done();
        });
        server.closeAllConnections();
      }),
  };
}

/** A copy of the folder with a .br and a .gz beside each file that gains by it. */
function compressedCopy(root) {
  const copy = mkdtempSync(join(tmpdir(), "cairn-served-"));
  cpSync(root, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true })) {
    const file = join(copy, name);
    if (!WORTH_COMPRESSING.test(name) || !statSync(file).isFile()) continue;
    const data = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(data));
    writeFileSync(`${file}.gz`, gzipSync(data, { level: 9 }));
  }
  return copy;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [root = "dist", port = "8080", base = "/"] = process.argv.slice(2);
  try {
    const { url } = await serve({ root, port: Number(port), base });
    console.log(`Cairn is at ${url} (Ctrl+C stops it)`);
  } catch (error) {
    console.error(
      error.code === "EADDRINUSE"
        ? `Port ${port} is taken. Choose another: ./dev serve 8081`
        : error.message,
    );
    process.exit(1);
  }
}
