import type { DataFacts } from "./data-facts.js";
import type { DatabaseFacts, MigrationFacts } from "./migration-facts.js";
import type { DomainMap, Ownership } from "./domain-map/domain-map.js";
import type {
  AllowanceFact,
  Binding,
  OpaqueFact,
  ResolvedImport,
  Span,
  Tier,
  UnreadableFact,
} from "./facts.js";
import type { FindingData, Severity, TextEdit } from "./finding.js";
import type { Ledger } from "./ledger.js";
import type { RuleOptions } from "./map-source.js";

/** What the rules may ask of one file. */
export interface FileView {
  readonly file: string;
  readonly imports: readonly ResolvedImport[];
  readonly opaque: readonly OpaqueFact[];
  readonly unreadable: readonly UnreadableFact[];
  readonly allowances: readonly AllowanceFact[];
}

/** What the rules may ask of the code: facts only, some of them worked out when asked for. */
export interface FactView {
  /** The files whose exports a file may give away: itself, and all that it re-exports from. */
  origins(file: string): readonly string[];
  /** What the names of an import really bind to, through barrels and shared modules. */
  bindings(fact: ResolvedImport): readonly Binding[];
  /** The name under which `publicFile` gives away what `file` defines as `name`, or null. */
  exportedAs(publicFile: string, file: string, name: string): string | null;
  /** What a file has to do with data: a source, or a schema. */
  data(file: string): DataFacts;
  /** What a file does to the objects of a database as a migration; nothing where it is none. */
  migration(file: string): MigrationFacts;
  /**
   * The file in which a domain already offers what is in a table of its own: a public entry, or else
   * a repository; null where none is known. See `createOfferings`.
   */
  offering(domain: string, table: string): string | null;
}

export interface ProjectView extends FactView {
  /** Every source file that was read, sorted. */
  readonly files: readonly string[];
  /** The files that declare entities and are no sources, sorted: those of Prisma's schemas. */
  readonly schemas: readonly string[];
  /** The files of migrations that are no sources, sorted: those in SQL and Python. */
  readonly migrations: readonly string[];
  /** What is known of the databases: worked out when it is asked for. */
  readonly databases: DatabaseFacts;
  view(file: string): FileView;
}

interface Context {
  readonly map: DomainMap;
  readonly options: RuleOptions;
}
export interface FileContext extends Context, FileView {
  readonly facts: FactView;
}
export interface ProjectContext extends Context {
  readonly project: ProjectView;
}

export interface LedgerContext extends Context {
  readonly ledger: Ledger;
}

/** What a rule says of a fact. `evaluate` makes it a finding. */
export interface Judgement<MessageId extends string = string> {
  readonly messageId: MessageId;
  readonly file: string;
  readonly span: Span;
  readonly from: string | null;
  readonly to: string | null;
  /** Fills the placeholders `{{name}}` of message and help. */
  readonly data: FindingData;
  /** The line of the map that decided. */
  readonly because: Ownership | null;
  /** What makes this finding the same one tomorrow, beside rule, file, from and to. */
  readonly identity: readonly string[];
  readonly tier: Tier;
  readonly fix?: TextEdit;
}

/** `help` is left out where there is nothing certain to say. */
export interface MessageTemplate {
  readonly text: string;
  readonly help?: string;
}

interface RuleMeta<MessageId extends string> {
  /** One sentence for tables and editors. */
  readonly description: string;
  /** Its level when neither the map nor the command line names one. */
  readonly level: Severity | "off";
  /** In the preset `recommended`; `strict` has all. */
  readonly recommended: boolean;
  /** Its level in `strict`; an error if left out. */
  readonly strict?: Severity;
  /** The options, each with its allowed values, the default first, and its meaning. */
  readonly options?: Readonly<
    Record<string, { readonly values: readonly string[]; readonly description: string }>
  >;
  readonly messages: Readonly<Record<MessageId, MessageTemplate>>;
}

/** A rule that judges one file at a time, in the editor and in the whole run alike. */
export interface FileRule<MessageId extends string = string> extends RuleMeta<MessageId> {
  readonly scope: "file";
  /** Whether the whole run lets it judge `ProjectView.schemas` too, which ESLint can't read. */
  readonly schemas?: boolean;
  /** Whether it also judges `ProjectView.migrations`. */
  readonly migrations?: boolean;
  judge(context: FileContext): Iterable<Judgement<MessageId>>;
}

/** A rule that needs the whole project. */
export interface ProjectRule<MessageId extends string = string> extends RuleMeta<MessageId> {
  readonly scope: "project";
  judge(context: ProjectContext): Iterable<Judgement<MessageId>>;
}

/** A rule over the books: what is permitted, and what is known, when all else has been judged. */
export interface LedgerRule<MessageId extends string = string> extends RuleMeta<MessageId> {
  readonly scope: "ledger";
  judge(context: LedgerContext): Iterable<Judgement<MessageId>>;
}

export type Rule = FileRule | ProjectRule | LedgerRule;

/** Rule ID to rule. The ID is the name of the rule's folder and stands nowhere else. */
export type RuleRegistry = Readonly<Record<string, Rule>>;

export function defineFileRule<MessageId extends string>(
  rule: Omit<FileRule<MessageId>, "scope">,
): FileRule<MessageId> {
  return { ...rule, scope: "file" };
}

export function defineProjectRule<MessageId extends string>(
  rule: Omit<ProjectRule<MessageId>, "scope">,
): ProjectRule<MessageId> {
  return { ...rule, scope: "project" };
}

export function defineLedgerRule<MessageId extends string>(
  rule: Omit<LedgerRule<MessageId>, "scope">,
): LedgerRule<MessageId> {
  return { ...rule, scope: "ledger" };
}
