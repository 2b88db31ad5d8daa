import type {
  AlterColumn,
  Change,
  ColumnDefinition,
  Constraint,
  PlacedName,
} from "../../changes/change.js";
import type { Place } from "@domain-isolation/source-facts";
import type { Step } from "../source-code/chain.js";
import { plainColumn, quoted } from "../source-code/definitions.js";
import { literalOf, textOf } from "../source-code/literals.js";
import { nameSpan, placeOf } from "../source-code/names.js";
import { referentialAction } from "../source-code/referential-action.js";
import type { Run } from "../source-code/run.js";
import { sentText } from "../source-code/sent-text.js";
import { meaningOf, writtenDefault } from "../source-code/written-type.js";

/** A column with what its callback says of it. */
export interface BuiltColumn {
  readonly column: ColumnDefinition;
  readonly constraints: readonly Constraint[];
}

/** SQL that a tag, `sql.raw` or a text gives; null where it is known only when it runs. */
export function sqlOf(place: Place | undefined, run: Run): string | null {
  if (!place) return null;
  const { text } = sentText(place, run);
  return textOf(text, run.analysis);
}

/** `addColumn(name, type, (column) => column.notNull()…)`; null where a part is known only when it runs. */
export function builtColumn(step: Step, run: Run): BuiltColumn | null {
  const [first, second, callback] = step.args ?? [];
  const name = first ? textOf(first, run.analysis) : null;
  const type = sqlOf(second, run);
  const said = callback ? stepsOf(callback, run) : [];
  if (name === null || type === null || !said) return null;
  const given = said.map((each) => settingOf(each, run));
  if (given.includes(null)) return null;
  const column = given.reduce<ColumnDefinition>(
    (made, set) => ({ ...made, ...set }),
    typedColumn(name, type, step, said, run),
  );
  return { column, constraints: said.flatMap((each) => constraintsOf(each, name, said, run)) };
}

function typedColumn(
  name: string,
  type: string,
  step: Step,
  said: readonly Step[],
  { dialect }: Run,
): ColumnDefinition {
  const isUnsigned = dialect === "mysql" && said.some((each) => each.name === "unsigned");
  const meaning = meaningOf(isUnsigned ? `${type} unsigned` : type, dialect);
  const plain = { ...plainColumn(name, type, placeOf(step.place)), ...meaning };
  return meaning?.serial === true ? { ...plain, nullable: false, default: null } : plain;
}

/** The calls that a callback makes on what it is handed. */
export function stepsOf(callback: Place, run: Run): readonly Step[] | null {
  const found: Step[] = [];
  const receiver = {
    lazy: false,
    read: ({ steps }: { readonly steps: readonly Step[] }) => {
      found.push(...steps.filter(({ args }) => args));
      return [];
    },
  };
  return run.call(callback, [receiver]) && found;
}

type Setting = Partial<ColumnDefinition>;

const settings: Readonly<Record<string, (args: Step["args"], run: Run) => Setting | null>> = {
  notNull: () => ({ nullable: false }),
  primaryKey: (_args, { dialect }) => (dialect === "sqlite" ? {} : { nullable: false }),
  autoIncrement: () => ({ identity: "by default" }),
  identity: () => ({ identity: "by default", nullable: false }),
  generatedByDefaultAsIdentity: () => ({ identity: "by default", nullable: false }),
  generatedAlwaysAsIdentity: () => ({ identity: "always", nullable: false }),
  defaultTo: (args, run) => {
    const value = defaultOf(args?.[0], run);
    return value === null ? null : { default: value };
  },
  generatedAlwaysAs: (args, run) => {
    const generated = sqlOf(args?.[0], run);
    return generated === null ? null : { generated };
  },
};

/** What a call says of the column itself; null where that is known only when it runs. */
function settingOf({ name, args }: Step, run: Run): Setting | null {
  const read = settings[name];
  return read ? read(args, run) : {};
}

export function defaultOf(place: Place | undefined, run: Run): string | null {
  const literal = place && literalOf(place, run.analysis);
  if (literal?.is === "text") return writtenDefault(quoted(literal.text), run.dialect);
  if (literal?.is === "number" || literal?.is === "boolean")
    return writtenDefault(String(literal.value), run.dialect);
  const sql = sqlOf(place, run);
  return sql === null
    ? null
    : (writtenDefault(sql, run.dialect) ?? writtenDefault(`(${sql})`, run.dialect));
}

function constraintsOf(
  step: Step,
  column: string,
  said: readonly Step[],
  run: Run,
): readonly Constraint[] {
  const definedAt = placeOf(step.place);
  const columns = [column];
  const [first] = step.args ?? [];
  switch (step.name) {
    case "primaryKey":
      return [{ kind: "primary key", name: null, columns, definedAt }];
    case "unique":
      return [{ kind: "unique", name: null, columns, definedAt }];
    case "check": {
      const expression = sqlOf(first, run);
      return expression === null ? [] : [{ kind: "check", name: null, expression, definedAt }];
    }
    case "references": {
      const references = first && referenced(first, run);
      const [onDelete, onUpdate] = ["onDelete", "onUpdate"].map((name) =>
        actionOf(said, name, run),
      );
      if (!references || !onDelete || !onUpdate) return [];
      return [
        { kind: "foreign key", name: null, columns, references, onDelete, onUpdate, definedAt },
      ];
    }
    default:
      return [];
  }
}

export function actionOf(steps: readonly Step[], name: string, { analysis }: Run) {
  const [argument] = steps.find((each) => each.name === name)?.args ?? [];
  return referentialAction(argument && textOf(argument, analysis));
}

/** `user.id`, `auth.user.id` */
function referenced(
  place: Place,
  { analysis }: Run,
): (PlacedName & { readonly columns: readonly string[] }) | null {
  const parts = textOf(place, analysis)?.split(".") ?? [];
  const [column, table, schema = null] = parts.toReversed();
  if (column === undefined || table === undefined) return null;
  return { schema, name: table, span: nameSpan(place, analysis), columns: [column] };
}

/** `alterColumn(name, (column) => column.setDataType("text"))` */
export function alteredColumn(step: Step, table: PlacedName, run: Run): Change | null {
  const [first, callback] = step.args ?? [];
  const column = first ? textOf(first, run.analysis) : null;
  const [said] = (callback && stepsOf(callback, run)) ?? [];
  if (column === null || !said) return null;
  const set = alteration(said, run);
  if (!set) return null;
  return {
    kind: "alter column",
    at: placeOf(step.place),
    table,
    ifTableExists: false,
    column,
    set,
  };
}

function alteration({ name, args }: Step, run: Run): AlterColumn["set"] | null {
  switch (name) {
    case "setDataType": {
      const type = sqlOf(args?.[0], run);
      return type === null ? null : { type: meaningOf(type, run.dialect)?.type ?? type };
    }
    case "setDefault": {
      const value = defaultOf(args?.[0], run);
      return value === null ? null : { default: value };
    }
    case "dropDefault":
      return { default: null };
    case "setNotNull":
      return { nullable: false };
    case "dropNotNull":
      return { nullable: true };
    default:
      return null;
  }
}
