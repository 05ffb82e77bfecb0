import type { FileHandles } from './file-handles.ts'

export type ShellKind = 'desktop' | 'browser' | 'terminal'

/** Where an export ended up, as the page is told: never a path. */
export type ExportDelivery =
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'download'; readonly url: string; readonly fileName: string }
  | { readonly kind: 'cancelled' }

export interface ExportOffer {
  /** Safe on Windows, macOS and Linux. */
  readonly fileName: string
  readonly mediaType: string
  /** Writes the export to `path`, whole or not at all. */
  readonly write: (path: string) => Promise<void>
}

/** What a shell (desktop window, loopback browser, terminal) does for the API. */
export interface Shell {
  readonly kind: ShellKind
  /** Files the person gave this shell; the page only ever holds their handles. */
  readonly files: FileHandles
  /** Asks where to put an export (or offers it for download) and writes it there. */
  deliverExport(offer: ExportOffer): Promise<ExportDelivery>
}
