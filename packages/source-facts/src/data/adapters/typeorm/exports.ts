import type { Analysis } from "../../analysis.js";
import type { Place } from "../../values/place.js";
import type { Entity, External, Handle, Parameter, Value } from "../../values/value.js";
import type { CallSite } from "../adapter.js";
import { handleOf } from "../query.js";
import { invokeClient, repositoryOf } from "./client.js";
import { schemaEntity } from "./entity-schema.js";
import { stringTool } from "./string-tool.js";
import { typeorm } from "./typeorm.js";

/** What talks to a database without being about one entity. */
const clients = /^(?:DataSource|Connection|EntityManager|QueryRunner)$|Event$/u;
const repositories = /^(?:Tree|Abstract)?Repository$/u;
const builders = /^(?:Select|Update|Insert|Delete|SoftDelete|Relation)?QueryBuilder$/u;

/** Functions of versions before 0.3 that give the default connection, or ask it. */
const givingClient = new Set(["createConnection", "getConnection", "getManager"]);

export function client(): Handle {
  return handleOf(typeorm, "client");
}

export function constructed(what: External, site: CallSite, analysis: Analysis): Value | null {
  const name = nameOf(what);
  const [first] = site.args;
  if (name === "EntitySchema") return schemaEntity(site, analysis);
  if (name === "Table" || name === "View") return { ...what, call: site };
  if (repositories.test(name)) return first ? repositoryOf(client(), first, analysis) : null;
  return clients.test(name) ? client() : null;
}

export function called(what: External, site: CallSite, analysis: Analysis): Value | null {
  const name = nameOf(what);
  if (givingClient.has(name)) return client();
  const asked = { ...site, method: name };
  return stringTool(what, site, analysis) ?? invokeClient(client(), asked, analysis);
}

export function typed(what: External, [type]: readonly Place[], analysis: Analysis): Value | null {
  const name = nameOf(what);
  if (clients.test(name)) return client();
  if (name === "Relation") return type ? analysis.evaluateType(type) : null;
  const role = repositories.test(name) ? "repository" : builders.test(name) ? "query" : null;
  if (role === null) return null;
  return { ...client(), role, entity: type ? entityOfType(type, analysis) : null };
}

function entityOfType(type: Place, analysis: Analysis): Entity | Parameter | null {
  const value = analysis.evaluateType(type);
  if (value?.is === "entity" || value?.is === "parameter") return value;
  return value?.is === "instance" ? analysis.entityAt(value.class) : null;
}

function nameOf({ path }: External): string {
  return path.at(-1) ?? "";
}
