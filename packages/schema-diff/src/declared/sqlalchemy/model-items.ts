import { calledName, sqlalchemyName } from "../../readers/alembic/sqlalchemy-name.js";
import { isColumn } from "../../readers/alembic/column.js";
import { classMember } from "../../readers/python/access.js";
import {
  itemsOf,
  name,
  text,
  truth,
  type CallTerm,
  type ClassValue,
  type FunctionValue,
  type Value,
} from "../../readers/python/value.js";
import { annotationOf, mappedAnnotation, typeOfPython, type Annotation } from "./python-type.js";

/** Calls a method of a model that stands for an attribute: `@declared_attr`. */
export type CallAttribute = (method: FunctionValue, model: ClassValue) => Value;

/** The attributes of a model by their names, also of what it takes over. */
export type ModelAttributes = ReadonlyMap<string, Value>;

export interface ModelItems {
  readonly attributes: ModelAttributes;
  /** Columns, each with its name, then keys and indexes. */
  readonly items: readonly Value[];
  /** What of the model isn't known: clauses. */
  readonly unread: readonly string[];
}

/** What stands in the table of a model, from its own body and from what it is made of. */
export function modelItems(model: ClassValue, call: CallAttribute): ModelItems {
  const classes = sharingTable(model);
  const attributes = new Map<string, Value>();
  for (const each of classes.toReversed()) {
    for (const [key, value] of attributesOf(each)) attributes.set(key, value);
  }
  const columns = [...attributes].flatMap(([key, value]) => {
    const given = value.kind === "function" ? attributeOf(value, model, call) : value;
    const column = columnOf(key, given, model, classes);
    return column ? [column] : [];
  });
  const named = new Map([...attributes].map(([key, value]) => [value, key]));
  const parts = argumentsOf(model, call).map((each) => withNames(each, named));
  const unread = classes.flatMap(({ bases }) => bases.flatMap(unknownBase));
  return { attributes, items: [...columns, ...parts], unread };
}

/** The model and what it takes over: not those above that have tables of their own. */
function sharingTable(model: ClassValue, depth = 0): readonly ClassValue[] {
  const above = model.bases.filter((base) => base.kind === "class");
  const shared = above.filter((base) => depth < 20 && !base.members.names.has("__tablename__"));
  return [model, ...shared.flatMap((base) => sharingTable(base, depth + 1))];
}

/** What has an annotation and no value is an attribute too. */
function attributesOf({ members, annotations }: ClassValue): readonly (readonly [string, Value])[] {
  const bare = [...annotations.keys()].filter((key) => !members.names.has(key));
  return [...members.names, ...bare.map((key) => [key, { kind: "none" }] as const)];
}

function attributeOf(method: FunctionValue, model: ClassValue, call: CallAttribute): Value {
  const isAttribute =
    method.node.nodeType === "FunctionDef" &&
    method.node.decorator_list.some((each) => JSON.stringify(each).includes('"declared_attr"'));
  return isAttribute ? call(method, model) : method;
}

function columnOf(
  key: string,
  value: Value,
  model: ClassValue,
  classes: readonly ClassValue[],
): CallTerm | null {
  const annotation = classes.map((each) => each.annotations.get(key)).find((each) => each);
  const mapped = annotation ? mappedAnnotation(annotation) : null;
  if (isColumn(value)) return completed(key, value, mapped, model);
  if (value.kind !== "none" || !mapped || !isOfColumn(mapped, model)) return null;
  return completed(key, mapped.column ?? bareColumn(model), mapped, model);
}

/** A model, or a list of models, makes a relationship and no column. */
function isOfColumn({ type, column }: Annotation, model: ClassValue): boolean {
  return column !== null || (type !== null && typeIn(type, model) !== null);
}

function bareColumn({ at }: ClassValue): CallTerm {
  const callee = name("sqlalchemy.orm.mapped_column");
  return { kind: "call", callee, args: [], named: new Map(), isPartial: false, at };
}

/** A column with the name of its attribute, and what its annotation says of it. */
function completed(
  key: string,
  term: CallTerm,
  mapped: Annotation | null,
  model: ClassValue,
): CallTerm {
  const [first] = term.args;
  const isNamed = first?.kind === "text" || term.named.has("name");
  const own = isNamed ? term.args : [text(key), ...term.args];
  const inherited = mapped?.column && mapped.column !== term ? mapped.column.args : [];
  const named = new Map([...(mapped?.column?.named ?? []), ...term.named]);
  const args = [...own, ...inherited];
  return { ...term, args, named: mapped ? annotated(named, mapped, args, model) : named };
}

/** What isn't said in the call, the annotation says. */
function annotated(
  named: ReadonlyMap<string, Value>,
  { type, nullable }: Annotation,
  args: readonly Value[],
  model: ClassValue,
): ReadonlyMap<string, Value> {
  const all = new Map(named);
  if (!named.has("nullable") && !named.has("primary_key")) all.set("nullable", truth(nullable));
  const hasType = named.has("type_") || args.slice(1).some((each) => !isPart(each));
  const given = hasType || !type ? null : typeIn(type, model);
  return given ? all.set("type_", given) : all;
}

function isPart(value: Value): boolean {
  return /^(?:ForeignKey|CheckConstraint|Identity|Computed|Sequence)$/u.test(
    calledName(value) ?? "",
  );
}

/** As the base of all models says, or as SQLAlchemy does. */
function typeIn(type: Value, model: ClassValue): Value | null {
  const map = classMember(model, "type_annotation_map");
  const own = map?.kind === "mapping" ? map.entries.find(([key]) => isSameType(key, type)) : null;
  return own?.[1] ?? typeOfPython(type);
}

function isSameType(a: Value, b: Value): boolean {
  const [left, right] = [annotationOf(a).type, annotationOf(b).type];
  if (left?.kind === "name" && right?.kind === "name") return left.path === right.path;
  return left !== null && left === right;
}

/** `__table_args__`: keys and indexes, and at its end a mapping that says none. */
function argumentsOf(model: ClassValue, call: CallAttribute): readonly Value[] {
  const written = classMember(model, "__table_args__");
  const value = written?.kind === "function" ? attributeOf(written, model, call) : written;
  return (itemsOf(value) ?? []).filter(({ kind }) => kind !== "mapping");
}

/** `Index("i", dag_id, state)`: columns are named by their attributes. */
function withNames(value: Value, names: ReadonlyMap<Value, string>): Value {
  const name = names.get(value);
  if (name !== undefined && isColumn(value)) {
    const [first] = value.args;
    return first?.kind === "text" ? first : text(name);
  }
  const inner = (each: Value) => withNames(each, names);
  if (value.kind === "sequence") return { ...value, items: value.items.map(inner) };
  return value.kind === "call" ? { ...value, args: value.args.map(inner) } : value;
}

const harmless =
  /^(?:object|abc\.ABC|typing\.\w+|enum\.\w+|collections\..*|dataclasses\..*|flask_appbuilder\.Model|marshmallow.*)$/u;

/** A class of elsewhere may bring columns along. */
function unknownBase(base: Value): readonly string[] {
  if (base.kind === "class" || base.kind === "item" || sqlalchemyName(base) !== null) return [];
  if (calledName(base) !== null) return [];
  if (base.kind !== "name") return ["one of the classes that it is made of isn't known"];
  if (harmless.test(base.path)) return [];
  return [`what it takes from ${base.path.split(".").at(-1) ?? base.path} stands elsewhere`];
}
