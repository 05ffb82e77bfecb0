import { create } from 'zustand'
import type { ListSource } from '../../src-preload/contract.ts'
import { MAX_PASTE_LENGTH } from '../../src-preload/contract.ts'
import { backend } from '../state/backend.ts'

/** One list on its way in: dropped, chosen or pasted, and not started yet. */
export interface Intake {
  readonly id: number
  /** What the person would call it: the file's name, or where the words come from. */
  readonly label: string
  /** Hands the list to main and names it; asked again it gives the same answer. */
  readonly source: () => Promise<ListSource>
}

export interface IntakeStore {
  /** Lists to confirm, the first one on screen. */
  readonly intakes: readonly Intake[]
  /** How many lists came in since the dialog opened; with `intakes` it says "2 of 3". */
  readonly arrived: number
  readonly isPasteOpen: boolean
  addFiles(files: readonly File[]): void
  addText(text: string): void
  addSample(sample: { readonly id: string; readonly name: string }): void
  /** Takes the list on screen away; the next one follows. */
  finishFirst(): void
  showPaste(isOpen: boolean): void
}

export const useIntakeStore = create<IntakeStore>()((set) => {
  const add = (...fresh: Intake[]) =>
    set(({ intakes, arrived }) => ({
      intakes: [...intakes, ...fresh],
      arrived: (intakes.length === 0 ? 0 : arrived) + fresh.length,
      isPasteOpen: false,
    }))
  return {
    intakes: [],
    arrived: 0,
    isPasteOpen: false,
    addFiles: (files) => add(...files.map((file) => newIntake(file.name, () => claim(file)))),
    addText: (text) => add(newIntake('Pasted words', async () => pasted(text))),
    addSample: ({ id, name }) => add(newIntake(name, async () => ({ kind: 'sample', id }))),
    finishFirst: () => set(({ intakes }) => ({ intakes: intakes.slice(1) })),
    showPaste: (isPasteOpen) => set({ isPasteOpen }),
  }
})

let lastId = 0

function newIntake(label: string, makeSource: () => Promise<ListSource>): Intake {
  lastId += 1
  let made: Promise<ListSource> | undefined
  const source = () => {
    made ??= makeSource().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
  return { id: lastId, label, source }
}

async function claim(file: File): Promise<ListSource> {
  const { handle } = await backend.claimFile(file)
  return { kind: 'file', handle }
}

function pasted(text: string): ListSource {
  if (text.length > MAX_PASTE_LENGTH) throw new Error('This is too much to paste. Save it as a file and drop that.')
  return { kind: 'text', text }
}
