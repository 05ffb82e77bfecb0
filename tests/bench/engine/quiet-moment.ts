import { setTimeout as sleep } from 'node:timers/promises'
import { busySeconds } from './systems/measurement.ts'

/** Cores that others may keep busy without a run counting as disturbed. */
export const TOLERABLE = 0.3

const LOOK = 200

/** Waits until the machine has next to nothing else to do, but not longer than `limit` seconds. */
export async function quietMoment(limit: number): Promise<void> {
  const deadline = performance.now() + limit * 1000
  while (performance.now() < deadline) {
    const busyBefore = busySeconds()
    const startedAt = performance.now()
    await sleep(LOOK)
    if ((busySeconds() - busyBefore) / ((performance.now() - startedAt) / 1000) < TOLERABLE) return
  }
}
