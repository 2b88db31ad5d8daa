/** The domain map in which neither of the two may import the other. */
export function domainMap({ users, pool }) {
  const domain = (folder) => ({ files: [`${escape(folder)}/**`], mayUse: [] });
  return { domains: { users: domain(users), pool: domain(pool) } };
}

const escape = (folder) => folder.replaceAll(/[*?{}\\]/gu, "\\$&");
