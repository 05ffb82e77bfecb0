import type { Page } from '@playwright/test'

export type LauncherKind = 'electron' | 'stand-in' | 'browser-shell'

/** The folders a run of the app works with; all of one test, and kept when it starts the app again. */
export interface Folders {
  readonly library: string
  /** Where exports and downloads go. */
  readonly saved: string
}

export interface RunningApp {
  readonly page: Page
  /** Everything the program printed so far. */
  output(): string
  /** Ends the program with a signal and waits until it is gone. Never hangs. */
  end(signal: NodeJS.Signals): Promise<void>
}

export interface Launcher {
  readonly kind: LauncherKind
  /** One line for the reader of a run: what is real in it. */
  readonly description: string
  launch(folders: Folders): Promise<RunningApp>
}
