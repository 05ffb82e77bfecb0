/** Media query for a window with room for sidebar, queue and details side by side; style sheets repeat it. */
export const WIDE_WINDOW = '(min-width: 62.5em)'
