/** The title of a job card: its one stop for the keyboard among the cards. */
export const CARD_TITLE = 'article [data-job-title]'

/** Milliseconds after which a menu or dialog that closes has given the focus back to what it thinks is there. */
const AFTER_CLOSING = 50

/**
 * Moves the focus from a card that is about to go to the one after it, or before it when it is the last: whoever
 * works with the keyboard goes on where they were.
 */
export function focusNeighbour(jobId: string): void {
  const all = titles()
  const index = all.findIndex(isOf(jobId))
  const next = all[index + 1] ?? all[index - 1] ?? document.getElementById('main')
  setTimeout(() => next?.focus(), AFTER_CLOSING)
}

/** Moves the focus to a card once the dialog about it is closed. */
export function focusCard(jobId: string): void {
  setTimeout(() => titles().find(isOf(jobId))?.focus(), AFTER_CLOSING)
}

/** Moves the focus from a button that is about to go to the title of its card. */
export function focusOwnCard(button: HTMLElement): void {
  button.closest('article')?.querySelector<HTMLElement>('[data-job-title]')?.focus()
}

function titles(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(CARD_TITLE)]
}

function isOf(jobId: string): (title: HTMLElement) => boolean {
  return ({ dataset }) => dataset.jobTitle === jobId
}
