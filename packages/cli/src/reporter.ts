import type { Colors } from "./colors.js";
import type { Report } from "./report.js";

/** How the output is to look; only formats for people care. */
export interface Look {
  readonly colors: Colors;
  /** Columns of the terminal. */
  readonly width: number;
  /** Errors only, and no summary. */
  readonly quiet: boolean;
}

/** One output format. Pure: what it yields is written elsewhere, piece by piece. */
export interface Reporter {
  render(report: Report, look: Look): Iterable<string>;
}
