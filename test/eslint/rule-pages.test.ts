import { readFileSync } from "node:fs";
import domainIsolation from "eslint-plugin-domain-isolation";
import { describe, expect, it } from "vitest";
import { expectedFindings, pageExamples } from "../rules/page-examples.js";
import { lintText } from "./lint.js";
import { createProject } from "./project.js";

const ids = Object.keys(domainIsolation.rules);

describe.each(ids)("ESLint says of the examples of %s what their page says:", (id) => {
  const page = readFileSync(new URL(`../../rules/${id}/rule.md`, import.meta.url), "utf8");

  it.each(pageExamples(page))("$title", async ({ files }) => {
    const project = createProject(Object.fromEntries(files));
    try {
      for (const [file, text] of files) {
        if (/\.[cm]?[jt]sx?$/u.test(file)) {
          expect(await said(project.root, id, file, text)).toEqual(expectedOf(file, text));
        }
      }
    } finally {
      project.dispose();
    }
  });
});

async function said(root: string, id: string, file: string, text: string) {
  const off = Object.fromEntries(ids.map((other) => [`domain-isolation/${other}`, "off" as const]));
  const rules = { ...off, [`domain-isolation/${id}`]: "error" as const };
  const messages = await lintText(root, file, text, { rules });
  const lines = text.split("\n");
  return messages.map(({ line, column, endLine, endColumn, message }) => {
    const end = endLine === line ? endColumn : undefined;
    const underlined = lines[line - 1]?.slice(column - 1, (end ?? Infinity) - 1);
    return { underlined, text: message.replace(/ Why: .*?\)\.(?= Help|$)/u, "") };
  });
}

function expectedOf(file: string, text: string) {
  return expectedFindings(file, text).map(({ underlined, message, help }) => ({
    underlined,
    text: help === null ? `${message}.` : `${message}. Help: ${help}.`,
  }));
}
