/** What isn't the database's own, nor an extension's. */
const ours = (namespace: string, object: string, catalog: string) => `
  ${namespace}.nspname !~ '^(pg_|information_schema$)' AND NOT EXISTS (
    SELECT FROM pg_depend WHERE deptype IN ('e', 'i') AND classid = '${catalog}'::regclass
      AND objid = ${object} AND refclassid <> 'pg_class'::regclass)`;

const nameOf = (object: string) => `
  (SELECT json_build_object('schema', n.nspname, 'name', o.relname) FROM pg_class o
    JOIN pg_namespace n ON n.oid = o.relnamespace WHERE o.oid = ${object})`;

/** The names of columns by an array of their numbers, in its order. */
const columnsOf = (table: string, numbers: string) => `
  ARRAY(SELECT attname::text FROM unnest(${numbers}) WITH ORDINALITY AS k(number, place)
    JOIN pg_attribute ON attrelid = ${table} AND attnum = k.number ORDER BY place)`;

const list = (value: string, from: string) =>
  `COALESCE((SELECT json_agg(${value}) FROM ${from}), '[]')`;

const action = (code: string) => `
  CASE ${code} WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
    WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END`;

const columns = list(
  `json_build_object(
    'name', attname,
    'type', format_type(atttypid, atttypmod),
    'nullable', NOT attnotnull,
    'default', CASE WHEN attgenerated = '' THEN pg_get_expr(adbin, adrelid) END,
    'identity', CASE attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
    'generated', CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
    'comment', col_description(attrelid, attnum)
  ) ORDER BY attnum`,
  `pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
   WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped`,
);

const keys = (type: string) =>
  list(
    `json_build_object('name', conname, 'columns', ${columnsOf("conrelid", "conkey")})`,
    `pg_constraint WHERE conrelid = c.oid AND contype = '${type}'`,
  );

const foreignKeys = list(
  `json_build_object(
    'name', conname,
    'columns', ${columnsOf("conrelid", "conkey")},
    'references', ${nameOf("confrelid")}::jsonb
      || jsonb_build_object('columns', ${columnsOf("confrelid", "confkey")}),
    'onDelete', ${action("confdeltype")},
    'onUpdate', ${action("confupdtype")}
  )`,
  // A key to a partitioned table has others behind it, to each of its partitions.
  `pg_constraint k WHERE conrelid = c.oid AND contype = 'f' AND NOT EXISTS (
    SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)`,
);

const checks = list(
  `json_build_object(
    'name', conname,
    'kind', CASE contype WHEN 'c' THEN 'check' ELSE 'exclude' END,
    'expression', COALESCE(pg_get_expr(conbin, conrelid),
      regexp_replace(pg_get_constraintdef(oid), '^EXCLUDE ', ''))
  )`,
  `pg_constraint WHERE conrelid = c.oid AND contype IN ('c', 'x')`,
);

const indexParts = list(
  `json_build_object(
    'column', (SELECT attname FROM pg_attribute WHERE attrelid = indrelid AND attnum = k.number),
    'expression', CASE WHEN k.number = 0 THEN pg_get_indexdef(indexrelid, k.place::int, false) END,
    'options', concat_ws(' ',
      (SELECT opcname FROM pg_opclass WHERE oid = indclass[k.place - 1] AND NOT opcdefault),
      (SELECT 'collate "' || collname || '"' FROM pg_collation
        WHERE oid = indcollation[k.place - 1] AND collname <> 'default'),
      CASE indoption[k.place - 1] & 3 WHEN 1 THEN 'desc nulls last' WHEN 2 THEN 'nulls first'
        WHEN 3 THEN 'desc' END)
  ) ORDER BY k.place`,
  `unnest(indkey::int2[]) WITH ORDINALITY AS k(number, place) WHERE k.place <= indnkeyatts`,
);

const indexes = list(
  `json_build_object(
    'name', i.relname,
    'unique', indisunique,
    'parts', ${indexParts},
    'include', ${columnsOf("indrelid", "indkey[indnkeyatts:indnatts - 1]")},
    'method', (SELECT NULLIF(amname, 'btree') FROM pg_am WHERE oid = i.relam),
    'where', pg_get_expr(indpred, indrelid)
  )`,
  `pg_index JOIN pg_class i ON i.oid = indexrelid
   WHERE indrelid = c.oid AND NOT EXISTS (
     SELECT FROM pg_constraint WHERE conindid = indexrelid AND conrelid = indrelid
       AND contype IN ('p', 'u', 'x'))`,
);

