// Generated from the folders by `npm run generate`.
import type { RuleRegistry } from "@domain-isolation/model";
import baselineOnlyShrinks from "./baseline-only-shrinks/rule.js";
import exemptionDoesNotGrow from "./exemption-does-not-grow/rule.js";
import exemptionIsComplete from "./exemption-is-complete/rule.js";
import migrationStaysInDomain from "./migration-stays-in-domain/rule.js";
import noAmbiguousOwner from "./no-ambiguous-owner/rule.js";
import noCrossDomainForeignKey from "./no-cross-domain-foreign-key/rule.js";
import noCrossDomainImport from "./no-cross-domain-import/rule.js";
import noCrossDomainJoin from "./no-cross-domain-join/rule.js";
import noCrossDomainReach from "./no-cross-domain-reach/rule.js";
import noCrossDomainRelation from "./no-cross-domain-relation/rule.js";
import noCrossDomainTable from "./no-cross-domain-table/rule.js";
import noCrossDomainTransaction from "./no-cross-domain-transaction/rule.js";
import noCrossDomainView from "./no-cross-domain-view/rule.js";
import noDomainCycle from "./no-domain-cycle/rule.js";
import noDuplicateTable from "./no-duplicate-table/rule.js";
import noEntityLeak from "./no-entity-leak/rule.js";
import noExpiredExemption from "./no-expired-exemption/rule.js";
import noForeignEnv from "./no-foreign-env/rule.js";
import noOpaqueStatement from "./no-opaque-statement/rule.js";
import noPhantomTable from "./no-phantom-table/rule.js";
import noUnassignedFile from "./no-unassigned-file/rule.js";
import noUndeclaredSoftReference from "./no-undeclared-soft-reference/rule.js";
import noUnownedTable from "./no-unowned-table/rule.js";
import noUnreadableFile from "./no-unreadable-file/rule.js";
import noUnusedExemption from "./no-unused-exemption/rule.js";
import readsAllMigrations from "./reads-all-migrations/rule.js";
import repositoryOnlyAccess from "./repository-only-access/rule.js";
import schemaMatchesModels from "./schema-matches-models/rule.js";
import sharedStaysNeutral from "./shared-stays-neutral/rule.js";
import sharedStaysStateless from "./shared-stays-stateless/rule.js";
import singleHead from "./single-head/rule.js";

/** All rules by their IDs. */
export const rules: RuleRegistry = {
  "baseline-only-shrinks": baselineOnlyShrinks,
  "exemption-does-not-grow": exemptionDoesNotGrow,
  "exemption-is-complete": exemptionIsComplete,
  "migration-stays-in-domain": migrationStaysInDomain,
  "no-ambiguous-owner": noAmbiguousOwner,
  "no-cross-domain-foreign-key": noCrossDomainForeignKey,
  "no-cross-domain-import": noCrossDomainImport,
  "no-cross-domain-join": noCrossDomainJoin,
  "no-cross-domain-reach": noCrossDomainReach,
  "no-cross-domain-relation": noCrossDomainRelation,
  "no-cross-domain-table": noCrossDomainTable,
  "no-cross-domain-transaction": noCrossDomainTransaction,
  "no-cross-domain-view": noCrossDomainView,
  "no-domain-cycle": noDomainCycle,
  "no-duplicate-table": noDuplicateTable,
  "no-entity-leak": noEntityLeak,
  "no-expired-exemption": noExpiredExemption,
  "no-foreign-env": noForeignEnv,
  "no-opaque-statement": noOpaqueStatement,
  "no-phantom-table": noPhantomTable,
  "no-unassigned-file": noUnassignedFile,
  "no-undeclared-soft-reference": noUndeclaredSoftReference,
  "no-unowned-table": noUnownedTable,
  "no-unreadable-file": noUnreadableFile,
  "no-unused-exemption": noUnusedExemption,
  "reads-all-migrations": readsAllMigrations,
  "repository-only-access": repositoryOnlyAccess,
  "schema-matches-models": schemaMatchesModels,
  "shared-stays-neutral": sharedStaysNeutral,
  "shared-stays-stateless": sharedStaysStateless,
  "single-head": singleHead,
};
