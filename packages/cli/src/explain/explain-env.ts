import { envClaims } from "@domain-isolation/model";
import { claimText } from "./explain-owner.js";
import type { Ground } from "./explanation.js";
import { findingsAt, useLines, type Use } from "./use-lines.js";
import { listFindings, waysLines } from "./verdict-lines.js";

/** Where a variable of the environment is read; null where no code reads it and no map names it. */
export function findEnv(ground: Ground, name: string): readonly Use[] | null {
  const uses = envUses(ground).filter((use) => use.name === name);
  const isListed = envClaims(ground.map.source).some(({ pattern }) => pattern === name);
  return uses.length > 0 || isListed ? uses : null;
}

/** All variables that code reads, for who has misspelt one. */
export function envNames(ground: Ground): readonly string[] {
  return [...new Set(envUses(ground).map(({ name }) => name))];
}

/** Whose a variable is and why, who reads it, what the rules say, and what would be legal. */
export function explainEnv(ground: Ground, name: string, uses: readonly Use[]): readonly string[] {
  const { map, colors } = ground;
  const owner = map.envOwner(name);
  const row = (label: string, text: string) => `  ${colors.cyan(label.padEnd(6))}  ${text}`;
  const lost = envClaims(map.source).filter(
    ({ compiled, path }) => compiled.matches(name) && path.join(".") !== owner?.path.join("."),
  );
  const findings = findingsAt(ground, uses);
  const said = listFindings(ground, findings);
  return [
    colors.bold(`environment variable ${name}`),
    "",
    row("domain", owner ? colors.bold(owner.domain ?? "shared") : "none: no entry claims it"),
    ...(owner ? [row("why", claimText(ground, owner))] : []),
    ...lost.map((claim) => row("lost", `${claimText(ground, claim)}: less specific`)),
    "",
    `  ${colors.cyan("what reads it")}`,
    ...(uses.length > 0 ? useLines(ground, uses) : ["    no code"]),
    "",
    `  ${colors.cyan("what the rules say")}`,
    ...(said.length > 0 ? said : ["    nothing"]),
    ...waysLines(ground, envWays(ground, name, findings.length > 0)),
  ];
}

function envWays({ map }: Ground, name: string, isReported: boolean): readonly string[] {
  const owner = map.envOwner(name);
  if (owner === null) {
    return [`name \`${name}\` in \`env\` of the domain whose it is, or in \`shared.env\``];
  }
  if (!isReported || owner.domain === null) return [];
  return [
    `let ${owner.domain} read it, and ask ${owner.domain} for what is needed, through its public entry`,
    "give the other domain a variable of its own",
    `name \`${name}\` in \`shared.env\`, if every service is given it anyway`,
  ];
}

function envUses({ project }: Ground): readonly (Use & { readonly name: string })[] {
  return [...project.files, ...project.schemas].flatMap((file) =>
    project
      .data(file)
      .env.flatMap(({ name, span }) => (name === null ? [] : [{ name, file, span, how: "reads" }])),
  );
}
