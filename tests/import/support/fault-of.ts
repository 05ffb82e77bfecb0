import { WordmillError } from '../../../src-preload/errors.ts'

/** The WordmillError a promise ends with; anything else, also success, fails the test. */
export async function faultOf(promise: Promise<unknown>): Promise<WordmillError> {
  const outcome = await promise.then(
    () => 'it succeeded',
    (error: unknown) => error,
  )
  if (outcome instanceof WordmillError) return outcome
  throw new Error(`expected a WordmillError, but: ${String(outcome)}`)
}
