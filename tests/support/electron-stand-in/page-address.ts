/**
 * A program's own scheme does not exist in plain Chromium. `app://wordmill/x` is therefore shown to the page as
 * `http://wordmill.app.localhost/x` (a secure context, never resolved), and main only ever sees `app://`.
 */
export function toPageAddress(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url)
  return `http://${host}.${protocol.slice(0, -1)}.localhost${pathname}${search}${hash}`
}

/** The reverse; other addresses stay as they are. */
export function fromPageAddress(address: string): string {
  const match = /^http:\/\/([^/.:@]+)\.([a-z]+)\.localhost(?=[/?#]|$)/.exec(address)
  return match === null ? address : `${match[2]}://${match[1]}${address.slice(match[0].length)}`
}
