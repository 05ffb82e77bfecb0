import { ORPCError } from '@orpc/client'

/** The sentence to show for a failed call. Main writes its messages for people, so they are shown as they are. */
export function errorMessage(error: unknown): string {
  if (error instanceof ORPCError && error.message !== '') return error.message
  if (error instanceof Error && error.message !== '') return error.message
  return 'Something went wrong. Try again.'
}

/** The stable code of a refused call, if it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof ORPCError ? String(error.code) : undefined
}
