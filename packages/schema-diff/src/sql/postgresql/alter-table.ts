import { nodeAt, nodesAt, numberAt, textAt, type TreeNode } from "@domain-isolation/sql";
import type { AlterColumn, Change, PlacedName } from "../../changes/change.js";
import type { StatementText } from "../statement-text.js";
import { typeOfNode } from "./canonical-type.js";
import { identityOf, readColumn, sequenceOf } from "./column-definition.js";
import { readConstraint } from "./constraint.js";
import { expressionFrom, indexBehind } from "./expression.js";
import { relationName } from "./names.js";

interface Target {
  readonly at: StatementText["at"];
  readonly table: PlacedName;
  readonly ifTableExists: boolean;
  readonly only?: boolean;
}

/** `ALTER TABLE` of tables, foreign tables and materialized views: a change for each action. */
export function readAlterTable(node: TreeNode, text: StatementText): readonly Change[] {
  const object = textAt(node, "objtype");
  if (object !== "OBJECT_TABLE" && object !== "OBJECT_FOREIGN_TABLE") return [];
  const table = relationName(nodeAt(node, "relation"), text);
  const isOnly = nodeAt(node, "relation")?.inh !== true;
  const ifTableExists = node.missing_ok === true;
  const target = { at: text.at, table, ifTableExists, ...(isOnly ? { only: true } : {}) };
  return nodesAt(node, "cmds").flatMap((each) => {
    const command = nodeAt(each, "AlterTableCmd") ?? {};
    const read = actions[textAt(command, "subtype") ?? ""];
    return read ? read(command, target, text) : [{ kind: "set options", ...target }];
  });
}

type Action = (command: TreeNode, target: Target, text: StatementText) => readonly Change[];

const actions: Readonly<Record<string, Action>> = {
  AT_AddColumn(command, target, text) {
    const { column, constraints } = readColumn(definitionOf(command), text);
    const ifNotExists = command.missing_ok === true;
    return [{ kind: "add column", ...target, ifNotExists, column, constraints, position: null }];
  },
  AT_DropColumn(command, target) {
    return [{ kind: "drop column", ...target, column: nameOf(command), ...dropping(command) }];
  },
  AT_AlterColumnType(command, target) {
    const type = nodeAt(definitionOf(command), "typeName");
    return setting(command, target, { type: type ? typeOfNode(type) : "" });
  },
  AT_ColumnDefault(command, target, text) {
    const expression = nodeAt(command, "def");
    if (!expression || nodeAt(expression, "A_Const")?.isnull === true) {
      return setting(command, target, { default: null });
    }
    const from = indexBehind(text, expression, "default");
    return setting(command, target, { default: expressionFrom(text, from) });
  },
  AT_SetNotNull: (command, target) => setting(command, target, { nullable: false }),
  AT_DropNotNull: (command, target) => setting(command, target, { nullable: true }),
  AT_AddIdentity(command, target, text) {
    const constraint = nodeAt(nodeAt(command, "def") ?? {}, "Constraint") ?? {};
    const set = { identity: identityOf(constraint), nullable: false };
    const column = nameOf(command);
    return [{ kind: "alter column", ...target, column, set, ...sequenceOf(constraint, text) }];
  },
  AT_SetIdentity(command, target) {
    const options = nodesAt(nodeAt(nodeAt(command, "def") ?? {}, "List") ?? {}, "items");
    const given = options
      .map((each) => nodeAt(each, "DefElem") ?? {})
      .find((each) => textAt(each, "defname") === "generated");
    const code = numberAt(nodeAt(nodeAt(given ?? {}, "arg") ?? {}, "Integer") ?? {}, "ival");
    if (code === null) return [{ kind: "set options", ...target }];
    const identity = String.fromCharCode(code) === "a" ? "always" : "by default";
    return setting(command, target, { identity });
  },
  AT_DropIdentity: (command, target) => setting(command, target, { identity: null }),
  AT_DropExpression: (command, target) => setting(command, target, { generated: null }),
  AT_AddConstraint(command, target, text) {
    const node = nodeAt(nodeAt(command, "def") ?? {}, "Constraint") ?? {};
    if (textAt(node, "contype") === "CONSTR_NOTNULL") {
      const [column = ""] = nodesAt(node, "keys").map(
        (each) => textAt(nodeAt(each, "String") ?? {}, "sval") ?? "",
      );
      return [{ kind: "alter column", ...target, column, set: { nullable: false } }];
    }
    const constraint = readConstraint(node, text, null);
    return constraint ? [{ kind: "add constraint", ...target, constraint }] : [];
  },
  AT_DropConstraint(command, target) {
    const name = nameOf(command);
    return [{ kind: "drop constraint", ...target, name, constraint: null, ...dropping(command) }];
  },
  AT_AttachPartition(command, target, text) {
    const name = nodeAt(partitionOf(command), "name");
    return [{ kind: "attach partition", ...target, other: relationName(name, text) }];
  },
  AT_DetachPartition(command, target, text) {
    const name = nodeAt(partitionOf(command), "name");
    return [{ kind: "detach partition", ...target, other: relationName(name, text) }];
  },
  AT_AddInherit: (command, target, text) => [
    { kind: "inherit", ...target, other: relationName(rangeOf(command), text) },
  ],
  AT_DropInherit: (command, target, text) => [
    { kind: "no inherit", ...target, other: relationName(rangeOf(command), text) },
  ],
};

function nameOf(command: TreeNode): string {
  return textAt(command, "name") ?? "";
}

function definitionOf(command: TreeNode): TreeNode {
  return nodeAt(nodeAt(command, "def") ?? {}, "ColumnDef") ?? {};
}

function partitionOf(command: TreeNode): TreeNode {
  return nodeAt(nodeAt(command, "def") ?? {}, "PartitionCmd") ?? {};
}

function rangeOf(command: TreeNode): TreeNode | null {
  return nodeAt(nodeAt(command, "def") ?? {}, "RangeVar");
}

function dropping(command: TreeNode) {
  const cascade = textAt(command, "behavior") === "DROP_CASCADE";
  return { ifExists: command.missing_ok === true, cascade };
}

function setting(command: TreeNode, target: Target, set: AlterColumn["set"]): readonly Change[] {
  return [{ kind: "alter column", ...target, column: nameOf(command), set }];
}
