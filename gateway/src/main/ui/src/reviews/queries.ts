import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Marks, NewReview, Review, ReviewLine, Standing } from './types'

export const reviewsQuery = infiniteQueryOptions({
  queryKey: ['reviews'],
  queryFn: ({ pageParam, signal }) => answer(personnel.GET('/api/personnel/reviews', { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
})

export const reviewQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['review', reviewId],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/reviews/{reviewId}', { params: { path: { reviewId } }, signal })),
    retry: false,
    staleTime: 0,
  })

export const reviewQualityQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['review', reviewId, 'quality'],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/reviews/{reviewId}/quality', { params: { path: { reviewId } }, signal })),
    retry: false,
  })

export interface DossierFilter {
  unit?: string
  standing?: Standing
}

export const dossiersQuery = (reviewId: string, filter: DossierFilter) =>
  infiniteQueryOptions({
    queryKey: ['review', reviewId, 'dossiers', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        personnel.GET('/api/personnel/reviews/{reviewId}/dossiers', { params: { path: { reviewId }, query: { ...filter, cursor: pageParam, limit: 50 } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    retry: false,
    staleTime: 0,
  })

/** What was said changes the round, its lists, and what waits. */
export function acceptReview(queries: QueryClient, next: Review): void {
  queries.setQueryData(reviewQuery(next.line.id).queryKey, next)
  for (const key of [['reviews'], ['work'], ['review', next.line.id, 'dossiers']]) void queries.invalidateQueries({ queryKey: key })
}

export const openReview = (body: NewReview, key: string): Promise<Review> =>
  answer(personnel.POST('/api/personnel/reviews', { params: { header: { 'Idempotency-Key': key } }, body }))

export const closeReview = ({ id, revision }: ReviewLine, key: string): Promise<Review> =>
  answer(
    personnel.POST('/api/personnel/reviews/{reviewId}/close', {
      params: { path: { reviewId: id }, header: { 'If-Match': `"${revision}"`, 'Idempotency-Key': key } },
    }),
  )

export const markDossiers = (reviewId: string, body: Marks, key: string): Promise<Review> =>
  answer(personnel.POST('/api/personnel/reviews/{reviewId}/marks', { params: { path: { reviewId }, header: { 'Idempotency-Key': key } }, body }))
