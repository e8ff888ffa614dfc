/** Figures of a model over examples it was not trained on. */
export interface ClassFigures {
  name: string;
  support: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Precision, recall and F1 of exclusive classes; targets and answers are numbers of classes. */
export function classFigures(
  classes: readonly string[],
  meant: readonly number[],
  said: readonly number[],
): ClassFigures[] {
  return classes.map((name, column) => {
    let right = 0;
    let claimed = 0;
    let support = 0;
    meant.forEach((target, at) => {
      if (target === column) support += 1;
      if (said[at] === column) claimed += 1;
      if (target === column && said[at] === column) right += 1;
    });
    const precision = claimed === 0 ? 0 : right / claimed;
    const recall = support === 0 ? 0 : right / support;
    return { name, support, precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
  });
}

/** Area under precision over recall, by the rank of the scores. */
export function averagePrecision(scores: readonly number[], isRight: readonly boolean[]): number {
  const order = scores
    .map((_, at) => at)
    .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  let right = 0;
  let sum = 0;
  order.forEach((at, rank) => {
    if (!isRight[at]) return;
    right += 1;
    sum += right / (rank + 1);
  });
  return right === 0 ? 0 : sum / right;
}

/** Expected calibration error: how far confidence is from being right, over ten bins of equal width. Naeini et al. 2015. */
export function calibrationError(confidences: readonly number[], isRight: readonly boolean[], bins = 10): number {
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, right: 0 }));
  confidences.forEach((confidence, at) => {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))]!; // a confidence is 0 to 1
    bin.confidence += confidence;
    if (isRight[at]) bin.right += 1;
  });
  const gaps = sums.map(({ confidence, right }) => Math.abs(confidence - right));
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, confidences.length);
}
