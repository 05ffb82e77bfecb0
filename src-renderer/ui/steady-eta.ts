import type { Eta } from '../../src-preload/model.ts'

/** An estimate that is being shown: when the work should end, and the text the person reads now. */
export interface SteadyEta {
  /** Epoch milliseconds. */
  readonly deadline: number
  readonly updatedAt: number
  readonly text: string
  /** Seconds left when the text was last changed. */
  readonly saidSeconds: number
}

/** Seconds over which a new estimate is believed: longer for long jobs, where a minute more or less is no news. */
const SLOWEST_BELIEF = 8
const QUICKEST_BELIEF = 1.5
/** Further off than this many times, the old estimate was plainly wrong and is dropped. */
const SURPRISE = 3

/**
 * Moves the shown estimate towards the newest one. The deadline is smoothed, not the seconds left, so a perfect
 * estimate counts down evenly; the text is coarse and turns back only for a change that is plain.
 */
export function steadyEta(previous: SteadyEta | undefined, eta: Eta, now: number): SteadyEta {
  const target = now + eta.likely * 1_000
  if (previous === undefined || isSurprise(previous.deadline - now, eta.likely * 1_000)) {
    return { deadline: target, updatedAt: now, text: etaText(eta.likely), saidSeconds: eta.likely }
  }
  const elapsed = Math.max(0, now - previous.updatedAt) / 1_000
  const patience = Math.min(SLOWEST_BELIEF, Math.max(QUICKEST_BELIEF, eta.likely / 8))
  const belief = 1 - Math.exp(-elapsed / patience)
  const deadline = previous.deadline + (target - previous.deadline) * belief
  const seconds = Math.max(0, (deadline - now) / 1_000)
  const said = isClear(previous, seconds) ? { text: etaText(seconds), saidSeconds: seconds } : previous
  return { deadline, updatedAt: now, text: said.text, saidSeconds: said.saidSeconds }
}

/** "less than 5 s left", "40 s left", "about 2 min left", "about 1 h 20 min left". */
export function etaText(seconds: number): string {
  if (seconds < 5) return 'a few seconds left'
  if (seconds < 20) return `${Math.round(seconds)} s left`
  if (seconds < 57.5) return `${Math.round(seconds / 5) * 5} s left`
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 10) return `about ${minutes} min left`
  if (minutes < 58) return `about ${Math.round(minutes / 5) * 5} min left`
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

/** Less time left is said soon, more only when it is much more: a text that turns back is what people distrust. */
function isClear({ saidSeconds }: SteadyEta, seconds: number): boolean {
  const margin = saidSeconds < 20 ? 0.5 : saidSeconds * 0.06
  return seconds < saidSeconds - margin || seconds > saidSeconds * 1.25 + 2
}
