import { queryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Delegations, NewDelegation } from '../api/types'

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/delegations', { signal })),
})

export const delegate = (body: NewDelegation, key: string): Promise<Delegations> =>
  answer(personnel.POST('/api/personnel/delegations', { params: { header: { 'Idempotency-Key': key } }, body }))

export const endDelegation = (grantId: string, reason: string, key: string): Promise<Delegations> =>
  answer(
    personnel.POST('/api/personnel/delegations/{grantId}/end', {
      params: { path: { grantId }, header: { 'Idempotency-Key': key } },
      body: { reason },
    }),
  )
