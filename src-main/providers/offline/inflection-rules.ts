import type { InflectingCode } from './lexicon.ts'

/** [ending of the inflected form, what replaces it] */
type Rule = readonly [string, string]

/**
 * Rules of detachment of WordNet's morphy(7WN), by part of speech code (noun, verb, adjective, adverb), with some
 * additions for what is not in the exception lists: "schoolchildren", "housewives", "photoes", "friendlier".
 */
const RULES: Readonly<Record<InflectingCode, readonly Rule[]>> = {
  0: [
    ['s', ''],
    ['ses', 's'],
    ['ves', 'f'],
    ['ves', 'fe'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
    ['oes', 'o'],
    ['children', 'child'],
  ],
  1: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ied', 'y'],
    ['ing', 'e'],
    ['ing', ''],
  ],
  2: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
    ['ier', 'y'],
    ['iest', 'y'],
  ],
  3: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
    ['ier', 'y'],
    ['iest', 'y'],
  ],
}

/** A consonant that was doubled before the ending: "stopped", "bigger"; by part of speech code. */
const DOUBLED: Readonly<Record<InflectingCode, RegExp | undefined>> = {
  0: undefined,
  1: /([bdgklmnprstvz])\1(?:ed|ing|es)$/,
  2: /([bdgklmnprtv])\1(?:er|est)$/,
  3: /([bdgklmnprtv])\1(?:er|est)$/,
}

/** Shortest base form a rule may produce; one letter would turn "us" into uranium. */
const SHORTEST_BASE = 2

/**
 * Base forms a regular inflection may come from, most literal first, without checking that they exist.
 * `form` is lower case; for phrases the ending of the whole phrase is taken ("ice creams" → "ice cream").
 */
export function detach(form: string, code: InflectingCode): string[] {
  // "glass" is not the plural of "glas", and "this" would not be one of "thi".
  if (code === 0 && form.endsWith('ss')) return []
  const bases: string[] = []
  for (const [ending, replacement] of RULES[code]) {
    if (form.length - ending.length + replacement.length >= SHORTEST_BASE && form.endsWith(ending)) {
      bases.push(form.slice(0, form.length - ending.length) + replacement)
    }
  }
  const doubled = DOUBLED[code]?.exec(form)
  if (doubled) bases.push(form.slice(0, doubled.index + 1))
  return bases
}
