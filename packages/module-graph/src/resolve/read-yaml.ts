import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import { asObject, type ReadJson } from "./json.js";

// Loaded with the first pnpm-workspace.yaml: it takes longer than all else about a workspace.
const requireYaml: (id: "yaml") => typeof Yaml = createRequire(import.meta.url);

export function readYaml(text: string): ReadJson {
  try {
    const value: unknown = requireYaml("yaml").parse(text);
    return { value: asObject(value), error: null };
  } catch {
    const reason = "it is not valid YAML; what it says is not known";
    return { value: {}, error: { span: { start: 0, end: text.length }, reason } };
  }
}
