/** New turns of a conversation were measured, judged and counted; announced with the conversation's id. */
export const CONVERSATION_ANALYSED = 'ConversationAnalysed';
