import { phraseOf } from "./phrase-of.js";

/** A part of a path that is about something: a folder, or the name of the file itself. */
export interface NamePart {
  /** What it is about: `partner`. */
  readonly phrase: string;
  /** The path up to and with it: `apps/web/lib/partners`. */
  readonly path: string;
  readonly isFile: boolean;
}

/** Folders whose children are what a product is made of. Their own names say nothing. */
const containers = new Set([
  ...["apps", "bounded-contexts", "contexts", "domain", "domains", "features", "libs", "modules"],
  ...["packages", "plugins", "services", "subdomains"],
]);

/** The parts of a path that say what it is about, from the outside in. */
export function nameParts(file: string): readonly NamePart[] {
  const names = file.split("/");
  return names.flatMap((name, index) => {
    const isFile = index === names.length - 1;
    const phrase = isFile ? phraseOf(stemOf(name)) : phraseOfFolder(name, names[index - 1] ?? "");
    return phrase === null ? [] : [{ phrase, path: names.slice(0, index + 1).join("/"), isFile }];
  });
}

/** Whether a folder is one of those whose children are candidates by their place alone. */
export function isContainer(folder: string): boolean {
  return containers.has(folder.slice(folder.lastIndexOf("/") + 1));
}

/** `[slug]` is a parameter, `app.example.com` a host. */
function phraseOfFolder(name: string, parent: string): string | null {
  if (/^[[.@_]|[.*]/u.test(name) || (containers.has(name) && !isHostName(name, parent)))
    return null;
  return phraseOf(name);
}

/** Products that sell domains have folders of that name too, but not at the top of their sources. */
function isHostName(name: string, parent: string): boolean {
  return /^domains?$/u.test(name) && !/^(?:|src|app|server|backend|core|main)$/u.test(parent);
}

function stemOf(name: string): string {
  return /^(?:index|main|page|route|layout)\./u.test(name) || /^[[_.+]/u.test(name)
    ? ""
    : name.replace(/\.[^.]+$/u, "");
}
