/** The domain map in which neither of the two may import the other. */
export function domainMap({ users, pool }) {
  return { domains: { users: domain(users), pool: domain(pool) } };
}

/**
 * The same with something to judge for the rules over data: each owns the tables of one half of the
 * alphabet, and all other code is shared, so that every file is asked for what it does with them.
 */
export function dataMap({ users, pool }) {
  return {
    domains: {
      users: { ...domain(users), tables: tables("a", "m") },
      pool: { ...domain(pool), tables: tables("n", "z") },
    },
    shared: { files: ["**"] },
  };
}

function domain(folder) {
  return { files: [`${escape(folder)}/**`], mayUse: [] };
}

function tables(first, last) {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const own = letters.slice(letters.indexOf(first), letters.indexOf(last) + 1);
  return [...own, ...own.toUpperCase()].map((letter) => `${letter}*`);
}

const escape = (folder) => folder.replaceAll(/[*?{}\\]/gu, "\\$&");
