import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Merge, MergeSide, NewMerge } from '../api/types'
import { etag } from '../people/queries'

export const mergesKey = ['merges'] as const

export interface Choices {
  identityOf: MergeSide
  idNumberOf: MergeSide
  dropped: string[]
}

export const comparisonQuery = (kept: string, merged: string, choices: Choices) =>
  queryOptions({
    queryKey: [...mergesKey, 'comparison', kept, merged, choices],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/merges/comparison', { params: { query: { kept, merged, ...choices } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
  })

export const mergesQuery = infiniteQueryOptions({
  queryKey: [...mergesKey, 'list'],
  queryFn: ({ pageParam, signal }) => answer(personnel.GET('/api/personnel/merges', { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  retry: false,
})

export const mergeQuery = (mergeId: string) =>
  queryOptions({
    queryKey: [...mergesKey, mergeId],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/merges/{mergeId}', { params: { path: { mergeId } }, signal })),
    retry: false,
    staleTime: 0,
  })

export const prepareMerge = (body: NewMerge, key: string) =>
  answer(personnel.POST('/api/personnel/merges', { params: { header: { 'Idempotency-Key': key } }, body }))

export type MergeAct = 'approve' | 'withdraw' | 'undo'

export function act(merge: Merge, deed: MergeAct, reason: string | undefined, key: string) {
  const params = { path: { mergeId: merge.id }, header: { 'If-Match': etag(merge.revision), 'Idempotency-Key': key } }
  switch (deed) {
    case 'approve':
      return answer(personnel.POST('/api/personnel/merges/{mergeId}/approve', { params }))
    case 'withdraw':
      return answer(personnel.POST('/api/personnel/merges/{mergeId}/withdraw', { params }))
    case 'undo':
      return answer(personnel.POST('/api/personnel/merges/{mergeId}/undo', { params, body: { reason: reason ?? '' } }))
  }
}

/** Both records, lists of people and suspicions are others than a moment ago. */
export function changed(queries: QueryClient, merge: Merge) {
  void queries.invalidateQueries({ queryKey: mergesKey })
  void queries.invalidateQueries({ queryKey: ['quality'] })
  void queries.invalidateQueries({ queryKey: ['people'] })
  for (const id of [merge.keptId, merge.mergedId]) {
    void queries.invalidateQueries({ queryKey: ['person', id] })
    void queries.invalidateQueries({ queryKey: ['cv', id] })
  }
}
