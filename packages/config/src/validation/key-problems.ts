import type { MapProblem } from "@domain-isolation/model";
import * as v from "valibot";
import { didYouMean } from "./did-you-mean.js";
import { fieldOf, fieldsOf, isObject, itemsOf, type PlacedValue } from "./lenient.js";
import {
  databaseSchema,
  domainSchema,
  exemptionSchema,
  mapSchema,
  migrationSchema,
  sharedSchema,
  softReferenceSchema,
  touchSchema,
} from "./map-schema.js";
import { nameOfPath } from "./wording.js";

type Fields = Readonly<Record<string, v.GenericSchema>>;

/** Keys that nobody knows, keys that are missing, and lists where an object is wanted. */
export function keyProblems(value: unknown): readonly MapProblem[] {
  const map = { value, path: [] };
  const domains = fieldOf(map, "domains");
  const objects = [
    ...problemsOf(map, mapSchema.entries),
    ...problemsOf(fieldOf(map, "shared"), sharedSchema.entries),
    ...fieldsOf(domains).flatMap(domainProblems),
    ...itemsOf(fieldOf(map, "exemptions")).flatMap((exemption) =>
      problemsOf(exemption, exemptionSchema.entries),
    ),
  ];
  return [...objects, ...[domains, fieldOf(map, "rules")].flatMap(listProblems)];
}

function domainProblems(domain: PlacedValue): readonly MapProblem[] {
  return [
    ...problemsOf(domain, domainSchema.entries),
    ...problemsOf(fieldOf(domain, "mayTouch"), touchSchema.entries),
    ...problemsOf(fieldOf(domain, "database"), databaseSchema.entries),
    ...itemsOf(fieldOf(domain, "migrations")).flatMap((tree) =>
      problemsOf(tree, migrationSchema.entries),
    ),
    ...fieldsOf(fieldOf(domain, "softReferences")).flatMap((reference) =>
      problemsOf(reference, softReferenceSchema.entries),
    ),
    ...["symbols", "softReferences"].flatMap((key) => listProblems(fieldOf(domain, key))),
  ];
}

function problemsOf(object: PlacedValue, fields: Fields): readonly MapProblem[] {
  const lists = listProblems(object);
  if (lists.length > 0 || !isObject(object.value)) return lists;
  return [...unknownKeys(object, fields), ...missingKeys(object, fields)];
}

function unknownKeys(object: PlacedValue, fields: Fields): readonly MapProblem[] {
  return fieldsOf(object)
    .filter(({ key }) => !Object.hasOwn(fields, key))
    .map(({ key, path }) => ({
      path,
      message: `\`${key}\` is not a key of ${nameOfPath(object.path)}; ${didYouMean(key, Object.keys(fields), "keys")}`,
      atKey: true,
    }));
}

function missingKeys(object: PlacedValue, fields: Fields): readonly MapProblem[] {
  return Object.entries(fields)
    .filter(([key, { type }]) => type !== "exact_optional" && !hasField(object, key))
    .map(([key, schema]) => ({
      path: object.path,
      message: `${nameOfPath(object.path)} has no \`${key}\`; add it: ${meaningOf(schema)}`,
    }));
}

function hasField(object: PlacedValue, key: string): boolean {
  return fieldsOf(object).some((field) => field.key === key);
}

/** The description that editors show, as a part of a sentence. */
function meaningOf(schema: v.GenericSchema): string {
  const description = v.getDescription(schema) ?? "";
  return description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/u, "");
}

/** A list is an object to JavaScript, and to valibot. */
function listProblems({ value, path }: PlacedValue): readonly MapProblem[] {
  return Array.isArray(value)
    ? [{ path, message: `${nameOfPath(path)} must be an object, but is a list` }]
    : [];
}
