import type { Priority } from '../../src-preload/model.ts'
import { Badge, type BadgeTone } from '../ui/badge.tsx'

const TONES: Readonly<Record<Priority, BadgeTone>> = { high: 'failed', normal: 'primary', low: 'neutral' }

/** How urgent a job is, in a word. */
export function PriorityBadge({ priority }: { readonly priority: Priority }) {
  return <Badge tone={TONES[priority]}>{priority}</Badge>
}
