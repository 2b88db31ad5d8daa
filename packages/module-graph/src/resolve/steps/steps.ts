import { conventionStep } from "./convention.js";
import { globStep } from "./glob.js";
import { declaredStep, installedStep } from "./installed.js";
import { packageImportsStep } from "./package-imports.js";
import { builtinStep, schemeStep } from "./platform.js";
import { absoluteStep, relativeStep } from "./relative.js";
import type { Step } from "./step.js";
import { otherTsconfigsStep, tsconfigStep } from "./tsconfig-paths.js";
import { workspaceStep } from "./workspace.js";

/** How a specifier is resolved: the first step that decides ends it. */
export const steps: readonly Step[] = [
  globStep,
  relativeStep,
  absoluteStep,
  tsconfigStep,
  schemeStep,
  packageImportsStep,
  builtinStep,
  workspaceStep,
  declaredStep,
  installedStep,
  otherTsconfigsStep,
  conventionStep,
];
