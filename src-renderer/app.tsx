import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { AboutScreen } from './about/about-screen.tsx'
import styles from './app.module.css'
import { ConnectionBanner } from './frame/connection-banner.tsx'
import { FaultBanner } from './frame/fault-banner.tsx'
import { ShortcutsDialog } from './frame/shortcuts-dialog.tsx'
import { Sidebar } from './frame/sidebar.tsx'
import { useShortcuts } from './frame/use-shortcuts.ts'
import { DetailPane } from './job-detail/detail-pane.tsx'
import { ConfirmDialog } from './new-job/confirm-dialog.tsx'
import { IntakePoints } from './new-job/intake-points.tsx'
import { PasteDialog } from './new-job/paste-dialog.tsx'
import { QueueScreen } from './queue/queue-screen.tsx'
import { RenameDialog } from './queue/rename-dialog.tsx'
import { useQueueStore } from './state/queue-store.ts'
import { useUiStore } from './state/ui-store.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { LiveRegion } from './ui/live-region.tsx'
import { WIDE_WINDOW } from './ui/wide-window.ts'

/** The frame around every screen, and the dialogs that open over any of them. */
export function App() {
  const screen = useUiStore((state) => state.screen)
  const isWide = useMediaQuery(WIDE_WINDOW, undefined, { getInitialValueInEffect: false })
  useReadyMark()
  useShortcuts()
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <Sidebar />
      <div className={styles.content}>
        <ConnectionBanner />
        <FaultBanner />
        <div className={styles.panes}>
          <main id="main" className={styles.main} tabIndex={-1}>
            <ErrorBoundary key={screen}>{screen === 'queue' ? <QueueScreen /> : <AboutScreen />}</ErrorBoundary>
          </main>
          {screen === 'queue' && (
            <ErrorBoundary>
              <DetailPane isWide={isWide} />
            </ErrorBoundary>
          )}
        </div>
      </div>
      <IntakePoints />
      <PasteDialog />
      <ConfirmDialog />
      <RenameDialog />
      <ShortcutsDialog />
      <LiveRegion />
    </div>
  )
}

/** Tells tests and scripts that the first snapshot is on screen. */
function useReadyMark(): void {
  const isReady = useQueueStore((state) => state.stats !== undefined)
  useEffect(() => {
    if (isReady) document.documentElement.dataset.appState = 'ready'
  }, [isReady])
}
