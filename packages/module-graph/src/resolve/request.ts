import type { ImportForm } from "@domain-isolation/model";
import type { TsConfig } from "./tsconfig/read-tsconfig.js";

/** One specifier to be resolved. */
export interface Request {
  /** The folder of the importing file, absolute. */
  readonly folder: string;
  /** Without the decorations of bundlers. */
  readonly specifier: string;
  readonly kind: RequestKind;
  /** The configuration of the importing file. */
  readonly tsconfig: TsConfig | null;
}

/**
 * How the form of an import changes what is found: `require` asks packages for other conditions; a
 * `url` is relative without `./`; a `file` is a URL that never means a folder's index; a `glob` means
 * many files.
 */
export type RequestKind = "import" | "require" | "url" | "file" | "glob";

export function requestKind(form: ImportForm): RequestKind {
  switch (form) {
    case "import": // The most frequent first.
      return "import";
    case "require":
    case "require-resolve":
    case "import-equals":
      return "require";
    case "worker":
      return "url";
    case "new-url":
    case "script-src":
      return "file";
    case "import-meta-glob":
      return "glob";
    default:
      return "import";
  }
}

/**
 * `!!raw-loader!./x.txt?raw` → `./x.txt`: what bundlers are told beside the path. A fragment is left,
 * because `#` begins the `imports` of a package and may stand in a name.
 */
export function undecorate(specifier: string): string {
  const loader = specifier.lastIndexOf("!");
  const path = loader < 0 ? specifier : specifier.slice(loader + 1);
  const query = path.indexOf("?");
  return query > 0 ? path.slice(0, query) : path;
}

export function isRelative(specifier: string): boolean {
  if (!specifier.startsWith(".")) return false;
  if (specifier.startsWith("./") || specifier.startsWith("../")) return true;
  return specifier === "." || specifier === "..";
}

/** Whether a specifier means the same from every file of a package. */
export function isName(specifier: string, kind: RequestKind): boolean {
  if (kind !== "import" && kind !== "require") return false;
  return !isRelative(specifier.includes("!") ? undecorate(specifier) : specifier);
}
