/** What of the list's address is its filter: neither the day, which the bar above says, nor the page that was open. */
export function filterOf(params: URLSearchParams): string {
  const filter = new URLSearchParams()
  for (const name of ['q', 'unit', 'sex', 'age', 'scope']) {
    const value = params.get(name)
    if (value) filter.set(name, value)
  }
  return filter.toString()
}
