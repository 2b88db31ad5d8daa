import { didYouMean } from "../did-you-mean.js";
import { CannotRun } from "../exit.js";
import { envNames, explainEnv, findEnv } from "./explain-env.js";
import { explainFinding, findByFingerprint, looksLikeFingerprint } from "./explain-finding.js";
import { explainTable } from "./explain-table.js";
import type { Ground } from "./explanation.js";
import type { Target } from "./read-target.js";
import { findTable, tableNames } from "./table-subject.js";

type Named = Exclude<Target, { kind: "file" }>;

/**
 * Explains a table, a variable or a finding by its name.
 *
 * @throws {CannotRun} where nothing has that name, or several things have.
 */
export function explainName(ground: Ground, { kind, name }: Named): readonly string[] {
  const asked = (one: Named["kind"]) => kind === one || kind === "name";
  const table = asked("table") ? findTable(ground, name) : null;
  const env = asked("env") ? findEnv(ground, name) : null;
  const finding =
    asked("finding") && looksLikeFingerprint(name) ? findByFingerprint(ground, name) : null;
  const meanings = [
    ...(table ? ["table"] : []),
    ...(env ? ["env"] : []),
    ...(finding ? ["finding"] : []),
  ];
  if (meanings.length > 1) {
    const ways = meanings.map((one) => `\`explain ${one} ${name}\``);
    throw new CannotRun(`\`${name}\` is the name of several things; write ${ways.join(" or ")}`);
  }
  if (table) return explainTable(ground, table);
  if (env) return explainEnv(ground, name, env);
  if (finding) return explainFinding(ground, finding);
  throw nothingCalled(ground, kind, name);
}

function nothingCalled(ground: Ground, kind: Named["kind"], name: string): CannotRun {
  if (kind === "finding") {
    return new CannotRun(
      `no finding has the fingerprint \`${name}\`; --format json prints them, and one that is repaired has none any more`,
    );
  }
  const known = [
    ...(kind === "env" ? [] : tableNames(ground)),
    ...(kind === "table" ? [] : envNames(ground)),
  ];
  const hint = didYouMean(name, known);
  if (kind === "table") {
    return new CannotRun(`no code, migration or map names a table \`${name}\`${hint}`);
  }
  if (kind === "env") return new CannotRun(`no code or map names a variable \`${name}\`${hint}`);
  return new CannotRun(
    `there is no file or folder \`${name}\`, and no table, variable or fingerprint of that name${hint}`,
  );
}
