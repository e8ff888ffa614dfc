import type { Figure, Measured, Miss, Report, Table } from './measure.js';
import { LEVEL } from './metrics/intervals.js';
import { shown } from './tables.js';

/** Characters of a text that are shown of a miss. */
const TEXT_CHARACTERS = 160;

/** The object that `--json` ends with. */
export function asJson({ task, data, n, engine }: Report): string {
  const metrics = Object.fromEntries(
    Object.entries(engine.figures).map(([name, { value }]) => [name, value === null ? null : round(value)]),
  );
  const { name, version, turnsPerSecond } = engine;
  return JSON.stringify({ task, data, n, engine: name, version, metrics, turnsPerSecond: Math.round(turnsPerSecond) });
}

/** The whole report for people. The misses quote the file that was given, which is on this machine. */
export function asText(report: Report): string {
  const { task, data, conditions, n, engine, baselines, tables, misses } = report;
  const title = `${task}: ${data}${conditions === '' ? '' : ` (${conditions})`}, n = ${n.toLocaleString('en')}`;
  return [
    `${title}\n`,
    tableText(figuresTable([engine, ...baselines])),
    ...tables.map(tableText),
    missesText(misses),
  ].join('\n');
}

function figuresTable(systems: readonly Measured[]): Table {
  const names = Object.keys(systems[0]?.figures ?? {});
  return {
    title: `figures, with intervals of ${LEVEL * 100} %`,
    head: ['', ...systems.map(({ name, version }) => `${name} ${version}`)],
    rows: [
      ...names.map((name) => [name, ...systems.map(({ figures }) => figureText(figures[name]))]),
      ['turns/s', ...systems.map(({ turnsPerSecond }) => Math.round(turnsPerSecond).toLocaleString('en'))],
    ],
  };
}

export function figureText(figure: Figure | undefined): string {
  if (figure === undefined || figure.value === null) return '–';
  return `${shown(figure.value)}${intervalText(figure)}`;
}

function intervalText({ interval }: Figure): string {
  return interval === null ? '' : ` (${shown(interval[0])}–${shown(interval[1])})`;
}

function tableText({ title, head, rows }: Table): string {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd();
  return `${title}\n${[head, ...rows].map(line).join('\n')}\n`;
}

function missesText(misses: readonly Miss[]): string {
  if (misses.length === 0) return '';
  const line = ({ meant, told, text }: Miss) => {
    const flat = text.replace(/\s+/g, ' ');
    return `  ${meant} / ${told}: ${flat.length > TEXT_CHARACTERS ? `${flat.slice(0, TEXT_CHARACTERS)}…` : flat}`;
  };
  return `worst misses (meant / told)\n${misses.map(line).join('\n')}\n`;
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
