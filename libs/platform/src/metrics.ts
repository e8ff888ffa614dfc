import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What this process counts and measures of itself, for Prometheus. Labels hold words of closed lists only: never an id,
 * an organisation, an address or a text.
 */
export const metrics = new Registry();

interface Named {
  name: string;
  help: string;
  labels?: readonly string[];
}

export function counter({ name, help, labels = [] }: Named): Counter {
  return new Counter({ name, help, labelNames: labels, registers: [metrics] });
}

/** @param buckets upper bounds, in the unit of the name */
export function histogram({ name, help, labels = [], buckets }: Named & { buckets: number[] }): Histogram {
  return new Histogram({ name, help, labelNames: labels, buckets, registers: [metrics] });
}

/** @param collect sets the gauge when it is asked for */
export function gauge({ name, help, labels = [] }: Named, collect: (gauge: Gauge) => Promise<void> | void): Gauge {
  const made: Gauge = new Gauge({ name, help, labelNames: labels, registers: [metrics], collect: () => collect(made) });
  return made;
}
