/** Gives a file that was answered to whoever sits here: what is sensitive is asked for with its purpose, so it is no plain link. */
export function save(file: unknown, name: string) {
  const address = URL.createObjectURL(file as Blob)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}
