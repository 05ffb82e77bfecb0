import type { JobSummary } from '../../../src-preload/model.ts'

const BAR_WIDTH = 24

/** "816 of 1,200 words · 38/s · 10 s left · 11 not found". */
export function progressText(job: JobSummary): string {
  const { answered, notFound, failed, total } = job.counts
  const parts = [`${count(answered + notFound + failed)} of ${count(total)} words`]
  if (job.wordsPerSecond !== undefined) parts.push(`${count(Math.round(job.wordsPerSecond))}/s`)
  if (job.eta !== undefined && job.state === 'running') parts.push(`${duration(job.eta.likely)} left`)
  if (notFound > 0) parts.push(`${count(notFound)} not found`)
  if (failed > 0) parts.push(`${count(failed)} failed`)
  if (job.state === 'queued') parts.push('waiting')
  return parts.join(' · ')
}

/** A bar of 24 characters. */
export function progressBar(job: JobSummary): string {
  const { answered, notFound, failed, total } = job.counts
  const filled = Math.floor(((answered + notFound + failed) / total) * BAR_WIDTH)
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
}

export function count(value: number): string {
  return value.toLocaleString('en')
}

/** "8 s", "3 min", "1 h 20 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Shows progress on a stream: a line that rewrites itself on a terminal, now and then a new line elsewhere. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream
  #lastPlain = 0
  #isOpen = false

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
  }

  show(job: JobSummary): void {
    if (this.#stream.isTTY) {
      const line = `${progressBar(job)} ${progressText(job)}`.slice(0, Math.max(20, this.#stream.columns - 1))
      this.#stream.write(`\r\x1b[2K${line}`)
      this.#isOpen = true
    } else if (Date.now() - this.#lastPlain >= 2_000) {
      this.#lastPlain = Date.now()
      this.#stream.write(`${progressText(job)}\n`)
    }
  }

  /** Ends the line that rewrites itself, so that other text can follow. */
  close(): void {
    if (this.#isOpen) this.#stream.write('\n')
    this.#isOpen = false
  }
}
