import type { MapProposal } from "@domain-isolation/map-proposal";
import type { Colors } from "../colors.js";
import { plural } from "../pretty/plural.js";
import type { PlannedFile, Runner } from "./planned-file.js";

/** What `init` did, and what comes next. */
export function summaryLines(
  proposal: MapProposal | null,
  files: readonly PlannedFile[],
  { run }: Runner,
  colors: Colors,
): readonly string[] {
  const snippets = files.filter(({ snippet }) => snippet !== null);
  return [
    ...(proposal ? domainLines(proposal, colors) : []),
    ...files.map(
      ({ path, text, note }) => `  ${text === null ? "kept " : "wrote"}  ${path}: ${note}`,
    ),
    ...snippets.flatMap(({ path, note, snippet }) => [
      "",
      `  ${colors.bold("by hand")}  ${path} ${note}:`,
      "",
      ...(snippet ?? "").split("\n").map((line) => `    ${line}`.trimEnd()),
    ]),
    "",
    `next: read the map, then ${run} check-domain-isolation shows what crosses it`,
    `      and with --update-baseline --allow-growth, only what is new will fail from then on`,
  ];
}

function domainLines({ domains, remarks }: MapProposal, colors: Colors): readonly string[] {
  const lines = domains.map(
    ({ name, evidence, tables }) =>
      `  ${colors.bold(name)}: ${evidence[0] ?? ""}; ${plural(tables.length, "table")}`,
  );
  const open = `${plural(remarks.length, "note")} in the map on what belongs to nobody yet`;
  return [`${plural(domains.length, "domain")} proposed; ${open}`, ...lines, ""];
}
