import {
  isTreeNode,
  nodeAt,
  nodesAt,
  numberAt,
  parseStatements,
  textAt,
  unwrapNode,
  type TreeNode,
} from "@domain-isolation/sql";
import { stringsIn } from "./strings-in.js";
import { quoteIdentifier } from "./quote-identifier.js";

/** What `format_type` calls the types whose internal name is another. */
const sqlNames: Readonly<Record<string, string>> = {
  bool: "boolean",
  int2: "smallint",
  int: "integer",
  int4: "integer",
  int8: "bigint",
  float4: "real",
  float8: "double precision",
  bpchar: "character",
  varchar: "character varying",
  varbit: "bit varying",
  decimal: "numeric",
};

/** Types with a suffix behind their modifiers. */
const suffixes: Readonly<Record<string, readonly [name: string, suffix: string]>> = {
  timestamp: ["timestamp", " without time zone"],
  timestamptz: ["timestamp", " with time zone"],
  time: ["time", " without time zone"],
  timetz: ["time", " with time zone"],
};

const known = new Map<string, string>();

/**
 * A type as PostgreSQL's `format_type` writes it: `varchar(3)` is `character varying(3)`. What
 * isn't a type stays as it is.
 *
 * https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG
 */
export function canonicalType(text: string): string {
  const found = known.get(text) ?? typeOfCast(text);
  known.set(text, found);
  return found;
}

function typeOfCast(text: string): string {
  const [statement] = parseStatements(`SELECT NULL::${text}`, "postgresql");
  const select = statement?.tree && nodeAt(statement.tree, "SelectStmt");
  const [target] = select ? nodesAt(select, "targetList") : [];
  const value = nodeAt(nodeAt(target ?? {}, "ResTarget") ?? {}, "val") ?? {};
  const type = nodeAt(nodeAt(value, "TypeCast") ?? {}, "typeName");
  return type ? typeOfNode(type) : text;
}

/** The same of a `TypeName` of PostgreSQL's tree. */
export function typeOfNode(type: TreeNode): string {
  const path = stringsIn(nodesAt(type, "names")).filter((each, index, all) => {
    const isDefault = each === "pg_catalog" || each === "public";
    return index === all.length - 1 || !isDefault;
  });
  const name = path.at(-1) ?? "";
  const array = nodesAt(type, "arrayBounds").length > 0 ? "[]" : "";
  if (path.length > 1) return path.map(quoteIdentifier).join(".") + modifiers(type) + array;
  return `${builtIn(name, type)}${array}`;
}

function builtIn(name: string, type: TreeNode): string {
  const suffixed = suffixes[name];
  if (suffixed) return `${suffixed[0]}${modifiers(type)}${suffixed[1]}`;
  if (name === "interval") return `interval${intervalFields(type)}`;
  const given = modifiers(type);
  if (name === "bpchar" && given === "") return "bpchar";
  if (name === "char") return '"char"';
  const isScaleless = (name === "numeric" || name === "decimal") && /^\(\d+\)$/u.test(given);
  return `${sqlNames[name] ?? quoteIdentifier(name)}${isScaleless ? given.replace(")", ",0)") : given}`;
}

function modifiers(type: TreeNode): string {
  const given = nodesAt(type, "typmods").map(modifier);
  return given.length > 0 ? `(${given.join(",")})` : "";
}

function modifier(node: TreeNode): string {
  const [kind, content] = unwrapNode(node);
  if (kind === "ColumnRef") return stringsIn(nodesAt(content, "fields")).join(".");
  if (kind === "TypeCast") return modifier(nodeAt(content, "arg") ?? {});
  const text = textAt(nodeAt(content, "sval") ?? {}, "sval");
  return text ?? textAt(nodeAt(content, "fval") ?? {}, "fval") ?? String(integerOf(content));
}

/** A constant 0 is an empty object in the tree. */
function integerOf(constant: TreeNode): number {
  return isTreeNode(constant.ival) ? (numberAt(constant.ival, "ival") ?? 0) : 0;
}

/** The bits of `INTERVAL_MASK`, in the order in which they are written. */
const fields: readonly (readonly [bit: number, word: string])[] = [
  [4, "year"],
  [2, "month"],
  [8, "day"],
  [1024, "hour"],
  [2048, "minute"],
  [4096, "second"],
];
const allFields = 0x7fff;

function intervalFields(type: TreeNode): string {
  const [mask, precision] = nodesAt(type, "typmods").map((node) => integerOf(unwrapNode(node)[1]));
  if (mask === undefined) return "";
  const digits = precision === undefined ? "" : `(${String(precision)})`;
  if (mask === allFields) return digits;
  const words = fields.flatMap(([bit, word]) => ((mask & bit) === 0 ? [] : word));
  const [first = ""] = words;
  const last = words.at(-1) ?? "";
  return ` ${first === last ? first : `${first} to ${last}`}${digits}`;
}
