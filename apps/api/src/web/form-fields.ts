/** The fields of a form as texts; one that is missing, or sent twice, is empty. */
export function fieldsOf<Name extends string>(form: unknown, ...names: Name[]): Record<Name, string> {
  const given = (typeof form === 'object' && form !== null ? form : {}) as Record<string, unknown>; // each field is checked below
  const entries = names.map((name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return [name, typeof value === 'string' ? value : ''];
  });
  return Object.fromEntries(entries) as Record<Name, string>; // every name has an entry
}
