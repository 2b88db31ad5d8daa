import { childOf, keyName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { DataWorld } from "../../modules.js";
import { at, type Place } from "../../values/place.js";
import type { Entity, External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite, UnknownCall } from "../adapter.js";
import {
  added,
  asQuery,
  handleOf,
  queryOf,
  ownHandle,
  sqlQuery,
  tableOf,
  transactionId,
} from "../query.js";
import { addRelation, argumentTouches, readArguments, type Reading } from "./arguments.js";
import { prismaDialect } from "./dialect.js";
import { modelEntities, modelNamed } from "./models.js";
import { operations, rawMethods } from "./operations.js";
import { rows, rowType } from "./rows.js";
import { sqlTool } from "./sql-tool.js";

/** They give a client again. */
const clientMethods = new Set(["$extends", "$on", "$use"]);

/** Prisma Client: https://www.prisma.io/docs/orm/reference/prisma-client-reference */
export const prisma: Adapter = {
  library: "prisma",
  packages: ["@prisma/client", ".prisma/client"],
  claims: isClient,
  words: candidateWords,
  methods: new Set([...Object.keys(operations), ...rawMethods, ...clientMethods]),
  transactions: new Set(["$transaction"]),
  constructed: (what) => (isClient(what) ? client() : null),
  typed: (what) => (isClient(what) ? client() : null),
  called: (what, site, analysis) => sqlTool(prisma, what, site, analysis),
  member: (handle, key, name, { world }) => {
    if (handle.role !== "client") return null;
    const model = modelNamed(key, world);
    return model ? { ...handle, role: "model", entity: model, named: name } : null;
  },
  invoked: invoke,
  handed: (handle, site, { argument, parameter }) =>
    site.method === "$transaction" && argument === 0 && parameter === 0
      ? { ...handle, transaction: transactionId(site.place) }
      : null,
  rows,
  rowType,
  guessed: guessModel,
};

/**
 * Some operations are called like what other code has too: they count only as methods. The names of
 * models only count with an operation behind them: `user.update(`.
 */
function candidateWords(world: DataWorld): string | null {
  const accessors = [...modelEntities(world).keys()];
  const alone = String.raw`\b(?:findMany|findUnique|findFirst|createMany|updateMany|deleteMany)|(?:\.\s*|\[["'\x60])(?:groupBy|aggregate|upsert)\b|\$(?:queryRaw|executeRaw)|\bPrismaClient\b`;
  if (accessors.length === 0) return world.uses("@prisma/client") ? alone : null;
  const models = String.raw`\b(?:${accessors.join("|")})["'\x60]?\]?[?!]?\s*\.\s*(?:create|update|delete|count)\b`;
  return `${alone}|${models}`;
}

function client(): Handle {
  return handleOf(prisma, "client");
}

/** That of an extended one is its runtime's. */
const clientTypes = new Set([
  ...["PrismaClient", "TransactionClient", "ExtendedPrismaClient", "DynamicClientExtensionThis"],
]);

/** A generated client may have any path: what it gives away has these names. */
function isClient({ path }: External): boolean {
  const name = path.at(-1);
  return clientTypes.has(name ?? "");
}

function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  switch (handle.role) {
    case "client":
      return invokeClient(handle, site, analysis);
    case "model":
      return invokeModel(handle, site, analysis);
    default:
      return followRelation(handle, site, analysis);
  }
}

function invokeClient(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  if (clientMethods.has(site.method)) return handle;
  if (!rawMethods.has(site.method)) return null;
  const text = site.template ?? site.args[0] ?? null;
  return asQuery(handle, sqlQuery(site, text, prismaDialect(analysis.world), analysis));
}

/** `user.findMany({ where, include })`: what its arguments name is touched too. */
function invokeModel(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const operation = Object.hasOwn(operations, site.method) ? operations[site.method] : undefined;
  const { entity, named } = handle;
  if (!operation || entity?.is !== "entity" || !named) return null;
  const own = tableOf(entity, operation.access, "direct", named);
  const query = queryOf(site.place, site.method, { tables: [own], isDone: true });
  const [args = null] = site.args;
  const isFlat = operation.isFlat === true;
  return asQuery(handle, added(query, argumentTouches(entity, args, isFlat, analysis)));
}

/** `prisma.user.findUnique({ … }).posts({ … })` */
function followRelation(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  const relation =
    handle.entity?.is === "entity" ? handle.entity.relations().get(site.method) : undefined;
  if (!relation?.entity || !handle.query) return null;
  const reading: Reading = { analysis, tables: [], opaque: null };
  addRelation(relation, "read", site.name, reading);
  const [args] = site.args;
  if (args) readArguments(relation.entity, args, reading);
  return asQuery(
    { ...handle, entity: relation.entity },
    added(handle.query, { ...reading, isGeneric: false }),
  );
}

/**
 * `ctx.prisma.user.findMany()` where nothing tells what `ctx` is: a model of the schema, asked of
 * something, for an operation that models have. What sends SQL has names that nobody else uses.
 */
function guessModel(site: UnknownCall, analysis: Analysis): Value | null {
  if (rawMethods.has(site.method)) return invokeClient(client(), site, analysis);
  const member = unwrap(site.receiver.node);
  if (member?.type !== "MemberExpression") return null;
  const place = at(site.receiver, member);
  if (member.computed === true && keyName(member, "property") === null)
    return computedModel(place, site, analysis);
  return namedModel(place, site, analysis);
}

function namedModel(member: Place, site: UnknownCall, analysis: Analysis): Value | null {
  const name = childOf(member.node, "property");
  const key = keyName(member.node, "property");
  const entity = key === null ? null : modelNamed(key, analysis.world);
  if (!name || !entity || isKnown(member, analysis)) return null;
  return invokeModel(modelHandle(entity, at(member, name)), site, analysis);
}

/** `prisma[model].count()`, of a client: which model that is shows when it runs. */
function computedModel(member: Place, site: CallSite, analysis: Analysis): Value | null {
  const object = childOf(member.node, "object");
  const handle = object && ownHandle(analysis.evaluate(at(member, object)), prisma);
  if (handle?.role !== "client" || !Object.hasOwn(operations, site.method)) return null;
  const opaque = "its model is worked out when it runs";
  return asQuery(handle, queryOf(site.place, site.method, { opaque, isDone: true }));
}

function modelHandle(entity: Entity, named: Place): Handle {
  return { ...client(), role: "model", entity, named };
}

/** Whether it is known what the model would be asked of, and that it is no client. */
function isKnown(member: Place, analysis: Analysis): boolean {
  const object = childOf(member.node, "object");
  if (!object || unwrap(object)?.type === "ThisExpression") return true;
  const value = analysis.evaluate(at(member, object));
  return value !== null && value.is !== "parameter";
}
