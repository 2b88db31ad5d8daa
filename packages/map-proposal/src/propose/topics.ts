import { isContainer, nameParts, type NamePart } from "./name-parts.js";

/** Something that folders and files are named after: perhaps a domain, perhaps a part of one. */
export interface Topic {
  /** `partner`; names that begin with it (`partner-profile`) are counted to it. */
  readonly phrase: string;
  /** The files with the name in their path. */
  readonly files: ReadonlySet<string>;
  /** The folders in which the name stands: a topic of several layers has several. */
  readonly places: ReadonlySet<string>;
  /** It stands in a folder such as `modules`, whose children are candidates by their place alone. */
  readonly isContained: boolean;
  /** A table is named after it. */
  readonly hasTable: boolean;
}

/** The topics of a repository, by phrase. */
export type Topics = ReadonlyMap<string, Topic>;

interface Draft {
  files: Set<string>;
  places: Set<string>;
  isContained: boolean;
}

/**
 * Finds what the files are named after. A longer name is counted to a shorter one with which it begins,
 * where that one stands for itself somewhere: `product-variant` to `product`.
 */
export function findTopics(files: readonly string[], tables: ReadonlySet<string>): Topics {
  const drafts = new Map<string, Draft>();
  const partsOf = new Map(files.map((file) => [file, nameParts(file)] as const));
  const phrases = standingAlone(partsOf, tables);
  for (const [file, parts] of partsOf) {
    for (const part of parts) count(drafts, headOf(part.phrase, phrases), file, part);
  }
  const topics = [...drafts].map(([phrase, draft]): [string, Topic] => [
    phrase,
    { phrase, ...draft, hasTable: tables.has(phrase) },
  ]);
  return withoutLayers(new Map(topics));
}

/** The topic to which a phrase is counted: the shortest beginning of it that is one. */
export function headOf(phrase: string, topics: { has(phrase: string): boolean }): string {
  const words = phrase.split("-");
  const heads = words.map((_, index) => words.slice(0, index + 1).join("-"));
  return heads.find((head) => topics.has(head)) ?? phrase;
}

/** A folder, a table, or more than one file bear the name as it is. */
function standingAlone(
  partsOf: ReadonlyMap<string, readonly NamePart[]>,
  tables: ReadonlySet<string>,
): ReadonlySet<string> {
  const folders = new Set(tables);
  const once = new Set<string>();
  for (const parts of partsOf.values()) {
    for (const { phrase, isFile } of parts) {
      if (!isFile || once.has(phrase)) folders.add(phrase);
      once.add(phrase);
    }
  }
  return folders;
}

function count(drafts: Map<string, Draft>, phrase: string, file: string, part: NamePart): void {
  const draft = drafts.get(phrase) ?? { files: new Set(), places: new Set(), isContained: false };
  drafts.set(phrase, draft);
  const place = part.path.slice(0, Math.max(part.path.lastIndexOf("/"), 0));
  draft.files.add(file);
  draft.places.add(place);
  if (!part.isFile && isContainer(place)) draft.isContained = true;
}

/**
 * A folder that holds parts of many other topics is a layer, or an application of its own: it says
 * where code runs and not what it is about.
 */
function withoutLayers(topics: Topics): Topics {
  const byFile = new Map<string, Topic[]>();
  for (const topic of topics.values()) {
    for (const file of topic.files) byFile.set(file, [...(byFile.get(file) ?? []), topic]);
  }
  return new Map([...topics].filter(([, topic]) => !isLayer(topic, byFile)));
}

function isLayer(topic: Topic, byFile: ReadonlyMap<string, readonly Topic[]>): boolean {
  if (topic.hasTable) return false;
  const guests = new Map<Topic, number>();
  let covered = 0;
  for (const file of topic.files) {
    const others = (byFile.get(file) ?? []).filter((other) => other !== topic && other.hasTable);
    if (others.length > 0) covered += 1;
    for (const other of others) guests.set(other, (guests.get(other) ?? 0) + 1);
  }
  const elsewhere = [...guests].filter(([other, inside]) => inside * 2 <= other.files.size);
  return elsewhere.length >= 3 && covered * 3 >= topic.files.size;
}
