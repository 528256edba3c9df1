import { queryOptions } from '@tanstack/react-query'
import { answer, planning } from '../api/client'
import type { ManagementScope, PreApprovalMode } from '../api/types'
import type { Day } from '../app/dates'

export const preApprovalQuery = queryOptions({
  queryKey: ['pre-approval'],
  queryFn: ({ signal }) => answer(planning.GET('/api/planning/pre-approval', { signal })),
  staleTime: 30_000,
})

export const sayPreApproval = (managementScope: ManagementScope, body: { mode: PreApprovalMode; validFrom: Day; reason: string }) =>
  answer(planning.PUT('/api/planning/pre-approval/{managementScope}', { params: { path: { managementScope } }, body }))
