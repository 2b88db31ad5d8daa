import type { DomainMap, FileView, ProjectView } from "@domain-isolation/model";

/** What a rule asks for while it judges, and how much it gets. */
export interface Watch {
  asked: number;
  given: number;
}

/** The same project, counting the facts that are taken of it. */
export function watchProject(project: ProjectView, watch: Watch): ProjectView {
  return {
    files: project.files,
    schemas: project.schemas,
    migrations: project.migrations,
    origins: (file) => project.origins(file),
    bindings: (fact) => project.bindings(fact),
    exportedAs: (publicFile, file, name) => project.exportedAs(publicFile, file, name),
    offering: (domain, table) => project.offering(domain, table),
    get databases() {
      return watchLists(project.databases, watch);
    },
    view: (file) => watchView(project.view(file), watch),
    data: (file) => watchLists(project.data(file), watch),
    migration: (file) => watchLists(project.migration(file), watch),
  };
}

/** The same map: a role that it gives to no file is asked for in vain. */
export function watchMap(map: DomainMap, watch: Watch): DomainMap {
  return {
    ...map,
    hasRole(file, role) {
      if (role !== "test") watch.asked += 1;
      return map.hasRole(file, role);
    },
    repositories(domain) {
      watch.asked += 1;
      return map.repositories(domain);
    },
  };
}

/** What is unreadable is no fact that a rule waits for: that there is none is what it judges. */
function watchView(view: FileView, watch: Watch): FileView {
  const { file, unreadable, allowances } = view;
  return {
    file,
    unreadable,
    allowances,
    get imports() {
      return taken(view.imports, watch);
    },
    get opaque() {
      return taken(view.opaque, watch);
    },
  };
}

/** Counts each list when it is taken; what is no list passes as it is. */
function watchLists<Facts extends object>(facts: Facts, watch: Watch): Facts {
  return new Proxy(facts, {
    get(target, key, receiver): unknown {
      const value: unknown = Reflect.get(target, key, receiver);
      return Array.isArray(value) ? taken<unknown>(value, watch) : value;
    },
  });
}

function taken<Fact>(list: readonly Fact[], watch: Watch): readonly Fact[] {
  watch.asked += 1;
  watch.given += list.length;
  return list;
}
