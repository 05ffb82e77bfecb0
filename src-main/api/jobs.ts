import type { SubmitInput, UpdateInput } from '../../src-preload/contract.ts'
import { WordmillError } from '../../src-preload/errors.ts'
import {
  ALL_FIELDS,
  type JobEvent,
  type JobState,
  type JobSummary,
  jobStateSchema,
  type RequestDetail,
  type RequestRow,
} from '../../src-preload/model.ts'
import { summarize } from '../engine/job-run.ts'
import type { JobRecord, WordList } from '../engine/ports/job-store.ts'
import type { Services } from './services.ts'
import { toWordList } from './word-list.ts'

const DEFAULT_PROVIDER = 'offline'

interface Window {
  readonly jobId: string
  readonly offset: number
  readonly limit: number
}

/** The calls about jobs. */
export function jobsOf({ engine, reader, stagedLists }: Services) {
  const find = (jobId: string): JobRecord => {
    const job = reader.job(jobId)
    if (job === undefined)
      throw new WordmillError('JOB_NOT_FOUND', `There is no job ${jobId}. It may have been deleted.`)
    return job
  }

  const listOf = async (source: SubmitInput['list']): Promise<WordList & { readonly name?: string }> => {
    if (source.kind === 'words') return toWordList(source.words, source.lines, source.report)
    return stagedLists.get(source.listId)
  }

  return {
    async submit(input: SubmitInput): Promise<JobSummary> {
      const list = await listOf(input.list)
      const job = await engine.submit({
        name: input.name ?? list.name ?? nameOf(list),
        list,
        fields: input.fields ?? ALL_FIELDS,
        priority: input.priority ?? 'normal',
        providerId: input.provider ?? DEFAULT_PROVIDER,
        deadline: input.deadline,
        budgetMicros: input.budgetMicros,
        isFresh: input.isFresh,
      })
      // Only now: a submission that failed can be tried again with the same list.
      if (input.list.kind === 'staged') stagedLists.discard(input.list.listId)
      return job
    },

    update({ jobId, deadline, budgetMicros, ...rest }: UpdateInput): JobSummary {
      return engine.controls.update(jobId, {
        ...definedOf(rest),
        // null takes a deadline or a budget away; leaving it out leaves it as it is.
        ...(deadline !== undefined && { deadline: deadline ?? undefined }),
        ...(budgetMicros !== undefined && { budgetMicros: budgetMicros ?? undefined }),
      })
    },

    list(input: { state?: JobState[] | undefined; before?: number | undefined; limit: number }): JobSummary[] {
      const states = input.state ?? jobStateSchema.options
      const records = reader.jobs(states, input.before ?? Number.MAX_SAFE_INTEGER, input.limit)
      return records.map((record) => summarize(record))
    },

    results(input: Window & { state?: 'not-found' | 'failed' | undefined }): { total: number; rows: RequestRow[] } {
      const job = find(input.jobId)
      const { state, offset, limit } = input
      if (state === undefined) return { total: job.total, rows: reader.rows(job, offset, limit) }
      const total = state === 'failed' ? job.ended.failed : job.ended.notFound
      return { total, rows: reader.problemRows(job, state, offset, limit) }
    },

    details(input: Window): RequestDetail[] {
      return reader.details(find(input.jobId), input.offset, input.limit)
    },

    result(input: { jobId: string; position: number }): RequestDetail {
      const [detail] = reader.details(find(input.jobId), input.position, 1)
      if (detail === undefined)
        throw new WordmillError('BAD_REQUEST', `Job ${input.jobId} has no word at ${input.position}.`)
      return detail
    },

    events(input: { jobId: string; after: number; limit: number }): JobEvent[] {
      return reader.events(find(input.jobId), input.after, input.limit)
    },
  }
}

function nameOf(list: WordList): string {
  const [first = 'Words', second] = list.words
  return (second === undefined ? first : `${first}, ${second} …`).slice(0, 200)
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> }

/** The same object without the keys that are there but undefined. */
function definedOf<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<Value>
}
