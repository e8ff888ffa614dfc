/** A flag was committed; announced with the flag's id. */
export const FLAG_RAISED = 'FlagRaised';
