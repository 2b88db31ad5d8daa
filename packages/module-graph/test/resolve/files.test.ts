import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { ImportForm } from "@domain-isolation/model";
import { afterAll, describe, expect, it } from "vitest";
import { createResolver } from "../../src/resolve/create-resolver.js";
import { fixture, temporaryFolder, writeFile } from "./built-copy.js";
import { resolveWithTypeScript } from "./typescript-oracle.js";

const root = fixture("resolution-files");
const resolver = createResolver(root);
const main = "src/main.ts";

type FileRow = readonly [file: string, specifier: string, to: string];

function answers(file: string, specifier: string, form: ImportForm = "import"): readonly string[] {
  return resolver
    .resolve(file, specifier, form)
    .map(({ target, external }) => target ?? (external ? "external" : "unresolved"));
}

describe("paths to files", () => {
  const known: readonly FileRow[] = [
    [main, "./view", "src/view.tsx"],
    [main, "./view.js", "src/view.tsx"],
    [main, "./view.jsx", "src/view.tsx"],
    [main, "./view.tsx", "src/view.tsx"],
    [main, "./plain.js", "src/plain.js"],
    [main, "./module.mjs", "src/module.mts"],
    [main, "./common.cjs", "src/common.cts"],
    [main, "./types", "src/types.d.ts"],
    [main, "./both.js", "src/both.ts"],
    [main, "./both", "src/both.ts"],
    [main, "./odd.js", "src/odd.js.ts"],
    [main, "./dotted.service", "src/dotted.service.ts"],
    [main, "./folder", "src/folder.ts"],
    [main, "./folder/", "src/folder/index.ts"],
    [main, "./only-folder", "src/only-folder/index.tsx"],
    ["src/(admin)/page.tsx", "..", "unresolved"],
    [main, "./data.json", "src/data.json"],
    [main, "./(admin)/page", "src/(admin)/page.tsx"],
    [main, "./users/[id]/page", "src/users/[id]/page.tsx"],
    ["src/users/[id]/page.tsx", "../../view", "src/view.tsx"],
    [main, "./with space/a file", "src/with space/a file.ts"],
    [main, "./用户/兑换码", "src/用户/兑换码.ts"],
    [main, "~/用户/兑换码", "src/用户/兑换码.ts"],
    [main, "./c#/sharp", "src/c#/sharp.ts"],
    [main, "./x.ts", "unresolved"],
    [main, "./x.ts/inner", "src/x.ts/inner.ts"],
    [main, "./View", "unresolved"],
    [main, "./gone", "unresolved"],
    [main, "../../../outside-of-it", "unresolved"],
    // rootDirs: generated code lies beside the sources at run time
    [main, "./client", "generated/src/client.ts"],
    ["generated/src/proto/user.ts", "../view", "src/view.tsx"],
    // moduleSuffixes
    ["mobile/screen.ts", "./button", "mobile/button.ios.ts"],
    ["mobile/screen.ts", "./button.js", "mobile/button.ios.ts"],
    ["mobile/screen.ts", "./label", "mobile/label.ts"],
    [main, "./missing.svg", "unresolved"],
    [main, "./proxied", "src/plain.js"],
  ];
  /** The compiler knows no assets and no bundlers. */
  const beyond: readonly FileRow[] = [
    ["src/folder/index.ts", ".", "src/folder/index.ts"], // with rootDirs, TypeScript forgets that a dot is a folder
    [main, "./style.css", "src/style.css"], // an asset
    [main, "./logo.svg?raw", "src/logo.svg"], // an asset
    [main, "!!raw-loader!./logo.svg", "src/logo.svg"], // an asset
    [main, "./Card.vue", "src/Card.vue"], // a component
    [main, "./Card", "src/Card.vue"], // a component
    [main, "/src/view", "src/view.tsx"], // from the root of the package
    [main, "/robot.png", "public/robot.png"], // from the root of the package
  ];

  it.each([...known, ...beyond])("%s imports %s → %s", (file, specifier, to) => {
    expect(answers(file, specifier)).toEqual([to]);
  });

  it.each(known)(
    "as TypeScript has it, %s imports %s → %s",
    (...[file, specifier, to]: FileRow) => {
      expect(resolveWithTypeScript(root, file, specifier) ?? "unresolved").toBe(to);
    },
  );
});

