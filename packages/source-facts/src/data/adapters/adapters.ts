import type { Adapter } from "./adapter.js";
import { pg } from "./pg/pg.js";
import { planetscale } from "./planetscale/planetscale.js";
import { prisma } from "./prisma/prisma.js";

/** Every library that is known. */
export const adapters: readonly Adapter[] = [pg, planetscale, prisma];
