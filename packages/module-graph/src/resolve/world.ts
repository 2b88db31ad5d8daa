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
import { createProblems, type Problems } from "./problems.js";
import type { Readings } from "./readings.js";
import { createTsConfigs, type TsConfigs } from "./tsconfig/tsconfigs.js";

/** All that resolution knows of the disk at one time. Read when asked for, and remembered. */
export interface World {
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
  const disk = createDisk(root, readings);
  const problems = createProblems(disk);
  const packages = createPackages(disk, problems);
  const workspaces = createWorkspaces(disk, packages, problems);
  const tsconfigs = createTsConfigs({ disk, packages, workspaces, problems });
  const sourceOfOutput = createSourceOfOutput(disk, packages, tsconfigs);
  const findModule = createFindModule(disk, packages, sourceOfOutput);
  const findTarget = createFindTarget(findModule, sourceOfOutput);
  const findInPackage = createFindInPackage(findTarget);
  return { disk, packages, workspaces, tsconfigs, problems, findModule, findTarget, findInPackage };
}
