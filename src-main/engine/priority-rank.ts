import type { Priority } from '../../src-preload/model.ts'

export const PRIORITY_RANK: Readonly<Record<Priority, number>> = { low: 0, normal: 1, high: 2 }
/** Above every priority: a job that would miss its deadline if it waited. */
export const URGENT_RANK = 3
