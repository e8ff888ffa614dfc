/** A name as people can read it and the database can keep it, even when the sent one could not be stored as it is. */
export function printable(name: string, length: number): string {
  return name.replaceAll('\0', '\u2400').slice(0, length).toWellFormed();
}
