import { useSearchParams } from 'react-router'
import { basisOf } from '../app/unitBasis'
import { type Facet, facetOf, titleOf } from './filterOf'

/**
 * The list's state, all of it in the URL. A keyset knows only its next page, so the way back is the stack of cursors that
 * led here: `c` repeated, the last being the page shown.
 */
export function usePeopleAddress() {
  const [params, setParams] = useSearchParams()
  const cursors = params.getAll('c')

  const setCursors = (next: string[]) =>
    setParams((current) => {
      current.delete('c')
      next.forEach((cursor) => current.append('c', cursor))
      return current
    })

  return {
    q: params.get('q') ?? undefined,
    unit: params.get('unit') ?? undefined,
    basis: params.get('unit') ? basisOf(params) : undefined,
    sex: facetOf(params, 'sex'),
    age: facetOf(params, 'age'),
    scope: facetOf(params, 'scope'),
    title: titleOf(params),
    cursors,
    cursor: cursors.at(-1),
    next: (cursor: string) => setCursors([...cursors, cursor]),
    previous: () => setCursors(cursors.slice(0, -1)),
    filter: (change: { q?: string; unit?: string; basis?: string; title?: string } & Partial<Record<Facet, string>>) =>
      setParams((current) => {
        for (const [name, value] of Object.entries(change)) {
          if (value) current.set(name, value)
          else current.delete(name)
        }
        if (!current.get('unit')) current.delete('basis')
        current.delete('c')
        return current
      }),
  }
}
