import * as z from 'zod';
import { bases, identifier, isoDate } from '../catalog/field.ts';

const share = z.number().min(0).max(1);
const reading = z.string().min(1).max(600).optional();

/** A claim as a scenario writes it. */
export const claimSchema = z
  .strictObject({
    id: identifier.optional().describe('name of the claim within the scenario; default: claim and its number'),
    name: z.string().min(1).max(200).describe('name in the answers'),
    byDate: isoDate
      .optional()
      .describe('by when all its parts are to hold; default: no date, the whole programme as if complete'),
    musd: z
      .number()
      .gt(0)
      .max(1e9)
      .optional()
      .describe('most that is spent by the date, in million dollars of the price year; without a date in all'),
    standing: z
      .union([share, z.record(identifier, share)])
      .optional()
      .describe('least share of the units that stand by the date: of every element, or by element'),
    noLeaker: z.number().min(0).lt(1).optional().describe('least chance that nothing of the raid gets through'),
    source: identifier.describe('who claims it: key of a source of the catalog or of the scenario'),
    where: z.string().min(1).max(600).optional().describe('page or day, and the words'),
    basis: z.enum(bases).describe('how far to trust the numbers of the claim'),
    readings: z
      .strictObject({ byDate: reading, musd: reading, standing: reading, noLeaker: reading })
      .optional()
      .describe('by key: how words that give no number were read; such a part is an assumption'),
  })
  .superRefine(({ byDate, musd, standing, noLeaker }, context) => {
    const isEmpty = typeof standing === 'object' && Object.keys(standing).length === 0;
    const fault = (message: string, path: string[] = []) => context.addIssue({ code: 'custom', message, path });
    if (isEmpty || [musd, standing, noLeaker].every((limit) => limit === undefined)) fault('problem.claim-empty');
    if (standing !== undefined && byDate === undefined) fault('problem.claim-no-date', ['standing']);
  });

export type WrittenClaim = z.infer<typeof claimSchema>;
