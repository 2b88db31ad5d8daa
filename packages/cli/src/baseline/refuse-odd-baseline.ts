import type { CheckFlags } from "../arguments.js";
import { CannotRun } from "../exit.js";
import type { World } from "../world.js";

/** @throws {CannotRun} where what is asked of the baseline makes no sense. */
export function refuseOddBaseline(
  world: World,
  paths: readonly string[],
  { baseline, updateBaseline, allowGrowth }: CheckFlags,
): void {
  if (allowGrowth && !updateBaseline) {
    throw new CannotRun("--allow-growth says how --update-baseline works; give both");
  }
  if (!updateBaseline) return;
  if (!baseline) throw new CannotRun("--update-baseline and --no-baseline contradict each other");
  if (paths.length > 0) {
    throw new CannotRun("--update-baseline is about the whole repository; leave out the paths");
  }
  refuseInCi(world);
}

/** CI judges what people have agreed upon; it agrees upon nothing. */
function refuseInCi({ env }: World): void {
  if (env.CI === undefined || env.CI === "" || env.CI === "false") return;
  throw new CannotRun(
    "--update-baseline writes nothing in CI (the variable CI is set); run it at home, and commit the file",
  );
}
