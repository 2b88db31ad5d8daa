// The main job on the example of Users and Pool, as a user would run it.
import { spawnSync } from "node:child_process";

const command = ["packages/cli/bin/check-domain-isolation.js", "--root", "fixtures/gpt-invite"];
console.log("$ check-domain-isolation --root fixtures/gpt-invite\n");
const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
// The example is full of crossings: 1 is what it has to say.
process.exitCode = status === 1 ? 0 : 2;
