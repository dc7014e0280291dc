/**
 * The records that pass between the stages of a run, as types.
 *
 * @module
 */
export type * from './architecture.ts';
export type * from './claim.ts';
export type * from './contacts.ts';
export type * from './cost.ts';
export type * from './dependence.ts';
export type * from './effect.ts';
export type * from './engagement.ts';
export type * from './exchange.ts';
export type * from './fielding.ts';
export type * from './links.ts';
export type * from './network-report.ts';
export type * from './orders.ts';
export type * from './outcomes.ts';
export { InputError, type Problem, problemText } from './problems.ts';
export type * from './provenance.ts';
export type * from './raid-size.ts';
export type * from './result.ts';
export type * from './run-record.ts';
export { type Said, said } from './said.ts';
export type * from './sourcing.ts';
export type * from './story.ts';
export type * from './tracks.ts';
export type * from './withdrawal.ts';
export type * from './world.ts';
