const sourceFile = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/u;

/** Whether a file holds source code, by its ending. Declarations (`.d.ts`) do. */
export function isSourceFile(file: string): boolean {
  return sourceFile.test(file);
}
