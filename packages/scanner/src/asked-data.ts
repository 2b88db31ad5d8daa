import type { DataFacts, OpaqueFact } from "@domain-isolation/model";

/** The data facts that somebody asked for: nothing is read for the sake of counting it. */
export interface AskedData {
  data(file: string): DataFacts;
  /** Statements of which something can't be told. */
  opaque(): readonly (OpaqueFact & { readonly file: string })[];
  count(): number;
}

export function createAskedData(read: (file: string) => DataFacts): AskedData {
  const asked = new Map<string, DataFacts>();
  const each = () => [...asked.values()];
  return {
    data: (file) => {
      const facts = read(file);
      asked.set(file, facts);
      return facts;
    },
    opaque: () =>
      each()
        .flatMap(({ statements }) => statements)
        .flatMap(({ file, span, opaque: reason }) =>
          reason === null ? [] : [{ kind: "opaque", form: "statement", file, span, reason }],
        ),
    count: () =>
      each().reduce((sum, { entities, handles, statements, transactions, env }) => {
        const lists = [entities, handles, statements, transactions, env];
        return sum + lists.reduce((count, list) => count + list.length, 0);
      }, 0),
  };
}
