import { compilePattern } from "../domain-map/pattern.js";
import type { DomainMap } from "../domain-map/domain-map.js";
import type { AllowanceFact, Span } from "../facts.js";
import type { SourcePlace } from "../schema.js";

/** A permitted crossing, be it written in the map or as a comment beside the code. */
export interface Exemption {
  readonly rule: string;
  /** As a person wrote it: a file or a pattern of files. */
  readonly where: string;
  /** Null: any domain. */
  readonly to: string | null;
  /** Null where a comment gives none. */
  readonly reason: string | null;
  /** The last day on which it holds, as it is written. */
  readonly until: string | null;
  readonly link: string | null;
  /** How many findings it may permit; null for any number. */
  readonly atMost: number | null;
  /** Whether it may come to permit findings in files that nobody thought of. */
  readonly isPattern: boolean;
  /** Where it stands; null where the map has no file. */
  readonly at: SourcePlace | null;
  covers(file: string, span: Span): boolean;
}

/** An allowance with the file in whose comments it stands. */
export interface PlacedAllowance extends AllowanceFact {
  readonly file: string;
}

export function exemptionsOfMap(map: DomainMap): readonly Exemption[] {
  return map.exemptions.map((source, index) => {
    const pattern = compilePattern(source.file);
    return {
      rule: source.rule,
      where: source.file,
      to: source.to ?? null,
      reason: source.reason,
      until: source.until ?? null,
      link: source.link ?? null,
      atMost: source.atMost ?? null,
      isPattern: pattern.path === null,
      at: map.sourcePlace(["exemptions", index, "rule"]),
      covers: (file) => pattern.matches(file),
    };
  });
}

export function exemptionOfComment(allowance: PlacedAllowance): Exemption {
  const { rule, reason, until, link, span, covers, file } = allowance;
  return {
    rule,
    where: file,
    to: null,
    reason,
    until,
    link,
    atMost: null,
    isPattern: false,
    at: { file, span },
    covers: (other, { start }) => other === file && covers.start <= start && start <= covers.end,
  };
}
