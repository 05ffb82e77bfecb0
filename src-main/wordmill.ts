import packageJson from '../package.json' with { type: 'json' }
import { MAX_WORDS } from '../src-preload/contract.ts'
import { settingsSchema } from '../src-preload/model.ts'
import { type ControlSocket, openControlSocket } from './api/control-socket.ts'
import { createRouter, type Router } from './api/router.ts'
import type { AppInfo, Services, SettingsService } from './api/services.ts'
import type { Shell } from './api/shell.ts'
import { Engine } from './engine/engine.ts'
import type { Provider } from './engine/ports/provider.ts'
import { samples } from './import/samples.ts'
import { StagedLists } from './import/staged-lists.ts'
import { readDictionaryInfo } from './providers/offline/dictionary.ts'
import { notices } from './providers/offline/notices.ts'
import { openOfflineProvider } from './providers/offline/offline-provider.ts'
import { Library } from './store/library.ts'
import { createSystemClock } from './system-clock.ts'

export interface WordmillOptions {
  /** Folder of the library; created when it does not exist. */
  readonly library: string
  /** The built dictionary file. */
  readonly dictionary: string
  readonly shell: Shell
  /** `hold` starts no work and needs no dictionary: for a visit that only reads or cancels. Default `run`. */
  readonly mode?: 'run' | 'hold'
}

export interface Wordmill {
  readonly router: Router
  /** Stops taking work, waits up to 5 s for calls in flight, aborts the rest, commits and closes. Safe to call twice. */
  close(): Promise<void>
}

/**
 * Opens a library and everything that works on it. Every shell calls this and nothing else.
 *
 * @throws WordmillError LIBRARY_IN_USE, LIBRARY_FROM_FUTURE, LIBRARY_UNUSABLE, DICTIONARY_MISSING
 */
export async function openWordmill(options: WordmillOptions): Promise<Wordmill> {
  const { library: folder, dictionary, shell, mode = 'run' } = options
  const undo = new AsyncDisposableStack()
  try {
    const library = undo.adopt(Library.open(folder), (it) => it.close())
    const providers: Provider[] = []
    if (mode === 'run') {
      providers.push(undo.adopt(await openOfflineProvider({ file: dictionary }), (it) => it.close()))
    }
    const clock = createSystemClock()
    const settings = settingsOf(library)
    const engine = undo.adopt(new Engine({ store: library.store, providers, clock, settings: settings.get() }), (it) =>
      it.stop(),
    )
    const services: Services = {
      engine,
      reader: library.reader,
      stagedLists: new StagedLists(clock),
      shell,
      settings: {
        get: settings.get,
        update(patch) {
          const updated = settings.update(patch)
          engine.configure(updated)
          return updated
        },
      },
      info: () => appInfo(shell, dictionary),
      notices,
      reportBug: (error) => console.error('unexpected error:', error),
    }
    const router = createRouter(services)
    engine.start(mode)
    if (mode === 'run') library.backUp(clock.now()).catch((error) => services.reportBug(error))
    undo.adopt<ControlSocket>(await openControlSocket(folder, router), (it) => it.close())
    let closing: Promise<void> | undefined
    return {
      router,
      close() {
        closing ??= undo.disposeAsync()
        return closing
      },
    }
  } catch (error) {
    await undo.disposeAsync()
    throw error
  }
}

function appInfo(shell: Shell, dictionary: string): AppInfo {
  return {
    version: packageJson.version,
    shell: shell.kind,
    maxWords: MAX_WORDS,
    dictionary: dictionaryInfo(dictionary),
    samples: samples.map(({ id, name, description }) => ({ id, name, description })),
  }
}

function dictionaryInfo(file: string): AppInfo['dictionary'] {
  try {
    const { lemmas, version } = readDictionaryInfo(file)
    return { isReady: true, lemmas, version }
  } catch {
    return { isReady: false, lemmas: 0, version: '' }
  }
}

/** The settings as they are stored; ones that do not fit any more count as never set. */
function settingsOf({ settings }: Library): SettingsService {
  const get = () => {
    const stored = settingsSchema.safeParse(settings.read('engine') ?? {})
    return stored.success ? stored.data : settingsSchema.parse({})
  }
  return {
    get,
    update(patch) {
      const updated = settingsSchema.parse({ ...get(), ...patch })
      settings.write('engine', updated)
      return updated
    },
  }
}

export type { Backup } from './store/backups.ts'
export { recoverLibrary } from './store/recover-library.ts'
