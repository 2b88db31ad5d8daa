import { nameOfToken, parseTokens } from "@domain-isolation/sql";

/**
 * What a database holds, as lines that a person can compare: for each table, view and trigger what
 * it is made of. Names are in lower case, for SQLite compares them so.
 */
export type Catalog = Readonly<Record<string, readonly string[]>>;

export interface ColumnLine {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly counted: boolean;
  readonly generated: string | null;
}

export function columnLine(column: ColumnLine): string {
  return [
    `column ${column.name.toLowerCase()}`,
    // Of the types that it knows by their names SQLite keeps the names only, since 3.37.
    column.type.toLowerCase(),
    ...(column.nullable ? [] : ["not null"]),
    ...(column.default === null ? [] : [`default ${tokensOf(column.default)}`]),
    ...(column.counted ? ["autoincrement"] : []),
    ...(column.generated === null ? [] : [`generated ${tokensOf(column.generated)}`]),
  ].join(" ");
}

export function keyLine(kind: string, columns: readonly string[]): string {
  return `${kind} (${columns.join(", ").toLowerCase()})`;
}

export interface ForeignKeyLine {
  readonly columns: readonly string[];
  readonly table: string;
  readonly to: readonly string[];
  readonly onDelete: string;
  readonly onUpdate: string;
}

export function foreignKeyLine({ columns, table, to, onDelete, onUpdate }: ForeignKeyLine): string {
  const line = `foreign key (${columns.join(", ")}) -> ${table} (${to.join(", ")})`;
  return `${line} on delete ${onDelete} on update ${onUpdate}`.toLowerCase();
}

export interface IndexLine {
  readonly name: string;
  readonly unique: boolean;
  readonly parts: readonly string[];
  readonly where: string | null;
}

export function indexLine({ name, unique, parts, where }: IndexLine): string {
  const condition = where === null ? "" : ` where ${tokensOf(where)}`;
  return `${unique ? "unique " : ""}index ${name} (${parts.join(", ")})`.toLowerCase() + condition;
}

/** An expression by its tokens: names without quotes and, like keywords, in lower case. */
export function tokensOf(text: string): string {
  return parseTokens(text, "sqlite")
    .map((token) => {
      const isName = token.kind === "word" || token.kind === "quoted";
      return isName
        ? nameOfToken(token, text, "sqlite").toLowerCase()
        : text.slice(token.start, token.end);
    })
    .join(" ");
}
