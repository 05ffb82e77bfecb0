import { writeFile } from 'node:fs/promises'
import { eventIterator, oc } from '@orpc/contract'
import { implement } from '@orpc/server'
import * as z from 'zod'
import type { Router } from '../../src-main/api/router.ts'
import type { Wordmill, WordmillOptions } from '../../src-main/wordmill.ts'
import { WordmillError } from '../../src-preload/errors.ts'

/** A contract small enough to say what a shell has to carry: a call, an error, a stream, a file in, a file out. */
export const fakeContract = {
  echo: oc.input(z.object({ text: z.string() })).output(z.string()),
  fail: oc.output(z.void()),
  count: oc.output(eventIterator(z.number())),
  pathOf: oc.input(z.string()).output(z.string().optional()),
  save: oc
    .input(z.object({ fileName: z.string(), content: z.string() }))
    .output(z.object({ kind: z.string(), url: z.string().optional(), fileName: z.string().optional() })),
}

export interface FakeWordmill extends Wordmill {
  readonly options: WordmillOptions
  readonly openStreams: () => number
  readonly isClosed: () => boolean
}

/** Opens something that looks like Wordmill to a shell and knows no words. */
export async function openFakeWordmill(options: WordmillOptions): Promise<FakeWordmill> {
  const os = implement(fakeContract)
  let streams = 0
  let closed = false
  const router = os.router({
    echo: os.echo.handler(({ input }) => input.text),
    fail: os.fail.handler(() => {
      throw new WordmillError('JOB_NOT_FOUND', 'There is no such job.')
    }),
    count: os.count.handler(async function* ({ signal }) {
      streams++
      try {
        yield 1
        yield 2
        await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
      } finally {
        streams--
      }
    }),
    pathOf: os.pathOf.handler(({ input }) => options.shell.files.resolve(input)),
    save: os.save.handler(({ input }) =>
      options.shell.deliverExport({
        fileName: input.fileName,
        mediaType: 'text/csv; charset=utf-8',
        write: (path) => writeFile(path, input.content),
      }),
    ),
  })
  return {
    options,
    router: router as unknown as Router,
    openStreams: () => streams,
    isClosed: () => closed,
    close: async () => {
      closed = true
    },
  }
}
