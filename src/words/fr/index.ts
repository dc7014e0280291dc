import type { EnglishMessages } from '../en/index.ts';
import { type Language, prefixed } from '../language.ts';
import { namesFrom } from '../names.ts';
import { frenchBeginWords } from './begin.ts';
import { catalogPairs } from './catalog.ts';
import { frenchCatalogWords } from './catalog-screen.ts';
import { frenchClaimWords } from './claims.ts';
import { frenchCommandWords } from './commands.ts';
import { frenchCompareWords } from './compare.ts';
import { frenchConvertWords } from './convert.ts';
import { countryPairs } from './countries.ts';
import { frenchEngineWords } from './engine.ts';
import { fieldPairs } from './fields.ts';
import { frenchFootprintWords } from './footprint.ts';
import { glossaryPairs } from './glossary.ts';
import { frenchHistoryWords } from './history.ts';
import { frenchInputNames } from './inputs.ts';
import { frenchJointWords } from './joint.ts';
import { frenchLawWords } from './laws.ts';
import { frenchLoadWords } from './load.ts';
import { namePairs } from './names.ts';
import { frenchNumberWords } from './numbers.ts';
import { placePairs } from './places.ts';
import { frenchProblemWords } from './problems.ts';
import { frenchQuoteWords } from './quote.ts';
import { messageNamePairs, ratePairs } from './rates.ts';
import { frenchReconcileWords } from './reconcile.ts';
import { frenchReportWords } from './report.ts';
import { frenchSalvoWords } from './salvo.ts';
import { scenarioPairs } from './scenario.ts';
import { frenchScreenWords } from './screen.ts';
import { frenchSizeWords } from './size.ts';
import { frenchSourcingWords } from './sourcing.ts';
import { frenchSpaces } from './spaces.ts';
import { frenchStudioWords } from './studio.ts';
import { frenchStudyWords, studyPairs } from './study.ts';
import { frenchSweepWords } from './sweep.ts';
import { frenchValidateWords } from './validate.ts';
import { frenchVerifyWords } from './verify.ts';
import { frenchWorkbookWords } from './workbook.ts';
import { frenchYieldWords } from './yields.ts';

const written: Record<keyof EnglishMessages, string> = {
  ...frenchNumberWords,
  ...frenchProblemWords,
  ...frenchEngineWords,
  ...frenchCommandWords,
  ...frenchLawWords,
  ...frenchSalvoWords,
  ...frenchSizeWords,
  ...frenchFootprintWords,
  ...frenchValidateWords,
  ...frenchCatalogWords,
  ...frenchBeginWords,
  ...frenchScreenWords,
  ...frenchStudyWords,
  ...frenchSweepWords,
  ...frenchCompareWords,
  ...frenchConvertWords,
  ...frenchJointWords,
  ...frenchLoadWords,
  ...frenchClaimWords,
  ...frenchHistoryWords,
  ...frenchInputNames,
  ...frenchQuoteWords,
  ...frenchReconcileWords,
  ...frenchReportWords,
  ...frenchVerifyWords,
  ...frenchWorkbookWords,
  ...frenchYieldWords,
  ...frenchSourcingWords,
  ...prefixed('studio', frenchStudioWords),
};

export const french: Language = {
  code: 'fr',
  name: 'Français',
  locale: 'fr-FR',
  messages: Object.fromEntries(
    Object.entries(written).map(([code, words]) => [code, frenchSpaces(words)]),
  ) as typeof written,
  percentSpace: '\u202f',
  groupsPlain: true,
  dateStyle: 'medium',
  firstDay: '1er',
  nameOf: spaced(namesFrom([...namePairs, ...placePairs, ...countryPairs, ...messageNamePairs])),
  meaningOf: spaced(
    namesFrom([...fieldPairs, ...scenarioPairs, ...catalogPairs, ...ratePairs, ...glossaryPairs, ...studyPairs]),
  ),
};

function spaced(find: (text: string) => string | undefined): (text: string) => string | undefined {
  return (text) => {
    const found = find(text);
    return found === undefined ? undefined : frenchSpaces(found);
  };
}
