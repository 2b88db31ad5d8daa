import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** An expectation or an observation, as it is written in a comment, with its place. */
export interface PlacedFact {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const comment = /(?:\/\/|\/\*|<!--|#|--)\s*=>\s*(?<list>.*?)\s*(?:\*\/.*|-->.*)?$/u;

/** How a fixture is read: with types or without; or which of its functions give away entities. */
export type Reading = "untyped" | "typed" | "leak";

/** What the comments of a fixture's files expect. */
export function expectedFacts(root: string, reading: Reading = "untyped"): readonly PlacedFact[] {
  return filesBelow(root).flatMap((path) => {
    const file = relative(root, path).split(sep).join("/");
    let line = 0;
    return readFileSync(path, "utf8")
      .split(/\r?\n/u)
      .flatMap((content, index) => {
        const found = comment.exec(content);
        const standsAlone = found !== null && content.slice(0, found.index).trim() === "";
        if (!standsAlone) line = index + 1;
        const list = found?.groups?.list;
        if (list === undefined) return [];
        return list.split(";").flatMap((each) => {
          const text = textFor(reading, each.trim());
          return text === null ? [] : [{ file, line, text }];
        });
      });
  });
}

/** Without a prefix it holds of both readings of statements and entities. */
function textFor(reading: Reading, expectation: string): string | null {
  const [, only, text = expectation] = /^(untyped|typed|leak): (.*)$/su.exec(expectation) ?? [];
  const holds = only === undefined ? reading !== "leak" : only === reading;
  return holds ? text : null;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && name !== "dist")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
