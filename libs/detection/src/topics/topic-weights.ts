import type { TextVector } from './text-vectors.js';

/** How many times every example is looked at; more changes nothing that counts. */
const PASSES = 6;
/** What an error costs against large weights. A topic's own examples are few among all, so an error there costs more. */
const COST = 1;
const COST_OF_OWN = 10;
const LEAST_CHANGE = 1e-5;

/**
 * One question a topic, "is it about this?": a linear support vector machine with squared hinge loss, learned by descent
 * along one coordinate of the dual at a time (Hsieh et al. 2008). Examples are taken in an order that is mixed always alike.
 */
export class TopicWeights {
  /** Feature by feature, one weight a topic; the last row is added to every text. */
  private readonly weights: Float32Array;
  private readonly scores: Float64Array;

  /**
   * @param topicOf the number of each text's topic, below `topics`
   * @param features how many features there are
   */
  constructor(
    texts: readonly TextVector[],
    topicOf: readonly number[],
    private readonly topics: number,
    private readonly features: number,
  ) {
    this.weights = new Float32Array((features + 1) * topics);
    this.scores = new Float64Array(topics);
    const pulls = new Float32Array(texts.length * topics);
    const order = texts.map((_, at) => at);
    for (let pass = 0; pass < PASSES; pass += 1) {
      mix(order, pass);
      // Numbers of texts, each below texts.length.
      for (const at of order) this.learn(texts[at]!, topicOf[at]!, pulls.subarray(at * topics, (at + 1) * topics));
    }
  }

  /** One score a topic: above 0 means yes. The array is used again by the next call. */
  scoresOf({ features, weights }: TextVector): Float64Array {
    const { scores, topics } = this;
    const table = this.weights;
    const common = this.features * topics;
    for (let topic = 0; topic < topics; topic += 1) scores[topic] = table[common + topic]!; // a row has one weight a topic
    for (let at = 0; at < features.length; at += 1) {
      const weight = weights[at]!; // of one length with features
      const row = features[at]! * topics;
      for (let topic = 0; topic < topics; topic += 1) scores[topic]! += weight * table[row + topic]!; // as above
    }
    return scores;
  }

  private learn(text: TextVector, own: number, pulls: Float32Array): void {
    const scores = this.scoresOf(text);
    const changed: number[] = [];
    const changes: number[] = [];
    for (let topic = 0; topic < this.topics; topic += 1) {
      const side = topic === own ? 1 : -1;
      const ease = 1 / (2 * COST * (topic === own ? COST_OF_OWN : 1));
      const pull = pulls[topic]!; // both arrays have one number a topic
      const slope = side * scores[topic]! - 1 + ease * pull;
      if (pull === 0 && slope >= 0) continue;
      // A vector has length 1, and the common row adds another 1.
      const next = Math.max(0, pull - slope / (2 + ease));
      if (Math.abs(next - pull) <= LEAST_CHANGE) continue;
      pulls[topic] = next;
      changed.push(topic);
      changes.push((next - pull) * side);
    }
    this.add(this.features, 1, changed, changes);
    text.features.forEach((feature, at) => this.add(feature, text.weights[at]!, changed, changes)); // of one length
  }

  private add(feature: number, weight: number, changed: readonly number[], changes: readonly number[]): void {
    const row = feature * this.topics;
    for (let at = 0; at < changed.length; at += 1) this.weights[row + changed[at]!]! += weight * changes[at]!; // one each
  }
}

/** Puts numbers into another order, the same one for the same seed (Fisher and Yates, with a congruential generator). */
function mix(order: number[], seed: number): void {
  let state = seed + 1;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!]; // both below the length
  }
}
