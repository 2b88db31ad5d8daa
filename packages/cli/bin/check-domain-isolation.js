#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

// A run visits much code a few thousand times and ends: with V8's usual budget it spends a fifth of
// its CPU on optimising what is nearly over. Before anything else is loaded. Only Node 20 has this
// flag; later ones complain of it on standard error.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=1000000");

const { runProcess } = await import("../dist/run-process.js");
await runProcess();
