/** Files that a page shows together, and what it says is reported in them. */
export interface PageExample {
  readonly title: string;
  readonly isWrong: boolean;
  readonly files: ReadonlyMap<string, string>;
}

export interface ExpectedFinding {
  readonly file: string;
  readonly underlined: string;
  readonly message: string;
  readonly help: string | null;
}

/**
 * The examples of a page: the parts of the chapters "Wrong" and "Right", each with the files that
 * stand before these chapters. A file of a part goes before one of the same name from there.
 */
export function pageExamples(page: string): readonly PageExample[] {
  const [before = "", ...chapters] = page.split(/^(?=## (?:Wrong|Right)$)/mu);
  const common = filesOf(before);
  return chapters.flatMap((chapter) => {
    const [whole = ""] = chapter.split(/^(?=## (?!Wrong|Right)|<!-- generated)/mu);
    const parts = whole.split(/^### /mu).slice(1);
    return parts.map((part) => ({
      title: part.slice(0, part.indexOf("\n")),
      isWrong: chapter.startsWith("## Wrong"),
      files: new Map([...common, ...filesOf(part)]),
    }));
  });
}

/** A block of code names its file in its first line. */
function filesOf(text: string): readonly (readonly [file: string, text: string])[] {
  const blocks = text.matchAll(/^```\w*\n((?:\/\/|--|#|<!--) (\S+\.\w+).*\n[^]*?)^```$/gmu);
  return [...blocks].map(([, code = "", file = ""]) => [file, code]);
}

/**
 * Reads `// ^^^^ message` below the line that it underlines, `// whole file: message`, and
 * `// help: …` after either; in SQL behind `--`, in Python behind `#`.
 */
export function expectedFindings(file: string, text: string): readonly ExpectedFinding[] {
  const findings: ExpectedFinding[] = [];
  let code = "";
  for (const line of text.split("\n")) {
    const [, before = "", mark, message = ""] =
      /^( *(?:\/\/|--|#) *)(\^+|whole file:) (.+)$/u.exec(line) ?? [];
    const help = /^ *(?:\/\/|--|#) help: (.+)$/u.exec(line)?.[1];
    const last = findings.at(-1);
    if (mark !== undefined) {
      const end = before.length + (mark.startsWith("^") ? mark.length : 0);
      findings.push({ file, underlined: code.slice(before.length, end), message, help: null });
    } else if (help !== undefined && last) findings.splice(-1, 1, { ...last, help });
    else code = line;
  }
  return findings;
}
