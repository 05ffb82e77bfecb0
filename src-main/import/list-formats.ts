import type { ListFormat } from './list-format.ts'
import { tableFormat } from './table-format.ts'
import { textFormat } from './text-format.ts'

/** Every text format in the order of asking. The last one reads anything. */
export const listFormats: readonly ListFormat[] = [tableFormat, textFormat]
