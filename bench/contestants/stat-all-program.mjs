// What no tool can do without that isn't told what has changed: list all files, and look at the stamp
// of each.
import { statSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";

const [root] = process.argv.slice(2);
const listed = execFileSync(
  "git",
  ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
  {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  },
);
let size = 0;
for (const file of listed.split("\0").slice(0, -1)) {
  size += statSync(join(root, file), { throwIfNoEntry: false })?.size ?? 0;
}
console.log(size);
