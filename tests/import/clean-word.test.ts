import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanWord, SKIP_REASONS } from '../../src-main/import/clean-word.ts'
import { MAX_WORD_LENGTH } from '../../src-preload/contract.ts'

const PLAIN = { hasDefinitions: false }
const WITH_DEFINITIONS = { hasDefinitions: true }

function wordOf(raw: string, rules = PLAIN): string {
  const cleaned = cleanWord(raw, rules)
  return cleaned.kind === 'word' ? cleaned.word : `<${cleaned.kind}>`
}

function reasonOf(raw: string): string | undefined {
  const cleaned = cleanWord(raw, PLAIN)
  return cleaned.kind === 'skipped' ? cleaned.reason : undefined
}

describe('what stays as it is', () => {
  it.each([
    'apple',
    "rock 'n' roll",
    'U.S.',
    'U.S.A.',
    'e.g.',
    'a.m.',
    'Ph.D.',
    'etc.',
    'Dr.',
    'C++',
    'C#',
    '.NET',
    '3D printing',
    '1st',
    '4x4',
    '24/7',
    '9 to 5',
    '10:30',
    '2.0',
    '1,000',
    '7-Eleven',
    "'tis",
    "can't",
    "the students'",
    'mother-in-law',
    '-ish',
    'pre-',
    'red, white and blue',
    '(of) course',
    '(un)happy(ness)',
    'colour/color',
    '5"',
    'well - known',
    'AT&T',
    'naïve',
    'résumé',
    'Straße',
    '日本語',
    'слово',
    'می‌خواهم',
    'क्‍ष',
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '=1+1',
    '@SUM(A1:A3)',
    '+cmd|calc',
    '-2+3',
    '=HYPERLINK("http://example.org","x")',
  ])('%s', (word) => {
    expect(wordOf(word)).toBe(word)
  })
})

describe('what is taken off', () => {
  it.each([
    ['1. apple', 'apple'],
    ['1.apple', 'apple'],
    ['2) apple', 'apple'],
    ['3、apple', 'apple'],
    ['(4) apple', 'apple'],
    ['[5] apple', 'apple'],
    ['６．apple', 'apple'],
    ['（７）apple', 'apple'],
    ['8: apple', 'apple'],
    ['10. 3D printing', '3D printing'],
    ['– apple', 'apple'],
    ['- apple', 'apple'],
    ['* apple', 'apple'],
    ['•apple', 'apple'],
    ['☐ apple', 'apple'],
    ['- [ ] apple', 'apple'],
    ['- [x] apple', 'apple'],
    ['• 1. apple', 'apple'],
    ['"apple"', 'apple'],
    ['"1. apple"', 'apple'],
    ['“apple”', 'apple'],
    ['„Apfel“', 'Apfel'],
    ['«pomme»', 'pomme'],
    ["'apple'", 'apple'],
    ['**apple**', 'apple'],
    ['*apple*', 'apple'],
    ['(apple)', 'apple'],
    ['"apple', 'apple'],
    ['apple"', 'apple'],
    ['apple,', 'apple'],
    ['apple;', 'apple'],
    ['apple.', 'apple'],
    ['apple...', 'apple'],
    ['... apple …', 'apple'],
    ['¿qué?', 'qué'],
    ['apple!', 'apple'],
  ])('%s → %s', (raw, word) => {
    expect(wordOf(raw)).toBe(word)
  })
})

describe('characters', () => {
  it('composes accents, so that both spellings of résumé are one word', () => {
    expect(wordOf('re\u0301sume\u0301')).toBe('r\u00e9sum\u00e9')
  })

  it.each([
    ['NBSP and runs of white space', '\u00a0took \u00a0\t off\u3000', 'took off'],
    ['zero-width space, soft hyphen and marks', '\ufeffap\u200bp\u00adle\u2060', 'apple'],
    ['direction marks', '\u202eapple\u202c\u200f', 'apple'],
    ['a joiner left over between Latin letters', 'ap\u200dple\u200c', 'apple'],
    ['a joiner after a decomposed accent', 'cafe\u0301\u200d', 'caf\u00e9'],
    ['full-width letters and digits', 'ａｐｐｌｅ ３', 'apple 3'],
    ['control characters', 'took\u0000off\u0007', 'took off'],
    ['a line end inside a cell', 'took\r\noff', 'took off'],
  ])('%s', (_, raw, word) => {
    expect(wordOf(raw)).toBe(word)
  })
})

describe('what is no word', () => {
  it.each(['', ' ', '\t', '\u00a0', '\u200b', '\ufeff \u2060'])('%j is blank', (raw) => {
    expect(cleanWord(raw, PLAIN)).toEqual({ kind: 'blank' })
  })

  it.each(['---', '*', '…', '😀', '•', '\u0001.'])('%j has no letter or digit', (raw) => {
    expect(reasonOf(raw)).toBe(SKIP_REASONS.noLetter)
  })

  it.each(['7.', '(4)', '• 12)', '３．', '1),'])('%j is a number without a word', (raw) => {
    expect(reasonOf(raw)).toBe(SKIP_REASONS.onlyNumbering)
  })

  it('refuses what could not be decoded and lone surrogates', () => {
    expect(reasonOf('caf\ufffd')).toBe(SKIP_REASONS.damaged)
    expect(reasonOf('caf\ud800')).toBe(SKIP_REASONS.damaged)
  })

  it('takes the longest word and refuses one character more', () => {
    expect(wordOf('é'.repeat(MAX_WORD_LENGTH))).toHaveLength(MAX_WORD_LENGTH)
    expect(reasonOf('é'.repeat(MAX_WORD_LENGTH + 1))).toBe(SKIP_REASONS.tooLong)
    expect(reasonOf('a'.repeat(MAX_WORD_LENGTH + 1))).toBe(SKIP_REASONS.tooLong)
    expect(reasonOf('a'.repeat(10_000))).toBe(SKIP_REASONS.tooLong)
  })
})

describe('a term and its definition', () => {
  it.each([
    ['serendipity – a happy accident', 'serendipity'],
    ['mouse - a small animal - grey', 'mouse'],
    ['1. house — a building', 'house'],
    ['well-known -- famous', 'well-known'],
    ['apple', 'apple'],
    ['- apple', 'apple'],
    ['– – x', 'x'],
  ])('%s → %s', (raw, word) => {
    expect(wordOf(raw, WITH_DEFINITIONS)).toBe(word)
  })

  it('gives the term of a line whose definition alone is too long', () => {
    expect(wordOf(`mouse - ${'very '.repeat(200)}small`, WITH_DEFINITIONS)).toBe('mouse')
  })
})

describe('properties', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...'ab1.)(–-*•"\'“”[], ;!?_', '. ', '1. '), { maxLength: 25 })
      .map((parts) => parts.join('')),
  )

  it('never loses a letter', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const cleaned = cleanWord(raw, PLAIN)
        fc.pre(cleaned.kind === 'word')
        expect(lettersOf(cleaned.word)).toBe(lettersOf(raw))
      }),
      { numRuns: 2000 },
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const word = wordOf(raw)
        fc.pre(!word.startsWith('<'))
        expect(wordOf(word)).toBe(word)
      }),
      { numRuns: 2000 },
    )
  })
})

function lettersOf(text: string): string {
  const narrow = text.replace(/[ａ-ｚＡ-Ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  return (narrow.normalize('NFC').match(/\p{L}/gu) ?? []).join('')
}
