import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { AgeBand, ManagementScope, Person, SavedFilter, Sex, UnitBasis } from '../api/types'
import type { Day } from '../app/dates'

export const PAGE_SIZE = 50

export interface PeopleFilter {
  q?: string
  unit?: string
  basis?: UnitBasis
  sex?: Sex
  age?: AgeBand
  scope?: ManagementScope
  title?: string
  asOf?: Day
}

export const peopleQuery = (filter: PeopleFilter, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['people', 'page', filter, cursor],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/people', { params: { query: { ...filter, cursor, limit: PAGE_SIZE } }, signal })),
    placeholderData: keepPreviousData,
  })

export const countQuery = (filter: PeopleFilter) =>
  queryOptions({
    queryKey: ['people', 'count', filter],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/people/count', { params: { query: filter }, signal })),
  })

export const facetsQuery = (filter: PeopleFilter) =>
  queryOptions({
    queryKey: ['people', 'facets', filter],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/people/facets', { params: { query: filter }, signal })),
  })

export const savedFiltersQuery = queryOptions({
  queryKey: ['saved-filters'],
  queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/saved-filters', { signal })),
})

export const putSavedFilter = ({ id, name, query }: SavedFilter) =>
  answer(personnel.PUT('/api/personnel/saved-filters/{filterId}', { params: { path: { filterId: id } }, body: { name, query } }))

export const removeSavedFilter = (filterId: string) =>
  answer(personnel.POST('/api/personnel/saved-filters/{filterId}/remove', { params: { path: { filterId } } }))

export const personQuery = (personId: string, asOf: Day | undefined) =>
  queryOptions({
    queryKey: [...personKey(personId), asOf ?? 'today'],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/people/{personId}', { params: { path: { personId }, query: { asOf } }, signal })),
  })

export const historyQuery = (personId: string) =>
  queryOptions({
    queryKey: ['history', personId],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/people/{personId}/history', { params: { path: { personId } }, signal })),
  })

export const idNumberKey = (personId: string) => ['id-number', personId] as const

export const idNumberQuery = (personId: string) =>
  queryOptions({
    queryKey: idNumberKey(personId),
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/people/{personId}/id-number', { params: { path: { personId } }, signal })),
    retry: false,
  })

/** Drops what a number that was put right made old: the revision of the person is another. */
export function numberChanged(queries: QueryClient, personId: string) {
  for (const queryKey of [personKey(personId), idNumberKey(personId), ['people'], ['history', personId], ['source', personId]]) {
    void queries.invalidateQueries({ queryKey })
  }
}

/** Takes over the answer to a change and drops what it made old, the copies of other services among it. */
export function acceptChange(queries: QueryClient, person: Person) {
  // Days other than today are asked for again when they are next looked at.
  void queries.invalidateQueries({ queryKey: ['person', person.id], refetchType: 'none' })
  queries.setQueryData(personQuery(person.id, undefined).queryKey, person)
  for (const queryKey of [['people'], ['history', person.id], ['source', person.id], idNumberKey(person.id)]) void queries.invalidateQueries({ queryKey })
}

export const personKey = (personId: string) => ['person', personId] as const

export const etag = (revision: number): string => `"${revision}"`
