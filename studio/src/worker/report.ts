import { type Architecture, type DependenceResult, htmlReport, type Result } from 'cupola';
import { draw } from 'cupola/figures';
import type { Job } from './protocol.ts';

/** The report of a run as one HTML page. */
export function reportOf(
  result: Result,
  { uses }: Architecture,
  { text, source }: Job,
  dependence: DependenceResult | undefined,
): string {
  return String(htmlReport({ result, uses, dependence, scenarioText: text, scenarioName: source, draw }));
}
