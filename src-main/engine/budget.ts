/**
 * Money that may be spent, in integer micro-dollars. What a call may cost is reserved before it is made and settled
 * when it is back, so that spent + reserved never exceeds the cap, whatever is in flight.
 */
export class Budget {
  #cap: number | undefined
  #spent: number
  #reserved = 0

  /** @param cap most that may be spent; undefined for no limit */
  constructor(cap: number | undefined, spent = 0) {
    this.#cap = cap
    this.#spent = spent
  }

  get cap(): number | undefined {
    return this.#cap
  }

  set cap(cap: number | undefined) {
    this.#cap = cap
  }

  get spent(): number {
    return this.#spent
  }

  /**
   * Whether `amount` fits. Nothing always fits: free work needs no money. `wait`: not beside what is reserved, but
   * what is in flight may turn out cheaper. `reached`: not even beside what is spent.
   */
  check(amount: number): 'fits' | 'wait' | 'reached' {
    if (amount === 0 || this.#cap === undefined) return 'fits'
    if (this.#spent + amount > this.#cap) return 'reached'
    return this.#spent + this.#reserved + amount > this.#cap ? 'wait' : 'fits'
  }

  reserve(amount: number): void {
    this.#reserved += amount
  }

  /** Turns a reservation into what was really used. */
  settle(reserved: number, used: number): void {
    this.#reserved -= reserved
    this.#spent += used
  }
}
