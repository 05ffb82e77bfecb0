import type { EndedCounts, UsageDelta } from '../engine/ports/job-store.ts'
import type { ReadableDatabase, WritableDatabase } from './database.ts'
import { localDay } from './local-day.ts'

export const METRIC_QUERIES = {
  costSince: 'SELECT coalesce(sum(cost_micros), 0) FROM ai_metrics WHERE day >= ?',
} as const

export function readMetrics(database: ReadableDatabase) {
  const costSince = database.prepare<[string], number>(METRIC_QUERIES.costSince).pluck()
  return {
    /** Micro-dollars spent since a day, that day included. */
    costSince: (day: string) => costSince.get(day) ?? 0,
  }
}

/** Metrics are rolled up by day, profile and provider as results are written: no screen ever scans requests. */
export function writeMetrics(database: WritableDatabase) {
  const add = database.prepare(
    `INSERT INTO ai_metrics (day, profile, provider_id, answered, not_found, failed, cached, calls, retries, latency,
      tokens, cost_micros)
    VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET answered = answered + excluded.answered, not_found = not_found + excluded.not_found,
      failed = failed + excluded.failed, cached = cached + excluded.cached, calls = calls + excluded.calls,
      retries = retries + excluded.retries, latency = latency + excluded.latency, tokens = tokens + excluded.tokens,
      cost_micros = cost_micros + excluded.cost_micros`,
  )
  return {
    add(at: number, providerId: string, ended: EndedCounts, usage: UsageDelta): void {
      const { answered, notFound, failed, cached } = ended
      const latency = Math.round(usage.latency)
      add.run(
        localDay(at),
        providerId,
        answered,
        notFound,
        failed,
        cached,
        usage.calls,
        usage.retries,
        latency,
        usage.tokens,
        usage.costMicros,
      )
    },
  }
}
