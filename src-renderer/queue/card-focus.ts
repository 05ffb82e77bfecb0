/** The title of a job card: its one stop for the keyboard among the cards. */
export const CARD_TITLE = 'article [data-job-title]'

/**
 * Moves the focus from a card that is about to go to the one after it, or before it when it is the last: whoever
 * works with the keyboard goes on where they were. Later, because a menu that closes gives the focus back first.
 */
export function focusNeighbour(jobId: string): void {
  const titles = [...document.querySelectorAll<HTMLElement>(CARD_TITLE)]
  const index = titles.findIndex(({ dataset }) => dataset.jobTitle === jobId)
  const next = titles[index + 1] ?? titles[index - 1] ?? document.getElementById('main')
  setTimeout(() => next?.focus(), 50)
}

/** Moves the focus from a button that is about to go to the title of its card. */
export function focusOwnCard(button: HTMLElement): void {
  button.closest('article')?.querySelector<HTMLElement>('[data-job-title]')?.focus()
}
