/** Those of some words that are there, with a space between them. */
export function words(...given: readonly (string | null | false)[]): string {
  return given.filter((word) => word !== null && word !== false && word !== "").join(" ");
}
