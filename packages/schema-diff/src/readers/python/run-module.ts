import { execute } from "./execute.js";
import type { Frame, Run } from "./frame.js";
import type { PythonFile } from "./parse-python.js";
import { createScope } from "./scope.js";

/** Runs what stands at the top of a file: its names then have their values. */
export function runModule(file: PythonFile, run: Run): Frame {
  const frame: Frame = { run, file, scope: createScope(null) };
  execute(file.body, frame);
  return frame;
}
