/** A message as it travels between Node and the page: structured clone has no JSON, so bytes are marked. */
export type WireValue =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly base64: string }

/** What the preload's side tells main, through a binding that only carries strings. */
export type FromPreload =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'post'; readonly channel: string; readonly message: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'port-message'; readonly port: number; readonly data: WireValue }
  | { readonly kind: 'port-close'; readonly port: number }

export function toWire(data: unknown): WireValue {
  if (data instanceof ArrayBuffer) return { kind: 'bytes', base64: Buffer.from(data).toString('base64') }
  if (ArrayBuffer.isView(data)) {
    return { kind: 'bytes', base64: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64') }
  }
  return { kind: 'json', value: data }
}

export function fromWire(data: WireValue): unknown {
  return data.kind === 'json' ? data.value : new Uint8Array(Buffer.from(data.base64, 'base64'))
}
