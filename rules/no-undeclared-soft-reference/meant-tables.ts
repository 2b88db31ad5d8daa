import type { Column, Table } from "@domain-isolation/model";
import { singular, wordsOf } from "./words.js";

/** Words behind which the name of a row stands: `mother_id`, `motherGroupUuid`. */
const keyWords = new Set(["id", "ids", "uuid", "uuids", "guid", "ref", "fk"]);

/** What a column may be about without any table of ours: the other side's, or the table's own. */
const vague = new Set(
  (
    "state target object subject resource entity item record external remote parent root correlation " +
    "trace span request session message event client device app application source reference owner " +
    "actor origin public private node tx transaction batch version"
  ).split(" "),
);

/** Services whose customers, accounts and users are theirs: `stripe_customer_id`. */
const vendors = new Set(
  (
    "stripe paypal paddle braintree adyen github gitlab google microsoft azure aws apple facebook meta " +
    "twitter x slack discord telegram linkedin notion salesforce hubspot intercom zendesk segment " +
    "twilio sendgrid mailgun mailchimp postmark auth0 okta clerk firebase supabase vercel openai " +
    "anthropic shopify quickbooks xero jira linear sentry datadog oauth oidc saml sso ldap external"
  ).split(" "),
);

/**
 * The tables of others that a column seems to mean, the likeliest first: by its name in singular or
 * plural, by the prefix that tables share, by its comment. Nothing where its own domain has a table
 * of that name.
 */
export function meantTables(
  column: Column,
  table: Table,
  own: readonly Table[],
  others: readonly Table[],
): readonly Table[] {
  const told = others.filter(({ name }) => namesTable(column.comment, name));
  if (told.length > 0) return told;
  const words = wordsOf(column.name);
  if (!keyWords.has(words.at(-1) ?? "") || words.length < 2) return [];
  const stem = words.slice(0, -1).map(singular);
  if (isVague(stem) || isPolymorphic(column, table)) return [];
  const candidates = stems(stem);
  for (const candidate of candidates) {
    if (named(own, candidate).length > 0) return [];
    const found = named(others, candidate);
    if (found.length > 0) return found;
  }
  return prefixed(own, stem).length > 0 ? [] : prefixed(others, stem);
}

function isVague(stem: readonly string[]): boolean {
  return stem.length === 1 && vague.has(stem[0] ?? "");
}

/** `target_id` beside `target_type` means rows of several tables. */
function isPolymorphic({ name }: Column, { columns }: Table): boolean {
  const base = wordsOf(name).slice(0, -1).join(" ");
  return columns.some((other) => {
    const words = wordsOf(other.name);
    const last = words.at(-1) ?? "";
    return ["type", "kind", "class"].includes(last) && words.slice(0, -1).join(" ") === base;
  });
}

/** `["inviter", "user"]`, then `["user"]`: what stands before it is a part that it plays. */
function stems(stem: readonly string[]): readonly (readonly string[])[] {
  if (stem.some((word) => vendors.has(word))) return [stem];
  return stem.map((_, index) => stem.slice(index));
}

function named(tables: readonly Table[], stem: readonly string[]): readonly Table[] {
  return tables.filter(({ name }) => wordsOf(name).map(singular).join(" ") === stem.join(" "));
}

/** `mother_id`: tables that are called `mother_…`; the shortest is the likeliest. */
function prefixed(tables: readonly Table[], stem: readonly string[]): readonly Table[] {
  if (stem.join("").length < 4 || stem.some((word) => vendors.has(word))) return [];
  return tables
    .filter(({ name }) => {
      const words = wordsOf(name).map(singular);
      return words.length === stem.length + 1 && stem.every((word, index) => words[index] === word);
    })
    .toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
    .slice(0, 3);
}

/** Of tables with one prefix, the accounts are what is meant. */
function rank({ name }: Table): number {
  return /accounts?$|users?$/u.test(name) ? 0 : 1;
}

/** A comment that names the table as a word of its own. */
function namesTable(comment: string | null, name: string): boolean {
  if (comment === null || name.length < 4) return false;
  return comment
    .toLowerCase()
    .split(/[^a-z0-9_]+/u)
    .includes(name.toLowerCase());
}
