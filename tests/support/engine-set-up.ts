import { Engine } from '../../src-main/engine/engine.ts'
import type { EngineSettings } from '../../src-main/engine/settings.ts'
import { JobReader } from '../../src-main/store/job-reader.ts'
import { SqliteJobStore } from '../../src-main/store/sqlite-job-store.ts'
import type { JobSummary, Priority } from '../../src-preload/model.ts'
import { FakeProvider, type FakeProviderOptions } from './fake-provider.ts'
import { listOf, openMemoryLibrary } from './test-library.ts'
import { VirtualClock } from './virtual-clock.ts'

/** An engine in virtual time on the real schema in memory, with one fake provider. */
export function setUpEngine(options: FakeProviderOptions = {}, settings: Partial<EngineSettings> = {}) {
  const clock = new VirtualClock()
  const database = openMemoryLibrary()
  const provider = new FakeProvider(clock, options)
  const store = new SqliteJobStore(database)
  const engine = new Engine({ store, providers: [provider], clock, settings })
  engine.start()
  const reader = new JobReader(database)
  const recordOf = (job: JobSummary) => {
    const record = reader.job(job.id)
    if (record === undefined) throw new Error(`job ${job.id} is not in the store`)
    return record
  }
  return {
    clock,
    database,
    provider,
    store,
    engine,
    reader,
    controls: engine.controls,
    submit: (
      words: readonly string[],
      priority: Priority = 'normal',
      more: { name?: string; deadline?: number; budgetMicros?: number; isFresh?: boolean } = {},
    ) =>
      engine.submit({
        name: 'list',
        list: listOf(words),
        fields: ['definition'],
        priority,
        providerId: provider.id,
        ...more,
      }),
    until: (job: JobSummary, state: JobSummary['state']) => clock.until(() => engine.job(job.id).state === state),
    eventsOf: (job: JobSummary) => reader.events(recordOf(job), 0, 500).map((event) => event.type),
    detailsOf: (job: JobSummary) => reader.details(recordOf(job), 0, 500),
  }
}
