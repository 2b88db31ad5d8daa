import { childOf, childrenOf } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import { propertyKey } from "../../evaluate/evaluate-member.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, External, Handle } from "../../values/value.js";
import { modelEntities } from "./models.js";

const giving = new Set([
  ...["findUnique", "findUniqueOrThrow", "findFirst", "findFirstOrThrow", "findMany"],
  ...["create", "createManyAndReturn", "update", "updateManyAndReturn", "upsert", "delete"],
]);

/** They name the columns that are wanted: https://www.prisma.io/docs/orm/prisma-client/queries/select-fields */
const choosing = ["select", "omit"];

/** The model whose rows an operation gives. */
export function rows({ query, entity }: Handle, _: Place, analysis: Analysis): Entity | null {
  if (!query || entity?.is !== "entity" || !giving.has(query.operation)) return null;
  const [args] = childrenOf(query.root.node, "arguments");
  if (!args) return entity;
  const properties = analysis.properties(at(query.root, args));
  const isWhole = properties?.entries.every(({ key }) => !choosing.includes(key));
  return isWhole === true && properties?.opaque === null ? entity : null;
}

/** `User` of the client, wherever that was generated to; `Prisma.UserGetPayload<{ include … }>` */
export function rowType(
  { module, path }: External,
  types: readonly Place[],
  { world }: Analysis,
): Entity | null {
  const name = path.at(-1) ?? "";
  if (!/prisma/iu.test(module)) return null;
  const payload = /^(?<model>.+)GetPayload$/u.exec(name)?.groups?.model;
  if (payload !== undefined && chooses(types[0])) return null;
  const entities = [...modelEntities(world).values()];
  return entities.find((entity) => entity.name === (payload ?? name)) ?? null;
}

function chooses(args: Place | undefined): boolean {
  if (args?.node.type !== "TSTypeLiteral") return true;
  return childrenOf(args.node, "members").some((member) =>
    choosing.includes(childOf(member, "key") ? (propertyKey(member) ?? "") : ""),
  );
}
