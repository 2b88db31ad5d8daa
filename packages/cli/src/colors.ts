import picocolors from "picocolors";
import type { Output, World } from "./world.js";

export type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * Whether to colour, as https://no-color.org and Node's `FORCE_COLOR` have it; what says no is the
 * stronger one.
 */
export function colorsFor(
  { env }: Pick<World, "env">,
  output: Pick<Output, "isTerminal">,
  allowed: boolean,
): Colors {
  const refused = !allowed || isSet(env.NO_COLOR);
  const forced = isSet(env.FORCE_COLOR) && !/^(?:0|false)$/u.test(env.FORCE_COLOR ?? "");
  const capable = output.isTerminal && env.TERM !== "dumb" && env.FORCE_COLOR !== "0";
  return picocolors.createColors(!refused && (forced || capable));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
