import { RPCLink } from '@orpc/client/message-port'
import { CONNECT_MESSAGE, type PageBridge } from '../../src-preload/page-bridge.ts'
import type { CallContext, ShellBridge, Transport } from './transport.ts'

/** Reaches main over a MessagePort that the preload passes on. */
export function createDesktopBridge(bridge: PageBridge): ShellBridge {
  return {
    goneSentence: 'Wordmill does not answer any more. Close it and open it again: your jobs are kept.',
    openTransport,
    async claimFile(file) {
      const [claimed] = await bridge.claimFiles([file])
      if (claimed === undefined) throw new Error(`“${file.name}” could not be opened. Choose it again.`)
      return claimed
    },
  }
}

function openTransport(): Transport {
  const { port1, port2 } = new MessageChannel()
  const closed = new Promise<void>((resolve) => port1.addEventListener('close', () => resolve(), { once: true }))
  const link = new RPCLink<CallContext>({ port: port1 })
  port1.start()
  window.postMessage(CONNECT_MESSAGE, window.location.origin, [port2])
  // A port queues what is posted before the other side listens, so it is usable at once.
  return { link, opened: Promise.resolve(), closed }
}
