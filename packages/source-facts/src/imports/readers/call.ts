import type { Reader } from "../extraction.js";
import { childOf, unwrap } from "../../syntax/node.js";
import { readImportMetaCall } from "./import-meta.js";
import { readMock } from "./mock.js";
import { readRequire } from "./require.js";

/** Calls, by what is called. */
export const readCall: Reader = (node, ancestors, extraction) => {
  const callee = unwrap(childOf(node, "callee"));
  if (!callee) return;
  readRequire(node, ancestors, extraction);
  if (callee.type !== "MemberExpression") return;
  readMock(node, ancestors, extraction);
  readImportMetaCall(node, ancestors, extraction);
};
