import { describe, expect, it } from 'vitest'
import type { StagedList } from '../../src-main/import/staged-list.ts'
import { STAGED_LIFETIME, StagedLists } from '../../src-main/import/staged-lists.ts'
import { WordmillError } from '../../src-preload/errors.ts'

function listOf(count: number): StagedList {
  const words = Array.from({ length: count }, (_, index) => `word${index}`)
  const report = { lines: count, merged: 0, skipped: 0 }
  const lines = Uint32Array.from(words, (_, index) => index + 1)
  return {
    name: 'List',
    format: 'text',
    encoding: 'UTF-8',
    words,
    lines,
    report,
    places: count,
    blank: 0,
    skippedLines: [],
  }
}

function codeOf(action: () => unknown): string | undefined {
  try {
    action()
    return undefined
  } catch (error) {
    return error instanceof WordmillError ? error.code : String(error)
  }
}

describe('StagedLists', () => {
  it('gives a list back once', () => {
    const lists = new StagedLists({ now: () => 0 })
    const list = listOf(2)
    const listId = lists.stage(list)
    expect(lists.get(listId)).toBe(list)
    expect(lists.take(listId)).toBe(list)
    expect(codeOf(() => lists.take(listId))).toBe('LIST_EXPIRED')
  })

  it('forgets discarded lists and does not mind unknown ones', () => {
    const lists = new StagedLists({ now: () => 0 })
    const listId = lists.stage(listOf(1))
    lists.discard(listId)
    lists.discard('unknown')
    expect(codeOf(() => lists.get(listId))).toBe('LIST_EXPIRED')
  })

  it('makes a new id for every list, also for the same one', () => {
    const lists = new StagedLists({ now: () => 0 })
    const list = listOf(1)
    expect(new Set(Array.from({ length: 100 }, () => lists.stage(list))).size).toBe(100)
  })

  it('keeps a list for an hour', () => {
    let now = 1_000
    const lists = new StagedLists({ now: () => now })
    const listId = lists.stage(listOf(1))
    now += STAGED_LIFETIME - 1
    expect(codeOf(() => lists.get(listId))).toBeUndefined()
    now += 1
    expect(codeOf(() => lists.get(listId))).toBe('LIST_EXPIRED')
  })

  it('drops the oldest when too many words wait, but never the newest', () => {
    const lists = new StagedLists({ now: () => 0 }, 10)
    const [first, second, third] = [lists.stage(listOf(4)), lists.stage(listOf(4)), lists.stage(listOf(4))]
    expect([first, second, third].map((listId) => codeOf(() => lists.get(listId)))).toEqual([
      'LIST_EXPIRED',
      undefined,
      undefined,
    ])
    const long = lists.stage(listOf(11))
    expect([second, third, long].map((listId) => codeOf(() => lists.get(listId)))).toEqual([
      'LIST_EXPIRED',
      'LIST_EXPIRED',
      undefined,
    ])
  })
})
