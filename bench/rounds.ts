export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('A median needs at least one value.');
  return sorted.length % 2 === 1 ? upper : (upper + sorted[middle - 1]!) / 2; // an even length is at least two
}

/** Seconds that `work` takes. */
export async function seconds(work: () => Promise<unknown> | void): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

type Sides<Name extends string> = Record<Name, (round: number) => Promise<number> | number>;

/**
 * Measures every side once a round, in turns, so that a machine that drifts hurts all alike; every second round goes
 * backwards. The first `warmUp` rounds are not counted.
 * @returns the median of each side
 */
export async function alternate<Name extends string>(
  { rounds, warmUp, tell }: { rounds: number; warmUp: number; tell: (progress: string) => void },
  sides: Sides<Name>,
): Promise<Record<Name, number>> {
  const names = Object.keys(sides) as Name[]; // the keys of `Sides<Name>`
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const figures: string[] = [];
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await sides[name](round);
      figures.push(`${name} ${value.toPrecision(4)}`);
      if (round >= warmUp) measured.get(name)!.push(value); // one list per name
    }
    tell(
      `${round < warmUp ? `warm-up ${round + 1} of ${warmUp}` : `round ${round - warmUp + 1} of ${rounds}`}: ${figures.join(', ')}`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name)!)])) as Record<Name, number>; // as above
}
