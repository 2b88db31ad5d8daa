import { rules as registry } from "@domain-isolation/rules";
import { eslintRule } from "./eslint-rule.js";
import { fileRules } from "./file-rules.js";
import { createLintSession } from "./lint-session.js";
import { packageName, packageVersion } from "./package-info.js";
import { namespace, presets } from "./presets.js";
import { runsOnce } from "./runs-once.js";

const session = createLintSession(registry, runsOnce(process.argv));

const withoutPresets = {
  meta: { name: packageName, version: packageVersion(), namespace },
  rules: Object.fromEntries(
    fileRules(registry).map(([id, rule]) => [id, eslintRule(id, rule, session)]),
  ),
};

/**
 * The rules of domain isolation that judge one file at a time, for ESLint 9 and 10 and for oxlint's
 * `jsPlugins`. The presets hold this same object: ESLint allows one plugin per namespace.
 */
export const plugin = Object.assign(withoutPresets, { configs: presets(withoutPresets, registry) });
