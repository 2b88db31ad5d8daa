import type { Touch } from "@domain-isolation/model";
import {
  fieldOf,
  fieldsOf,
  itemsOf,
  textOf,
  textsOf,
  type PlacedText,
  type PlacedValue,
} from "./lenient.js";

/** What can be read of a map that may be invalid elsewhere. */
export interface MapOutline {
  readonly domains: readonly DomainOutline[];
  /** `shared` as an owner like the others. */
  readonly shared: OwnerOutline;
  readonly ignore: readonly PlacedText[];
  readonly tests: readonly PlacedText[];
  readonly rules: readonly (PlacedValue & { readonly key: string })[];
  readonly exemptions: readonly ExemptionOutline[];
}

export interface OwnerOutline {
  readonly name: string;
  /** The lists of patterns, each by its key, that make files the owner's. */
  readonly files: readonly (readonly PlacedText[])[];
  readonly tables: readonly PlacedText[];
  readonly env: readonly PlacedText[];
}

export interface DomainOutline extends OwnerOutline, PlacedValue {
  readonly symbols: readonly { readonly file: string; readonly names: readonly PlacedText[] }[];
  readonly mayUse: readonly PlacedText[];
  /** By the keys that there may be. */
  readonly mayTouch: Readonly<Record<Touch, readonly PlacedText[]>>;
  readonly entities: readonly PlacedText[];
  readonly databaseUrl: string | null;
  readonly migrations: readonly PlacedText[];
  /** What its columns mean: a domain and a table of it. */
  readonly softReferences: readonly PlacedText[];
  readonly services: readonly PlacedText[];
}

export interface ExemptionOutline extends PlacedValue {
  readonly rule: readonly PlacedText[];
  readonly file: readonly PlacedText[];
  readonly to: readonly PlacedText[];
}

export function outlineMap(value: unknown): MapOutline {
  const map = { value, path: [] };
  return {
    domains: fieldsOf(fieldOf(map, "domains")).map(outlineDomain),
    shared: outlineOwner("shared", fieldOf(map, "shared")),
    ignore: textsOf(fieldOf(map, "ignore")),
    tests: textsOf(fieldOf(map, "tests")),
    rules: fieldsOf(fieldOf(map, "rules")),
    exemptions: itemsOf(fieldOf(map, "exemptions")).map((exemption) => ({
      ...exemption,
      rule: textOf(fieldOf(exemption, "rule")),
      file: textOf(fieldOf(exemption, "file")),
      to: textOf(fieldOf(exemption, "to")),
    })),
  };
}

function outlineOwner(name: string, owner: PlacedValue): OwnerOutline {
  const list = (key: string) => textsOf(fieldOf(owner, key));
  return {
    name,
    files: ["files", "public", "repositories", "entrypoints"].map(list),
    tables: list("tables"),
    env: list("env"),
  };
}

function outlineTouch(touch: PlacedValue): DomainOutline["mayTouch"] {
  const list = (key: Touch) => textsOf(fieldOf(touch, key));
  return {
    reads: list("reads"),
    writes: list("writes"),
    joins: list("joins"),
    transactions: list("transactions"),
    relations: list("relations"),
  };
}

function outlineDomain(domain: PlacedValue & { readonly key: string }): DomainOutline {
  const list = (key: string) => textsOf(fieldOf(domain, key));
  const url = fieldOf(fieldOf(domain, "database"), "url").value;
  return {
    ...domain,
    ...outlineOwner(domain.key, domain),
    symbols: fieldsOf(fieldOf(domain, "symbols")).map((symbol) => ({
      file: symbol.key,
      names: textsOf(symbol),
    })),
    mayUse: list("mayUse"),
    mayTouch: outlineTouch(fieldOf(domain, "mayTouch")),
    entities: list("entities"),
    databaseUrl: typeof url === "string" ? url : null,
    migrations: itemsOf(fieldOf(domain, "migrations")).flatMap((tree) =>
      textOf(fieldOf(tree, "path")),
    ),
    softReferences: fieldsOf(fieldOf(domain, "softReferences")).flatMap((reference) =>
      textOf(fieldOf(reference, "to")),
    ),
    services: list("services"),
  };
}
