import type { Notice, Settings, SettingsPatch } from '../../src-preload/model.ts'
import type { Engine } from '../engine/engine.ts'
import type { StagedLists } from '../import/staged-lists.ts'
import type { JobReader } from '../store/job-reader.ts'
import type { Shell, ShellKind } from './shell.ts'

export interface AppInfo {
  version: string
  shell: ShellKind
  maxWords: number
  dictionary: { isReady: boolean; lemmas: number; version: string }
  samples: { id: string; name: string; description: string }[]
}

export interface SettingsService {
  get(): Settings
  /** Checks, stores and applies what changed, and returns all settings. */
  update(patch: SettingsPatch): Settings
}

/** What the API works with; `wordmill.ts` puts it together. */
export interface Services {
  readonly engine: Engine
  readonly reader: JobReader
  readonly stagedLists: StagedLists
  readonly shell: Shell
  readonly settings: SettingsService
  info(): AppInfo
  notices(): Notice[]
  /** Logs an error nobody expected. */
  reportBug(error: unknown): void
}
