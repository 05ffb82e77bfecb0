import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Refusal =
  | { readonly code: 'HOST_REFUSED'; readonly message: string }
  | { readonly code: 'ORIGIN_REFUSED'; readonly message: string }
  | { readonly code: 'SESSION_REFUSED'; readonly message: string }

/**
 * Decides who may talk to the loopback server. Any program and any web page on this machine can reach its port:
 * - the Host header must name the server itself, so a foreign name that resolves to 127.0.0.1 gets nowhere;
 * - what changes something must come from the server's own origin, so another site's page gets nowhere;
 * - everything needs the session cookie, which is given once, for the random token in the address Wordmill prints.
 */
export class Access {
  readonly #port: number
  readonly #session = randomBytes(32).toString('base64url')
  #token: string | undefined = randomBytes(32).toString('base64url')

  constructor(port: number) {
    this.#port = port
  }

  /** The address to open. It works once. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/?token=${this.#token ?? 'spent'}`
  }

  /** The Set-Cookie header for the right token, or undefined. The token is spent by this. */
  exchange(token: string): string | undefined {
    if (this.#token === undefined || !isSame(token, this.#token)) return undefined
    this.#token = undefined
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  refuseHost({ headers }: Pick<IncomingMessage, 'headers'>): Refusal | undefined {
    const isOwn = headers.host === `127.0.0.1:${this.#port}` || headers.host === `localhost:${this.#port}`
    return isOwn ? undefined : { code: 'HOST_REFUSED', message: 'This address is not one of Wordmill’s.' }
  }

  /** For what acts: requests that are not GET, and the WebSocket. */
  refuseOrigin({ headers }: Pick<IncomingMessage, 'headers'>): Refusal | undefined {
    const isOwn = headers.origin !== undefined && headers.origin === `http://${headers.host}`
    return isOwn ? undefined : { code: 'ORIGIN_REFUSED', message: 'Only Wordmill’s own page may do this.' }
  }

  refuseSession({ headers }: Pick<IncomingMessage, 'headers'>): Refusal | undefined {
    const prefix = `${this.#cookieName}=`
    const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
    const isKnown = cookies.some(
      (cookie) => cookie.startsWith(prefix) && isSame(cookie.slice(prefix.length), this.#session),
    )
    if (isKnown) return undefined
    return {
      code: 'SESSION_REFUSED',
      message: 'This browser is not connected to Wordmill. Start Wordmill again and open the address it prints.',
    }
  }

  // Cookies do not know about ports: two Wordmills side by side need two names.
  get #cookieName(): string {
    return `wordmill-${this.#port}`
  }
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
