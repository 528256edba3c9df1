import { queryOptions, useQuery } from '@tanstack/react-query'
import { answer, personnel, planning } from '../api/client'

/** What a paper is asked for as. */
export const PAPERS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type Paper = keyof typeof PAPERS
export type PrintingService = 'personnel' | 'planning'

/** Of a request: the kind of paper, taken as a file. */
export const asPaper = (paper: Paper) => ({ headers: { Accept: PAPERS[paper] }, parseAs: 'blob' as const })
export type AsPaper = ReturnType<typeof asPaper>

const printingQuery = (service: PrintingService) =>
  queryOptions({
    queryKey: ['printing', service],
    queryFn: ({ signal }) =>
      answer(service === 'personnel' ? personnel.GET('/api/personnel/printing', { signal }) : planning.GET('/api/planning/printing', { signal })),
    staleTime: Infinity,
  })

/** The kinds of paper that a service can make; Word alone until it says more. */
export function usePapers(service: PrintingService): readonly Paper[] {
  return useQuery(printingQuery(service)).data?.pdf ? ['docx', 'pdf'] : ['docx']
}
