import type { Result } from './bench.js';

/** One object a line, for programs. */
export function asJson({ measure, value, baseline, ratio, n }: Result): string {
  return JSON.stringify({
    bench: measure.name,
    value: rounded(value),
    unit: measure.unit,
    baseline: rounded(baseline),
    ratio: rounded(ratio),
    n,
  });
}

/** Two lines for people: the figures, and what they compare. */
export function asText(result: Result): string {
  const { measure, value, baseline, ratio, n } = result;
  const figures = [
    measure.name.padEnd(20),
    `${shown(value)} ${measure.unit}`.padEnd(22),
    `baseline ${shown(baseline)}`.padEnd(22),
    `ratio ${ratio.toFixed(2)}`.padEnd(12),
    `n ${n}`.padEnd(7),
    measure.target === undefined
      ? ''
      : `${measure.target.text}: ${measure.target.reached(result) ? 'reached' : 'MISSED'}`,
  ];
  return `${figures.join('').trimEnd()}\n  ${measure.compares}\n`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function shown(value: number): string {
  return rounded(value).toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
