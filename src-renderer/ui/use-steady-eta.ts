import { useRef } from 'react'
import type { Eta } from '../../src-preload/model.ts'
import { type SteadyEta, steadyEta } from './steady-eta.ts'
import { useNow } from './use-now.ts'

/** The text of an estimate that doesn't jump: at most one change a second, smoothed over several estimates. */
export function useSteadyEta(eta: Eta | undefined): string | undefined {
  const now = useNow(1_000, eta !== undefined)
  const shown = useRef<{ readonly at: number; readonly steady: SteadyEta } | undefined>(undefined)
  if (eta === undefined) {
    shown.current = undefined
    return undefined
  }
  if (shown.current?.at !== now) shown.current = { at: now, steady: steadyEta(shown.current?.steady, eta, now) }
  return shown.current.steady.text
}
