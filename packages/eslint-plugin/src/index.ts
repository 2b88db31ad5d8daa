import { plugin } from "./plugin.js";

export { defineConfig } from "@domain-isolation/config/define-config";
export type { Presets } from "./presets.js";
export default plugin;
// What `require` gives, in an `eslint.config.cjs`.
export { plugin as "module.exports" };
