import type { TableOwner } from "@domain-isolation/model";
import { claimText } from "./explain-owner.js";
import type { Subject } from "./explanation.js";

/** The tables and variables that stand on a line, whose each is, and why. */
export function dataOn(subject: Subject, line: number): readonly string[] {
  const { project, file, map, locate, colors } = subject;
  const { statements, env } = project.data(file);
  const askedBy = map.owner(file)?.domain ?? null;
  const isThere = ({ span }: { readonly span: { start: number; end: number } }) =>
    locate(span).line === line;
  const tables = statements.flatMap((statement) => {
    return statement.tables.filter(isThere).map(({ name, schema, entity, access }) => {
      const owner = map.tableOwner({ name, schema, entity }, askedBy);
      return `${statement.library}  ${access}s table ${colors.bold(name)}  ${tableGround(subject, owner)}`;
    });
  });
  const variables = env.filter(isThere).map(({ name, opaque }) => {
    const owner = name === null ? null : map.envOwner(name);
    const ground = owner ? claimText(subject, owner) : "nobody's";
    return `reads variable ${colors.bold(name ?? `that can't be told: ${opaque ?? ""}`)}  ${ground}`;
  });
  return [...new Set([...tables, ...variables])].map((text) => `${file}:${String(line)}  ${text}`);
}

function tableGround(subject: Subject, owner: TableOwner): string {
  if (owner.kind === "owned" || owner.kind === "shared") return claimText(subject, owner.claim);
  if (owner.kind === "ambiguous") {
    return owner.claims.map((claim) => claimText(subject, claim)).join(" or ");
  }
  return owner.kind === "internal" ? "the database's own" : "nobody's";
}
