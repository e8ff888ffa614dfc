const SHORTEST = 4;
const LATIN = /^[a-z']+$/;
const NO_PLURAL = /(?:ss|us|is)$/;
const DOUBLED = /([bdgklmnprt])\1$/;

/**
 * A word without its English endings, so that "cancelled", "cancels" and "cancelling" are one: cut, not looked up, so a stem need
 * be no word. Words of other alphabets, or with letters of their own, stay as they are: parts of words find those.
 */
export function stemOf(form: string): string {
  if (form.length < SHORTEST || !LATIN.test(form)) return form;
  let stem = form.endsWith("'s") ? form.slice(0, -2) : form;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('s') && !NO_PLURAL.test(stem)) stem = stem.slice(0, -1);
  if (stem.endsWith('ing') && stem.length > 5) stem = stem.slice(0, -3);
  else if (stem.endsWith('ed') && stem.length > 4) stem = stem.slice(0, -2);
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1);
  return stem.length > 3 && DOUBLED.test(stem) ? stem.slice(0, -1) : stem;
}
