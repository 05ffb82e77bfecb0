import { basename, join } from 'node:path'
import type { MenuItemConstructorOptions, MessageBoxOptions, SaveDialogOptions, SaveDialogReturnValue } from 'electron'

/** Native parts that a test cannot click: what they were asked is printed, what they answer comes from outside. */
export const dialog = {
  async showSaveDialog(...args: readonly unknown[]): Promise<SaveDialogReturnValue> {
    const options = args.at(-1) as SaveDialogOptions
    const folder = process.env.ELECTRON_STAND_IN_SAVE_TO
    console.log(`[stand-in] save-dialog ${options.defaultPath}`)
    if (folder === undefined) return { canceled: true, filePath: '' }
    return { canceled: false, filePath: join(folder, basename(options.defaultPath ?? '')) }
  },

  /** Answers with the button that begins with ELECTRON_STAND_IN_ANSWER, or as if the box was closed. */
  async showMessageBox(...args: readonly unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    const { message, buttons = [], cancelId = 0 } = args.at(-1) as MessageBoxOptions
    console.log(`[stand-in] message-box ${message} ${buttons.join(' | ')}`)
    const wanted = process.env.ELECTRON_STAND_IN_ANSWER
    const index = wanted === undefined ? -1 : buttons.findIndex((button) => button.startsWith(wanted))
    return { response: index < 0 ? cancelId : index, checkboxChecked: false }
  },

  showErrorBox(title: string, content: string): void {
    console.log(`[stand-in] error-box ${title}: ${content}`)
  },
}

export const shell = {
  async openExternal(url: string): Promise<void> {
    console.log(`[stand-in] open-external ${url}`)
  },
}

export const nativeTheme = {
  shouldUseDarkColors: process.env.ELECTRON_STAND_IN_THEME === 'dark',
}

export class Menu {
  static #current: Menu | null = null
  readonly template: readonly MenuItemConstructorOptions[]

  private constructor(template: readonly MenuItemConstructorOptions[]) {
    this.template = template
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template)
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#current = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#current
  }
}
