import type { Migration } from './migration.ts'

/** Deadlines, budgets, pins, the cache of answers, settings, and removals that a crash can't cut short. */
export const scheduling: Migration = {
  version: 2,
  sql: `
    ALTER TABLE ai_batch_jobs ADD COLUMN deadline INTEGER;
    ALTER TABLE ai_batch_jobs ADD COLUMN budget_micros INTEGER;
    ALTER TABLE ai_batch_jobs ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ai_batch_jobs ADD COLUMN is_fresh INTEGER NOT NULL DEFAULT 0;

    -- Questions that answers are cached for; the key holds everything an answer depends on but the word.
    CREATE TABLE questions (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE entries (
      id INTEGER PRIMARY KEY,
      question INTEGER NOT NULL REFERENCES questions (id),
      word TEXT NOT NULL,
      body TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      UNIQUE (question, word)
    ) STRICT;
    -- The cached entry a request was answered with; its own body is empty then.
    ALTER TABLE ai_job_requests ADD COLUMN entry INTEGER REFERENCES entries (id);

    ALTER TABLE ai_metrics ADD COLUMN tokens INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Jobs whose row is gone and whose words and results are being removed piece by piece.
    CREATE TABLE removals (
      job INTEGER PRIMARY KEY,
      total INTEGER NOT NULL
    ) STRICT;
  `,
}
