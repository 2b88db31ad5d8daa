import picocolors from "picocolors";
import type { Finding, RuleRegistry } from "@domain-isolation/model";
import { placeAll, type Unplaced } from "../src/place-all.js";
import type { Look, Reporter } from "../src/reporter.js";
import { createReport, type Report, type ReportSource } from "../src/report.js";

export const plain: Look = {
  colors: picocolors.createColors(false),
  width: 80,
  quiet: false,
};

export const sampleRules: RuleRegistry = {
  "no-cross-domain-import": {
    scope: "file",
    description: "Domains meet at their public entries.",
    level: "error",
    recommended: true,
    options: { typeOnly: { values: ["forbid", "allow"], description: "Imports of types alone." } },
    messages: { private: { text: "{{from}} imports {{to}}", help: "ask {{to}}" } },
    judge: () => [],
  },
  "no-unassigned-file": {
    scope: "project",
    description: "Every file has an owner.",
    level: "off",
    recommended: false,
    messages: { unassigned: { text: "nobody owns this" } },
    judge: () => [],
  },
};

export const assignFile = "src/domains/pool/seats/assign.ts";
export const assignText = [
  'import { db } from "../db.js";',
  "",
  "export async function assign() {",
  "  const code = await db",
  '    .selectFrom("redeem_codes")',
  "}",
].join("\n");

/** A finding on the first occurrence of `on` in a text. */
export function findingOn(text: string, on: string, rest: Partial<Finding> = {}): Finding {
  const start = text.indexOf(on);
  return {
    ruleId: "no-cross-domain-import",
    severity: "error",
    messageId: "private",
    message: "pool code reads `redeem_codes`, which users owns",
    why: "tables.redeem_codes → users (domain-isolation.config.ts:14)",
    help: "ask users for it",
    file: assignFile,
    span: { start, end: start + on.length },
    from: "pool",
    to: "users",
    data: {},
    tier: "file",
    fingerprint: "0123456789abcdef",
    status: "new",
    fix: null,
    ...rest,
  };
}

export function sampleReport(
  findings: readonly Finding[],
  texts: Readonly<Record<string, string>> = { [assignFile]: assignText },
  rest: Partial<Omit<Unplaced, "findings"> & Omit<ReportSource, keyof Unplaced>> = {},
): Report {
  const { unresolved = [], opaque = [], undecided = [], ...others } = rest;
  const text = (file: string) => texts[file] ?? "";
  return createReport({
    ...placeAll({ findings, unresolved, opaque, undecided }, text),
    toolVersion: "1.2.3",
    rules: sampleRules,
    stale: [],
    files: 214,
    reported: 214,
    facts: 1000,
    errorsOnly: false,
    checkoutPrefix: "",
    text,
    ...others,
  });
}

export function rendered(reporter: Reporter, report: Report, look: Partial<Look> = {}): string {
  return [...reporter.render(report, { ...plain, ...look })].join("");
}
