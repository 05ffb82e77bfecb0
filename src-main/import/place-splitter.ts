/** Longest place that is looked at, in UTF-16 units; of a longer one only this much is kept in memory. */
const MAX_PLACE_LENGTH = 2048

/** One place a word could stand. */
export interface Place {
  text: string
  /** One-based. */
  line: number
  /** The place is longer than is looked at, and `text` only its start. */
  isCut: boolean
}

/** Cuts a stream of text pieces at line ends and separators, in constant memory however long a line is. */
export class PlaceSplitter {
  readonly #boundary: RegExp
  readonly #take: (place: Place) => void
  readonly #maxLength: number
  #carry = ''
  #isCut = false
  #line = 1
  /** Something stands after the last line end, if only a separator. */
  #isMidLine = false

  /**
   * @param separators characters that end a place like a line end does; may be empty
   * @param maxLength in UTF-16 units; a longer place is cut
   */
  constructor(separators: string, take: (place: Place) => void, maxLength = MAX_PLACE_LENGTH) {
    this.#boundary = new RegExp(`[\\n${separators.replace(/[\]\\^-]/g, '\\$&')}]`, 'g')
    this.#take = take
    this.#maxLength = maxLength
  }

  /** Lines so far; after `finish` those of the whole text. A line end at the very end starts no new line. */
  get lines(): number {
    return this.#isMidLine ? this.#line : this.#line - 1
  }

  /** @param piece any cut of the text, with `\n` as its only line end */
  feed(piece: string): void {
    let from = 0
    this.#boundary.lastIndex = 0
    for (let hit = this.#boundary.exec(piece); hit; hit = this.#boundary.exec(piece)) {
      this.#extend(piece.slice(from, hit.index))
      this.#end()
      from = hit.index + 1
      this.#isMidLine = piece.charCodeAt(hit.index) !== 10
      if (!this.#isMidLine) this.#line += 1
    }
    if (from === piece.length) return
    this.#isMidLine = true
    this.#extend(piece.slice(from))
  }

  /** Tells that the text is over. */
  finish(): void {
    if (this.#isMidLine) this.#end()
  }

  #extend(text: string): void {
    if (this.#isCut) return
    this.#carry = this.#carry === '' ? text : this.#carry + text
    if (this.#carry.length <= this.#maxLength) return
    this.#isCut = true
    this.#carry = this.#carry.slice(0, this.#maxLength)
  }

  #end(): void {
    this.#take({ text: this.#carry, line: this.#line, isCut: this.#isCut })
    this.#carry = ''
    this.#isCut = false
  }
}
