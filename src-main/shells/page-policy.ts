export interface PagePolicy {
  /** Lets the style elements of this one load in; see NONCE_PLACEHOLDER. */
  readonly styleNonce?: string
  /** Where the page may connect to beside its own origin. */
  readonly connectTo?: readonly string[]
}

/**
 * The Content-Security-Policy of the page: nothing, and then what Wordmill needs. Scripts and styles come from its
 * own files; style elements that the widgets make need the nonce of the load. `'unsafe-inline'` is nowhere: style
 * attributes are only ever set through the DOM, which no policy restricts.
 */
export function contentSecurityPolicy({ styleNonce, connectTo = [] }: PagePolicy = {}): string {
  const style = styleNonce === undefined ? ["'self'"] : ["'self'", `'nonce-${styleNonce}'`]
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': style,
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
