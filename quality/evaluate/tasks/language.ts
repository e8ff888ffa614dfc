import { scored } from '../engines/engine.js';
import { measure, type Report, type System } from '../measure.js';
import { accuracy, confusion, macroF1, macroRecall } from '../metrics/classes.js';
import { primary, readLanguage, type LanguageExample } from '../read/formats.js';
import { confusionTable } from '../tables.js';
import { readAll, type Request } from './request.js';

const UNKNOWN = 'unknown';

/** Which language a text is in; `unknown` is never right. */
export function measureLanguage(request: Request): Promise<Report> {
  const { engine } = request;
  const told = (of: readonly LanguageExample[], answers: readonly string[]) => ({
    meant: of.map(({ language }) => language),
    told: answers,
  });
  const examples = readAll(request, readLanguage);
  return measure<LanguageExample, string>(
    {
      ...request.names('language'),
      examples,
      groups: null,
      textOf: ({ turn }) => turn.text,
      engine: {
        name: engine.name,
        version: engine.version,
        answerAll: async (of, tell) => {
          const turns = of.map(({ turn }) => turn);
          return (await engine.read(turns, tell)).map((reading) => {
            const label = scored(reading, 'language')?.label;
            return label === undefined ? UNKNOWN : primary(label);
          });
        },
        timed: engine.timed && (({ turn }) => engine.timed?.(turn)),
      },
      baselines: [commonest(examples)],
      metrics: (of, answers) => {
        const pairs = told(of, answers);
        return { accuracy: accuracy(pairs), macroF1: macroF1(pairs), macroRecall: macroRecall(pairs) };
      },
      tables: (of, answers) => [confusionTable(confusion(told(of, answers)))],
      misses: (of, answers) =>
        of.flatMap(({ turn, language }, at) => {
          const answer = answers[at]!; // one an example
          // The longer a text, the less there is to excuse.
          return answer === language
            ? []
            : [{ meant: language, told: answer, text: turn.text, weight: turn.text.length }];
        }),
    },
    request.write,
  );
}

/** Says of every text that it is in the language that most texts of the file are in. */
function commonest(examples: readonly LanguageExample[]): System<LanguageExample, string> {
  const counts = new Map<string, number>();
  for (const { language } of examples) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [most = UNKNOWN] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  return { name: 'commonest language', version: '1', answerAll: async (of) => of.map(() => most) };
}
