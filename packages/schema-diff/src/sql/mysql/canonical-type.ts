export interface WrittenType {
  /** In lower case. */
  readonly name: string;
  readonly arguments: readonly string[];
  /** `unsigned`, `zerofill`, `charset binary` … */
  readonly attributes: ReadonlySet<string>;
}

/** Other names of types: https://dev.mysql.com/doc/refman/8.4/en/other-vendor-data-types.html */
const otherNames: Readonly<Record<string, string>> = {
  integer: "int",
  int1: "tinyint",
  int2: "smallint",
  int3: "mediumint",
  middleint: "mediumint",
  int4: "int",
  int8: "bigint",
  dec: "decimal",
  numeric: "decimal",
  fixed: "decimal",
  float4: "float",
  float8: "double",
  "double precision": "double",
  real: "double",
  character: "char",
  nchar: "char",
  "national char": "char",
  "national character": "char",
  "char byte": "binary",
  nvarchar: "varchar",
  long: "mediumtext",
  "long varchar": "mediumtext",
  "long char varying": "mediumtext",
  "long character varying": "mediumtext",
  "long varbinary": "mediumblob",
  geomcollection: "geometrycollection",
};

/** How wide integers are shown that are filled with zeros. */
const integerWidth: Readonly<Record<string, string>> = {
  tinyint: "3",
  smallint: "5",
  mediumint: "8",
  int: "10",
  bigint: "20",
};

const ofBytes: Readonly<Record<string, string>> = {
  char: "binary",
  varchar: "varbinary",
  tinytext: "tinyblob",
  text: "blob",
  mediumtext: "mediumblob",
  longtext: "longblob",
};

/** A type as `information_schema.columns.column_type` has it, in MySQL 8. */
export function canonicalType(written: WrittenType): string {
  const { attributes, arguments: list } = written;
  if (written.name === "bool" || written.name === "boolean") return "tinyint(1)";
  if (written.name === "serial") return "bigint unsigned";
  const isBytes = attributes.has("charset binary");
  const known = knownName(written.name);
  const name = isBytes ? (ofBytes[known] ?? known) : known;
  const isFilled = attributes.has("zerofill");
  const sign = isFilled || attributes.has("unsigned") ? " unsigned" : "";
  const rest = `${sign}${isFilled ? " zerofill" : ""}`;
  const width = integerWidth[name];
  if (width !== undefined) return `${name}${widthOf(name, list, width, rest)}${rest}`;
  return `${sized(name, list)}${rest}`;
}

function knownName(name: string): string {
  if (name.includes("var") && /^(?:national|n?char|character)\b/u.test(name)) return "varchar";
  return otherNames[name] ?? name;
}

/** Since 8.0.19 only `tinyint(1)`, which stands for a truth value, and filled ones show a width. */
function widthOf(name: string, list: readonly string[], usual: string, rest: string): string {
  const [width = usual] = list;
  if (rest.endsWith("zerofill")) return `(${width})`;
  return name === "tinyint" && width === "1" && rest === "" ? "(1)" : "";
}

function sized(name: string, list: readonly string[]): string {
  return ownSizes[name]?.(list) ?? (list.length > 0 ? `${name}(${list.join(",")})` : name);
}

/** What the catalog shows otherwise than it was written; null where it does not. */
const ownSizes: Readonly<Record<string, (list: readonly string[]) => string | null>> = {
  decimal: ([precision = "10", scale = "0"]) => `decimal(${precision},${scale})`,
  float: ([bits, ...others]) =>
    bits === undefined || others.length > 0 ? null : Number(bits) > 24 ? "double" : "float",
  bit: ([length = "1"]) => `bit(${length})`,
  char: ([length = "1"]) => `char(${length})`,
  binary: ([length = "1"]) => `binary(${length})`,
  text: ([length]) => (length === undefined ? null : sizedForLength("text", Number(length))),
  blob: ([length]) => (length === undefined ? null : sizedForLength("blob", Number(length))),
  year: () => "year",
  time: ([digits]) => (digits === "0" ? "time" : null),
  datetime: ([digits]) => (digits === "0" ? "datetime" : null),
  timestamp: ([digits]) => (digits === "0" ? "timestamp" : null),
};

/** The smallest that holds so many characters, of four bytes each, or so many bytes. */
function sizedForLength(name: "text" | "blob", length: number): string {
  const bytes = name === "text" ? length * 4 : length;
  if (bytes < 2 ** 8) return `tiny${name}`;
  if (bytes < 2 ** 16) return name;
  return bytes < 2 ** 24 ? `medium${name}` : `long${name}`;
}
