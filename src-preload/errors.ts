/**
 * Every error that may cross a border, with the HTTP status it maps to. Codes are stable: people search for them,
 * scripts branch on them. Add, never rename.
 */
export const ERROR_STATUS = {
  BAD_REQUEST: 400,
  FILE_NOT_READABLE: 400,
  FILE_TOO_LARGE: 413,
  FILE_NOT_TEXT: 415,
  LIST_EMPTY: 422,
  LIST_TOO_LONG: 413,
  LIST_EXPIRED: 404,
  HANDLE_UNKNOWN: 404,
  JOB_NOT_FOUND: 404,
  JOB_STATE: 409,
  PROVIDER_UNKNOWN: 404,
  DICTIONARY_MISSING: 503,
  LIBRARY_IN_USE: 423,
  LIBRARY_FROM_FUTURE: 409,
  LIBRARY_DAMAGED: 500,
  LIBRARY_UNUSABLE: 500,
  EXPORT_FAILED: 500,
  SHUTTING_DOWN: 503,
  INTERNAL: 500,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** An expected failure: a code that survives every border and a sentence that says what to do next. */
export class WordmillError extends Error {
  readonly code: ErrorCode
  readonly data: Record<string, unknown> | undefined

  constructor(code: ErrorCode, message: string, data?: Record<string, unknown>, options?: ErrorOptions) {
    super(message, options)
    this.name = 'WordmillError'
    this.code = code
    this.data = data
  }
}
