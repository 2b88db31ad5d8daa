import { sqlalchemyName } from "../../readers/alembic/sqlalchemy-name.js";
import { itemsOf, name, type CallTerm, type Value } from "../../readers/python/value.js";

/**
 * What a type of Python becomes:
 * https://docs.sqlalchemy.org/en/20/orm/declarative_tables.html#mapped-column-derives-the-datatype-and-nullability-from-the-mapped-annotation
 */
const types: ReadonlyMap<string, string> = new Map([
  ["bool", "Boolean"],
  ["bytes", "LargeBinary"],
  ["datetime.date", "Date"],
  ["datetime.datetime", "DateTime"],
  ["datetime.time", "Time"],
  ["datetime.timedelta", "Interval"],
  ["decimal.Decimal", "Numeric"],
  ["float", "Float"],
  ["int", "Integer"],
  ["str", "String"],
  ["uuid.UUID", "Uuid"],
]);

/** What an annotation says of a column. */
export interface Annotation {
  /** Of Python; null where it is more than one. */
  readonly type: Value | null;
  readonly nullable: boolean;
  /** The column that comes along: `Annotated[int, mapped_column(primary_key=True)]`. */
  readonly column: CallTerm | null;
}

/** What stands in `Mapped[…]`; null for any other annotation. */
export function mappedAnnotation(value: Value): Annotation | null {
  if (value.kind !== "item" || sqlalchemyName(value.of) !== "Mapped") return null;
  return value.key ? annotationOf(value.key) : null;
}

export function annotationOf(value: Value): Annotation {
  const choices = choicesOf(value);
  const given = choices.filter((each) => !isNone(each));
  const nullable = given.length < choices.length;
  const [only, ...others] = given;
  if (!only || others.length > 0) return { type: null, nullable, column: null };
  const [inner, ...more] = itemsOf(itemOf(only, "Annotated")) ?? [];
  if (!inner) return { type: only, nullable, column: null };
  const column = more.find((each) => each.kind === "call") ?? null;
  const { type, nullable: isOpen } = annotationOf(inner);
  return { type, nullable: nullable || isOpen, column: column?.kind === "call" ? column : null };
}

/** `str | None`, `Optional[str]`, `Union[str, None]` */
function choicesOf(value: Value): readonly Value[] {
  if (value.kind === "operation" && value.operator === "BitOr")
    return value.operands.flatMap(choicesOf);
  const optional = itemOf(value, "Optional");
  if (optional) return [...choicesOf(optional), { kind: "none" }];
  const union = itemsOf(itemOf(value, "Union"));
  return union ? union.flatMap(choicesOf) : [value];
}

function isNone(value: Value): boolean {
  return value.kind === "none" || (value.kind === "name" && value.path === "None");
}

/** What stands in the brackets of a name of `typing`. */
function itemOf(value: Value, wanted: string): Value | null {
  if (value.kind !== "item" || value.of.kind !== "name") return null;
  const { path } = value.of;
  return /^typing(?:_extensions)?\./u.test(path) && path.endsWith(`.${wanted}`) ? value.key : null;
}

/** The type of SQLAlchemy for one of Python; null where it isn't known. */
export function typeOfPython(type: Value): Value | null {
  if (type.kind === "name") {
    const found = types.get(type.path);
    return found === undefined ? null : name(`sqlalchemy.${found}`);
  }
  const isEnum =
    type.kind === "class" &&
    type.bases.some((base) => base.kind === "name" && /^enum\.\w*Enum$/u.test(base.path));
  return isEnum ? enumType(type) : null;
}

function enumType(type: Extract<Value, { kind: "class" }>): CallTerm {
  return {
    kind: "call",
    callee: name("sqlalchemy.Enum"),
    args: [type],
    named: new Map(),
    isPartial: false,
    at: type.at,
  };
}
