import type { TransactionFact } from "@domain-isolation/model";
import { childOf, childrenOf, identifierName, spanOf, unwrap } from "../../syntax/node.js";
import type { Scope } from "../../syntax/scopes.js";
import type { SyntaxNode } from "../../syntax/syntax.js";
import { transactionId } from "../adapters/query.js";
import type { Analysis } from "../analysis.js";
import { callSite } from "../evaluate/call-site.js";
import type { DataModule } from "../values/data-module.js";
import type { Place } from "../values/place.js";
import { callsOf, type FoundStatement } from "./find-statements.js";
import { rootOf, writtenRoot } from "./handle-root.js";
import { callInto } from "./transaction-facts.js";

/** What is sent from BEGIN to COMMIT over one client, and the facts of those stretches. */
export interface TextTransactions {
  readonly statements: readonly FoundStatement[];
  readonly facts: readonly TransactionFact[];
}

/** A statement, or a call that begins or ends a transaction. */
type Step = Pick<FoundStatement, "handle" | "first" | "last">;

/** The steps of one function that go over one client, in their order. */
type Sequence = readonly Step[];

/** From BEGIN to the last COMMIT or ROLLBACK before the next. */
interface Stretch {
  readonly begin: Step;
  readonly end: Step;
  readonly within: Sequence;
}

const functions = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
const mayBegin = /\b(?:begin|begin_?transaction|start\s+transaction)\b/iu;
const begins = /^\s*(?:begin|start\s+transaction)\b/iu;
const ends = /^\s*(?:commit|rollback|end|abort)\b(?!\s+to\b)/iu;

/** Only what is opened and closed in the same function is told. */
export function textTransactions(
  module: DataModule,
  statements: readonly FoundStatement[],
  analysis: Analysis,
): TextTransactions {
  if (!mayBegin.test(module.source.text)) return { statements, facts: [] };
  const steps = [...statements.filter(isOwn), ...markedCalls(module, analysis)];
  const stretches = sequencesOf(steps).flatMap((each) => stretchesOf(each, analysis));
  const ids = new Map<Step, string>(
    stretches.flatMap(({ begin, within }) =>
      within.map((each) => [each, transactionId(begin.first)] as const),
    ),
  );
  return {
    statements: statements.map((each) => {
      const transaction = ids.get(each);
      return transaction === undefined
        ? each
        : { ...each, handle: { ...each.handle, transaction } };
    }),
    facts: stretches.map((each) => factOf(each, module, analysis)),
  };
}

function isOwn({ isThrough, handle }: FoundStatement): boolean {
  return isThrough !== true && handle.transaction === null;
}

/** `connection.beginTransaction()`, `connection.commit()` */
function markedCalls(module: DataModule, analysis: Analysis): readonly Step[] {
  const { adapters } = analysis;
  return callsOf(module).flatMap((call) => {
    const { method, receiver } = callSite(call);
    if (!receiver || !adapters.some(({ transactionMarks }) => transactionMarks?.has(method)))
      return [];
    const handle = analysis.handle(receiver);
    const isMarked = handle?.adapter.transactionMarks?.has(method) === true;
    return isMarked && handle.transaction === null ? { handle, first: call, last: call } : [];
  });
}

function sequencesOf(steps: readonly Step[]): readonly Sequence[] {
  const sequences = new Map<SyntaxNode, Map<string, Step[]>>();
  for (const step of steps) {
    const body = functionAround(step.first);
    const named = sequences.get(body) ?? new Map<string, Step[]>();
    const name = writtenRoot(rootOf(step.first));
    sequences.set(body, named.set(name, [...(named.get(name) ?? []), step]));
  }
  return [...sequences.values()].flatMap((named) =>
    [...named.values()].map((each) => each.toSorted((a, b) => startOf(a) - startOf(b))),
  );
}

function functionAround({ scope, module }: Place): SyntaxNode {
  for (let around: Scope | null = scope; around; around = around.parent) {
    if (functions.has(around.node.type)) return around.node;
  }
  return module.root.node;
}

function startOf({ first }: Step): number {
  return spanOf(first.node).start;
}

function stretchesOf(sequence: Sequence, analysis: Analysis): readonly Stretch[] {
  const texts = sequence.map((step) => textOf(step, analysis));
  const starts = texts.flatMap((text, index) => (begins.test(text) ? [index] : []));
  return starts.flatMap((from, index) => {
    const to = starts[index + 1] ?? sequence.length;
    const last = texts.findLastIndex(
      (text, place) => place > from && place < to && ends.test(text),
    );
    const [begin, end] = [sequence[from], sequence[last]];
    return begin && end ? [{ begin, end, within: sequence.slice(from + 1, last) }] : [];
  });
}

/** `client.query("BEGIN")`, "sql`BEGIN`"; of a call without a text what it does. */
function textOf({ first, handle }: Step, analysis: Analysis): string {
  const { args, template, method } = callSite(first);
  const mark = handle.adapter.transactionMarks?.get(method);
  if (mark) return mark;
  const text = template ?? args[0];
  return (text && analysis.constant(text)) ?? "";
}

/** In it is called what is given the client. */
function factOf({ begin, end }: Stretch, module: DataModule, analysis: Analysis): TransactionFact {
  const span = { start: startOf(begin), end: spanOf(end.last.node).end };
  const client = rootOf(begin.first).place;
  const inside = callsOf(module).filter((call) => {
    const { start, end: until } = spanOf(call.node);
    return span.start <= start && until <= span.end && isGiven(call, client);
  });
  return {
    kind: "transaction",
    file: module.file,
    span,
    library: begin.handle.adapter.library,
    id: transactionId(begin.first),
    calls: inside.flatMap((call) => callInto(call, analysis) ?? []),
    tier: begin.handle.byType ? "typed" : "linked",
  };
}

/** `repository.save(client)`, `repository.save({ client })` */
function isGiven(call: Place, client: Place): boolean {
  const name = identifierName(unwrap(client.node));
  return callSite(call).args.some(({ node }) => {
    const inner = unwrap(node);
    const properties = inner?.type === "ObjectExpression" ? childrenOf(inner, "properties") : [];
    const held = properties.map((each) => unwrap(childOf(each, "value")));
    return name !== null && [inner, ...held].some((each) => identifierName(each) === name);
  });
}
