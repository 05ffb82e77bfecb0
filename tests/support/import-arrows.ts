import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'

export interface Arrow {
  /** Importing file, relative to the project. */
  readonly from: string
  /** Imported file relative to the project, or the name of a package. */
  readonly to: string
}

interface Rule {
  readonly name: string
  /** Files the rule is about. */
  readonly from: RegExp
  /** What they must not import. */
  readonly never: RegExp
}

/** The arrows of ARCHITECTURE: shells → api → engine → ports; store and providers implement ports. */
export const RULES: readonly Rule[] = [
  {
    name: 'electron only in the desktop shell and the preload',
    from: /^(?!src-main\/shells\/desktop\/|src-main\/index\.ts$|src-preload\/index\.ts$)/,
    never: /^electron(\/|$)/,
  },
  {
    name: 'the engine knows ports: no SQL, no provider, no shell, no API',
    from: /^src-main\/engine\//,
    never: /^(better-sqlite3|@orpc\/|ws$|src-main\/(?!engine\/))/,
  },
  {
    name: 'the store knows the ports of the engine and nothing above',
    from: /^src-main\/store\//,
    never: /^src-main\/(engine\/(?!ports\/)|api|shells|providers|import|export|wordmill)/,
  },
  {
    name: 'providers know the ports of the engine and nothing above',
    from: /^src-main\/providers\//,
    never: /^src-main\/(engine\/(?!ports\/)|api|shells|store|import|export|wordmill)/,
  },
  {
    name: 'import and export stand alone',
    from: /^src-main\/(import|export)\//,
    never: /^src-main\/(?!import\/|export\/)|^better-sqlite3/,
  },
  { name: 'the API does not know its shells', from: /^src-main\/api\//, never: /^src-main\/(shells|wordmill)/ },
  {
    name: 'the page imports only the border',
    from: /^src-renderer\//,
    never: /^(src-main\/|node:|better-sqlite3|@orpc\/server)/,
  },
  { name: 'the border imports neither side', from: /^src-preload\//, never: /^(src-main|src-renderer)\// },
  { name: 'nothing that ships imports tests', from: /^src-/, never: /^tests\// },
]

// Static imports and exports, dynamic imports with a literal, require.
const IMPORT = /(?:^|[\s;}])(?:import|export)\b[^'"`;()]*?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/g

/** The arrows that a source text draws. */
export function arrowsOf(file: string, source: string): Arrow[] {
  const withoutComments = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')
  return [...withoutComments.matchAll(IMPORT)].map((match) => {
    const specifier = (match[1] ?? match[2]) as string
    return { from: file, to: specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier }
  })
}

export function violationsOf(arrows: readonly Arrow[]): string[] {
  return arrows.flatMap(({ from, to }) =>
    RULES.filter((rule) => rule.from.test(from) && rule.never.test(to)).map((rule) => `${from} → ${to}: ${rule.name}`),
  )
}

/** All arrows of a checkout's own source files. */
export function readArrows(root: string): Arrow[] {
  return ['src-main', 'src-preload', 'src-renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|cjs)$/.test(entry.name))
      .flatMap((entry) => {
        const path = join(entry.parentPath, entry.name)
        return arrowsOf(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'))
      }),
  )
}
