// The last step of a build, started by Trunk before it puts the files in dist/:
// makes the scripts and style sheets small. (Trunk's own minifier can't read today's JavaScript.)
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { transformSync } from "esbuild";

const dist = process.env.TRUNK_STAGING_DIR;
const kinds = { ".js": { loader: "js", format: "esm" }, ".css": { loader: "css" } };

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  const kind = kinds[extname(entry.name)];
  if (!entry.isFile() || !kind) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const { code } = transformSync(readFileSync(file, "utf8"), {
    ...kind,
    minify: true,
    target: "esnext",
    legalComments: "none",
  });
  writeFileSync(file, code);
}
