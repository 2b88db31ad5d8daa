#!/usr/bin/env node
import { runProcess } from "../dist/run-process.js";

await runProcess();
