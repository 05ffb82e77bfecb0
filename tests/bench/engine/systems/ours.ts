/** One run of Wordmill's engine: submit a list, drain it through an instant provider, verify the file. */
import { InstantProvider } from './instant-provider.ts'
import {
  type Measurement,
  peakMegabytes,
  readTask,
  report,
  residentMegabytes,
  Stopwatch,
  type Task,
} from './measurement.ts'
import { completion, listOf, openDurableLibrary, startEngine, submit, verifyJob } from './our-library.ts'

interface OurTask extends Task {
  readonly chunk: number
  readonly concurrency: number
  readonly bytes?: number
  /** Words of a job before the measured one, to be as warm as an app that has run for a while. */
  readonly warmUp?: number
  /** `fill` keeps every answer in the cache, `hit` finds every answer there from a first job that is not measured. */
  readonly cache?: 'fill' | 'hit'
}

const {
  folder,
  words,
  chunk,
  concurrency,
  bytes = 0,
  cache,
  warmUp = cache === 'hit' ? words : 0,
} = readTask<OurTask>()
const library = openDurableLibrary(folder)
const provider = new InstantProvider({ chunk, concurrency, bytes, isCached: cache !== undefined })
const engine = startEngine(library, provider)
if (warmUp > 0) await completion(engine, (await submit(engine, listOf(warmUp))).id)

const before = residentMegabytes()
let list: ReturnType<typeof listOf> | undefined = listOf(words)
const listMegabytes = residentMegabytes() - before
const stopwatch = new Stopwatch()
const submitted = submit(engine, list)
list = undefined
const { id } = await submitted
stopwatch.enqueued()
stopwatch.drained(await completion(engine, id))
const times = stopwatch.measure(words)
const peak = peakMegabytes()
await engine.stop()
library.close()
// With the cache the measured job asks only for what the first one has not asked.
const wanted = cache === undefined ? words + warmUp : Math.max(words, warmUp)
if (provider.asked !== wanted) throw new Error(`${provider.asked} words asked for ${wanted}`)
verifyJob(folder, id, words, bytes)
report({ ...times, peakMegabytes: peak, listMegabytes } satisfies Measurement)
