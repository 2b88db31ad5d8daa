import { addReach, type Reader } from "../extraction.js";
import { childOf } from "../../syntax/node.js";
import { takenNames } from "../taken-names.js";

/** `import("x")` */
export const readDynamicImport: Reader = (node, ancestors, extraction) => {
  const source = childOf(node, "source");
  if (!source || extraction.told.has(node)) return;
  const reach = { form: "dynamic-import", names: takenNames(node, ancestors, "promise") } as const;
  addReach(extraction, reach, source, ancestors);
};
