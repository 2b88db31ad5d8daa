/** Our own format: files read whole, and every access in them. */
export const sampledFiles = {
  fits: ({ sampledFiles }) => Array.isArray(sampledFiles),
  read(source) {
    const files = new Set(source.sampledFiles);
    return {
      accesses: source.accesses.map((access) => ({
        ...access,
        statement: `${access.file}:${access.startLine}`,
        names: [access.table, access.entity].filter(Boolean).map((name) => name.toLowerCase()),
      })),
      judges: ({ file }) => files.has(file),
    };
  },
};
