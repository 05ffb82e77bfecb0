import { create } from 'zustand'

export interface RemovalStore {
  /** Jobs that are not shown any more: on their way out, or gone. */
  readonly hidden: ReadonlySet<string>
  /** Those among them that the person can still have back, oldest first. */
  readonly undoable: readonly string[]
  /** Takes a job out of sight. Nothing is called yet. */
  begin(jobId: string): void
  /** Brings a job back into sight; nothing when it is too late. */
  undo(jobId: string): void
  /**
   * The time to undo is over: calls `remove` unless the person took it back. A job that could not be removed is shown
   * again, and the error is the caller's.
   */
  finish(jobId: string, remove: () => Promise<void>): Promise<void>
}

/**
 * Jobs the person removed. Removing can't be undone in main, so the call waits until the offer to undo is over; a page
 * that is closed before has removed nothing.
 */
export const useRemovalStore = create<RemovalStore>()((set, get) => {
  const show = (jobId: string) =>
    set(({ hidden, undoable }) => ({
      hidden: new Set([...hidden].filter((id) => id !== jobId)),
      undoable: undoable.filter((id) => id !== jobId),
    }))
  return {
    hidden: new Set(),
    undoable: [],
    begin(jobId) {
      const { hidden, undoable } = get()
      if (!hidden.has(jobId)) set({ hidden: new Set([...hidden, jobId]), undoable: [...undoable, jobId] })
    },
    undo(jobId) {
      if (get().undoable.includes(jobId)) show(jobId)
    },
    async finish(jobId, remove) {
      const { undoable } = get()
      if (!undoable.includes(jobId)) return
      // It stays hidden when it is gone: ids are never used again, and the stream may tell a moment later.
      set({ undoable: undoable.filter((id) => id !== jobId) })
      try {
        await remove()
      } catch (error) {
        show(jobId)
        throw error
      }
    },
  }
})
