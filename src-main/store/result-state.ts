/** How the states of a request that ended are stored. */
export const STATE_CODE = { entry: 1, 'not-found': 2, failed: 3 } as const
export type EndedState = keyof typeof STATE_CODE
