/**
 * A process with a real library and an engine at work, to be killed: `node worker-job.ts LIBRARY WORDS SEED`. Submits a
 * job when none is unfinished, says "submitted", then works until the job ends, and says "ended". The provider gives
 * each word its own answer, after a random while, and now and then none or a late one.
 */
import { setTimeout } from 'node:timers/promises'
import { Engine } from '../../src-main/engine/engine.ts'
import type { ChunkAnswer, Provider, RequestOutcome, WordRequest } from '../../src-main/engine/ports/provider.ts'
import { Library } from '../../src-main/store/library.ts'
import { createSystemClock } from '../../src-main/system-clock.ts'
import { isFinished } from '../../src-preload/model.ts'
import { listOf, numbered } from '../support/test-library.ts'

const [folder = '', words = '5000'] = process.argv.slice(2)

function answer({ word }: WordRequest): RequestOutcome {
  const dice = Math.random()
  if (dice < 0.02) return { kind: 'transient', fault: { code: 'RESET', message: 'reset' } }
  if (dice < 0.05) return { kind: 'not-found', suggestions: [] }
  return { kind: 'entry', body: JSON.stringify({ lemma: word, senses: [], pronunciation: [] }) }
}

const provider: Provider = {
  id: 'fake',
  name: 'Fake',
  chunk: { default: 20, max: 20 },
  concurrency: 4,
  async lookUp(requests): Promise<ChunkAnswer> {
    await setTimeout(Math.random() * 25)
    return { outcomes: requests.map(answer) }
  },
  async close() {},
}

const library = Library.open(folder)
const clock = { ...createSystemClock(), random: () => Math.random() / 100 }
const engine = new Engine({ store: library.store, providers: [provider], clock, settings: { commitDelay: 5 } })
engine.start()
if (library.store.readUnfinishedJobs().length === 0) {
  await engine.submit({
    name: 'killed',
    list: listOf(numbered(Number(words))),
    fields: ['definition'],
    priority: 'normal',
    providerId: provider.id,
  })
}
console.log('submitted')
for await (const message of engine.watch()) {
  const jobs = message.type === 'snapshot' ? message.jobs : message.changed
  // What the engine tells is on disk already: the parent compares this with what it finds after the kill.
  for (const { id, state, counts } of jobs) {
    console.log(`told ${id} ${counts.answered + counts.notFound + counts.failed}`)
    if (isFinished(state)) console.log('ended')
  }
  if (message.stats.pendingWords === 0) break
}
await engine.stop()
library.close()
