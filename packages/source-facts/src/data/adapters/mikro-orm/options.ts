import { unwrap } from "../../../syntax/node.js";
import type { Analysis, Properties } from "../../analysis.js";
import type { Place } from "../../values/place.js";

type Entries = Properties["entries"];

/** The value of an option, if it is there. */
export function optionIn(name: string, entries: Entries): Place | null {
  return entries.findLast(({ key }) => key === name)?.value ?? null;
}

/** Whether an option is `true`. */
export function isOn(name: string, entries: Entries): boolean {
  return unwrap(optionIn(name, entries)?.node ?? null)?.value === true;
}

export function textIn(name: string, entries: Entries, analysis: Analysis): string | null {
  const value = optionIn(name, entries);
  return value && analysis.constant(value);
}
