import {
  createLocator,
  type ExportFact,
  type ImportedName,
  type ImportFact,
  type SourceFacts,
} from "@domain-isolation/model";

/** Facts in the words of the fixtures' expectations, each at its line: `12 import ./x.js a`. */
export function shownFacts(facts: SourceFacts, text: string): readonly string[] {
  const locate = createLocator(text);
  return [
    ...facts.imports.map((fact) => `${String(locate(fact.span).line)} ${shownImport(fact)}`),
    ...facts.opaque.map(
      ({ form, span, reason }) => `${String(locate(span).line)} opaque ${form} ${reason}`,
    ),
    ...facts.exports.map((fact) => `${String(locate(fact.span).line)} ${shownExport(fact)}`),
  ].sort();
}

/** What the comments of a fixture say that is found: `// ^ import ./x.js a ^ gives a`. */
export function expectedFacts(text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line, index) => {
      const said = /(?:\/\/|<!--) \^ (.*?)(?: (?:-->|\*\/))?$/u.exec(line)?.[1];
      return said?.split(" ^ ").map((fact) => `${String(index + 1)} ${fact.trim()}`) ?? [];
    })
    .sort();
}

function shownImport({ form, specifier, typeOnly, names }: ImportFact): string {
  const shown = names.map((name) => shownName(name, typeOnly));
  return [form, specifier, ...(typeOnly ? ["(type)"] : []), ...shown].join(" ");
}

function shownName({ name, local = name, typeOnly }: ImportedName, isType: boolean): string {
  const alias = local === name ? name : `${name}=${local}`;
  return typeOnly && !isType ? `type:${alias}` : alias;
}

function shownExport({ name, typeOnly, from }: ExportFact): string {
  const given = `gives ${typeOnly ? "type:" : ""}${name}`;
  return from ? `${given} from ${from.specifier} ${from.name}` : given;
}
