import type { Rule, RuleRegistry } from "@domain-isolation/model";
import { toJsonSchema, type JsonSchema } from "@valibot/to-json-schema";
import { levelSchema, mapSchema, ruleIdSchema, rulesSchema } from "./validation/map-schema.js";

/**
 * The JSON schema (draft 7, which editors know best) of a configuration, with the rules that there
 * are. Only our generator needs it, so it is left out of the package, and its library with it.
 */
export function configJsonSchema(rules: RuleRegistry): JsonSchema {
  const ids = Object.keys(rules).sort();
  return toJsonSchema(mapSchema, {
    target: "draft-07",
    // What only the loader can check: whether a pattern makes sense, a day exists.
    ignoreActions: ["check"],
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      if (valibotSchema === ruleIdSchema) return { type: "string", enum: ids };
      if (valibotSchema !== rulesSchema) return jsonSchema;
      const each = ids.flatMap((id) => {
        const rule = rules[id];
        return rule ? [[id, ruleJsonSchema(rule)] as const] : [];
      });
      const properties = Object.fromEntries([["*", allOthers], ...each]);
      return { type: "object", properties, additionalProperties: false };
    },
  });
}

const level = { enum: [...levelSchema.options] };

const allOthers: JsonSchema = {
  ...level,
  description: "The level of all rules that are not named.",
};

function ruleJsonSchema({ description, options = {} }: Rule): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(options).map(([key, option]): [string, JsonSchema] => [
      key,
      {
        description: option.description,
        enum: [...option.values],
        default: option.values[0] ?? "",
      },
    ]),
  );
  const withOptions: JsonSchema = {
    type: "array",
    items: [level, { type: "object", properties, additionalProperties: false }],
    minItems: 2,
    additionalItems: false,
  };
  return { description, anyOf: [level, withOptions] };
}
