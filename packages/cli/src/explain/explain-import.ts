import type { Binding, ImportForm, Resolution } from "@domain-isolation/model";
import { claimText } from "./explain-owner.js";
import type { Subject } from "./explanation.js";
import { findingsOf, legalGround, targetText, type ImportGroup } from "./import-verdict.js";
import { legalWays } from "./legal-ways.js";

/** One import: how it was resolved, what its names bind to, what the rules say, what would be legal. */
export function explainImport(subject: Subject, group: ImportGroup): readonly string[] {
  const { colors, locate, file } = subject;
  const [{ span, form, specifier }] = group;
  const { line, column } = locate(span);
  const title = `${file}:${String(line)}:${String(column)}`;
  return [
    `${colors.bold(title)}  ${form}  "${specifier}"`,
    "",
    ...explainResolution(subject, specifier, form),
    ...bindingLines(subject, group),
    ...verdictLines(subject, group),
    "",
  ];
}

/** How a specifier leads to a file, step by step, and whose that file is. */
export function explainResolution(
  subject: Subject,
  specifier: string,
  form: ImportForm,
): readonly string[] {
  const { graph, file, colors } = subject;
  const { steps, resolutions } = graph.explain(file, specifier, form);
  return [
    `  ${colors.cyan("how it is resolved")}`,
    ...steps.map(({ attempt, outcome }) => `    ${attempt} ${colors.dim("→")} ${outcome}`),
    "",
    `  ${colors.cyan("where it leads")}`,
    ...resolutions.flatMap((resolution) => targetLines(subject, resolution)),
    "",
  ];
}

function targetLines(subject: Subject, resolution: Resolution): readonly string[] {
  const owner = resolution.target === null ? null : subject.map.owner(resolution.target);
  return [`    ${targetText(resolution)}`, ...(owner ? [`    ${claimText(subject, owner)}`] : [])];
}

function bindingLines(subject: Subject, group: ImportGroup): readonly string[] {
  const bindings = group.flatMap((fact) =>
    fact.target === null ? [] : subject.project.bindings(fact),
  );
  if (bindings.length === 0) return [];
  return [
    `  ${subject.colors.cyan("what its names bind to")}`,
    ...bindings.map((binding) => `    ${bindingText(subject, binding)}`),
    "",
  ];
}

function bindingText({ map, colors }: Subject, { imported, typeOnly, path }: Binding): string {
  const steps = path.map(({ file, name }) => (name === "" ? file : `${file}#${name}`));
  const last = path.at(-1);
  const owner = last && (map.symbolOwner(last.file, last.name) ?? map.owner(last.file));
  const domain = owner ? (owner.domain ?? "shared") : "nobody's";
  const type = typeOnly ? ", a type" : "";
  return `${imported.name} ${colors.dim("→")} ${steps.join(" → ")}  ${colors.dim(`(${domain}${type})`)}`;
}

function verdictLines(subject: Subject, group: ImportGroup): readonly string[] {
  const { colors } = subject;
  const [fact] = group;
  const about = findingsOf(fact, subject.findings);
  const verdicts = about.flatMap(({ severity, ruleId, status, message, why, help }) => [
    `    ${status === "new" ? severity : status}  ${ruleId}`,
    `    ${message}`,
    ...(why === null ? [] : [`      why   ${why}`]),
    ...(help === null ? [] : [`      help  ${help}`]),
  ]);
  const ground = fact.target === null ? "it leads to no file" : legalGround(subject, fact.target);
  const ways = new Set(group.flatMap((each) => legalWays(subject, each, about)));
  return [
    `  ${colors.cyan("what the rules say")}`,
    ...(about.length === 0 ? [`    nothing (${ground})`] : verdicts),
    ...(ways.size === 0 ? [] : ["", `  ${colors.cyan("what would be legal")}`]),
    ...[...ways].map((way) => `    ${way}`),
  ];
}
