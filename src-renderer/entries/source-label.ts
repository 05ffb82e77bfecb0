import type { Notice } from '../../src-preload/model.ts'

/** "WordNet 3.1": the name with the data's own version, without the package it came in. */
export function sourceLabel({ name, version }: Pick<Notice, 'name' | 'version'>): string {
  const own = /^\d+\.[\w.]*/.exec(version)?.[0]
  return own === undefined ? name : `${name} ${own}`
}
