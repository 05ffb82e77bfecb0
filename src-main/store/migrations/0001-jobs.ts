import type { Migration } from './migration.ts'

/** The seed's four tables, and the words of the jobs. */
export const jobs: Migration = {
  version: 1,
  sql: `
    CREATE TABLE profiles (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL
    ) STRICT;
    INSERT INTO profiles (id, name) VALUES (1, 'Default');

    CREATE TABLE ai_batch_jobs (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      profile INTEGER NOT NULL REFERENCES profiles (id),
      name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'completed', 'failed', 'cancelled')),
      priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
      provider_id TEXT NOT NULL,
      provider_name TEXT NOT NULL,
      fields TEXT NOT NULL,
      chunk_size INTEGER NOT NULL,
      max_attempts INTEGER NOT NULL,
      total INTEGER NOT NULL,
      answered INTEGER NOT NULL DEFAULT 0,
      not_found INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0,
      cached INTEGER NOT NULL DEFAULT 0,
      cost_micros INTEGER NOT NULL DEFAULT 0,
      list TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      started_at INTEGER,
      finished_at INTEGER,
      fault_code TEXT,
      fault_message TEXT
    ) STRICT;
    CREATE INDEX ai_batch_jobs_created ON ai_batch_jobs (created_at);
    CREATE INDEX ai_batch_jobs_finished ON ai_batch_jobs (finished_at) WHERE finished_at IS NOT NULL;
    CREATE INDEX ai_batch_jobs_unfinished ON ai_batch_jobs (key) WHERE finished_at IS NULL;

    -- Blocks of words in list order; the id is the request key of the block's first word.
    CREATE TABLE ai_job_words (
      id INTEGER PRIMARY KEY,
      words TEXT NOT NULL,
      lines BLOB NOT NULL
    ) STRICT;

    -- Requests that ended, append-only; a request without a row is pending. The id is the request key.
    CREATE TABLE ai_job_requests (
      id INTEGER PRIMARY KEY,
      state INTEGER NOT NULL,
      is_cached INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      latency INTEGER NOT NULL,
      ended_at INTEGER NOT NULL,
      code TEXT,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ai_job_requests_problem ON ai_job_requests (state, id) WHERE state <> 1;

    CREATE TABLE ai_job_events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      job INTEGER NOT NULL,
      type TEXT NOT NULL,
      at INTEGER NOT NULL,
      data TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ai_job_events_job ON ai_job_events (job, id);

    CREATE TABLE ai_metrics (
      day TEXT NOT NULL,
      profile INTEGER NOT NULL,
      provider_id TEXT NOT NULL,
      answered INTEGER NOT NULL,
      not_found INTEGER NOT NULL,
      failed INTEGER NOT NULL,
      cached INTEGER NOT NULL,
      calls INTEGER NOT NULL,
      retries INTEGER NOT NULL,
      latency INTEGER NOT NULL,
      cost_micros INTEGER NOT NULL,
      PRIMARY KEY (day, profile, provider_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
