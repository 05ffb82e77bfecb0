import type { JobState, JobSummary, Priority } from '../../src-preload/model.ts'

export type SectionName = 'running' | 'waiting' | 'finished'
export type JobSections = Readonly<Record<SectionName, readonly string[]>>

export const NO_SECTIONS: JobSections = { running: [], waiting: [], finished: [] }

const SECTION_OF: Readonly<Record<JobState, SectionName>> = {
  running: 'running',
  queued: 'waiting',
  paused: 'waiting',
  completed: 'finished',
  failed: 'finished',
  cancelled: 'finished',
}
const PRIORITY_RANK: Readonly<Record<Priority, number>> = { high: 0, normal: 1, low: 2 }

/** Jobs by section in display order; a section whose order did not change keeps its identity. */
export function sectionJobs(jobs: Iterable<JobSummary>, previous: JobSections = NO_SECTIONS): JobSections {
  const grouped: Record<SectionName, JobSummary[]> = { running: [], waiting: [], finished: [] }
  for (const job of jobs) grouped[SECTION_OF[job.state]].push(job)
  grouped.running.sort(inTurn)
  grouped.waiting.sort(inTurn)
  grouped.finished.sort((a, b) => (b.finishedAt ?? b.createdAt) - (a.finishedAt ?? a.createdAt) || compareIds(b, a))
  const next: JobSections = {
    running: keepIfSame(previous.running, grouped.running),
    waiting: keepIfSame(previous.waiting, grouped.waiting),
    finished: keepIfSame(previous.finished, grouped.finished),
  }
  const isSame =
    next.running === previous.running && next.waiting === previous.waiting && next.finished === previous.finished
  return isSame ? previous : next
}

/** The sections without finished jobs that are hidden; a job that is live again is shown, whatever was asked before. */
export function withoutHidden(sections: JobSections, hidden: ReadonlySet<string>): JobSections {
  if (!sections.finished.some((id) => hidden.has(id))) return sections
  return { ...sections, finished: sections.finished.filter((id) => !hidden.has(id)) }
}

/** The order the engine takes jobs in: priority, then age. It does not move while a job runs. */
function inTurn(a: JobSummary, b: JobSummary): number {
  return PRIORITY_RANK[a.priority] - PRIORITY_RANK[b.priority] || a.createdAt - b.createdAt || compareIds(a, b)
}

function compareIds(a: JobSummary, b: JobSummary): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function keepIfSame(previous: readonly string[], jobs: readonly JobSummary[]): readonly string[] {
  const isSame = previous.length === jobs.length && jobs.every((job, index) => job.id === previous[index])
  return isSame ? previous : jobs.map((job) => job.id)
}
