/** A binary heap: the item with the smallest key comes first; equal keys in any order. */
export class MinHeap<Item> {
  readonly #items: Item[] = []
  readonly #key: (item: Item) => number

  constructor(key: (item: Item) => number) {
    this.#key = key
  }

  get size(): number {
    return this.#items.length
  }

  peek(): Item | undefined {
    return this.#items[0]
  }

  push(item: Item): void {
    const items = this.#items
    let index = items.push(item) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (this.#keyAt(parent) <= this.#keyAt(index)) return
      this.#swap(parent, index)
      index = parent
    }
  }

  pop(): Item | undefined {
    const items = this.#items
    const top = items[0]
    const last = items.pop()
    if (top === undefined || last === undefined || items.length === 0) return top
    items[0] = last
    this.#sink()
    return top
  }

  #sink(): void {
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      let smallest = index
      if (left < this.#items.length && this.#keyAt(left) < this.#keyAt(smallest)) smallest = left
      if (left + 1 < this.#items.length && this.#keyAt(left + 1) < this.#keyAt(smallest)) smallest = left + 1
      if (smallest === index) return
      this.#swap(smallest, index)
      index = smallest
    }
  }

  #keyAt(index: number): number {
    return this.#key(this.#items[index] as Item)
  }

  #swap(a: number, b: number): void {
    const items = this.#items
    const item = items[a] as Item
    items[a] = items[b] as Item
    items[b] = item
  }
}
