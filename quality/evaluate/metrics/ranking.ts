import type { Metric, Weights } from './metric.js';

/** Examples by falling score; those of one score stand together, for no order among them was told. */
interface Ranking {
  order: Int32Array;
  /** Where each run of equal scores ends, exclusive. */
  ends: number[];
  positive: readonly boolean[];
}

/** What a ranking is worth. @param scores any numbers, the higher the likelier @param positive what was meant */
export function rankingMetrics(scores: readonly number[], positive: readonly boolean[]) {
  const ranking = rank(scores, positive);
  return {
    averagePrecision: (weights: Weights) => averagePrecision(ranking, weights),
    auroc: (weights: Weights) => auroc(ranking, weights),
    precisionAtRecall: (least: number): Metric => {
      return (weights) => precisionAtRecall(ranking, weights, least);
    },
  };
}

function rank(scores: readonly number[], positive: readonly boolean[]): Ranking {
  const order = Int32Array.from(scores.keys()).sort((one, other) => scores[other]! - scores[one]!); // indexes of scores
  const ends: number[] = [];
  order.forEach((index, at) => {
    if (at + 1 === order.length || scores[order[at + 1]!] !== scores[index]) ends.push(at + 1);
  });
  return { order, ends, positive };
}

/** Walks down the distinct scores, with the weights of right and wrong ones so far and of this score alone. */
function walk(
  { order, ends, positive }: Ranking,
  weights: Weights,
  visit: (right: number, wrong: number, newRight: number, newWrong: number) => void,
): void {
  let right = 0;
  let wrong = 0;
  let at = 0;
  for (const end of ends) {
    let newRight = 0;
    let newWrong = 0;
    for (; at < end; at += 1) {
      const index = order[at]!; // below the end of a run
      if (positive[index]) newRight += weights[index]!;
      else newWrong += weights[index]!;
    }
    right += newRight;
    wrong += newWrong;
    visit(right, wrong, newRight, newWrong);
  }
}

function weightOfPositives({ positive }: Ranking, weights: Weights): number {
  return weights.reduce((sum, weight, at) => sum + (positive[at] ? weight : 0), 0);
}

/**
 * The mean precision over the recall it is reached at, AP = Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores, without
 * interpolation (Manning et al. 2008, 8.4; ties as in scikit-learn's average_precision_score). With one score for all it
 * is the share of positives.
 */
function averagePrecision(ranking: Ranking, weights: Weights): number | null {
  const positives = weightOfPositives(ranking, weights);
  if (positives === 0) return null;
  let sum = 0;
  walk(ranking, weights, (right, wrong, newRight) => {
    if (newRight > 0) sum += (newRight / positives) * (right / (right + wrong));
  });
  return sum;
}

/**
 * The chance that a positive stands above a negative, a tie counting half: the area under the ROC curve as the
 * Mann-Whitney statistic (Hanley and McNeil 1982).
 */
function auroc(ranking: Ranking, weights: Weights): number | null {
  let pairs = 0;
  let positives = 0;
  let negatives = 0;
  walk(ranking, weights, (right, wrong, newRight, newWrong) => {
    pairs += newWrong * (right - newRight) + (newWrong * newRight) / 2;
    positives = right;
    negatives = wrong;
  });
  return positives === 0 || negatives === 0 ? null : pairs / (positives * negatives);
}

/** The best precision at any score by which at least this share of the positives is found. */
function precisionAtRecall(ranking: Ranking, weights: Weights, least: number): number | null {
  const positives = weightOfPositives(ranking, weights);
  if (positives === 0) return null;
  let best = 0;
  walk(ranking, weights, (right, wrong) => {
    // Weights are whole numbers, so the small step only undoes the rounding of the product.
    if (right >= least * positives - 1e-9) best = Math.max(best, right / (right + wrong));
  });
  return best;
}
