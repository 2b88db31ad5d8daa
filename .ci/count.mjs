// Prints "N passed, N failed" from vitest's JSON. A step that failed before or beside the tests
// (types, formatting, a file that would not load) counts as one failure.
import { existsSync, readFileSync } from "node:fs";

const [results, status] = process.argv.slice(2);
const report = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : null;
const passed = report?.numPassedTests ?? 0;
const failedTests = report?.numFailedTests ?? 0;
const failed = failedTests === 0 && status !== "0" ? 1 : failedTests;
console.log(`${passed} passed, ${failed} failed`);
