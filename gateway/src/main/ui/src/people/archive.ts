/** Each file of an archive begins with these: PK, 3, 4. */
const BEGINNING = [0x50, 0x4b, 0x03, 0x04]

/** Reads an archive as it comes and tells how many of its files have begun; an archive that ends in the middle is an error. */
export async function filesIn(stream: ReadableStream<Uint8Array<ArrayBuffer>>, onFile: (files: number) => void): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = stream.getReader()
  let files = 0
  let matched = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return parts
    parts.push(value)
    const before = files
    for (const byte of value) {
      matched = byte === BEGINNING[matched] ? matched + 1 : byte === BEGINNING[0] ? 1 : 0
      if (matched === BEGINNING.length) {
        files += 1
        matched = 0
      }
    }
    if (files !== before) onFile(files)
  }
}
