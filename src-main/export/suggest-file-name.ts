/** Longest name without the extension, in UTF-8 bytes; file systems allow 255 for the whole. */
const MAX_BYTES = 150
/** Names Windows keeps for devices, whatever the extension. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu

/**
 * A file name for the export of a job that Windows, macOS and Linux all accept: no path, no reserved characters or
 * device names, no leading dot or dash, no trailing dot or space, not too long.
 *
 * @param fileExtension without the dot
 */
export function suggestFileName(jobName: string, fileExtension: string): string {
  const allowed = jobName
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/gu, ' ')
    .replace(/\s*[<>:"/\\|?*]+\s*/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.\-~]+/u, '')
  const name = shortened(allowed).replace(/[\s.]+$/u, '')
  if (name === '') return `words.${fileExtension}`
  return `${DEVICE_NAME.test(name) ? `_${name}` : name}.${fileExtension}`
}

function shortened(name: string): string {
  let bytes = 0
  let end = 0
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > MAX_BYTES) break
    end += character.length
  }
  return name.slice(0, end)
}
