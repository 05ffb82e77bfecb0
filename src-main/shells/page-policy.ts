export interface PagePolicy {
  /** Where the page may connect to beside its own origin. */
  readonly connectTo?: readonly string[]
}

/**
 * The Content-Security-Policy of the page: nothing, and then what Wordmill needs. Scripts and styles come from its
 * own files only. `'unsafe-inline'` and nonces are nowhere: the page makes no style elements, and styles it sets
 * through the DOM are restricted by no policy.
 */
export function contentSecurityPolicy({ connectTo = [] }: PagePolicy = {}): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connectTo],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/** The headers every answer of a shell carries. */
export function securityHeaders(policy?: PagePolicy): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(policy),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}
