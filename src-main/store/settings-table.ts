import type { WritableDatabase } from './database.ts'

/** Small values by name, as JSON. */
export function openSettings(database: WritableDatabase) {
  const read = database.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck()
  const write = database.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  return {
    read(key: string): unknown {
      const value = read.get(key)
      return value === undefined ? undefined : JSON.parse(value)
    },
    write(key: string, value: unknown): void {
      write.run(key, JSON.stringify(value))
    },
  }
}
