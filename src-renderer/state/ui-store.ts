import { create } from 'zustand'

export type Screen = 'queue' | 'about'

export interface UiStore {
  readonly screen: Screen
  /** The job the person chose to see. */
  readonly selectedJobId: string | undefined
  /** The job shown beside the queue as long as the person has neither chosen nor closed one. */
  readonly proposedJobId: string | undefined
  /** Whether the person has chosen or closed a job; from then on nothing is proposed. */
  readonly hasDecided: boolean
  readonly isHelpOpen: boolean
  /** The job whose name is being changed. */
  readonly renamingJobId: string | undefined
  /** What the live region says; a new object each time, so that the same sentence is said again. */
  readonly announcement: { readonly text: string } | undefined
  showScreen(screen: Screen): void
  selectJob(jobId: string): void
  closeDetail(): void
  /** Proposes a job to show; the first proposal stands, so that the pane never changes by itself. */
  proposeJob(jobId: string): void
  showHelp(isOpen: boolean): void
  /** Opens the dialog for a job's name, or closes it. */
  renameJob(jobId: string | undefined): void
  announce(text: string): void
}

/** What the person is looking at. Nothing here comes from main. */
export const useUiStore = create<UiStore>()((set, get) => ({
  screen: 'queue',
  selectedJobId: undefined,
  proposedJobId: undefined,
  hasDecided: false,
  isHelpOpen: false,
  renamingJobId: undefined,
  announcement: undefined,
  showScreen: (screen) => set({ screen }),
  selectJob: (selectedJobId) => set({ selectedJobId, proposedJobId: undefined, hasDecided: true }),
  closeDetail: () => set({ selectedJobId: undefined, proposedJobId: undefined, hasDecided: true }),
  proposeJob(proposedJobId) {
    const { hasDecided, proposedJobId: standing } = get()
    if (!hasDecided && standing === undefined) set({ proposedJobId })
  },
  showHelp: (isHelpOpen) => set({ isHelpOpen }),
  renameJob: (renamingJobId) => set({ renamingJobId }),
  announce: (text) => set({ announcement: { text } }),
}))
