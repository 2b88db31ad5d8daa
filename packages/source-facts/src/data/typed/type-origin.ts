import type { TypeOrigin } from "../modules.js";

/** Who declares a type: by the path of the file, and by what the compiler calls it in full. */
export interface DeclaredType {
  readonly name: string;
  readonly declaredIn: TypeOrigin;
}

/**
 * Takes a full name apart: `"/app/src/user".User`, `"node:sqlite".DatabaseSync`, `D1Database`. Null
 * for what is declared outside of the root, and no package's.
 */
export function declaredType(fullName: string, path: string, root: string): DeclaredType | null {
  const [, module = null, inside] = /^"(.*)"(?:\.(.*))?$/su.exec(fullName) ?? [];
  const name = module === null ? fullName : (inside ?? "*");
  const external = packagePath(path);
  if (external === null) {
    return path.startsWith(`${root}/`)
      ? { name, declaredIn: { file: path.slice(root.length + 1) } }
      : null;
  }
  if (module === null) return { name, declaredIn: { external: "" } };
  return { name, declaredIn: { external: isPath(module) ? external : module } };
}

function isPath(module: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/u.test(module);
}

const declarations = /(?:\/index)?\.d\.[cm]?ts$|(?:\/index)?\.[cm]?[jt]sx?$/u;

/** `typeorm/repository/Repository` of `…/node_modules/typeorm/repository/Repository.d.ts` */
function packagePath(path: string): string | null {
  const marker = "/node_modules/";
  const at = path.lastIndexOf(marker);
  if (at < 0) return null;
  const inside = path.slice(at + marker.length).replace(declarations, "");
  return inside.replace(/^@types\/(?:([^/]+)__)?/u, (_, scope?: string) =>
    scope === undefined ? "" : `@${scope}/`,
  );
}
