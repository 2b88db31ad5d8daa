// Generated from the folders by `npm run generate`.
import type { RuleRegistry } from "@domain-isolation/model";
import noCrossDomainImport from "./no-cross-domain-import/rule.js";
import noCrossDomainReach from "./no-cross-domain-reach/rule.js";
import noDomainCycle from "./no-domain-cycle/rule.js";
import noUnassignedFile from "./no-unassigned-file/rule.js";
import noUnreadableFile from "./no-unreadable-file/rule.js";
import sharedStaysNeutral from "./shared-stays-neutral/rule.js";

/** All rules by their IDs. */
export const rules: RuleRegistry = {
  "no-cross-domain-import": noCrossDomainImport,
  "no-cross-domain-reach": noCrossDomainReach,
  "no-domain-cycle": noDomainCycle,
  "no-unassigned-file": noUnassignedFile,
  "no-unreadable-file": noUnreadableFile,
  "shared-stays-neutral": sharedStaysNeutral,
};
