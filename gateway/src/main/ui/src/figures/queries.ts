import { queryOptions } from '@tanstack/react-query'
import { answer, planning } from '../api/client'
import type { FigureBasis } from '../api/types'
import type { Day } from '../app/dates'
import type { AsPaper } from '../app/paper'

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: ({ signal }) => answer(planning.GET('/api/planning/programmes', { signal })),
})

/** While another day or other boundaries are on their way the old figures stay, under the day that they are of. */
export const figuresQuery = (programmeId: string, asOf: Day | undefined, basis: FigureBasis) =>
  queryOptions({
    queryKey: ['figures', programmeId, asOf ?? 'today', basis],
    queryFn: ({ signal }) =>
      answer(
        planning.GET('/api/planning/programmes/{programmeId}/figures', { params: { path: { programmeId }, query: { asOf, basis } }, signal }),
      ),
    placeholderData: (before) => (before?.programme.id === programmeId ? before : undefined),
  })

export const figureRowsQuery = (programmeId: string, code: string, asOf: Day) =>
  queryOptions({
    queryKey: ['figures', programmeId, 'rows', code, asOf],
    queryFn: ({ signal }) =>
      answer(
        planning.GET('/api/planning/programmes/{programmeId}/figures/{code}/rows', {
          params: { path: { programmeId, code }, query: { asOf } },
          signal,
        }),
      ),
  })

/** The figures of the page as a file. */
export const figuresDocument = (programmeId: string, asOf: Day, basis: FigureBasis) => (asked: AsPaper) =>
  answer(planning.GET('/api/planning/programmes/{programmeId}/figures/document', { params: { path: { programmeId }, query: { asOf, basis } }, ...asked }))
