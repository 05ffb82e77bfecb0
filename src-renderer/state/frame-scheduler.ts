const HIDDEN_DELAY = 250

/**
 * Runs `task` once for any number of requests within a frame. A hidden tab draws no frames, so there a slow timer
 * stands in: the state stays fresh for announcements and for the moment the tab comes back.
 */
export function frameScheduler(task: () => void): () => void {
  let isScheduled = false
  const run = () => {
    if (!isScheduled) return
    isScheduled = false
    task()
  }
  return () => {
    if (isScheduled) return
    isScheduled = true
    if (!document.hidden) requestAnimationFrame(run)
    setTimeout(run, HIDDEN_DELAY)
  }
}
