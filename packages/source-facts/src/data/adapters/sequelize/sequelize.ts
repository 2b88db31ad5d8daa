import { keyName, identifierName, unwrap } from "../../../syntax/node.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { External, Handle, Value } from "../../values/value.js";
import type { Adapter, CallSite, UnknownCall } from "../adapter.js";
import { asQuery, handleOf, queryOf } from "../query.js";
import { rowsHanded, rowsInvoked, rowsMember } from "../rows.js";
import { accessors } from "./accessors.js";
import { calledExport, clientMethods, inTransaction, invokeClient, madeClient } from "./client.js";
import { library, packages } from "./library.js";
import { invokeModel, statically } from "./model-calls.js";
import { isModelClass } from "./model-class.js";
import { definitions, isClient, modelNamed, namedModel } from "./model-index.js";
import { modelOf } from "./models.js";
import { associationMethods, modelMethods, operations, rowOperations } from "./operations.js";
import { queryInterfaceCall, queryInterfaceMethods } from "./query-interface.js";
import { calledOnRow } from "./row-calls.js";
import { rowMember } from "./rows.js";
import { sequelizeWords } from "./words.js";

/** Sequelize and sequelize-typescript: https://sequelize.org/docs/v6/ */
export const sequelize: Adapter = {
  library,
  packages,
  words: ({ uses }) => (packages.some(uses) ? sequelizeWords : null),
  methods: new Set([
    ...[...modelMethods, ...Object.keys(rowOperations), ...associationMethods],
    ...[...clientMethods, ...queryInterfaceMethods],
  ]),
  namedMethods: accessors,
  transactions: new Set(["transaction"]),
  called: (what, site, analysis) => calledExport(what, site, sequelize, analysis),
  constructed: (what, site, analysis) =>
    nameOf(what) === "Sequelize" ? madeClient(site, sequelize, analysis) : null,
  typed,
  member: (handle, key, name, analysis) => {
    switch (handle.role) {
      case "client":
        return key === "models" ? { ...handle, role: "models" } : null;
      case "models": {
        const entity = modelNamed(key, analysis);
        return entity && { ...handle, role: "model", entity, named: name };
      }
      case "queryInterface":
        return key === "sequelize" ? { ...handle, role: "client" } : null;
      case "rows":
        return rowsMember(handle, key);
      default:
        return rowMember(handle, key);
    }
  },
  invoked: invoke,
  handed: (handle, site, { parameter }) => {
    if (handle.role === "rows") return rowsHanded(handle, site, parameter);
    const opens = handle.role === "client" && site.method === "transaction" && parameter === 0;
    return opens ? inTransaction(handle, site.place) : null;
  },
  awaited: ({ memory }) => memory.rows ?? null,
  guessed,
  makesEntities: true,
  declared: ({ file }, analysis) => definitions(file, analysis),
  entity: modelOf,
  calledOnBase,
  statically: (entity, site, analysis) => statically(entity, site, analysis, sequelize),
  calledOnRow: (entity, site, analysis) => calledOnRow(entity, site, analysis, sequelize),
};

function nameOf({ path }: External): string {
  return path.at(-1) ?? "Sequelize";
}

const roles: Readonly<Record<string, string | undefined>> = {
  Sequelize: "client",
  Transaction: "transaction",
  QueryInterface: "queryInterface",
};
const classTypes = new Set(["ModelStatic", "ModelCtor", "ModelDefined", "Repository", "ModelType"]);

function typed(what: External, types: readonly Place[], analysis: Analysis): Value | null {
  const name = nameOf(what);
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (role !== undefined) return handleOf(sequelize, role);
  const [type] = types;
  const row = type && classTypes.has(name) ? analysis.evaluateType(type) : null;
  return row?.is === "instance" ? { is: "class", place: row.class } : null;
}

function invoke(handle: Handle, site: CallSite, analysis: Analysis): Value | null {
  if (handle.query && handle.role !== "literal") return null;
  switch (handle.role) {
    case "client":
      return invokeClient(handle, site, analysis);
    case "model":
      return invokeModel(handle, site, analysis);
    case "row":
      return handle.entity?.is === "entity"
        ? calledOnRow(handle.entity, site, analysis, sequelize)
        : null;
    case "queryInterface":
      return queryInterfaceCall(handle, site, analysis);
    case "rows":
      return rowsInvoked(handle, site);
    default:
      return null;
  }
}

/** `this.findAll()` in a class that models extend. */
function calledOnBase(cls: Place, site: CallSite, analysis: Analysis): Handle | null {
  const isOperation =
    Object.hasOwn(operations, site.method) || Object.hasOwn(rowOperations, site.method);
  if (!isOperation || !isModelClass(cls, analysis)) return null;
  const opaque = "its table is that of a class which extends this one";
  const query = queryOf(site.place, site.method, { opaque, isGeneric: true, isDone: true });
  return asQuery(handleOf(sequelize, "model"), query);
}

/**
 * What nothing tells: a model by its name (`db.User.findAll()`), the interface of migrations, a client
 * that is called so, and the associations of a row.
 */
function guessed(site: UnknownCall, analysis: Analysis): Value | null {
  if (!packages.some(analysis.world.uses)) return null;
  const { method, receiver } = site;
  if (queryInterfaceMethods.has(method) && lastName(receiver) === "queryInterface") {
    return queryInterfaceCall(handleOf(sequelize, "queryInterface"), site, analysis);
  }
  if (clientMethods.has(method) && isClient(receiver, analysis)) {
    return invokeClient(handleOf(sequelize, "client"), site, analysis);
  }
  const model = modelMethods.has(method) ? namedModel(receiver, analysis) : null;
  if (model) return statically(model, site, analysis, sequelize);
  const opaque = unknownModel(method, receiver);
  if (opaque === null) return null;
  const query = queryOf(site.place, method, { opaque, isDone: true });
  return asQuery(handleOf(sequelize, "model"), query);
}

/** Nothing else has these methods; `models.User`, which no file seems to define. */
const certain = new Set(["findByPk", "findAndCountAll", "findOrCreate", "bulkCreate", "findAll"]);

function unknownModel(method: string, receiver: Place): string | null {
  if (associationMethods.has(method)) return "which model it is a row of is not known";
  const name = certain.has(method) ? lastName(receiver) : null;
  return name !== null && /^\p{Lu}/u.test(name) ? `the model \`${name}\` is not known` : null;
}

function lastName({ node: wrapped }: Place): string | null {
  const node = unwrap(wrapped) ?? wrapped;
  return node.type === "MemberExpression" ? keyName(node, "property") : identifierName(node);
}
