import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../src-preload/contract.ts'
import { ERROR_STATUS, WordmillError } from '../../src-preload/errors.ts'
import { exportsOf } from './exports.ts'
import { jobsOf } from './jobs.ts'
import { listsOf } from './lists.ts'
import type { Services } from './services.ts'

/**
 * Implements the contract: thin functions over the engine and the store, one file per group. Expected failures
 * (`WordmillError`) cross every border with their code; anything else is a bug and crosses as INTERNAL, without its
 * message, which may hold paths.
 */
export function createRouter(services: Services) {
  const os = implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw toTransferable(error, services.reportBug)
    }
  })
  const { controls } = services.engine
  const lists = listsOf(services)
  const jobs = jobsOf(services)
  const exports = exportsOf(services)
  return os.router({
    app: {
      info: os.app.info.handler(() => services.info()),
      notices: os.app.notices.handler(() => services.notices()),
    },
    lists: {
      inspect: os.lists.inspect.handler(({ input, signal }) => lists.inspect(input, signal)),
      discard: os.lists.discard.handler(({ input }) => lists.discard(input.listId)),
    },
    jobs: {
      submit: os.jobs.submit.handler(({ input }) => jobs.submit(input)),
      cancel: os.jobs.cancel.handler(({ input }) => controls.cancel(input.jobId)),
      pause: os.jobs.pause.handler(({ input }) => controls.pause(input.jobId)),
      resume: os.jobs.resume.handler(({ input }) => controls.resume(input.jobId)),
      update: os.jobs.update.handler(({ input }) => jobs.update(input)),
      retryFailed: os.jobs.retryFailed.handler(({ input }) => controls.retryFailed(input.jobId)),
      remove: os.jobs.remove.handler(({ input }) => controls.remove(input.jobId)),
      get: os.jobs.get.handler(({ input }) => services.engine.job(input.jobId)),
      list: os.jobs.list.handler(({ input }) => jobs.list(input)),
      results: os.jobs.results.handler(({ input }) => jobs.results(input)),
      details: os.jobs.details.handler(({ input }) => jobs.details(input)),
      result: os.jobs.result.handler(({ input }) => jobs.result(input)),
      events: os.jobs.events.handler(({ input }) => jobs.events(input)),
      watch: os.jobs.watch.handler(({ signal }) => services.engine.watch(signal)),
    },
    settings: {
      get: os.settings.get.handler(() => services.settings.get()),
      update: os.settings.update.handler(({ input }) => services.settings.update(input)),
    },
    stats: os.stats.handler(() => services.engine.stats()),
    exports: {
      start: os.exports.start.handler(({ input, signal }) => exports.start(input, signal)),
    },
  })
}

export type Router = ReturnType<typeof createRouter>

function toTransferable(error: unknown, reportBug: (error: unknown) => void): unknown {
  if (error instanceof WordmillError) {
    const { code, message, data } = error
    return new ORPCError(code, { status: ERROR_STATUS[code], message, data, cause: error })
  }
  if (error instanceof ORPCError) return error
  reportBug(error)
  return new ORPCError('INTERNAL', {
    status: ERROR_STATUS.INTERNAL,
    message: 'Something went wrong inside Wordmill. Nothing is lost; try again.',
  })
}
