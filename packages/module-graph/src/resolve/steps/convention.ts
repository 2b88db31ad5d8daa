import { shown, type Step } from "./step.js";

/** What Nuxt, SvelteKit and their kin set up in a tsconfig that they generate, and that git ignores. */
const conventions: readonly { readonly prefix: string; readonly folders: readonly string[] }[] = [
  { prefix: "~~/", folders: [""] },
  { prefix: "@@/", folders: [""] },
  { prefix: "~/", folders: ["", "app/", "src/"] },
  { prefix: "@/", folders: ["src/", "", "app/"] },
  { prefix: "$lib/", folders: ["src/lib/"] },
];

/** Aliases that everybody writes, where no configuration says what they mean; only if a file is there. */
export const conventionStep: Step = ({ specifier, folder }, world, note) => {
  const convention = conventions.find(({ prefix }) => specifier.startsWith(prefix));
  if (!convention) return null;
  const rest = specifier.slice(convention.prefix.length);
  for (const { folder: base } of world.packages.around(folder)) {
    for (const inner of convention.folders) {
      const file = world.findModule(`${base}/${inner}${rest}`);
      if (!file) continue;
      note?.(`the usual meaning of ${convention.prefix}`, shown(world.disk, file));
      return [file];
    }
  }
  note?.(`the usual meaning of ${convention.prefix}`, "nothing there");
  return null;
};
