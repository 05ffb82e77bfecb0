import { Button, Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { submitOnCtrlEnter } from '../ui/submit-on-ctrl-enter.ts'
import { openFilePicker } from './intake-points.tsx'
import { useIntakeStore } from './intake-store.ts'
import styles from './paste-dialog.module.css'

/** A box to type or paste words into; Ctrl+Enter goes on to the confirm dialog. */
export function PasteDialog() {
  const isOpen = useIntakeStore((state) => state.isPasteOpen)
  const showPaste = useIntakeStore((state) => state.showPaste)
  return (
    <Modal opened={isOpen} onClose={() => showPaste(false)} title="Paste words" size="lg">
      <PasteForm onClose={() => showPaste(false)} />
    </Modal>
  )
}

function PasteForm({ onClose }: { readonly onClose: () => void }) {
  const addText = useIntakeStore((state) => state.addText)
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty) addText(text)
  }
  return (
    <form onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
      <Textarea
        label="Words"
        description="One word or phrase a line. A table copied from a spreadsheet works too."
        placeholder={'abate\naberrant\ntake off'}
        minRows={9}
        maxRows={9}
        rows={9}
        spellCheck={false}
        autoCapitalize="off"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.footer}>
        <Button variant="subtle" onClick={openFilePicker}>
          Open a file instead
        </Button>
        <span className={styles.gap} />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={isEmpty}>
          Continue
        </Button>
      </div>
    </form>
  )
}
