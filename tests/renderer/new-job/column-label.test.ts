import { describe, expect, it } from 'vitest'
import { columnLabel } from '../../../src-renderer/new-job/column-label.ts'

describe('columnLabel', () => {
  it.each([
    ['Begriff', 1, 'B · Begriff'],
    [' ', 0, 'A'],
    ['x', 25, 'Z · x'],
    ['x', 26, 'AA · x'],
    ['x', 701, 'ZZ · x'],
    ['x', 702, 'AAA · x'],
  ])('%s in column %i', (name, index, label) => expect(columnLabel(name, index)).toBe(label))
})
