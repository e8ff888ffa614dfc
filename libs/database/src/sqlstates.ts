/** SQLSTATE of a row that is there already: somebody else was first. */
export const UNIQUE_VIOLATION = '23505';
