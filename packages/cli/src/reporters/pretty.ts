import { findingBlock } from "../pretty/finding-block.js";
import { summaryBlock } from "../pretty/summary-block.js";
import { createExcerpts } from "../pretty/excerpts.js";
import type { Reporter } from "../reporter.js";

/** For people: what is wrong, where, why, and what to do instead. */
export const reporter: Reporter = {
  *render(report, look) {
    const excerpts = createExcerpts((file) => report.text(file));
    for (const finding of report.findings) {
      if (finding.status === "new") yield findingBlock(finding, excerpts, look);
    }
    if (!look.quiet) yield summaryBlock(report, look);
  },
};
