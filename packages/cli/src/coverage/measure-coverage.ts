import type { DomainMap, RuleRegistry } from "@domain-isolation/model";
import type { Project } from "@domain-isolation/scanner";
import { compareText } from "../compare-text.js";
import { coverTables } from "./cover-tables.js";
import type { CoverageReport, Unseen } from "./coverage-report.js";
import { shareOf, type Placed } from "./share-of.js";
import { usePatterns } from "./use-patterns.js";
import { useRules } from "./use-rules.js";

/** Says what of a project the map covers, and what of the map and the rules is of use. */
export function measureCoverage(
  project: Project,
  map: DomainMap,
  rules: RuleRegistry,
): CoverageReport {
  const files = [...project.files, ...project.schemas, ...project.migrations];
  const tables = coverTables(project, map);
  const variables = variablesOf(project);
  const names = { files: project.allFiles, tables: tables.map(({ name }) => name), variables };
  return {
    files: shareOf(files.map((name) => fileAt(name, map))),
    tables: shareOf(tables),
    variables: shareOf(variables.map((name) => variableAt(name, map))),
    patterns: usePatterns(map, names),
    rules: useRules(rules, map, project),
    unseen: unseenOf(project, map),
  };
}

function fileAt(name: string, map: DomainMap): Placed {
  const owner = map.owner(name);
  if (owner) return { name, place: owner.domain ?? "shared" };
  return { name, place: null, reason: "no pattern of `files` matches it" };
}

function variableAt(name: string, map: DomainMap): Placed {
  const owner = map.envOwner(name);
  if (owner) return { name, place: owner.domain ?? "shared" };
  return { name, place: null, reason: "no entry of `env` matches it" };
}

function variablesOf(project: Project): readonly string[] {
  const facts = project.files.flatMap((file) => project.data(file).env);
  return [...new Set(facts.flatMap(({ name }) => name ?? []))].sort(compareText);
}

function unseenOf(project: Project, map: DomainMap): readonly Unseen[] {
  const placeOf = (file: string) => {
    const owner = map.owner(file);
    return owner ? (owner.domain ?? "shared") : "unassigned";
  };
  const rows = new Map<string, { unresolved: number; opaque: number; statements: number }>();
  const rowOf = (file: string) => {
    const row = rows.get(placeOf(file)) ?? { unresolved: 0, opaque: 0, statements: 0 };
    rows.set(placeOf(file), row);
    return row;
  };
  for (const { file } of project.unresolved) rowOf(file).unresolved += 1;
  for (const { file, opaque } of project.files.flatMap((each) => project.data(each).statements)) {
    const row = rowOf(file);
    row.statements += 1;
    if (opaque !== null) row.opaque += 1;
  }
  return [...rows]
    .map(([place, row]) => ({ place, ...row }))
    .sort((a, b) => compareText(a.place, b.place));
}
