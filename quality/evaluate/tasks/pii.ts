import { EMBEDDED_VERSION, personalData } from '#detection';
import { ExpectedStop } from '#platform';
import { patternFinds } from '../baselines/patterns.js';
import { measure, type Miss, type Report, type System, type Table } from '../measure.js';
import { onesFor, type Metric } from '../metrics/metric.js';
import { pairsOf, spanF1 } from '../metrics/spans.js';
import { readPersonal, type PersonalExample } from '../read/formats.js';
import { shown } from '../tables.js';
import { MARKED_AS, STRUCTURED, type Find } from './personal-kinds.js';
import { readAll, type Request } from './request.js';

/** How much personal data is found: that with a form of its own, and names of people. */
export function measurePersonalData(request: Request): Promise<Report> {
  if (request.engine.name !== 'embedded') throw new ExpectedStop('Only the embedded engine finds personal data.');
  return measure<PersonalExample, Find[]>(
    {
      ...request.names('pii'),
      examples: readAll(request, readPersonal),
      groups: null,
      textOf: ({ text }) => text,
      engine: system('embedded', EMBEDDED_VERSION, personalData),
      baselines: [system('four patterns', '1', patternFinds)],
      metrics: (of, answers) => ({
        structuredF1: f1Of(of, answers, STRUCTURED),
        personF1: f1Of(of, answers, ['PERSON']),
      }),
      tables: (of, answers) => [typeTable(of, answers)],
      misses: (of, answers) => of.flatMap((example, at) => missesOf(example, answers[at]!)), // one an example
    },
    request.write,
  );
}

function system(name: string, version: string, find: (text: string) => Find[]): System<PersonalExample, Find[]> {
  return {
    name,
    version,
    answerAll: async (examples, tell) =>
      examples.map(({ text }, at) => {
        tell(at);
        return find(text);
      }),
    timed: ({ text }) => find(text),
  };
}

const agree = (marked: { type: string }, { kind }: Find): boolean => MARKED_AS[kind].includes(marked.type);

/** F1 over spans of some types; a find is of them when it may stand for one of them. */
function f1Of(examples: readonly PersonalExample[], answers: readonly Find[][], types: readonly string[]): Metric {
  return spanF1(
    examples.map(({ spans }, at) => {
      const marked = spans.filter(({ type }) => types.includes(type));
      const told = answers[at]!.filter(({ kind }) => MARKED_AS[kind].some((type) => types.includes(type))); // one an example
      return { pairs: pairsOf(marked, told, agree).length, marked: marked.length, told: told.length };
    }),
  );
}

/** Every marked type: how many there are, and how many were found under a fitting name, or touched under any. */
function typeTable(examples: readonly PersonalExample[], answers: readonly Find[][]): Table {
  const types = [...new Set(examples.flatMap(({ spans }) => spans.map(({ type }) => type)))].sort();
  const rows = types.map((type) => {
    let marked = 0;
    let found = 0;
    let hidden = 0;
    examples.forEach(({ spans }, at) => {
      const own = spans.filter((span) => span.type === type);
      marked += own.length;
      found += pairsOf(own, answers[at]!, agree).length;
      hidden += pairsOf(own, answers[at]!, () => true).length;
    });
    return [type, String(marked), shown(found / marked), shown(hidden / marked)];
  });
  const f1 = f1Of(examples, answers, types)(onesFor(examples.length));
  return {
    title: `by type; F1 over all types ${shown(f1)}`,
    head: ['type', 'marked', 'found', 'found under any name'],
    rows,
  };
}

function missesOf({ text, spans }: PersonalExample, found: readonly Find[]): Miss[] {
  const marked = spans.filter(({ type }) => STRUCTURED.includes(type) || type === 'PERSON');
  const pairs = pairsOf(marked, found, agree);
  const around = ({ start, end }: { start: number; end: number }) =>
    `${text.slice(Math.max(0, start - 20), start)}>>${text.slice(start, end)}<<${text.slice(end, end + 20)}`;
  return [
    ...marked
      .filter((span) => !pairs.some((pair) => pair.marked === span))
      .map((span) => ({ meant: span.type, told: 'nothing', text: around(span), weight: 1 })),
    ...found
      .filter((find) => !pairs.some((pair) => pair.told === find))
      .map((find) => ({ meant: 'nothing', told: find.kind, text: around(find), weight: 2 })),
  ];
}
