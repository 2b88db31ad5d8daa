import type { Dialect } from "@domain-isolation/model";
import type { ColumnDefinition, Constraint } from "../../changes/change.js";
import { isRecord } from "../../json/parse-json.js";
import { canonicalType } from "../../sql/postgresql/canonical-type.js";
import { mysqlColumnType } from "../mysql-column-type.js";
import { quoteIdentifier } from "../../sql/postgresql/quote-identifier.js";
import type { SnapshotContext } from "./snapshot-context.js";
import { schemaAt, textAt } from "./snapshot-values.js";

interface SnapshotColumn {
  readonly column: ColumnDefinition;
  /** Where the column alone is the primary key. */
  readonly primaryKey: Constraint | null;
}

type Values = Readonly<Record<string, unknown>>;

const serials: ReadonlyMap<string, string> = new Map([
  ["bigserial", "bigint"],
  ["serial", "integer"],
  ["smallserial", "smallint"],
]);

export function readColumn(
  [key, values]: readonly [string, Values],
  { dialect, places }: SnapshotContext,
): SnapshotColumn {
  const definedAt = places.next(key);
  const name = textAt(values, "name") ?? key;
  const written = textAt(values, "type") ?? "";
  const serial = dialect === "postgresql" ? serials.get(written) : undefined;
  const isKey = values.primaryKey === true;
  return {
    column: {
      name,
      type: serial ?? typeOf(written, values, dialect),
      nullable: values.notNull !== true && !(isKey && dialect !== "sqlite"),
      default: defaultOf(values.default),
      identity: identityOf(values),
      generated: isRecord(values.generated) ? textAt(values.generated, "as") : null,
      comment: null,
      serial: serial !== undefined,
      definedAt,
    },
    primaryKey: isKey ? { kind: "primary key", name: null, columns: [name], definedAt } : null,
  };
}

/** Enums are named with their schema beside. */
function typeOf(written: string, values: Values, dialect: Dialect): string {
  if (dialect === "mysql") return mysqlColumnType(written);
  if (dialect === "sqlite") return written;
  const schema = schemaAt(values, "typeSchema");
  if (schema === null) return canonicalType(written);
  const [, name = written, array = ""] = /^(.*?)((?:\[\d*\])*)$/u.exec(written) ?? [];
  const path = schema === "public" ? [name] : [schema, name];
  return `${path.map(quoteIdentifier).join(".")}${array === "" ? "" : "[]"}`;
}

function defaultOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** `identity` is an object in PostgreSQL, and in version 5 a text: `byDefault;name;…`. */
function identityOf(values: Values): ColumnDefinition["identity"] {
  if (values.autoincrement === true) return "by default";
  const { identity } = values;
  const type = isRecord(identity) ? identity.type : identity;
  if (typeof type !== "string") return null;
  return type.startsWith("always") ? "always" : "by default";
}
