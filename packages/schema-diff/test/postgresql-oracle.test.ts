import { afterAll, beforeAll, expect, it } from "vitest";
import { compared } from "./postgresql/compared.js";
import { openDatabase, type Database } from "./postgresql/database.js";
import { sqlCases } from "./postgresql/sql-cases.js";

/**
 * Histories in `postgresql/cases/`, made in a real PostgreSQL (embedded, or the server that
 * DOMAIN_ISOLATION_TEST_POSTGRES names) and replayed: the catalogs are equal, and what one refuses
 * the other refuses.
 */

let database: Database;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

it.each(sqlCases())("$name", async ({ name, sql }) => {
  const { differences, reasons } = await compared(sql, database);
  expect(differences, reasons.join("\n")).toEqual([]);
  if (!name.includes("refused")) expect(reasons).toEqual([]);
});
