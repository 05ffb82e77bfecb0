import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useRemovalStore } from '../../../src-renderer/state/removal-store.ts'

const { begin, undo, finish } = useRemovalStore.getState()
const hidden = () => [...useRemovalStore.getState().hidden]
const remove = vi.fn(async () => {})

describe('removing with undo', () => {
  beforeEach(() => {
    useRemovalStore.setState({ hidden: new Set(), undoable: [] })
    remove.mockReset()
  })

  it('hides at once and calls only when the time is over', async () => {
    begin('a')
    begin('b')
    expect(hidden()).toEqual(['a', 'b'])
    expect(useRemovalStore.getState().undoable).toEqual(['a', 'b'])
    expect(remove).not.toHaveBeenCalled()
    await finish('a', remove)
    expect(remove).toHaveBeenCalledOnce()
    expect(useRemovalStore.getState().undoable).toEqual(['b'])
    // The stream may tell a moment later: it does not come back for that moment.
    expect(hidden()).toEqual(['a', 'b'])
  })

  it('shows a job again that was taken back, and never calls for it', async () => {
    begin('a')
    undo('a')
    await finish('a', remove)
    expect(hidden()).toEqual([])
    expect(remove).not.toHaveBeenCalled()
  })

  it('is too late to undo while the call is out', async () => {
    begin('a')
    const { promise, resolve } = Promise.withResolvers<void>()
    const finished = finish('a', () => promise)
    undo('a')
    expect(hidden()).toEqual(['a'])
    resolve()
    await finished
  })

  it('shows a job again that could not be removed, and calls once however often its toast ends', async () => {
    begin('a')
    remove.mockRejectedValueOnce(new Error('The disk is full.'))
    await expect(finish('a', remove)).rejects.toThrow('The disk is full.')
    expect(hidden()).toEqual([])
    await finish('a', remove)
    expect(remove).toHaveBeenCalledOnce()
  })

  it('can be asked again after it was taken back', async () => {
    begin('a')
    undo('a')
    begin('a')
    await finish('a', remove)
    expect(remove).toHaveBeenCalledOnce()
    expect(hidden()).toEqual(['a'])
  })
})
