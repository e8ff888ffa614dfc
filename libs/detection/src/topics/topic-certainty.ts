/** The best score of a text that was not learned from, and how much of it was known. */
export interface HeldOut {
  score: number;
  known: number;
  /** Its topic was among those learned. */
  inScope: boolean;
}

/** How a score becomes a confidence, and from where on it counts. */
export interface Certainty {
  /** ln(p / (1 - p)) = score * slope + known * knownSlope + offset. */
  slope: number;
  knownSlope: number;
  offset: number;
  /** The least ln(p / (1 - p)) of a tag. */
  least: number;
}

/** Found on public sets of short questions; what is believed until enough of one's own examples say otherwise. */
const BELIEVED: Certainty = { slope: 4, knownSlope: 3, offset: -1, least: 0 };
/** So many texts of one's own count as much as what is believed. */
const WORTH_OF_BELIEF = 20;
/**
 * The share of texts about topics that were never given which must get no tag. Those are harder than what is about
 * nothing known: a topic held back is often a neighbour of one that was given.
 */
const STRANGERS_LEFT_OUTSIDE = 0.62;
const STEPS = 200;
const STEP = 2;

/**
 * Logistic regression of "its topic was learned" on the two numbers, both sides counting alike, drawn towards what is
 * believed when there is little to learn from.
 */
export function learnCertainty(heldOut: readonly HeldOut[]): Certainty {
  const known = heldOut.filter(({ inScope }) => inScope).length;
  const strangers = heldOut.length - known;
  if (known === 0 || strangers === 0) return BELIEVED;
  const belief = WORTH_OF_BELIEF / (WORTH_OF_BELIEF + heldOut.length);
  const certainty = { ...BELIEVED };
  for (let step = 0; step < STEPS; step += 1) {
    const towards = { slope: 0, knownSlope: 0, offset: 0 };
    for (const each of heldOut) {
      const probability = 1 / (1 + Math.exp(-logOdds(certainty, each)));
      const error = each.inScope ? (1 - probability) / (2 * known) : -probability / (2 * strangers);
      towards.slope += error * each.score;
      towards.knownSlope += error * each.known;
      towards.offset += error;
    }
    for (const part of ['slope', 'knownSlope', 'offset'] as const) {
      certainty[part] += STEP * ((1 - belief) * towards[part] + (belief / 10) * (BELIEVED[part] - certainty[part]));
    }
  }
  const odds = heldOut.filter(({ inScope }) => !inScope).map((each) => logOdds(certainty, each));
  odds.sort((one, other) => one - other);
  const own = odds[Math.floor(odds.length * STRANGERS_LEFT_OUTSIDE)] ?? BELIEVED.least;
  const share = odds.length / (odds.length + WORTH_OF_BELIEF);
  certainty.least = share * own + (1 - share) * BELIEVED.least;
  return certainty;
}

export function logOdds(certainty: Certainty, { score, known }: Pick<HeldOut, 'score' | 'known'>): number {
  return certainty.slope * score + certainty.knownSlope * known + certainty.offset;
}

/** What is believed of any examples, for a tagger that has no need to tell strangers. */
export function believedCertainty(): Certainty {
  return BELIEVED;
}
