import type { CallTerm, Value } from "../python/value.js";

/** Modules that don't reach a database. */
const modules = new Set([
  ...[
    "logging",
    "warnings",
    "sys",
    "os",
    "time",
    "datetime",
    "json",
    "re",
    "math",
    "uuid",
    "random",
  ],
  ...[
    "typing",
    "enum",
    "collections",
    "itertools",
    "functools",
    "contextlib",
    "pathlib",
    "decimal",
  ],
  ...[
    "hashlib",
    "secrets",
    "string",
    "textwrap",
    "inspect",
    "traceback",
    "copy",
    "operator",
    "click",
  ],
  ...["tqdm", "progress", "structlog", "loguru", "rich", "print", "super", "sqlalchemy", "alembic"],
  ...[
    "isinstance",
    "len",
    "setattr",
    "getattr",
    "next",
    "iter",
    "int",
    "str",
    "list",
    "dict",
    "set",
  ],
  ...["map", "filter", "sorted", "zip", "type", "id", "max", "min", "sum", "open", "exit", "input"],
]);

/** What connections, sessions, results and lists are asked that changes nothing that is known here. */
const methods = new Set([
  ...[
    "commit",
    "flush",
    "close",
    "rollback",
    "begin",
    "begin_nested",
    "refresh",
    "expunge",
    "expunge_all",
  ],
  ...[
    "expire_all",
    "fetchall",
    "fetchone",
    "first",
    "all",
    "one",
    "scalar",
    "append",
    "extend",
    "add",
  ],
  ...[
    "info",
    "debug",
    "warning",
    "warn",
    "error",
    "exception",
    "log",
    "update",
    "write",
    "print",
    "pop",
  ],
  ...[
    "remove",
    "insert",
    "sort",
    "clear",
    "discard",
    "setdefault",
    "connect",
    "enable",
    "disable",
    "next",
  ],
  ...[
    "reflect",
    "bind",
    "configure",
    "dispose",
    "execution_options",
    "seek",
    "read",
    "join",
    "release",
  ],
]);

/** Whether a call whose result nobody takes can do nothing to the database. */
export function isHarmless({ callee }: CallTerm): boolean {
  switch (callee.kind) {
    case "name": {
      const segments = callee.path.split(".");
      const isMethod = segments.length > 2 && methods.has(segments.at(-1) ?? "");
      return isMethod || modules.has(segments[0] ?? "");
    }
    case "member":
      return methods.has(callee.name) || isFromHarmless(callee.of);
    case "unknown":
    case "item":
    case "operation":
      return false;
    default:
      return true;
  }
}

function isFromHarmless(value: Value, depth = 0): boolean {
  if (depth > 20) return false;
  switch (value.kind) {
    case "name":
      return modules.has(value.path.split(".")[0] ?? "");
    case "member":
      return isFromHarmless(value.of, depth + 1);
    case "call":
      return isFromHarmless(value.callee, depth + 1);
    case "text":
    case "sequence":
    case "mapping":
      return true;
    default:
      return false;
  }
}
