import { describe, expect, test } from 'vitest'
import { externalUrl, isAllowedRequest, isPageUrl, PAGE_URL } from '../../../src-main/shells/desktop/page-url.ts'

const foreign = [
  '',
  'app:',
  'app:wordmill',
  'app:/wordmill/',
  'app://',
  'app://wordmill.evil.example/',
  'app://evil/wordmill/',
  'app://wordmill@evil/',
  'app://user@wordmill/',
  'app://user:password@wordmill/',
  'app://wordmill:8080/',
  'apps://wordmill/',
  'app2://wordmill/',
  'http://wordmill/',
  'https://evil.example/?app://wordmill/',
  'https://evil.example/#app://wordmill/',
  'https://app:wordmill@evil.example/',
  'https://wordmill/',
  'file:///app://wordmill/',
  'data:text/html,app://wordmill/',
  'javascript:"app://wordmill/"',
  'blob:app://wordmill/0',
  'view-source:app://wordmill/',
  'about:blank',
  'app://wordmill%2eevil/',
  'app://word%6dill/',
]

describe('isPageUrl', () => {
  test.each([PAGE_URL, 'app://wordmill/assets/index.js?x=1#y', 'app://wordmill', 'APP://wordmill/'])(
    'takes %s',
    (url) => {
      expect(isPageUrl(url)).toBe(true)
    },
  )

  test.each(foreign)('does not take %j', (url) => {
    expect(isPageUrl(url)).toBe(false)
  })
})

describe('externalUrl', () => {
  test('gives the homes of the data sources as they are', () => {
    expect(externalUrl('https://wordnet.princeton.edu/')).toBe('https://wordnet.princeton.edu/')
    expect(externalUrl('https://github.com/open-dict-data/ipa-dict')).toBe('https://github.com/open-dict-data/ipa-dict')
  })

  test.each([
    ...foreign,
    'http://github.com/',
    'https://github.com.evil.example/',
    'https://evil.example/github.com',
    'https://github.com@evil.example/',
    'https://user:password@github.com/',
    'https://github.com:8443/',
    'https://gist.github.com/',
    'https://githüb.com/',
    'ssh://github.com/',
    'mailto:someone@github.com',
    'ms-settings:github.com',
    'file://github.com/share/run.exe',
    '\\\\github.com\\share',
  ])('opens nothing for %j', (url) => {
    expect(externalUrl(url)).toBeUndefined()
  })
})

describe('isAllowedRequest', () => {
  test('lets the page and the developer tools load their own files', () => {
    expect(isAllowedRequest('app://wordmill/assets/index.css')).toBe(true)
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html')).toBe(true)
  })

  test.each([...foreign, 'https://evil.example/devtools:', 'ws://127.0.0.1:1234/', 'http://127.0.0.1/', 'ftp://x/'])(
    'cancels %j',
    (url) => {
      expect(isAllowedRequest(url)).toBe(false)
    },
  )
})
