/** Seconds after which a budget is whole again. */
export const BUDGET_SECONDS = 60;
/** A process takes so many parts of a budget from the store at a time, and spends them by itself. */
export const BUDGET_PARTS = 200;
/** What a process takes at a time at most, in units of the budget. */
export const MAX_PART = 1_000;
/** Budgets whose rest one process remembers. */
export const MAX_REMEMBERED_BUDGETS = 10_000;
/** How long Redis may take to count before a process counts by itself, in milliseconds. */
export const STORE_MILLISECONDS = 500;
