import type { DomainProposal, MapProposal, ProposedEntry } from "../map-proposal.js";
import { comment, oneLine } from "./comment.js";

/** Writes a proposal as `domain-isolation.config.ts`, with the evidence in comments. */
export function renderConfig(proposal: MapProposal): string {
  const lines = [
    'import { defineConfig } from "check-domain-isolation";',
    "",
    ...(proposal.remarks.length > 0
      ? [
          "// What this map leaves open, and why:",
          ...proposal.remarks.flatMap((line) => comment(`- ${line}`, "")),
        ]
      : []),
    "export default defineConfig({",
    "  domains: {",
    ...proposal.domains.flatMap(domainLines),
    "  },",
    ...sharedLines(proposal),
    ...plainList("ignore", proposal.ignore),
    ...plainList("tests", proposal.tests),
    "});",
  ];
  return `${lines.join("\n")}\n`;
}

function domainLines(domain: DomainProposal): readonly string[] {
  return [
    ...domain.evidence.flatMap((line) => comment(line, "    ")),
    `    ${keyOf(domain.name)}: {`,
    ...entryList("files", domain.files, "      "),
    ...entryList("public", domain.public, "      "),
    ...entryList("repositories", domain.repositories, "      "),
    ...entryList("entrypoints", domain.entrypoints, "      "),
    ...(domain.mayUse === null ? [] : [`      mayUse: [${domain.mayUse.map(text).join(", ")}],`]),
    ...entryList("tables", domain.tables, "      "),
    ...migrationLines(domain),
    ...entryList("env", domain.env, "      "),
    "    },",
  ];
}

function migrationLines({ migrations }: DomainProposal): readonly string[] {
  if (migrations.length === 0) return [];
  return [
    "      migrations: [",
    ...migrations.flatMap(({ path, format, note }) => [
      `        { path: ${text(path)}, format: ${text(format)} }, // ${note}`,
    ]),
    "      ],",
  ];
}

function sharedLines({ shared }: MapProposal): readonly string[] {
  if (shared.files.length + shared.env.length === 0) return [];
  return [
    "  shared: {",
    ...entryList("files", shared.files, "    "),
    ...entryList("env", shared.env, "    "),
    "  },",
  ];
}

function entryList(
  key: string,
  entries: readonly ProposedEntry[],
  indent: string,
): readonly string[] {
  if (entries.length === 0) return [];
  const items = entries.map(
    ({ value, note }) => `${indent}  ${text(value)},${note === null ? "" : ` // ${oneLine(note)}`}`,
  );
  return [`${indent}${key}: [`, ...items, `${indent}],`];
}

function plainList(key: string, values: readonly string[]): readonly string[] {
  return entryList(
    key,
    values.map((value) => ({ value, note: null })),
    "  ",
  );
}

function keyOf(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : text(name);
}

function text(value: string): string {
  return JSON.stringify(value);
}
