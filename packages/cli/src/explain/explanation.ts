import type {
  Baseline,
  DomainMap,
  Finding,
  Judged,
  Level,
  Location,
  MapPath,
  Settled,
  Span,
} from "@domain-isolation/model";
import type { ModuleGraph } from "@domain-isolation/module-graph";
import type { Project } from "@domain-isolation/scanner";
import type { Colors } from "../colors.js";

/** What every explanation rests on. */
export interface Ground {
  readonly map: DomainMap;
  readonly graph: ModuleGraph;
  readonly project: Project;
  /** Of the whole project, known and exempt ones too. */
  readonly found: readonly Finding[];
  readonly judged: readonly Judged[];
  readonly answers: Settled["answers"];
  readonly baseline: Baseline | null;
  /** What `--rule` says, which is stronger than the map. */
  readonly levels: Readonly<Record<string, Level>>;
  readonly colors: Colors;
}

/** What an explanation of one file rests on. */
export interface Subject extends Ground {
  readonly file: string;
  /** Those of this file, known and exempt ones too. */
  readonly findings: readonly Finding[];
  readonly locate: (span: Span) => Location;
}

/** `domains.users.files[0]`, with the line of the map when it is known. */
export function mapPlace({ map }: Pick<Ground, "map">, path: MapPath): string {
  const key = path.map(keyText).join("").replace(/^\./u, "");
  const place = map.place(path);
  return place === null ? key : `${key}, ${place}`;
}

function keyText(part: string | number): string {
  if (typeof part === "number") return `[${String(part)}]`;
  return /^[\w-]+$/u.test(part) ? `.${part}` : `["${part}"]`;
}
