/** Chains on the call of a client, of methods that everything has. */
const chained =
  "select|insert|update|delete|del|first|pluck|count|min|max|sum|avg|from|into|join|increment|decrement|truncate|where";

/**
 * What a file with statements holds: `knex`, a table asked of something that is called like a client,
 * a method that only builders have, or a chain of calls that may be one.
 */
export const candidateWords = [
  String.raw`\b[kK]nex\b`,
  String.raw`\b(?:trx|db|tx|database)\s*(?:<[\w.\[\], ]*>)?\s*\(\s*["'\x60\w{]`,
  String.raw`\.\s*(?:where[A-Z]\w*|(?:and|or)Where\w*|(?:left|inner|right|full|cross)(?:Outer)?Join|batchInsert|withSchema|transacting)\s*[(<]`,
  String.raw`\)\s*[!?]?\.\s*(?:${chained})\s*[(<]`,
  String.raw`\.\s*(?:from|into|raw|where)\s*\(`,
].join("|");
