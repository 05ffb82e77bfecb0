import { findElectron, whyNoWindow } from '../../../src-main/scripts/electron-binary.ts'
import { findChromium } from '../../../src-main/scripts/setup-browser.ts'
import { browserShellLauncher } from './browser-shell-launcher.ts'
import { electronLauncher } from './electron-launcher.ts'
import type { Launcher } from './launcher.ts'
import { standInLauncher } from './stand-in-launcher.ts'

/** What the tests of a project run in, or why they cannot run here. */
export function chooseLauncher(project: string): Launcher | { readonly reason: string } {
  const chromium = findChromium()
  const electron = findElectron()
  if (project === 'desktop' && electron !== undefined && whyNoWindow() === undefined) return electronLauncher(electron)
  if (chromium === undefined) return { reason: 'No Chromium was found (npm run setup:browser installs one).' }
  return project === 'desktop' ? standInLauncher() : browserShellLauncher(chromium)
}
