import { createDisk, type Disk } from "./disk.js";
import { createFindModule, type FindModule } from "./find-module.js";
import {
  createFindInPackage,
  createFindTarget,
  type FindInPackage,
  type FindTarget,
} from "./packages/find-in-package.js";
import { createPackages, type Packages } from "./packages/packages.js";
import { createSourceOfOutput } from "./packages/source-of-output.js";
import { createWorkspaces, type Workspaces } from "./packages/workspaces.js";
import type { Memory } from "./memory.js";
import { createProblems, type Problems } from "./problems.js";
import type { Readings } from "./readings.js";
import { createTsConfigs, type TsConfigs } from "./tsconfig/tsconfigs.js";

/** All that resolution knows of the disk. Read when asked for, and remembered. */
export interface World {
  readonly memory: Memory;
  readonly disk: Disk;
  readonly packages: Packages;
  readonly workspaces: Workspaces;
  readonly tsconfigs: TsConfigs;
  readonly problems: Problems;
  readonly findModule: FindModule;
  readonly findTarget: FindTarget;
  readonly findInPackage: FindInPackage;
}

export function createWorld(root: string, readings: Readings): World {
  const { memory } = readings;
  const disk = createDisk(root, readings);
  const problems = createProblems(disk, memory);
  const packages = createPackages(disk, memory, problems);
  const workspaces = createWorkspaces({ disk, memory, packages, problems });
  const tsconfigs = createTsConfigs({ disk, memory, packages, workspaces, problems });
  const sourceOfOutput = createSourceOfOutput({ disk, memory, packages, tsconfigs });
  const findModule = createFindModule({ disk, memory, packages, sourceOfOutput });
  const findTarget = createFindTarget(findModule, sourceOfOutput);
  const findInPackage = createFindInPackage(findTarget);
  const known = { memory, disk, packages, workspaces, tsconfigs, problems };
  return { ...known, findModule, findTarget, findInPackage };
}
