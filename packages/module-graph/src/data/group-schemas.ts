import { posix } from "node:path";

/**
 * Which files of Prisma's form one schema: those in and below the folder of the file that names the
 * datasource, unless another one stands nearer.
 * https://www.prisma.io/docs/orm/prisma-schema/overview/location#multi-file-prisma-schema
 */
export function groupSchemas(
  files: readonly string[],
  text: (file: string) => string,
): readonly (readonly string[])[] {
  const roots = files.filter((file) => /^\s*datasource\s/mu.test(text(file)));
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const root = rootOf(file, roots);
    const known = groups.get(root);
    if (known) known.push(file);
    else groups.set(root, [file]);
  }
  return [...groups.values()];
}

/** The nearest file with a datasource, itself first; without one a folder is a schema. */
function rootOf(file: string, roots: readonly string[]): string {
  if (roots.includes(file)) return file;
  const above = roots.filter((root) => {
    const folder = posix.dirname(root);
    return folder === "." || file.startsWith(`${folder}/`);
  });
  const nearest = above.sort((a, b) => posix.dirname(b).length - posix.dirname(a).length)[0];
  return nearest ?? posix.dirname(file);
}
