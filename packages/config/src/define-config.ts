import type { MapSource } from "@domain-isolation/model";

/**
 * The domain map, with types: the domains are what the keys of `domains` say, so an editor marks a
 * name in `mayUse` or in an exemption's `to` that none of them has.
 *
 * ```ts
 * export default defineConfig({ domains: { users: { files: ["src/users/"] } } });
 * ```
 */
export function defineConfig<const Domain extends string>(
  map: MapSource<Domain>,
): MapSource<Domain> {
  return map;
}

export type { MapSource };
