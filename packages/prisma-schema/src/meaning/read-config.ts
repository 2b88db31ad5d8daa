import type { PrismaGenerator, PrismaSchema, PrismaVariable } from "../prisma-schema.js";
import type { ConfigBlock, Expression } from "../syntax/syntax-tree.js";
import { isDatasource, isGenerator, type Declaration } from "./declaration.js";

type Config = Declaration<ConfigBlock>;

/** What the datasource and the generators say. */
export function readConfig(
  declarations: readonly Declaration[],
): Pick<PrismaSchema, "provider" | "relationMode" | "generators" | "variables"> {
  const [datasource, ...others] = declarations.filter(isDatasource);
  for (const { block, report } of others) {
    report(block.name.span, `another datasource stands before, in ${datasource?.file ?? ""}`);
  }
  const generators = declarations.filter(isGenerator);
  return {
    provider: datasource ? providerOf(datasource) : null,
    relationMode: datasource ? settingOf(datasource, "relationMode") : null,
    generators: generators.map(readGenerator),
    variables: [...(datasource ? [datasource] : []), ...generators].flatMap(readVariables),
  };
}

/** `postgres` is another word for `postgresql`. */
function providerOf(datasource: Config): string | null {
  const provider = settingOf(datasource, "provider");
  return provider === "postgres" ? "postgresql" : provider;
}

function readGenerator(config: Config): PrismaGenerator {
  const { block, file } = config;
  return {
    name: block.name.text,
    provider: settingOf(config, "provider"),
    output: settingOf(config, "output"),
    file,
    span: block.name.span,
  };
}

/** A setting that is a text; null too where it is an `env("…")`. */
function settingOf({ block, report }: Config, name: string): string | null {
  const value = block.settings.find((setting) => setting.name.text === name)?.value;
  if (value?.kind === "text") return value.value;
  if (value && !variableIn(value)) report(value.span, `\`${name}\` is not a text`);
  return null;
}

function readVariables({ block, file }: Config): readonly PrismaVariable[] {
  return block.settings.flatMap(({ value }) => {
    const variable = variableIn(value);
    return variable ? [{ name: variable.value, file, span: variable.span }] : [];
  });
}

/** The text in `env("…")`. */
function variableIn(value: Expression) {
  const argument = value.kind === "call" && value.name === "env" ? value.arguments[0]?.value : null;
  return argument?.kind === "text" ? argument : null;
}
