import type { CoverageFlags } from "../arguments/adoption-commands.js";
import { exitCodes, type ExitCode } from "../exit.js";
import type { World } from "../world.js";

export function coverage(_world: World, _flags: CoverageFlags): ExitCode {
  return exitCodes.clean;
}
