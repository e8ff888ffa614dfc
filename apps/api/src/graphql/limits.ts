/** UTF-16 code units of a GraphQL document; values belong into variables, which do not count. */
export const MAX_DOCUMENT_CHARACTERS = 100_000;
/** Lexical tokens of a document. */
export const MAX_DOCUMENT_TOKENS = 4_000;
/** Fields below each other, through fragments too. The introspection of GraphiQL needs 15. */
export const MAX_DEPTH = 16;
/** Fields of a document when each fragment is put in where it is named. */
export const MAX_FIELDS = 500;
/** Fields with an alias, counted in the same way. */
export const MAX_ALIASES = 30;
/** Directives, counted in the same way. */
export const MAX_DIRECTIVES = 30;
/** Fragments that a document defines. */
export const MAX_FRAGMENTS = 50;
/** Fragments within each other. */
export const MAX_FRAGMENT_NESTING = 10;
/** Operations that a document defines; one of them runs. */
export const MAX_OPERATIONS = 10;
/** Cost of one operation. */
export const MAX_COST = 100_000;
/** Entries that a list without `first` is taken to have. */
export const ASSUMED_LIST_ENTRIES = 3;
/** Documents whose measured size and compiled form one process keeps. */
export const MAX_KEPT_DOCUMENTS = 500;
/** Runs of a document before it is compiled: compiling pays only for what comes again. */
export const RUNS_BEFORE_COMPILING = 3;
