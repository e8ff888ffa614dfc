import pg from 'pg';

/** One query per kind of object, each giving the text of one definition per row, in a stable order. */
const QUERIES = {
  tables: `
    SELECT format(E'CREATE TABLE %I (\\n%s\\n);', c.relname, string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
             CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
             CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY' WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END),
             E',\\n' ORDER BY a.attnum)) AS definition
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations' GROUP BY c.relname ORDER BY c.relname`,
  constraints: `
    SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s;', r.relname, n.conname, pg_get_constraintdef(n.oid)) AS definition
    FROM pg_constraint n JOIN pg_class r ON r.oid = n.conrelid
    WHERE n.connamespace = 'public'::regnamespace AND n.contype IN ('p', 'u', 'f', 'c', 'x') AND r.relname <> 'migrations' ORDER BY r.relname, n.contype, n.conname`,
  indexes: `
    SELECT pg_get_indexdef(i.indexrelid) || ';' AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint n WHERE n.conindid = i.indexrelid) ORDER BY c.relname`,
  functions: `
    SELECT pg_get_functiondef(p.oid) || ';' AS definition FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY p.proname`,
  policies: `
    SELECT format('CREATE POLICY %I ON %I TO %s USING %s WITH CHECK %s;', policyname, tablename, array_to_string(roles, ', '), qual, with_check) AS definition
    FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname`,
  rights: `
    SELECT format('GRANT %s ON %I TO %s;', string_agg(right_text, ', ' ORDER BY right_text), relname, grantee) AS definition FROM (
      SELECT c.relname, pg_get_userbyid(x.grantee) AS grantee, x.privilege_type AS right_text
      FROM pg_class c, aclexplode(c.relacl) x WHERE c.relnamespace = 'public'::regnamespace AND x.grantee <> c.relowner
      UNION ALL
      SELECT c.relname, pg_get_userbyid(x.grantee), format('%s (%I)', x.privilege_type, a.attname)
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl) x WHERE c.relnamespace = 'public'::regnamespace
    ) granted GROUP BY relname, grantee ORDER BY relname, grantee`,
};

/** The schema as SQL text, read from the catalogues: the same for every server version, so that a drift shows as a diff. */
export async function describeSchema(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const parts = [];
    for (const [kind, sql] of Object.entries(QUERIES)) {
      const { rows } = await client.query<{ definition: string }>(sql);
      parts.push(`-- ${kind}\n\n${rows.map((row) => row.definition).join('\n')}`);
    }
    return `${parts.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}
