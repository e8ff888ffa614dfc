/** Words that say little about a topic, in English, Swedish and German: they are passed over when words are paired. */
const PLAIN_WORDS = `
i me my you your we our it its a an the to of for in on at is are was be been am do does did can could will would should
have has had this that there if so and or with from about please hi hello hey just some any as by get got want need like
tell know let us help i'm i'd i'll i've don't can't it's what's there's
jag mig min mitt mina du ni er en ett den det de att av för i på är var vara har hade kan vill ska som och eller med från om
ich mich mir mein meine meinen du sie ihr ein eine einen der die das den dem zu von für in auf ist sind war bin habe hat
kann will möchte bitte und oder mit`;

const PLAIN: ReadonlySet<string> = new Set(PLAIN_WORDS.trim().split(/\s+/));

export function isPlain(form: string): boolean {
  return PLAIN.has(form);
}
