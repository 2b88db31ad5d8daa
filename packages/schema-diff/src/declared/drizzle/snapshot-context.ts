import type { Dialect } from "@domain-isolation/model";
import type { Places } from "./places.js";

export interface SnapshotContext {
  readonly dialect: Dialect;
  readonly file: string;
  readonly places: Places;
}
