/** Positions a job can have: 2^24 = 16,777,216, well over the largest list. */
const POSITIONS = 2 ** 24

/**
 * The key of a row that belongs to a position of a job: `job · 2^24 + position`. One integer is the row's address in
 * the table itself, so results append at the end, and any window of any job is one range of keys, however large the
 * table. Exact in a double for 2^29 jobs.
 */
export function requestKey(job: number, position: number): number {
  return job * POSITIONS + position
}

export function positionOf(key: number): number {
  return key % POSITIONS
}
