import { posix } from "node:path";
import type { PackageFacts } from "@domain-isolation/map-proposal";

type Manifest = Readonly<Record<string, unknown>>;

/** The packages of a repository, with the sources at which their programs start. */
export function readPackages(
  files: readonly string[],
  sources: ReadonlySet<string>,
  text: (file: string) => string | null,
): readonly PackageFacts[] {
  return files
    .filter((file) => /(?:^|\/)package\.json$/u.test(file))
    .map((file) => {
      const folder = file === "package.json" ? "" : posix.dirname(file);
      const manifest = parse(text(file));
      const { name } = manifest;
      return {
        folder,
        name: typeof name === "string" ? name : null,
        entrypoints: startsOf(manifest).flatMap((path) => sourceOf(folder, path, sources) ?? []),
      };
    });
}

/** What can't be read says nothing; resolution tells of it. */
function parse(text: string | null): Manifest {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The paths that are started: `bin`, and what scripts give to a runtime. */
function startsOf({ bin, scripts }: Manifest): readonly string[] {
  const commands = stringsOf(scripts).flatMap((script) =>
    [
      ...script.matchAll(
        /\b(?:node|tsx|ts-node|nodemon|bun(?: run)?)\s+(?:--?\S+\s+)*([\w./-]+)/gu,
      ),
    ].map(([, path = ""]) => path),
  );
  return [...(typeof bin === "string" ? [bin] : stringsOf(bin)), ...commands];
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).filter((each): each is string => typeof each === "string");
}

const builtFolder = /^(?:dist|build|lib|out)\//u;

/** The source of `dist/server.js`: it itself, or `src/server.ts`, whichever is there. */
function sourceOf(folder: string, path: string, sources: ReadonlySet<string>): string | null {
  const plain = posix.normalize(path).replace(/\.[cm]?[jt]sx?$/u, "");
  const below = [plain, plain.replace(builtFolder, "src/"), plain.replace(builtFolder, "")];
  const candidates = below.flatMap((stem) =>
    [".ts", ".tsx", ".mts", ".js", ".mjs", "/index.ts"].map((ending) =>
      posix.join(folder, `${stem}${ending}`),
    ),
  );
  return candidates.find((candidate) => sources.has(candidate)) ?? null;
}
