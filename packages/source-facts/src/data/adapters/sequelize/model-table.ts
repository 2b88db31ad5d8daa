import type { Analysis } from "../../analysis.js";
import { callSite } from "../../evaluate/call-site.js";
import type { Place } from "../../values/place.js";
import { fileIndex } from "../file-index.js";
import { library, ofTests } from "./library.js";
import { entriesOf, type Entries } from "./model-class.js";
import { pluralize } from "./pluralize.js";

export interface ModelTable {
  readonly table: string;
  readonly schema: string | null;
}

/**
 * The table of a model: as its options say, or its name in the plural; null where it is worked out when
 * it runs: https://sequelize.org/docs/v6/core-concepts/model-basics/#table-name-inference
 */
export function modelTable(name: string, own: Entries, analysis: Analysis): ModelTable | null {
  const shared = sharedOptions(analysis);
  const option = (key: string) =>
    own.findLast((each) => each.key === key) ?? shared.findLast((each) => each.key === key);
  const text = (key: string) => {
    const entry = option(key);
    return entry ? analysis.constant(entry.value) : null;
  };
  const isOn = (key: string) => option(key)?.value.node.value === true;
  const schema = text("schema");
  if (own.some(({ key }) => key === "tableName")) {
    const table = text("tableName");
    return table === null ? null : { table, schema };
  }
  const plural = isOn("freezeTableName") ? name : pluralize(name);
  return { table: isOn("underscored") ? underscored(plural) : plural, schema };
}

/** Each capital begins a word, even in a row of them. */
function underscored(name: string): string {
  return name
    .replaceAll(/(?=[A-Z])/gu, "_")
    .replace(/^_/u, "")
    .toLowerCase();
}

/** `new Sequelize({ define: { underscored: true } })`: of the first that says anything. */
const sharedOptions = fileIndex(/\bnew\s+\w*Sequelize\b/u, (files, analysis): Entries => {
  for (const file of files.filter((each) => !ofTests.test(each))) {
    for (const call of constructions(file, analysis)) {
      const options = callSite(call).args.flatMap((each) => entriesOf(each, analysis));
      const define = options.find(({ key }) => key === "define");
      const entries = entriesOf(define?.value, analysis);
      if (entries.length > 0) return entries;
    }
  }
  return [];
});

function constructions(file: string, analysis: Analysis): readonly Place[] {
  const module = analysis.module(file);
  if (!module) return [];
  return module.calls
    .filter(({ node }) => node.type === "NewExpression")
    .map(({ node, scope }) => ({ node, scope, module, frame: null }))
    .filter((place) => {
      const handle = analysis.handle(place);
      return handle?.adapter.library === library && handle.role === "client";
    });
}
