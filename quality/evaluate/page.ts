import { basename } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Figure, Report } from './measure.js';
import { LEVEL, RESAMPLES } from './metrics/intervals.js';
import { figureText } from './report.js';
import { shown } from './tables.js';
import { reached, SPEED, targetsOf } from './targets.js';

/** The figure that stands for a task where no target names one. */
const MAIN: Record<string, string> = {
  sentiment: 'macroF1',
  topics: 'accuracyInScope',
  hazard: 'averagePrecision',
  risk: 'averagePrecision',
  pii: 'structuredF1',
  language: 'accuracy',
};

/** A report with how many examples a topic it had. */
export interface Reported {
  report: Report;
  shots: number | undefined;
}

/** `docs/quality.md`, formatted as every page is. @param path where it will lie, for the rules of the format */
export async function pageOf(reports: readonly Reported[], path: string): Promise<string> {
  const versions = [...new Set(reports.map(({ report: { engine } }) => `${engine.name} ${engine.version}`))];
  const page = `# Quality

How good the engines are, as measured by \`npm run evaluate -- --all --data-dir FOLDER --write\`, which writes this page. How it is measured, and the formats of the data,
stand in [quality](../quality/README.md). The data are no part of the repository.

Measured: ${versions.join(', ')}. Values stand with their intervals of ${LEVEL * 100} % (${RESAMPLES.toLocaleString('en')} resamples). A baseline is the best of the simple ones that answered the same lines in the same run.
The engine is measured as it ships: on a file that it was tuned on, the figures are too kind.

## Figures

| task | file | n | metric | value | baseline | must | aim | reached |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${reports.flatMap(rowsOf).join('\n')}

## Speed

Turns a second on one thread, all detectors together, in the run that gave the figures; must: ${SPEED.must.toLocaleString('en')}, aim: ${SPEED.aim.toLocaleString('en')}. A busy machine shows less.

| task | file | turns/s | characters a turn |
| --- | --- | --- | --- |
${reports.map(speedRow).join('\n')}
`;
  return format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
}

function rowsOf({ report, shots }: Reported): string[] {
  const { task, n, engine, baselines } = report;
  const targets = targetsOf(task, basename(report.data), shots);
  const measured = Object.entries(engine.figures).filter(([, { value }]) => value !== null);
  const main = MAIN[task];
  const wanted = measured.some(([name]) => targets.has(name))
    ? measured.filter(([name]) => targets.has(name))
    : measured.filter(([name]) => name === main || name === 'falseFlags');
  return wanted.map(([name, figure]) => {
    const target = targets.get(name);
    // A baseline that claims nothing is never wrong: beside a figure that is to be small it says nothing.
    const best = target?.atMost ? '' : bestOf(name, baselines);
    const bound = target?.atMost ? '≤ ' : '';
    const goals = target
      ? [`${bound}${target.must}`, `${bound}${target.aim}`, reached(target, figure.value)]
      : ['', '', ''];
    return row([task, fileOf(report), n.toLocaleString('en'), name, figureText(figure), best, ...goals]);
  });
}

function bestOf(metric: string, baselines: Report['baselines']): string {
  const [best] = baselines
    .flatMap(({ name, figures }) => {
      const figure: Figure | undefined = figures[metric];
      return figure === undefined || figure.value === null ? [] : [{ name, value: figure.value }];
    })
    .sort((one, other) => other.value - one.value);
  return best === undefined ? '' : `${shown(best.value)} ${best.name}`;
}

function speedRow({ report }: Reported): string {
  const { task, engine, charactersPerTurn } = report;
  return row([
    task,
    fileOf(report),
    Math.round(engine.turnsPerSecond).toLocaleString('en'),
    String(Math.round(charactersPerTurn)),
  ]);
}

function fileOf({ data, conditions }: Report): string {
  return `${basename(data)}${conditions === '' ? '' : `, ${conditions}`}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
