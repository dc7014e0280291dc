import { workerData } from 'node:worker_threads';
import { type JointPlan, type JointRow, jointDraw } from '../run/joint.ts';
import { serveTasks } from './serve-tasks.ts';

const plan = workerData as JointPlan;

serveTasks(({ draw }: { draw: number }): JointRow | null => jointDraw(plan, draw));
