/** The page's own origin in the window: a scheme of ours, so that it shares nothing with any web site or file. */
export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'wordmill'
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** Sites that links in the window may open, in the person's own browser: the homes of the data sources and licences. */
const EXTERNAL_HOSTS: ReadonlySet<string> = new Set([
  'wordnet.princeton.edu',
  'github.com',
  'wordlist.aspell.net',
  'www.speech.cs.cmu.edu',
  'creativecommons.org',
  'opensource.org',
  'www.npmjs.com',
])

/** Whether a URL is one of the page's own. Compares its parsed parts, never its text. */
export function isPageUrl(text: string): boolean {
  const url = parsed(text)
  return url?.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST && url.username === '' && url.password === ''
}

/** The URL to hand to the system's browser, or undefined when a link must not lead anywhere. */
export function externalUrl(text: string): string | undefined {
  const url = parsed(text)
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '') return undefined
  return EXTERNAL_HOSTS.has(url.hostname) ? url.href : undefined
}

/** Whether the window may send a request: to its own files, and for the developer tools' own interface. */
export function isAllowedRequest(text: string): boolean {
  return isPageUrl(text) || parsed(text)?.protocol === 'devtools:'
}

function parsed(text: string): URL | undefined {
  return URL.parse(text) ?? undefined
}
