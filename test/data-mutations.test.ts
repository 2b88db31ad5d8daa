import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createModuleGraph } from "@domain-isolation/module-graph";
import { isSourceFile } from "@domain-isolation/source-facts";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

const copies = mkdtempSync(join(tmpdir(), "broken-shops-"));

afterAll(() => {
  rmSync(copies, { recursive: true, force: true });
});

/** A place in a list, as a part of its length. */
const part = fc.double({ min: 0, max: 0.999, noNaN: true });

const mutation = fc.record({
  kind: fc.constantFrom("cut", "swap", "splice", "rename"),
  file: part,
  donor: part,
  from: part,
  length: fc.integer({ min: 1, max: 60 }),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer Made> ? Made : never;

/** What happens to a text while it is written: words go, turn round, or come from elsewhere. */
function mutated(text: string, donor: string, { kind, from, length }: Mutation): string {
  const words = text.split(/\b/u);
  const foreign = donor.split(/\b/u);
  const start = Math.floor(from * words.length);
  const [before, after] = [words.slice(0, start), words.slice(start + length)];
  const stretch = words.slice(start, start + length);
  const put: Readonly<Record<Mutation["kind"], () => readonly string[]>> = {
    cut: () => [],
    swap: () => stretch.toReversed(),
    splice: () => foreign.slice(start, start + length),
    rename: () => stretch.map((word) => (/^\w/u.test(word) ? nameIn(foreign, start) : word)),
  };
  return [...before, ...put[kind](), ...after].join("");
}

/** Names that mean something else may lead round in circles. */
function nameIn(words: readonly string[], start: number): string {
  return [...words.slice(start), ...words].find((word) => /^[a-z]\w{2}/iu.test(word)) ?? "name";
}

function openShop(name: string) {
  const root = join(copies, name);
  cpSync(resolve(import.meta.dirname, "../fixtures", name), root, { recursive: true });
  const graph = createModuleGraph(root);
  const files = graph.files().filter(isSourceFile);
  const imported = new Map(files.map((file) => [file, graph.view(file).imports]));
  /** A file, and those that may say something else when it is another. */
  const around = (file: string) =>
    files.filter((each) =>
      [each, ...(imported.get(each) ?? []).map(({ target }) => target)].includes(file),
    );
  return {
    texts: files.map((file) => ({ file, text: readFileSync(join(root, file), "utf8") })),
    facts: (file: string) => around(file).map((each) => JSON.stringify(graph.data(each))),
    write: (file: string, text: string) => {
      writeFileSync(join(root, file), text);
      graph.refresh();
    },
  };
}

/** Few and always the same: whoever sees one fail sees it again. */
const runs = { seed: 23, numRuns: 5, endOnFailure: true };

describe.each(["prisma-shop", "sql-shop", "typeorm-shop"])(
  "a file of %s that is broken",
  (name) => {
    it("throws nowhere, and leaves nothing behind when it is whole again", () => {
      const { texts, facts, write } = openShop(name);
      const pick = (each: number) => texts[Math.floor(each * texts.length)];
      const breaks = (each: Mutation) => {
        const { file, text } = pick(each.file) ?? { file: "", text: "" };
        const whole = facts(file);
        write(file, mutated(text, pick(each.donor)?.text ?? "", each));
        try {
          facts(file);
        } finally {
          write(file, text);
        }
        expect(facts(file)).toEqual(whole);
      };
      fc.assert(fc.property(mutation, breaks), runs);
    });
  },
);
