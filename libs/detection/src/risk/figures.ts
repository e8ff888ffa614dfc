/** Digits with separators inside: 1,900 and 24.9 and 8.30. Linear: each character is looked at once. */
const WRITTEN = /\d+(?:[.,:\u202f\u00a0]\d+)*/g;
const UNITS = wordsByValue('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen');
const TEENS = new Map([['sixteen', 16], ['seventeen', 17], ['eighteen', 18], ['nineteen', 19]]); // prettier-ignore
const TENS = new Map([
  ['twenty', 20], ['thirty', 30], ['forty', 40], ['fifty', 50], ['sixty', 60], ['seventy', 70], ['eighty', 80], ['ninety', 90],
]); // prettier-ignore
const SCALES = new Map([['hundred', 100], ['thousand', 1000], ['million', 1e6]]); // prettier-ignore

function wordsByValue(words: string): Map<string, number> {
  return new Map(words.split(' ').map((word, at) => [word, at + 1]));
}

/** The numbers a text names, in figures or in English words: "£1,900", "24.9%", "sixty eight", "six hundred". */
export function figuresIn(text: string, forms: readonly string[]): Set<number> {
  const figures = new Set<number>();
  for (const [written] of text.matchAll(WRITTEN)) figures.add(valueOf(written));
  let sum: number | null = null;
  for (const form of forms) {
    const small = UNITS.get(form) ?? TEENS.get(form) ?? TENS.get(form);
    const scale = SCALES.get(form);
    if (small !== undefined) {
      // "sixty eight" is one number, "four five" are two.
      if (sum !== null && !(sum % 10 === 0 && small < 10)) figures.add(sum);
      sum = sum !== null && sum % 10 === 0 && small < 10 ? sum + small : small;
    } else if (scale !== undefined && sum !== null) {
      sum *= scale;
    } else if (sum !== null) {
      figures.add(sum);
      sum = null;
    }
  }
  if (sum !== null) figures.add(sum);
  return figures;
}

/** A comma or a space before three digits parts thousands; any other mark stands before a fraction. */
function valueOf(written: string): number {
  const whole = written.replaceAll(/[.,\u202f\u00a0](?=\d{3}(?!\d))/g, '');
  return Number(whole.replace(/[,:\u202f\u00a0]/, '.').replaceAll(/[,:\u202f\u00a0]/g, '')) || 0;
}
