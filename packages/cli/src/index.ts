export { defineConfig, type MapSource } from "@domain-isolation/config/define-config";
