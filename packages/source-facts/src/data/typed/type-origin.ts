import type { TypeOrigin } from "../modules.js";

/** Who declares a type, and what they call it. */
export interface DeclaredType {
  readonly name: string;
  readonly declaredIn: TypeOrigin;
}

/** The file with a declaration. The names of one that is no module are there without an import. */
export interface DeclaringFile {
  readonly path: string;
  readonly isModule: boolean;
}

/**
 * Takes apart what the compiler calls a type in full: `"/app/src/user".User`,
 * `"node:sqlite".DatabaseSync`, `global.D1Database`; without a module where it is not exported itself:
 * `Knex.Transaction`. Null for what is declared outside of the root, and by no package.
 */
export function declaredType(
  fullName: string,
  { path, isModule }: DeclaringFile,
  root: string,
): DeclaredType | null {
  const origin = originOf(path, root);
  const [, module = null, inside = "*"] = /^"(.*)"(?:\.(.*))?$/su.exec(fullName) ?? [];
  if (module !== null) {
    const declaredIn = isPath(module) ? origin : { external: module };
    return declaredIn && { name: inside, declaredIn };
  }
  const isEverybodys = !isModule || fullName.startsWith("global.");
  const isForeign = origin !== null && "external" in origin;
  const declaredIn = isForeign && isEverybodys ? { external: "" } : origin;
  return declaredIn && { name: fullName.replace(/^global\./u, ""), declaredIn };
}

function originOf(path: string, root: string): TypeOrigin | null {
  const external = packagePath(path);
  if (external !== null) return { external };
  return path.startsWith(`${root}/`) ? { file: path.slice(root.length + 1) } : null;
}

function isPath(module: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/u.test(module);
}

const endings = /(?:\/index)?(?:\.d)?\.[cm]?[jt]sx?$/u;

/** `typeorm/repository/Repository` of `…/node_modules/typeorm/repository/Repository.d.ts` */
function packagePath(path: string): string | null {
  const marker = "/node_modules/";
  const at = path.lastIndexOf(marker);
  if (at < 0) return null;
  const inside = path.slice(at + marker.length).replace(endings, "");
  return inside.replace(/^@types\/(?:([^/]+)__)?/u, (_, scope?: string) =>
    scope === undefined ? "" : `@${scope}/`,
  );
}
