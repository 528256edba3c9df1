import { basisOf } from '../app/unitBasis'
import { SCOPES, type AgeBand, type Sex } from '../api/types'

/** What the list is counted by and narrowed to, beside name and unit. */
export const FACETS = ['sex', 'age', 'scope'] as const
export type Facet = (typeof FACETS)[number]

const VALUES = {
  sex: ['MALE', 'FEMALE'] satisfies Sex[],
  age: ['TO_30', 'FROM_31', 'FROM_41', 'FROM_51', 'FROM_56', 'OVER_60'] satisfies AgeBand[],
  scope: SCOPES,
} as const

/** What an address narrows a facet to; nothing where it says a value that is none, as one typed by hand may. */
export function facetOf<F extends Facet>(params: URLSearchParams, facet: F): (typeof VALUES)[F][number] | undefined {
  const value = params.get(facet)
  const values: readonly string[] = VALUES[facet]
  return value !== null && values.includes(value) ? (value as (typeof VALUES)[F][number]) : undefined
}

/** The code of a title of the catalogue. */
export const titleOf = (params: URLSearchParams): string | undefined => /^[A-Z0-9_]{2,40}$/.exec(params.get('title') ?? '')?.[0]

/** What of the list's address is its filter: neither the day, which the bar above says, nor the page that was open. */
export function filterOf(params: URLSearchParams): string {
  const filter = new URLSearchParams()
  for (const name of ['q', 'unit']) {
    const value = params.get(name)
    if (value) filter.set(name, value)
  }
  if (params.get('unit') && basisOf(params) === 'SUCCESSOR') filter.set('basis', 'SUCCESSOR')
  for (const facet of FACETS) {
    const value = facetOf(params, facet)
    if (value) filter.set(facet, value)
  }
  const title = titleOf(params)
  if (title) filter.set('title', title)
  return filter.toString()
}

/**
 * The filter of the list after somebody looked for words. On the list the rest of the filter stays, as its chips say;
 * from another page the search is over everybody in scope, whatever unit that page is about.
 */
export function searchedFor(words: string, pathname: string, params: URLSearchParams): Record<string, string> {
  const filter = new URLSearchParams(pathname === '/people' ? filterOf(params) : '')
  filter.delete('q')
  return { ...(words.trim() ? { q: words.trim() } : {}), ...Object.fromEntries(filter) }
}
