export const configEndings = [".ts", ".mts", ".js", ".mjs", ".json"] as const;
