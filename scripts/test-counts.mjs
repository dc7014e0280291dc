// node scripts/test-counts.mjs REPORT SUITE FAILURES: prints "PASSED FAILED" of vitest's JSON report and adds to FAILURES
// what failed, and what was left out by a broken file. A file that fails outside its tests counts as one failure.
import { appendFileSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const [, , reportPath, suite, failuresPath] = process.argv;
const LONGEST_MESSAGE = 1500;

const tell = (where, message) =>
  appendFileSync(
    failuresPath,
    `FAILED: ${suite}: ${where}\n${stripVTControlCharacters(message ?? '').slice(0, LONGEST_MESSAGE)}\n`,
  );

let report;
try {
  report = JSON.parse(readFileSync(reportPath, 'utf8'));
} catch (error) {
  tell('no report was written', String(error));
}

let failed = report ? report.numFailedTests : 1;
for (const file of report?.testResults ?? []) {
  const name = relative(process.cwd(), file.name);
  const failures = file.assertionResults.filter((test) => test.status === 'failed');
  for (const test of failures) tell(`${name}: ${test.fullName}`, test.failureMessages?.join('\n'));
  if (file.status === 'failed' && failures.length === 0) {
    failed += 1;
    tell(name, file.message);
  }
}
console.log(report?.numPassedTests ?? 0, failed);
