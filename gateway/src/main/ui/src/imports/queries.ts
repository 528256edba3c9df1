import { queryOptions } from '@tanstack/react-query'
import { answer, personnel, planning, training } from '../api/client'
import type { ImportReport, UndoReport } from '../api/types'
import { save } from '../app/save'

/** Services that take workbooks. */
export const IMPORT_SERVICES = ['personnel', 'training', 'planning'] as const
export type ImportService = (typeof IMPORT_SERVICES)[number]

/** The right that each asks for. */
export const IMPORT_ACTION: Record<ImportService, string> = {
  personnel: 'record.import',
  training: 'learning.import',
  planning: 'plan.import',
}
export const IMPORT_ACTIONS = Object.values(IMPORT_ACTION)

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file goes out as it is. */
const binary = { headers: { 'Content-Type': XLSX }, bodySerializer: (body: unknown) => body as BodyInit }

export const batchesQuery = (service: ImportService) =>
  queryOptions({
    queryKey: ['imports', service],
    queryFn: ({ signal }) => {
      switch (service) {
        case 'personnel':
          return answer(personnel.GET('/api/personnel/imports', { signal }))
        case 'training':
          return answer(training.GET('/api/training/imports', { signal }))
        case 'planning':
          return answer(planning.GET('/api/planning/imports', { signal }))
      }
    },
    select: ({ items }) => items,
  })

export function sendWorkbook(service: ImportService, file: File, trial: boolean, key: string): Promise<ImportReport> {
  const params = { query: { file: file.name, trial }, header: { 'Idempotency-Key': key } }
  const body = file as unknown as string
  switch (service) {
    case 'personnel':
      return answer(personnel.POST('/api/personnel/imports', { params, body, ...binary }))
    case 'training':
      return answer(training.POST('/api/training/imports', { params, body, ...binary }))
    case 'planning':
      return answer(planning.POST('/api/planning/imports', { params, body, ...binary }))
  }
}

export function undoBatch(service: ImportService, batchId: string): Promise<UndoReport> {
  const params = { path: { batchId } }
  switch (service) {
    case 'personnel':
      return answer(personnel.POST('/api/personnel/imports/{batchId}/undo', { params }))
    case 'training':
      return answer(training.POST('/api/training/imports/{batchId}/undo', { params }))
    case 'planning':
      return answer(planning.POST('/api/planning/imports/{batchId}/undo', { params }))
  }
}

/** The sheets that the account may fill in. */
export const formsQuery = (service: ImportService) =>
  queryOptions({
    queryKey: ['import-forms', service],
    queryFn: ({ signal }) => {
      switch (service) {
        case 'personnel':
          return answer(personnel.GET('/api/personnel/imports/forms', { signal }))
        case 'training':
          return answer(training.GET('/api/training/imports/forms', { signal }))
        case 'planning':
          return answer(planning.GET('/api/planning/imports/forms', { signal }))
      }
    },
    select: ({ items }) => items,
  })

export const templateAddress = (service: ImportService) => `/api/${service}/imports/template`

/** Codes of the sheets that lines of people can be taken out in, besides the kinds of a CV. */
export const PERSON_SHEETS = ['IDENTITY', 'POST'] as const
export const CONDUCT_SHEETS = ['RATING', 'DISCIPLINE', 'HEALTH_CERTIFICATE', 'SUSPENSION', 'CONFIDENCE_VOTE'] as const

/** Takes out what stands of the people of a unit, or of all in reach, as a file. */
export async function takeOut(unit: string | undefined, sheet: string[]): Promise<void> {
  const asked = { params: { query: { unit, sheet } }, parseAs: 'blob' as const }
  save(await answer(personnel.GET('/api/personnel/imports/workbook', asked)), 'can-bo.xlsx')
}
