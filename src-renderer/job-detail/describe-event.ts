import { faultSchema, type JobEvent, type JobEventType } from '../../src-preload/model.ts'
import { formatCount } from '../ui/format-number.ts'

const TITLES: Readonly<Record<JobEventType, string>> = {
  'job:created': 'Created',
  'job:started': 'Started',
  'job:progress': 'Progress',
  'job:retry': 'Tried again',
  'job:preempted': 'Made way for a more urgent job',
  'job:paused': 'Paused',
  'job:resumed': 'Went on',
  'job:changed': 'Changed',
  'job:completed': 'Completed',
  'job:failed': 'Failed',
  'job:cancelled': 'Cancelled',
}

/** Numbers worth reading, and what they count. Anything else in an event is for programs. */
const COUNTED: readonly [key: string, noun: string][] = [
  ['words', 'words'],
  ['total', 'words'],
  ['answered', 'entries'],
  ['notFound', 'not found'],
  ['failed', 'failed'],
  ['attempt', '. attempt'],
]
const SAID = ['message', 'reason']
/** What is worth reading but is no number. */
const FACTS: readonly [key: string, say: (value: unknown) => string | undefined][] = [
  ['name', (value) => (typeof value === 'string' ? `name “${value}”` : undefined)],
  ['priority', (value) => (typeof value === 'string' ? `priority ${value}` : undefined)],
  ['isPinned', (value) => (value === true ? 'pinned' : value === false ? 'not pinned any more' : undefined)],
  ['fault', faultMessage],
]

export interface EventText {
  readonly title: string
  readonly detail: string
}

/** An event as a person reads it. Its data is open, so only what is known to be readable is shown. */
export function describeEvent({ type, data }: JobEvent): EventText {
  const parts: string[] = []
  for (const key of SAID) {
    const value = data[key]
    if (typeof value === 'string' && value !== '') parts.push(value)
  }
  for (const [key, say] of FACTS) {
    const part = say(data[key])
    if (part !== undefined) parts.push(part)
  }
  for (const [key, noun] of COUNTED) {
    const value = data[key]
    if (typeof value !== 'number' || (value === 0 && key !== 'answered')) continue
    parts.push(noun.startsWith('.') ? `${value}${noun}` : `${formatCount(value)} ${noun}`)
  }
  return { title: TITLES[type], detail: parts.join(' · ') }
}

function faultMessage(value: unknown): string | undefined {
  const fault = faultSchema.safeParse(value)
  return fault.success ? fault.data.message : undefined
}
