/** The lines of a file, from the first. */
export type Excerpts = (file: string) => readonly string[];

/** Lines as `createLocator` counts them; those of the last file are remembered. */
export function createExcerpts(text: (file: string) => string): Excerpts {
  let known: string | null = null;
  let lines: readonly string[] = [];
  return (file) => {
    if (file !== known) [known, lines] = [file, text(file).split(/\r\n|[\n\r\u2028\u2029]/u)];
    return lines;
  };
}