describe("forms that are not imports", () => {
  const rows: readonly (readonly [form: ImportForm, specifier: string, to: readonly string[]])[] = [
    ["new-url", "logo.svg", ["src/logo.svg"]],
    ["new-url", "./view.js", ["src/view.tsx"]],
    ["new-url", "./only-folder", []],
    ["worker", "view.tsx", ["src/view.tsx"]],
    ["script-src", "view.tsx", ["src/view.tsx"]],
    ["triple-slash", "./types.d.ts", ["src/types.d.ts"]],
    ["triple-slash", "vue", ["external"]],
    ["import-meta-glob", "./f*/*.ts", ["src/folder/index.ts"]],
    ["import-meta-glob", "./*.{mts,cts} !./c*", ["src/module.mts"]],
    ["import-meta-glob", "~/only-*/*.tsx", ["src/only-folder/index.tsx"]],
    ["import-meta-glob", "/mobile/*.ios.ts", ["mobile/button.ios.ts"]],
    ["import-meta-glob", "./none/*.ts", []],
  ];
  it.each(rows)("%s %s → %j", (form, specifier, to) => {
    expect(answers(main, specifier, form)).toEqual(to);
  });
});

describe("what is on disk", () => {
  const folder = temporaryFolder();
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const lead = (file: string, specifier: string, under = createResolver(folder)): string | null =>
    under.resolve(file, specifier, "import")[0]?.target ?? null;

  it("follows links to where they lead, and survives those that lead in circles", () => {
    writeFile(join(folder, "links/real/a.ts"), "");
    symlinkSync(join(folder, "links/real"), join(folder, "links/other"));
    symlinkSync(join(folder, "links"), join(folder, "links/loop"));
    symlinkSync("self.ts", join(folder, "links/self.ts"));
    expect(lead("links/main.ts", "./other/a")).toBe("links/real/a.ts");
    expect(lead("links/main.ts", "./loop/loop/loop/other/a")).toBe("links/real/a.ts");
    expect(lead("links/main.ts", "./self")).toBeNull();
  });

  it("calls what a link leads to outside the root another's", () => {
    const outside = temporaryFolder();
    writeFile(join(outside, "a.ts"), "");
    mkdirSync(join(folder, "out"));
    symlinkSync(join(outside, "a.ts"), join(folder, "out/a.ts"));
    const resolutions = createResolver(folder).resolve("out/main.ts", "./a", "import");
    rmSync(outside, { recursive: true });
    expect(resolutions).toEqual([{ target: null, external: true, unresolved: false }]);
  });

  it("resolves beside a package.json that is broken, and says so", () => {
    writeFile(join(folder, "broken/package.json"), '{ "dependencies": { "react": "*" } "oops"');
    writeFile(join(folder, "broken/a.ts"), "");
    const resolver = createResolver(folder);
    expect(lead("broken/main.ts", "./a", resolver)).toBe("broken/a.ts");
    expect(resolver.resolve("broken/main.ts", "react", "import")[0]?.external).toBe(true);
    expect(resolver.problems()).toMatchObject([
      { kind: "opaque", form: "package.json", file: "broken/package.json", span: { start: 35 } },
    ]);
  });

  it("sees after a refresh what was added, changed and removed", () => {
    const resolver = createResolver(folder);
    const config = join(folder, "fresh/tsconfig.json");
    expect(lead("fresh/main.ts", "./a", resolver)).toBeNull();
    expect(lead("fresh/main.ts", "@/a", resolver)).toBeNull();
    writeFile(join(folder, "fresh/a.ts"), "");
    writeFile(config, '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
    expect(lead("fresh/main.ts", "./a", resolver)).toBeNull();
    resolver.refresh();
    expect(lead("fresh/main.ts", "./a", resolver)).toBe("fresh/a.ts");
    expect(lead("fresh/main.ts", "@/a", resolver)).toBe("fresh/a.ts");
    rmSync(join(folder, "fresh"), { recursive: true });
    resolver.refresh();
    expect(lead("fresh/main.ts", "./a", resolver)).toBeNull();
  });
});
