import { type Language, prefixed } from '../language.ts';
import { beginWords } from './begin.ts';
import { catalogWords } from './catalog-screen.ts';
import { claimWords } from './claims.ts';
import { commandWords } from './commands.ts';
import { compareWords } from './compare.ts';
import { convertWords } from './convert.ts';
import { engineWords } from './engine.ts';
import { footprintWords } from './footprint.ts';
import { historyWords } from './history.ts';
import { inputNames } from './inputs.ts';
import { jointWords } from './joint.ts';
import { lawWords } from './laws.ts';
import { loadWords } from './load.ts';
import { numberWords } from './numbers.ts';
import { problemWords } from './problems.ts';
import { quoteWords } from './quote.ts';
import { reconcileWords } from './reconcile.ts';
import { reportWords } from './report.ts';
import { salvoWords } from './salvo.ts';
import { screenWords } from './screen.ts';
import { sizeWords } from './size.ts';
import { sourcingWords } from './sourcing.ts';
import { studioWords } from './studio.ts';
import { studyWords } from './study.ts';
import { sweepWords } from './sweep.ts';
import { validateWords } from './validate.ts';
import { verifyWords } from './verify.ts';
import { workbookWords } from './workbook.ts';
import { yieldWords } from './yields.ts';

const messages = {
  ...numberWords,
  ...problemWords,
  ...engineWords,
  ...commandWords,
  ...lawWords,
  ...salvoWords,
  ...sizeWords,
  ...footprintWords,
  ...validateWords,
  ...catalogWords,
  ...beginWords,
  ...screenWords,
  ...studyWords,
  ...sweepWords,
  ...compareWords,
  ...convertWords,
  ...jointWords,
  ...loadWords,
  ...claimWords,
  ...historyWords,
  ...inputNames,
  ...quoteWords,
  ...reconcileWords,
  ...reportWords,
  ...verifyWords,
  ...workbookWords,
  ...yieldWords,
  ...sourcingWords,
  ...prefixed('studio', studioWords),
} as const;

/** The codes of all sentences, each with the gaps that its arguments must fill. */
export type EnglishMessages = typeof messages;

export const english: Language = {
  code: 'en',
  name: 'English',
  locale: 'en-US',
  messages,
  percentSpace: ' ',
  dateStyle: 'iso',
};
