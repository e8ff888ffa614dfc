/** Row-level security of a table, and what the application may do with it. What is not granted is refused by the database. */
export function fence(table: string, rights: string): string {
  const owner = table === 'organisation' ? 'id' : 'organisation_id';
  // The subquery is evaluated once per statement, not once per row.
  return `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own_organisation ON ${table} TO answerable_app
      USING (${owner} = (SELECT current_organisation())) WITH CHECK (${owner} = (SELECT current_organisation()));
    GRANT ${rights} ON ${table} TO answerable_app;`;
}

/** What must be read before the organisation is known. */
export function openToSystem(table: string, rights: string): string {
  return `CREATE POLICY before_organisation ON ${table} TO answerable_system USING (true) WITH CHECK (true);
    GRANT ${rights} ON ${table} TO answerable_system;`;
}
