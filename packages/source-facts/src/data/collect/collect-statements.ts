import type { SyntaxNode } from "../../syntax/syntax.js";
import { plainStatement } from "../adapters/sql/sql.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import type { Value } from "../values/value.js";
import { callsOf, findStatements, type FoundStatement } from "./find-statements.js";
import { instantiate, wrapperCall, type StatementsOf, type WrapperCall } from "./instantiate.js";

/** Wrappers of wrappers in one file. */
const mostRounds = 4;

/** The statements of files, each file once; a file that is being read has none to those it asks. */
export function createStatements(methods: ReadonlySet<string>, analysis: Analysis): StatementsOf {
  const known = new Map<DataModule, readonly FoundStatement[]>();
  const allMethods = createMethods(methods, analysis);
  const statementsOf: StatementsOf = (module) => {
    const before = known.get(module);
    if (before) return before;
    known.set(module, []);
    let statements = findStatements(module, allMethods(), analysis);
    known.set(module, statements);
    const wrappers: WrapperCall[] = [];
    let more = sentOtherwise(module, statements, statementsOf, analysis, wrappers);
    for (let round = 1; more.length > 0; round++) {
      statements = [...statements, ...more];
      known.set(module, statements);
      more =
        round < mostRounds ? throughWrappers(wrappers, statements, statementsOf, analysis) : [];
    }
    return statements;
  };
  return statementsOf;
}

/** With those that adapters know by the entities that there are, as long as these are the same. */
function createMethods(
  methods: ReadonlySet<string>,
  analysis: Analysis,
): () => ReadonlySet<string> {
  let all = methods;
  let before: readonly ReadonlySet<string>[] = [];
  return () => {
    const named = analysis.adapters.flatMap((adapter) => adapter.namedMethods?.(analysis) ?? []);
    if (named.some((each, index) => each !== before[index])) {
      before = named;
      all = new Set([...methods, ...named.flatMap((each) => [...each])]);
    }
    return all;
  };
}

/** Through functions of ours, which are noted, or by a text of SQL that is given to whatever. */
function sentOtherwise(
  module: DataModule,
  statements: readonly FoundStatement[],
  statementsOf: StatementsOf,
  analysis: Analysis,
  wrappers: WrapperCall[],
): readonly FoundStatement[] {
  const told = toldBy(statements);
  return callsOf(module).flatMap((call) => {
    if (told.has(call.node) || call.node.type !== "CallExpression") return [];
    const wrapper = wrapperCall(call, analysis);
    if (wrapper) wrappers.push(wrapper);
    const through = wrapper && instantiate(wrapper, statementsOf, analysis);
    return through ?? sentPlainly(call, analysis) ?? [];
  });
}

/** Wrappers of what was found last. */
function throughWrappers(
  wrappers: readonly WrapperCall[],
  statements: readonly FoundStatement[],
  statementsOf: StatementsOf,
  analysis: Analysis,
): readonly FoundStatement[] {
  const told = toldBy(statements);
  return wrappers.flatMap((wrapper) =>
    told.has(wrapper.call.node) ? [] : (instantiate(wrapper, statementsOf, analysis) ?? []),
  );
}

function toldBy(statements: readonly FoundStatement[]): ReadonlySet<SyntaxNode> {
  return new Set(
    statements.flatMap(({ first, last, query }) => [first.node, last.node, query.root.node]),
  );
}

/** SQL that is given to a method of ours, wherever that may send it. */
function sentPlainly(call: Place, analysis: Analysis): FoundStatement | null {
  const site = callSite(call);
  const handle = site.receiver && plainStatement(site, analysis);
  // `sql.raw("…")` only makes a text, for others to send.
  if (!handle?.query || isText(analysis.evaluate(call))) return null;
  return { handle, query: handle.query, first: call, last: call };
}

function isText(value: Value | null): boolean {
  return value?.is === "text" || (value?.is === "handle" && value.text !== null);
}
