/**
 * Draws `count` items without repetition, the same ones on every machine: Fisher–Yates with the generator mulberry32
 * of a fixed seed. Gives all items, shuffled, when there are fewer.
 */
export function drawSample<T>(items: readonly T[], count: number, seed = 20_240_501): T[] {
  const pool = [...items]
  let state = seed
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const size = Math.min(count, pool.length)
  for (let i = 0; i < size; i++) {
    const other = i + Math.floor(random() * (pool.length - i))
    const picked = pool[other] as T
    pool[other] = pool[i] as T
    pool[i] = picked
  }
  return pool.slice(0, size)
}