const parents = (isPartition: boolean) =>
  list(
    `${nameOf("inhparent")} ORDER BY inhseqno`,
    `pg_inherits WHERE inhrelid = c.oid AND ${isPartition ? "" : "NOT"} c.relispartition`,
  );

const relations = (kinds: string) => `
  pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
  WHERE c.relkind IN (${kinds}) AND c.relpersistence <> 't' AND ${ours("s", "c.oid", "pg_class")}`;

const tables = list(
  `json_build_object(
    'schema', s.nspname,
    'name', c.relname,
    'kind', CASE c.relkind WHEN 'p' THEN 'partitioned' WHEN 'f' THEN 'foreign' ELSE 'table' END,
    'columns', ${columns},
    'primaryKey', ${keys("p")} -> 0,
    'uniques', ${keys("u")},
    'foreignKeys', ${foreignKeys},
    'checks', ${checks},
    'indexes', ${indexes},
    'inherits', ${parents(false)},
    'partitionOf', ${parents(true)} -> 0,
    'comment', obj_description(c.oid, 'pg_class')
  )`,
  relations("'r', 'p', 'f'"),
);

const views = list(
  `json_build_object(
    'schema', s.nspname,
    'name', c.relname,
    'kind', CASE c.relkind WHEN 'm' THEN 'materialized' ELSE 'view' END,
    'definition', pg_get_viewdef(c.oid),
    'reads', ${list(
      nameOf("refobjid"),
      `(SELECT DISTINCT refobjid FROM pg_rewrite r JOIN pg_depend d ON d.objid = r.oid
         AND d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
        JOIN pg_class o ON o.oid = d.refobjid AND o.relkind <> 'S'
        WHERE r.ev_class = c.oid AND d.refobjid <> c.oid) AS d`,
    )},
    'indexes', ${indexes}
  )`,
  relations("'v', 'm'"),
);

const sequences = list(
  `json_build_object(
    'schema', s.nspname,
    'name', c.relname,
    'ownedBy', (
      SELECT ${nameOf("refobjid")}::jsonb || jsonb_build_object('column', attname)
      FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
      WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype IN ('a', 'i')
        AND refclassid = 'pg_class'::regclass)
  )`,
  relations("'S'"),
);

const types = list(
  `json_build_object(
    'schema', s.nspname,
    'name', typname,
    'kind', CASE typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range'
      ELSE 'composite' END,
    'values', ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = t.oid
      ORDER BY enumsortorder)
  )`,
  `pg_type t JOIN pg_namespace s ON s.oid = typnamespace
   LEFT JOIN pg_class c ON c.oid = typrelid
   WHERE (typtype IN ('e', 'd', 'r') OR c.relkind = 'c') AND ${ours("s", "t.oid", "pg_type")}`,
);

const routines = list(
  `json_build_object(
    'schema', s.nspname,
    'name', proname,
    'kind', CASE prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
    'arguments', ARRAY(SELECT format_type(argument, NULL)
      FROM unnest(proargtypes) WITH ORDINALITY AS a(argument, place) ORDER BY place),
    'reads', '[]'::json, 'writes', '[]'::json
  )`,
  `pg_proc p JOIN pg_namespace s ON s.oid = pronamespace WHERE ${ours("s", "p.oid", "pg_proc")}`,
);

const triggers = list(
  `json_build_object(
    'name', tgname,
    'table', ${nameOf("tgrelid")},
    'routine', (SELECT json_build_object('schema', n.nspname, 'name', proname) FROM pg_proc
      JOIN pg_namespace n ON n.oid = pronamespace WHERE pg_proc.oid = tgfoid),
    'reads', '[]'::json, 'writes', '[]'::json
  )`,
  `pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace s ON s.oid = c.relnamespace
   WHERE NOT tgisinternal AND c.relpersistence <> 't' AND s.nspname !~ '^pg_'`,
);

/** The catalog of a database as one `Schema`, apart from places. Names without a schema: `public`. */
export const catalogQuery = `
  SELECT json_build_object(
    'dialect', 'postgresql',
    'tables', ${tables},
    'views', ${views},
    'sequences', ${sequences},
    'types', ${types},
    'routines', ${routines},
    'triggers', ${triggers}
  ) AS schema`;
