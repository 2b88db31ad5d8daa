import type { SectionMarkers } from "../sections/sections.js";

/** Parts the statements of a file: https://orm.drizzle.team/docs/drizzle-config-file#breakpoints */
export const breakpoints: SectionMarkers = {
  pattern: /--> statement-breakpoint/uy,
  first: "up",
  unmarked: "up",
  begins: () => null,
};
