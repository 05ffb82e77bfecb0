import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CLAIM_FILES_CHANNEL, type ClaimAnswer, CONNECT_MESSAGE, type PageBridge } from './page-bridge.ts'

// The page posts one end of a MessageChannel to its own window; it is passed on to main, which checks who sent it.
window.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.source !== window || event.data !== CONNECT_MESSAGE || port === undefined) return
  ipcRenderer.postMessage(CONNECT_MESSAGE, null, [port])
})

const bridge: PageBridge = {
  async claimFiles(files) {
    const answer: ClaimAnswer = await ipcRenderer.invoke(CLAIM_FILES_CHANNEL, files.map(webUtils.getPathForFile))
    if ('refusal' in answer) throw new Error(answer.refusal)
    return answer.files
  },
}
contextBridge.exposeInMainWorld('wordmill', bridge)
