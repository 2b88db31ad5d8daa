import {
  identifierName,
  type Analysis,
  type Decorator,
  type Place,
} from "@domain-isolation/source-facts";
import { textOf } from "../../readers/source-code/literals.js";
import { optionsOf, type Options } from "../../readers/source-code/options.js";
import { originOf } from "../../readers/source-code/origin.js";
import { designType, designTypes } from "./design-type.js";
import type { UnreadPart } from "./typeorm-reading.js";

/** What a decorator says of a column. */
export interface ColumnOptions {
  /** In TypeORM's words, or the class that TypeScript knows: `varchar`, `String`. */
  readonly type: string | null;
  readonly options: Options | null;
  /** `increment`, `uuid`, `identity`; null where the database makes no values. */
  readonly strategy: string | null;
}

const dated = new Set([
  "CreateDateColumn",
  "UpdateDateColumn",
  "DeleteDateColumn",
  "VersionColumn",
]);

/** `@Column("varchar", { length: 20 })`, `@Column({ type: "varchar" })`, `@PrimaryGeneratedColumn("uuid")`. */
export function columnOptions(
  decorator: Decorator,
  member: Place,
  generated: Decorator | null,
  analysis: Analysis,
): ColumnOptions | UnreadPart {
  const { word, options, unread } = writtenOptions(decorator, analysis);
  if (unread !== null) return { unread };
  if (decorator.name === "PrimaryGeneratedColumn") {
    const strategy = word ? textOf(word, analysis) : "increment";
    return { type: givenType(options?.place("type"), analysis), options, strategy };
  }
  const written = word ?? options?.place("type");
  const isDated = dated.has(decorator.name);
  const isBare = !written && !isDated;
  const type = isBare ? designType(member, analysis) : givenType(written, analysis);
  if (type === null && (written || !isDated)) return { unread: "its type isn't known" };
  return { type, options, strategy: strategyOf(generated, options, analysis) };
}

interface WrittenOptions {
  /** What stands before them: a type, or how values are made. */
  readonly word: Place | undefined;
  readonly options: Options | null;
  readonly unread: string | null;
}

function writtenOptions({ args: [first, second] }: Decorator, analysis: Analysis): WrittenOptions {
  const isFirst = first !== undefined && optionsOf(first, analysis) !== null;
  const written = isFirst ? first : second;
  const options = optionsOf(written, analysis);
  const isLost = written !== undefined && options === null;
  return {
    word: isFirst ? undefined : first,
    options,
    unread: isLost ? "its options are known only when it runs" : (options?.opaque ?? null),
  };
}

function strategyOf(
  generated: Decorator | null,
  options: Options | null,
  analysis: Analysis,
): string | null {
  const [written] = generated?.args ?? [];
  if (generated) return written ? textOf(written, analysis) : "increment";
  return options?.text("generated") ?? (options?.flag("generated") === true ? "increment" : null);
}

/** A word, or a class for which TypeORM has one. */
function givenType(place: Place | undefined, analysis: Analysis): string | null {
  if (!place) return null;
  const name = identifierName(originOf(place, analysis).node);
  return textOf(place, analysis) ?? designTypes.find((each) => each === name) ?? null;
}
