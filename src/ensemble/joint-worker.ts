import { workerData } from 'node:worker_threads';
import { type JointPlan, type JointRow, jointDraw } from '../run/joint.ts';
import type { JointTask } from './joint-threads.ts';
import { serveTasks } from './serve-tasks.ts';

const plans = workerData as JointPlan[];

serveTasks(({ plan, draw }: JointTask): JointRow | null => jointDraw(plans[plan], draw));
