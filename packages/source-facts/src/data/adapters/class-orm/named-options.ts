import { childOf, keyName } from "../../../syntax/node.js";
import { walk } from "../../../syntax/walk.js";
import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";

/** An option of a library's configuration. */
export interface NamedOption {
  readonly key: string;
  readonly value: Place;
}

/** What tests try out says nothing of the application. */
const ofTests = /(?:^|\/)(?:__tests__|tests?|e2e|spec)\/|[.-](?:spec|test)\.\w+$/u;

/** The properties of these names in files, whichever object they stand in. */
export function namedOptions(
  keys: readonly string[],
  files: readonly string[],
  analysis: Analysis,
): readonly NamedOption[] {
  return files.flatMap((file) => {
    const module = ofTests.test(file) ? null : analysis.module(file);
    const found: NamedOption[] = [];
    if (!module || !keys.some((key) => module.source.text.includes(key))) return found;
    walk(
      module.source.program,
      (node, ancestors) => {
        const key = node.type === "Property" ? keyName(node, "key") : null;
        const value = childOf(node, "value");
        if (!value || key === null || !keys.includes(key)) return;
        const scope = module.scopeAt(ancestors);
        found.push({ key, value: { node: value, scope, module, frame: null } });
      },
      module.source.visitorKeys,
    );
    return found;
  });
}
