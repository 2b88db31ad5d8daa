import type { Dialect } from "@domain-isolation/model";

/** How a type is written: a text, or one for each dialect. */
export type Spelling = string | Readonly<Record<Dialect, string>>;

const binary = { postgresql: "BYTEA", sqlite: "BLOB", mysql: "BLOB" };
const double = { postgresql: "DOUBLE PRECISION", sqlite: "DOUBLE", mysql: "DOUBLE" };
const uuid = { postgresql: "UUID", sqlite: "CHAR(32)", mysql: "CHAR(32)" };
const interval = { postgresql: "INTERVAL", sqlite: "DATETIME", mysql: "DATETIME" };
const boolean = { postgresql: "BOOLEAN", sqlite: "BOOLEAN", mysql: "BOOL" };

/**
 * The types of SQLAlchemy, and of what is often used beside it, as its compilers write them; after
 * the name comes what `arguments` says.
 */
export const plainTypes: Readonly<Record<string, Spelling>> = {
  Integer: "INTEGER",
  INTEGER: "INTEGER",
  INT: "INTEGER",
  SmallInteger: "SMALLINT",
  SMALLINT: "SMALLINT",
  BigInteger: "BIGINT",
  BIGINT: "BIGINT",
  Boolean: boolean,
  BOOLEAN: boolean,
  Date: "DATE",
  DATE: "DATE",
  DATETIME: "DATETIME",
  REAL: "REAL",
  Double: double,
  DOUBLE: "DOUBLE",
  DOUBLE_PRECISION: "DOUBLE PRECISION",
  LargeBinary: binary,
  Binary: binary,
  PickleType: binary,
  BLOB: "BLOB",
  BYTEA: "BYTEA",
  JSON: "JSON",
  JSONB: "JSONB",
  Interval: interval,
  Uuid: uuid,
  UUID: uuid,
  "postgresql.UUID": "UUID",
  GUID: uuid,
  UUIDType: { postgresql: "UUID", sqlite: "BINARY(16)", mysql: "BINARY(16)" },
  EncryptedType: binary,
  URLType: "TEXT",
  ScalarListType: "TEXT",
  JSONType: { postgresql: "JSON", sqlite: "TEXT", mysql: "TEXT" },
  ArrowType: { postgresql: "TIMESTAMP WITHOUT TIME ZONE", sqlite: "DATETIME", mysql: "DATETIME" },
  LtreeType: "LTREE",
  TSVectorType: "TSVECTOR",
};

/** Types with a length, `VARCHAR(20)`, and what it is where none is given. */
export const lengthTypes: Readonly<
  Record<string, { readonly spelling: Spelling; readonly length?: number }>
> = {
  String: { spelling: "VARCHAR" },
  Unicode: { spelling: "VARCHAR" },
  VARCHAR: { spelling: "VARCHAR" },
  NVARCHAR: { spelling: "NVARCHAR" },
  AutoString: { spelling: "VARCHAR" },
  CHAR: { spelling: "CHAR" },
  NCHAR: { spelling: "NCHAR" },
  Text: { spelling: "TEXT" },
  TEXT: { spelling: "TEXT" },
  UnicodeText: { spelling: "TEXT" },
  CLOB: { spelling: "CLOB" },
  BINARY: { spelling: "BINARY" },
  VARBINARY: { spelling: "VARBINARY" },
  EmailType: { spelling: "VARCHAR", length: 255 },
  ChoiceType: { spelling: "VARCHAR", length: 255 },
  PhoneNumberType: { spelling: "VARCHAR", length: 20 },
  ColorType: { spelling: "VARCHAR", length: 20 },
  TimezoneType: { spelling: "VARCHAR", length: 50 },
  IPAddressType: { spelling: "VARCHAR", length: 50 },
  LocaleType: { spelling: "VARCHAR", length: 10 },
  CurrencyType: { spelling: "VARCHAR", length: 3 },
  CountryType: { spelling: "VARCHAR", length: 2 },
  Vector: { spelling: "VECTOR" },
  VECTOR: { spelling: "VECTOR" },
};

/** Types of PostgreSQL and MySQL that are called as they are written, with no more to say. */
export const namesakes = new Set(
  (
    "INET CIDR MACADDR MACADDR8 MONEY OID REGCLASS REGCONFIG HSTORE TSVECTOR TSQUERY CITEXT XML " +
    "INT4RANGE INT8RANGE NUMRANGE DATERANGE TSRANGE TSTZRANGE INT4MULTIRANGE INT8MULTIRANGE " +
    "NUMMULTIRANGE DATEMULTIRANGE TSMULTIRANGE TSTZMULTIRANGE LONGTEXT MEDIUMTEXT TINYTEXT LONGBLOB " +
    "MEDIUMBLOB TINYBLOB YEAR"
  ).split(" "),
);
