import type { Eta } from '../../src-preload/model.ts'

/** An estimate that is being shown: when the work should end, and the text the person reads now. */
export interface SteadyEta {
  /** Epoch milliseconds. */
  readonly deadline: number
  readonly updatedAt: number
  readonly text: string
}

/** Share of a new estimate that is believed each second; the rest stays with what was shown. */
const BELIEF_PER_SECOND = 0.25
/** Further off than this many times, the old estimate was plainly wrong and is dropped. */
const SURPRISE = 3

/**
 * Moves the shown estimate towards the newest one. The deadline is smoothed, not the seconds left, so a perfect
 * estimate counts down evenly; the text is coarse and only turns back when the change is larger than its own step.
 */
export function steadyEta(previous: SteadyEta | undefined, eta: Eta, now: number): SteadyEta {
  const target = now + eta.likely * 1_000
  if (previous === undefined || isSurprise(previous.deadline - now, eta.likely * 1_000)) {
    return { deadline: target, updatedAt: now, text: etaText(eta.likely) }
  }
  const elapsed = Math.max(0, now - previous.updatedAt) / 1_000
  const belief = 1 - (1 - BELIEF_PER_SECOND) ** elapsed
  const deadline = previous.deadline + (target - previous.deadline) * belief
  const text = keepUnlessClear(previous.text, (deadline - now) / 1_000)
  return { deadline, updatedAt: now, text }
}

/** "less than 5 s left", "40 s left", "about 2 min left", "about 1 h 20 min left". */
export function etaText(seconds: number): string {
  if (seconds < 5) return 'a few seconds left'
  if (seconds < 20) return `${Math.round(seconds)} s left`
  if (seconds < 57.5) return `${Math.round(seconds / 5) * 5} s left`
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return `about ${minutes} min left`
  const quarters = Math.round(minutes / 10) * 10
  if (quarters < 600) return `about ${hoursAndMinutes(quarters)} left`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `about ${hours} h left` : `about ${Math.round(hours / 24)} days left`
}

/** The whole range, for those who ask: "between 30 s and 2 min". */
export function etaRangeText({ low, high }: Eta): string {
  const [from, to] = [bareTime(low), bareTime(high)]
  return from === to ? `likely ${to}` : `between ${from} and ${to}`
}

function hoursAndMinutes(minutes: number): string {
  const rest = minutes % 60
  const hours = `${Math.floor(minutes / 60)} h`
  return rest === 0 ? hours : `${hours} ${rest} min`
}

function bareTime(seconds: number): string {
  return etaText(seconds)
    .replace(/^about /, '')
    .replace(/ left$/, '')
}

function isSurprise(shownLeft: number, newLeft: number): boolean {
  const shown = Math.max(shownLeft, 5_000)
  const fresh = Math.max(newLeft, 5_000)
  return shown / fresh > SURPRISE || fresh / shown > SURPRISE
}

/** Near the edge between two texts the one on screen stays. */
function keepUnlessClear(shown: string, seconds: number): string {
  const margin = seconds < 20 ? 0.05 : 0.12
  const isNear = etaText(seconds * (1 - margin)) === shown || etaText(seconds * (1 + margin)) === shown
  return isNear ? shown : etaText(seconds)
}
