/** The given name comes last and carries the weight: people are sorted and called by it. */
export function PersonName({ name }: { name: string }) {
  const cut = name.trimEnd().lastIndexOf(' ') + 1
  return (
    <span className="person-name">
      {name.slice(0, cut)}
      <b>{name.slice(cut)}</b>
    </span>
  )
}

/** First letters of family and given name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toLocaleUpperCase('vi') ?? '').join('')
}
