import type { Clock } from './engine/ports/clock.ts'

/**
 * The machine's clock. `now` starts at the wall clock and follows the monotonic one, so that a clock set back by
 * hand or by NTP can't make a job wait.
 */
export function createSystemClock(): Clock {
  const origin = Date.now() - performance.now()
  return {
    now: () => Math.round(origin + performance.now()),
    random: Math.random,
    setTimer: (delay, callback) => {
      const timer = setTimeout(callback, delay)
      return () => clearTimeout(timer)
    },
    defer: (callback) => {
      setImmediate(callback)
    },
  }
}
