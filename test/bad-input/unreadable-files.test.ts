import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { headings, runCommand } from "./run-command.js";
import {
  crossing,
  initGit,
  temporaryRepository,
  usersAndPool,
  type Entries,
} from "./temporary-repository.js";

const crosses = 'import { takeSeat } from "../pool/seats.js";\n';
const utf16 = Buffer.from(`\uFEFF${crosses}`, "utf16le");
const minified = (count: number) =>
  `${crosses}var a=[${"function(e,t){return e(t)},".repeat(count)}];\n`;

interface Case {
  readonly name: string;
  readonly entries: Entries;
  /** `place reason`; null where the file is read to its end. */
  readonly says: string | null;
  /** Whether the crossing in the first line of the file is found all the same. */
  readonly isRead: boolean;
}

const file = "src/users/odd.ts";
const cases: readonly Case[] = [
  {
    name: "does not parse",
    entries: { [file]: `${crosses}const b = ;\n` },
    says: "2:11 it does not parse: unexpected token",
    isRead: true,
  },
  {
    name: "ends in the middle of a function",
    entries: { [file]: `${crosses}function f() {\n` },
    says: "3:1 it does not parse: expected `}` but found `EOF`",
    isRead: true,
  },
  {
    name: "is latin-1",
    entries: { [file]: Buffer.from(`${crosses}// caf\u00e9\n`, "latin1") },
    says: "1:1 it is not UTF-8",
    isRead: false,
  },
  {
    name: "is UTF-16",
    entries: { [file]: utf16 },
    says: "1:1 it is UTF-16, not UTF-8",
    isRead: false,
  },
  {
    name: "is UTF-16 without a mark",
    entries: { [file]: utf16.subarray(2) },
    says: "1:1 it is binary: it holds zero bytes",
    isRead: false,
  },
  {
    name: "holds NUL bytes",
    entries: { [file]: `${crosses}\0\0\n` },
    says: "1:1 it is binary: it holds zero bytes",
    isRead: false,
  },
  {
    name: "is a broken symlink",
    entries: { [file]: { link: "nowhere.ts" } },
    says: "1:1 it is not there, or a symbolic link that leads nowhere",
    isRead: false,
  },
  {
    name: "is a symlink to itself",
    entries: { [file]: { link: "odd.ts" } },
    says: "1:1 it is a symbolic link that leads back to itself",
    isRead: false,
  },
  {
    name: "is 5 MB of minified code",
    entries: { [file]: minified(185_000) },
    says: null,
    isRead: true,
  },
  {
    name: "is larger than what is read",
    entries: { [file]: minified(205_000) },
    says: "1:1 it is 5.3 MB; files over 5 MB are not read",
    isRead: false,
  },
  { name: "is empty", entries: { [file]: "" }, says: null, isRead: false },
  { name: "is nothing but a mark", entries: { [file]: "\uFEFF" }, says: null, isRead: false },
];

const both = ["with git", "without git"];

describe.each(cases)("a file that $name", ({ entries, says, isRead }) => {
  // Git lists a link in its own way; to all others it makes no difference.
  const kinds = Object.values(entries).some((entry) => typeof entry === "object" && "link" in entry)
    ? both
    : ["with git"];
  it.each(kinds)("is told with its place, the rest is read, %s", (kind) => {
    const root = temporaryRepository({ ...usersAndPool, ...entries });
    if (kind === "with git") initGit(root);
    const outcome = runCommand(root);
    const [place, ...reason] = says?.split(" ") ?? [];
    expect(headings(outcome)).toEqual([
      ...(isRead ? [`${file}:1:26 no-cross-domain-import`] : []),
      ...(place === undefined ? [] : [`${file}:${place} no-unreadable-file`]),
      crossing,
    ]);
    if (says !== null) expect(outcome.stdout).toContain(`whole: ${reason.join(" ")}\n`);
    expect(outcome).toMatchObject({ code: 1, stderr: "" });
  });
});

describe("a folder", () => {
  it.each(both)("may be named x.ts, %s", (kind) => {
    const inside = crosses.replace("..", "../..");
    const imports = 'import "./x.ts";\n';
    const entries = { "src/users/x.ts/inner.ts": inside, "src/users/y.ts": imports };
    const root = temporaryRepository({ ...usersAndPool, ...entries });
    if (kind === "with git") initGit(root);
    const outcome = runCommand(root);
    expect(headings(outcome)).toEqual([
      crossing,
      "src/users/x.ts/inner.ts:1:26 no-cross-domain-import",
    ]);
    expect(outcome.stdout).toContain("1 × ./x.ts  src/users/y.ts:1:8\n");
  });

  it.each(both)("may link to the one above it, %s", (kind) => {
    const links = { "src/users/loop": { link: ".." }, "src/pool/self": { link: "." } };
    const root = temporaryRepository({ ...usersAndPool, ...links });
    if (kind === "with git") initGit(root);
    expect(headings(runCommand(root))).toEqual([crossing]);
  });
});
