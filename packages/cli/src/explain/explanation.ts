import type { DomainMap, Finding, Location, MapPath, Span } from "@domain-isolation/model";
import type { ModuleGraph } from "@domain-isolation/module-graph";
import type { Project } from "@domain-isolation/scanner";
import type { Colors } from "../colors.js";

/** What an explanation of one file rests on. */
export interface Subject {
  readonly file: string;
  readonly map: DomainMap;
  readonly graph: ModuleGraph;
  readonly project: Project;
  /** Those of this file, exempt ones too. */
  readonly findings: readonly Finding[];
  readonly colors: Colors;
  readonly locate: (span: Span) => Location;
}

/** `domains.users.files[0]`, with the line of the map when it is known. */
export function mapPlace({ map }: Pick<Subject, "map">, path: MapPath): string {
  const key = path.map(keyText).join("").replace(/^\./u, "");
  const place = map.place(path);
  return place === null ? key : `${key}, ${place}`;
}

function keyText(part: string | number): string {
  if (typeof part === "number") return `[${String(part)}]`;
  return /^[\w-]+$/u.test(part) ? `.${part}` : `["${part}"]`;
}
