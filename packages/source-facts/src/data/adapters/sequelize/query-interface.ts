import type { TableAccess } from "@domain-isolation/model";
import { childOf, childrenOf, keyName } from "../../../syntax/node.js";
import { walk } from "../../../syntax/walk.js";
import type { Analysis } from "../../analysis.js";
import { at, type Place } from "../../values/place.js";
import type { Handle, NamedTable } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { added, asQuery, queryOf, type Touch } from "../query.js";
import { unknownTable } from "../unknown-table.js";
import { entriesOf } from "./model-class.js";
import { transactionIn } from "./statement.js";

/** What is done to the tables that the arguments name: https://sequelize.org/docs/v6/other-topics/query-interface/ */
const operations: Readonly<Record<string, readonly (TableAccess | null)[] | undefined>> = {
  createTable: ["write"],
  dropTable: ["write"],
  renameTable: ["write", "write"],
  addColumn: ["write"],
  removeColumn: ["write"],
  changeColumn: ["write"],
  renameColumn: ["write"],
  addIndex: ["write"],
  removeIndex: ["write"],
  addConstraint: ["write"],
  removeConstraint: ["write"],
  bulkInsert: ["write"],
  bulkUpdate: ["write"],
  bulkDelete: ["write"],
  insert: [null, "write"],
  upsert: ["write"],
  update: [null, "write"],
  delete: [null, "write"],
  select: [null, "read"],
  describeTable: ["read"],
  showIndex: ["read"],
  showConstraint: ["read"],
  tableExists: ["read"],
};

export const queryInterfaceMethods: ReadonlySet<string> = new Set(Object.keys(operations));

export function queryInterfaceCall(
  handle: Handle,
  site: CallSite,
  analysis: Analysis,
): Handle | null {
  const { method, args, place } = site;
  const accesses = Object.hasOwn(operations, method) ? operations[method] : undefined;
  if (!accesses) return null;
  const begun = queryOf(place, method, { isDone: true });
  const query = accesses.reduce((all, access, index) => {
    const argument = args[index];
    return access && argument ? added(all, tableTouch(argument, access, analysis)) : all;
  }, begun);
  const referenced = args.flatMap((each) => references(each, analysis));
  const entries = args.flatMap((each) => entriesOf(each, analysis));
  const transaction = transactionIn(entries, analysis) ?? handle.transaction;
  return {
    ...asQuery(handle, { ...query, tables: [...query.tables, ...referenced] }),
    transaction,
  };
}

/** `"users"`, `{ tableName: "users", schema: "billing" }` */
function tableTouch(argument: Place, access: TableAccess, analysis: Analysis): Touch {
  const table = namedTable(argument, analysis);
  if (!table) return { tables: [], isGeneric: true, opaque: unknownTable(argument) };
  const named: NamedTable = { ...table, entity: null, access, via: "direct", span: null };
  return { tables: [named], isGeneric: false, opaque: null };
}

function namedTable(place: Place, analysis: Analysis) {
  const text = analysis.constant(place);
  if (text !== null) return { name: text, schema: null, place };
  const entries = entriesOf(place, analysis);
  const entry = entries.find(({ key }) => key === "tableName" || key === "table");
  const name = entry ? analysis.constant(entry.value) : null;
  const schema = entries.find(({ key }) => key === "schema");
  if (!entry || name === null) return null;
  return { name, schema: schema ? analysis.constant(schema.value) : null, place: entry.value };
}

/** `references: { model: "users", key: "id" }`, of a column, or of a constraint. */
function references(argument: Place, analysis: Analysis): readonly NamedTable[] {
  const found: NamedTable[] = [];
  walk(argument.node, (node) => {
    const isReference = node.type === "Property" && keyName(node, "key") === "references";
    const value = isReference ? childOf(node, "value") : null;
    const object = value?.type === "ObjectExpression" ? value : null;
    for (const property of object ? childrenOf(object, "properties") : []) {
      const key = keyName(property, "key");
      const model = key === "model" || key === "table" ? childOf(property, "value") : null;
      const table = model && namedTable(at(argument, model), analysis);
      if (table)
        found.push({ ...table, entity: null, access: "read", via: "relation", span: null });
    }
  });
  return found;
}
