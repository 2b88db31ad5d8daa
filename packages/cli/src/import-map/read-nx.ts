import { posix } from "node:path";
import {
  mapFromNx,
  type MapProposal,
  type NxConstraint,
  type NxProject,
} from "@domain-isolation/map-proposal";
import { CannotRun } from "../exit.js";
import { ruleOptions } from "./eslint-entries.js";
import { listOf, looseOf, textsOf, type Loose } from "./loose-value.js";

const ruleNames = ["@nx/enforce-module-boundaries", "@nrwl/nx/enforce-module-boundaries"];

/** @throws {CannotRun} where no project.json is there. */
export function readNx(
  config: unknown,
  files: readonly string[],
  text: (file: string) => string | null,
): MapProposal {
  const known = new Set(files);
  const projects = files
    .filter((file) => /(?:^|\/)project\.json$/u.test(file))
    .map((file) => projectOf(file, parse(text(file)), known));
  if (projects.length === 0) {
    throw new CannotRun("there is no project.json, so no projects of Nx are known");
  }
  const options = looseOf(ruleOptions(config, ruleNames));
  return mapFromNx(projects, listOf(options.depConstraints).map(looseOf).map(constraintOf));
}

/** What can't be read says nothing. */
function parse(text: string | null): Loose {
  try {
    return looseOf(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}

function projectOf(file: string, project: Loose, files: ReadonlySet<string>): NxProject {
  const folder = posix.dirname(file);
  const sources = typeof project.sourceRoot === "string" ? project.sourceRoot : `${folder}/src`;
  const entries = [`${sources}/index.ts`, `${folder}/index.ts`, `${sources}/index.tsx`];
  return {
    name: typeof project.name === "string" ? project.name : posix.basename(folder),
    folder,
    tags: textsOf(project.tags),
    entry: entries.find((entry) => files.has(entry)) ?? null,
  };
}

function constraintOf({ sourceTag, onlyDependOnLibsWithTags, ...others }: Loose): NxConstraint {
  return {
    sourceTag: typeof sourceTag === "string" ? sourceTag : null,
    onlyDependOnLibsWithTags: textsOf(onlyDependOnLibsWithTags),
    others: Object.keys(others),
  };
}
