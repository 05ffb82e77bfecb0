import { Kbd, Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useUiStore } from '../state/ui-store.ts'
import styles from './shortcuts-dialog.module.css'

const MOD = /mac/i.test(navigator.platform) ? '⌘' : 'Ctrl'

const SHORTCUTS: readonly [keys: readonly string[], what: string][] = [
  [[MOD, 'N'], 'New job: paste words (in a browser: Alt N)'],
  [[MOD, 'O'], 'Choose a file'],
  [[MOD, 'V'], 'Take the words on the clipboard'],
  [[MOD, 'Enter'], 'Go on, or start the job'],
  [['↑', '↓'], 'From job to job, from word to word'],
  [['Enter'], 'Show the job; read the entry of the word'],
  [['P'], 'Pause or resume the job'],
  [['Delete'], 'Cancel the job'],
  [[MOD, 'Z'], 'Bring back the job just removed'],
  [['Page ↑', 'Page ↓', 'Home', 'End'], 'Leaf through the words'],
  [['Esc'], 'Close what is open'],
  [['?'], 'This list'],
]

/** The keys, for those who never touch the mouse. */
export function ShortcutsDialog() {
  const isOpen = useUiStore((state) => state.isHelpOpen)
  const showHelp = useUiStore((state) => state.showHelp)
  return (
    <Modal opened={isOpen} onClose={() => showHelp(false)} title="Keyboard" size="md">
      <dl className={styles.list}>
        {SHORTCUTS.map(([keys, what]) => (
          <Fragment key={what}>
            <dt className={styles.keys}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className={styles.what}>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  )
}
