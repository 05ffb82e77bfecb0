import { appendFileSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Takes the lock of a user data folder. Without luck, tells the instance that has it, which calls `onSecond`. */
export function claimInstance(folder: string, onSecond: () => void): boolean {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'stand-in-instance')
  const bell = join(folder, 'stand-in-second-instance')
  if (isHeld(lock)) {
    appendFileSync(bell, `${process.pid}\n`)
    return false
  }
  writeFileSync(lock, String(process.pid))
  writeFileSync(bell, '')
  watch(bell, { persistent: false }, onSecond)
  process.on('exit', () => rmSync(lock, { force: true }))
  return true
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch {
    // No lock, or the one who had it was killed.
    return false
  }
}
