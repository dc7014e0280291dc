import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadScenarioFile } from '../../src/cli/load-scenario.ts';
import { refusal } from '../../src/cli/refusal.ts';
import { InputError } from '../../src/flow/problems.ts';
import { said } from '../../src/flow/said.ts';
import { htmlReport } from '../../src/report/html/html-report.ts';
import { partnersScreen } from '../../src/report/partners-screen.ts';
import { runScreen } from '../../src/report/run-screen.ts';
import { sourceScreen } from '../../src/report/source-screen.ts';
import { plainStyle } from '../../src/report/text.ts';
import { inLanguage } from '../../src/words/words.ts';
import { type Fixture, fixture } from '../report/fixture.ts';
import { flownMix, sourcingResult } from '../report/sourcing-result.ts';
import { pseudo, shownText, wordsLeft } from './pseudo.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let dome: Fixture;

beforeAll(async () => {
  dome = await fixture('golden-dome', 6);
}, 180_000);

/** Identifiers, keys, and names of partners, makers and documents: as their authors wrote them. */
function namesOf({ architecture, input }: Fixture): string[] {
  const { networks, sensors, interceptors, systems, command, threats, launch, partners, sites } = architecture;
  const plans = [...networks, ...sensors, ...interceptors, ...systems, ...command, ...threats, ...launch.launchers];
  return [
    architecture.name,
    architecture.description ?? '',
    ...Object.keys(sites),
    ...plans.flatMap((plan) => [plan.id, ...('controlPlane' in plan ? [String(plan.controlPlane)] : [])]),
    ...[...(partners?.members ?? []), ...(partners?.parts ?? [])].flatMap(({ id, name }) => [id, name]),
    ...Object.entries(architecture.sources).flatMap(([key, { producer, date, place = '' }]) => [
      key,
      producer,
      date,
      place,
    ]),
    ...architecture.uses.map(({ path }) => path),
    architecture.catalogHash,
    architecture.scenarioHash,
    input.scenarioName ?? '',
  ];
}

const inPseudo = (say: () => string) => inLanguage(pseudo, say);

describe('a third language', () => {
  test('leaves no English on the screen of a run', () => {
    const screen = inPseudo(() => runScreen(dome.rows.result, plainStyle, 100));
    expect(screen.length).toBeGreaterThan(5000);
    expect(wordsLeft(screen, [...namesOf(dome), dome.rows.result.version])).toEqual([]);
  });

  test('leaves no English on the screen of partners', () => {
    const { dependence } = dome.rows.result;
    const { withdrawals } = dome.input;
    const report = { name: dome.architecture.name, dependence: dependence!, withdrawals: withdrawals ?? undefined };
    const screen = inPseudo(() => partnersScreen(report, plainStyle, 110));
    expect(screen.length).toBeGreaterThan(3000);
    expect(wordsLeft(screen, namesOf(dome))).toEqual([]);
  });

  test('leaves no English on the screen of the search for a mix', async () => {
    const result = await sourcingResult();
    const lost = result.unmet[0].case;
    const full = {
      ...result,
      flown: [flownMix('robust', lost, 0.1), flownMix('today', lost, 0), flownMix('cheapest', lost, 0)],
      response: { shareFraction: [0, 1], noLeaker: [0, 0.6], raids: 100, errorFraction: 0.1 },
      asked: { noLeaker: 0.5, byYr: 3, shareFraction: 0.83 },
      notes: [said('search.equal-delivery'), said('search.warm', { share: 0.25 }), said('search.stops')],
    };
    const screen = inPseudo(() => sourceScreen({ name: 'mix', result: full }, plainStyle, 110));
    expect(screen.length).toBeGreaterThan(2000);
    const { makers, vehicles, cases } = result.model;
    const names = [...makers, ...vehicles, ...cases].map(({ name }) => name);
    expect(wordsLeft(screen, [...names, 'mix', 'run', 'field'])).toEqual([]);
  });

  test('leaves no English in the report, its figures included', () => {
    const { scenarioText: _text, uses: _uses, ...input } = dome.input;
    const page = inPseudo(() => htmlReport(input));
    // heads of data are keys
    const text = shownText(page.replace(/<details class="data[\s\S]*?<\/details>/g, ''));
    expect(page).toContain('<html lang="qps">');
    expect(text.length).toBeGreaterThan(5000);
    expect(wordsLeft(text, [...namesOf(dome), dome.rows.result.version])).toEqual([]);
  });

  test('says what is wrong with a scenario', async () => {
    const wrong = `${root}scenarios/no-such.yaml`;
    const error = await loadScenarioFile(wrong).catch((each: unknown) => each as InputError);
    expect(error).toBeInstanceOf(InputError);
    const { parseScenario } = await import('../../src/read/parse.ts');
    const problems = (() => {
      try {
        parseScenario('nme: x\nepochUtc: 3\nanalysis: { trials: -1, horizonYr: long }\nnetworks: {}\n', 'x.yaml');
      } catch (each) {
        return (each as InputError).problems;
      }
      return [];
    })();
    expect(problems.length).toBeGreaterThan(4);
    const text = inPseudo(() => refusal(new InputError(problems)));
    const known = [
      'x.yaml',
      'nme',
      'name',
      'epochUtc',
      'analysis',
      'trials',
      'horizonYr',
      'networks',
      'long',
      'T',
      'Z',
    ];
    expect(wordsLeft(text, known)).toEqual([]);
  });

  test('leaves no English in the studio: its code holds no sentence of its own', () => {
    const isSentence = (text: string) => /^[A-Z][a-z]+ [a-z]|[a-z]{3,} [a-z]{2,} [a-z]{2,} /.test(text);
    const found: string[] = [];
    const files = readdirSync(`${root}studio/src`, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))) {
      const text = readFileSync(`${root}studio/src/${file}`, 'utf8');
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      const walk = (node: ts.Node): void => {
        const isText = ts.isStringLiteral(node) || ts.isTemplateHead(node) || ts.isNoSubstitutionTemplateLiteral(node);
        // classes of the page are attributes; names of properties are phrases of the editor's own, which it looks up
        const isName =
          ts.isJsxAttribute(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node);
        if (isText && !isName && isSentence(node.text)) found.push(`${file}: ${node.text}`);
        ts.forEachChild(node, walk);
      };
      ts.forEachChild(source, walk);
    }
    expect(found).toEqual([]);
  });

  test('leaves no English in the studio: its pages hold no text of their own', () => {
    const found: string[] = [];
    const files = readdirSync(`${root}studio/src`, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.tsx'))) {
      const source = ts.createSourceFile(
        file,
        readFileSync(`${root}studio/src/${file}`, 'utf8'),
        ts.ScriptTarget.Latest,
      );
      const walk = (node: ts.Node): void => {
        if (ts.isJsxText(node) && /[A-Za-z]{2,}/.test(node.text.replace('Cupola', '')))
          found.push(`${file}: ${node.text.trim()}`);
        if (
          ts.isJsxAttribute(node) &&
          /^(title|placeholder|alt|aria-label)$/.test(node.name.getText(source)) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer)
        )
          found.push(`${file}: ${node.initializer.text}`);
        ts.forEachChild(node, walk);
      };
      walk(source);
    }
    expect(files.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});
