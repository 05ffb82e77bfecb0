import type { IncomingMessage } from 'node:http'

/**
 * The URL of a request, or undefined for one that has none: anybody can send `GET //` or worse, and `new URL` throws.
 * Only its path and query mean something; the host is judged by its header.
 */
export function requestUrl({ url }: Pick<IncomingMessage, 'url'>): URL | undefined {
  return url?.startsWith('/') ? (URL.parse(`http://127.0.0.1${url}`) ?? undefined) : undefined
}
