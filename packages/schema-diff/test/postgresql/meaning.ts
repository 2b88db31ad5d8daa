import {
  isTreeNode,
  nodeAt,
  nodesAt,
  numberAt,
  parseStatements,
  unwrapNode,
  type TreeNode,
} from "@domain-isolation/sql";

/**
 * What an expression means, however it is written: a person writes `a IN ('x')`, the catalog shows
 * `(a = 'x'::text)`. Casts, parentheses, places and tables before columns are left out.
 */
export function meaningOf(expression: string): string {
  return meaningIn(`SELECT (${expression}\n)`);
}

/** The same of what stands behind `EXCLUDE`. */
export function meaningOfExclusion(definition: string): string {
  return meaningIn(`ALTER TABLE t ADD EXCLUDE ${definition}`);
}

function meaningIn(statement: string): string {
  const [parsed] = parseStatements(statement, "postgresql");
  if (!parsed?.tree) return `unreadable: ${statement}`;
  const [target] = nodesAt(nodeAt(parsed.tree, "SelectStmt") ?? {}, "targetList");
  return JSON.stringify(simplified(nodeAt(target ?? {}, "ResTarget")?.val ?? parsed.tree));
}

const ignored = new Set(["location", "list_start", "list_end", "funcformat", "coerceformat"]);

function simplified(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplified);
  if (!isTreeNode(value)) return value;
  const [kind, content] = unwrapNode(value);
  const simplify = simplifications[kind];
  if (simplify && Object.keys(value).length === 1) return simplify(content);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !ignored.has(key) && !key.startsWith("rexpr_list_"))
      .map(([key, child]) => [key, simplified(child)]),
  );
}

const simplifications: Readonly<Record<string, (content: TreeNode) => unknown>> = {
  TypeCast: ({ arg }) => simplified(arg),
  CollateClause: ({ arg }) => simplified(arg),
  A_Const: constant,
  ColumnRef: ({ fields }) => ({ column: stringIn(listOf(fields).at(-1)) }),
  FuncCall: ({ funcname, args, ...rest }) => ({
    call: stringIn(listOf(funcname).at(-1)),
    args: simplified(args),
    options: simplified(rest),
  }),
  CaseExpr: ({ defresult, ...rest }) => ({
    case: simplified(rest),
    else: simplified(defresult) ?? { constant: null },
  }),
  BoolExpr: ({ boolop, args }) => logic(String(boolop), listOf(args).map(simplified)),
  A_Expr: operation,
};

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function constant({ isnull, ival, fval, sval, boolval }: TreeNode): unknown {
  if (isnull === true) return { constant: null };
  if (isTreeNode(boolval)) return { constant: boolval.boolval === true ? "true" : "false" };
  if (isTreeNode(ival)) return { constant: String(numberAt(ival, "ival") ?? 0) };
  if (isTreeNode(fval)) return { constant: String(Number(fval.fval)) };
  return { constant: isTreeNode(sval) ? textOf(sval) : "" };
}

/** A number may stand in quotes; the schema of a sequence is only written where it must be. */
function textOf({ sval }: TreeNode): string {
  const text = typeof sval === "string" ? sval : "";
  const isNumber = text !== "" && text.trim() === text && Number.isFinite(Number(text));
  return isNumber ? String(Number(text)) : text.replace(/^public\./u, "");
}

/** `a AND (b AND c)` is one list of three. */
function logic(operator: string, operands: readonly unknown[]): unknown {
  const flat = operands.flatMap((each) =>
    isTreeNode(each) && each.logic === operator ? listOf(each.operands) : [each],
  );
  return { logic: operator, operands: flat };
}

function operation({ kind, name, lexpr, rexpr }: TreeNode): unknown {
  const left = simplified(lexpr);
  const operator = stringIn(listOf(name).at(-1));
  switch (kind) {
    case "AEXPR_IN":
      return within(left, operator, itemsOf(rexpr));
    case "AEXPR_OP_ANY":
    case "AEXPR_OP_ALL":
      return { kind, operator, left, right: simplified(rexpr) };
    case "AEXPR_BETWEEN": {
      const [from, to] = itemsOf(rexpr);
      const operands = [binary(">=", left, from), binary("<=", left, to)];
      return logic("AND_EXPR", operands);
    }
    case "AEXPR_NULLIF":
    case "AEXPR_DISTINCT":
    case "AEXPR_NOT_DISTINCT":
      return { kind, left, right: simplified(rexpr) };
    default:
      return binary(operator, left, simplified(rexpr));
  }
}

function binary(operator: string, left: unknown, right: unknown) {
  return { operator, left, right };
}

/** `IN (…)` is `= ANY (ARRAY[…])`, and `NOT IN` `<> ALL`; with one value it is just that. */
function within(left: unknown, operator: string, elements: readonly unknown[]): unknown {
  if (elements.length === 1) return binary(operator, left, elements[0]);
  const kind = operator === "=" ? "AEXPR_OP_ANY" : "AEXPR_OP_ALL";
  return { kind, operator, left, right: { A_ArrayExpr: { elements } } };
}

function stringIn(value: unknown): string {
  const string = isTreeNode(value) ? value.String : null;
  return isTreeNode(string) && typeof string.sval === "string" ? string.sval : "";
}

function itemsOf(value: unknown): readonly unknown[] {
  const list = isTreeNode(value) ? value.List : null;
  return isTreeNode(list) ? listOf(list.items).map(simplified) : [];
}
