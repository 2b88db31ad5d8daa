import type { SqlDialect } from "@domain-isolation/sql";
import { childOf, childrenOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, External, Handle, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { likelyDialects } from "../likely-dialects.js";
import { tableNamed } from "./table-index.js";

/** What a client knows: its driver, and the object that holds its tables. */
export type ClientMemory = Handle["memory"];

/** `drizzle(client, { schema })`, `drizzle({ client, schema })`, `drizzle<typeof schema>(client)` */
export function clientMemory(what: External, site: CallSite, analysis: Analysis): ClientMemory {
  const options = site.args.flatMap((each) => analysis.properties(each)?.entries ?? []);
  const named = (name: string) => options.find(({ key }) => key === name)?.value;
  const [first] = site.args;
  const [schema, relations, client] = [named("schema"), named("relations"), named("client")];
  return memoryOf({
    driver: what,
    schema:
      (schema && analysis.evaluate(schema)) ??
      (relations && relatedSchema(analysis.evaluate(relations), analysis)) ??
      typedSchema(typeArguments(site.place), analysis),
    client: analysis.evaluate(client ?? first ?? site.place),
  });
}

/** Of `NodePgDatabase<typeof schema>` and its kin. */
export function typedMemory(
  what: External,
  types: readonly Place[],
  analysis: Analysis,
): ClientMemory {
  return memoryOf({ driver: what, schema: typedSchema(types, analysis) });
}

function memoryOf(known: Readonly<Record<string, Value | null>>): ClientMemory {
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

function typeArguments(place: Place): readonly Place[] {
  const given = childOf(place.node, "typeArguments") ?? childOf(place.node, "typeParameters");
  return given ? childrenOf(given, "params").map((each) => at(place, each)) : [];
}

/** The only type that has members is that of the schema. */
function typedSchema(types: readonly Place[], analysis: Analysis): Value | null {
  for (const type of types) {
    const value = analysis.evaluateType(type);
    if (value?.is === "namespace" || value?.is === "object") return value;
  }
  return null;
}

/** `defineRelations(schema, …)` */
function relatedSchema(relations: Value | null, analysis: Analysis): Value | null {
  const [schema] = relations?.is === "external" ? (relations.call?.args ?? []) : [];
  return schema ? analysis.evaluate(schema) : null;
}

/** The table behind a key of `db.query`: by the client's schema, else by the name of a constant. */
export function queriedTable(
  { memory }: Handle,
  key: string,
  name: Place,
  analysis: Analysis,
): Entity | null {
  const table = memory.schema ? analysis.member(memory.schema, key, name) : null;
  return table?.is === "entity" ? table : tableNamed(key, name.module.file, analysis);
}

/** By the driver, where it is known. */
export function dialectsOf({ memory }: Handle, analysis: Analysis): readonly SqlDialect[] {
  const { driver } = memory;
  const likely = likelyDialects(analysis.world);
  if (driver?.is !== "external") return likely;
  const name = [driver.module, ...driver.path].join("/").replace(/^drizzle-orm/u, "");
  const dialect = dialectNamed(name);
  return [dialect, ...likely.filter((each) => each !== dialect)];
}

function dialectNamed(driver: string): SqlDialect {
  if (/mysql|planetscale|tidb|singlestore/iu.test(driver)) return "mysql";
  return /sqlite|libsql|d1|sql-js|sqljs|durable/iu.test(driver) ? "sqlite" : "postgresql";
}
