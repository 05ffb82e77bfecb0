import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFinished, type JobState, type JobSummary } from '../../../src-preload/model.ts'
import { followProgress } from '../../../src-renderer/state/progress-feed.ts'
import { EMPTY_PROGRESS, type ProgressState } from '../../../src-renderer/state/progress-state.ts'
import { FakeServer, type ServerStep } from '../support/fake-server.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd')
const state = fc.constantFrom<JobState>('queued', 'running', 'completed', 'failed', 'cancelled')
const step: fc.Arbitrary<ServerStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('change' as const), id, answered: fc.nat(100), state }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), id }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'lose' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'repeat' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'break' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
)
/** Whether the page gets to read before the next step. */
const pace = fc.boolean()

describe('followProgress', () => {
  it('ends in the server’s truth after any interleaving of diffs, gaps, repeats and breaks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, pace), { maxLength: 60 }), async (steps) => {
        const { server, seen, stop } = follow()
        for (const [next, isRead] of steps) {
          server.play(next)
          if (isRead) await breathe()
        }
        // A lost message shows when the next one comes, and the first of these may be lost on a step's order.
        server.play({ kind: 'change', id: 'last', answered: 99, state: 'running' })
        server.play({ kind: 'change', id: 'last', answered: 100, state: 'completed' })
        await settle()
        stop()
        expect(asObject(seen().byId)).toEqual(asObject(server.jobs))
      }),
      { numRuns: 200 },
    )
  })

  it('never shows a job as live again after it showed its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), pace), { maxLength: 40 }), async (steps) => {
        const ended = new Set<string>()
        const { server, stop } = follow(({ byId }) => {
          for (const job of byId.values()) {
            if (isFinished(job.state)) ended.add(job.id)
            else expect(ended).not.toContain(job.id)
          }
        })
        for (const [kind, isRead] of steps) {
          if (kind === 0) server.play({ kind: 'lose' })
          if (kind === 1) server.play({ kind: 'break' })
          const isEnded = server.jobs.get('a')?.state === 'completed'
          if (kind >= 2)
            server.play({
              kind: 'change',
              id: 'a',
              answered: kind,
              state: isEnded || kind === 3 ? 'completed' : 'running',
            })
          if (isRead) await breathe()
        }
        stop()
      }),
      { numRuns: 200 },
    )
  })

  it('asks again at once after a gap and tells nobody', async () => {
    const breaks: unknown[] = []
    const { server, seen, stop } = follow(undefined, (error) => breaks.push(error))
    await settle()
    server.play({ kind: 'lose' })
    server.play({ kind: 'change', id: 'a', answered: 1, state: 'running' })
    server.play({ kind: 'change', id: 'b', answered: 2, state: 'running' })
    await settle()
    stop()
    expect([...seen().byId.keys()]).toEqual(['a', 'b'])
    expect(server.subscriptions).toBe(2)
    expect(breaks).toEqual([])
  })

  it('tells about a broken stream and opens a new one', async () => {
    const breaks: unknown[] = []
    const { server, stop } = follow(undefined, (error) => breaks.push(error))
    await settle()
    server.play({ kind: 'break' })
    await settle()
    stop()
    expect(server.subscriptions).toBe(2)
    expect(breaks).toHaveLength(1)
  })
})

function follow(onState?: (state: ProgressState) => void, onBreak: (error: unknown) => void = () => undefined) {
  const server = new FakeServer()
  const end = new AbortController()
  let latest: ProgressState = EMPTY_PROGRESS
  void followProgress({
    subscribe: (signal) => server.subscribe(signal),
    onChange(next) {
      latest = next
      onState?.(next)
    },
    onBreak,
    delay: () => 0,
    signal: end.signal,
  })
  return { server, seen: () => latest, stop: () => end.abort() }
}

/** Lets the page read what is on its way. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Lets everything that is under way end: streams, pauses of 0 ms and new subscriptions. */
async function settle(): Promise<void> {
  for (let round = 0; round < 6; round++) await new Promise((resolve) => setTimeout(resolve, 0))
}

function asObject(jobs: ReadonlyMap<string, JobSummary>): Record<string, JobSummary> {
  return Object.fromEntries(jobs)
}
