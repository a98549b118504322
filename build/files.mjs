// What the steps of the build share.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { extname, join } from "node:path";

/** How esbuild makes a script or a style sheet small. */
export const SMALL = { minify: true, target: "esnext", legalComments: "none" };

/** Puts a file into `folder` under a name that changes with what is in it; gives that name. */
export function keep(folder, name, content) {
  const ending = extname(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const kept = `${name.slice(0, -ending.length)}-${hash}${ending}`;
  writeFileSync(join(folder, kept), content);
  return kept;
}

/** `text` with `what` replaced by `by`. Throws if there is no `what`, as after an update of a tool. */
export function replaced(text, what, by) {
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`The build expected ${what}, and did not find it.`);
  return changed;
}
