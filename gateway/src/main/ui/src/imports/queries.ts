import { queryOptions } from '@tanstack/react-query'
import { answer, personnel, planning, training } from '../api/client'
import { isPaused } from '../api/problem'
import type { ImportReport, ImportRun, UndoReport } from '../api/types'
import { save } from '../app/save'
import { goesOn } from './runs'

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

/** Between two looks at what goes on, in milliseconds. */
const EVERY = 1000

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

/** What was sent is answered within a second, or goes on by itself and is asked for. */
function post(service: ImportService, file: File, trial: boolean, key: string): Promise<ImportReport | ImportRun> {
  const params = { query: { file: file.name, trial }, header: { 'Idempotency-Key': key, Prefer: 'respond-async, wait=1' } }
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

function runOf(service: ImportService, runId: string): Promise<ImportRun> {
  const params = { path: { runId } }
  switch (service) {
    case 'personnel':
      return answer(personnel.GET('/api/personnel/imports/runs/{runId}', { params }))
    case 'training':
      return answer(training.GET('/api/training/imports/runs/{runId}', { params }))
    case 'planning':
      return answer(planning.GET('/api/planning/imports/runs/{runId}', { params }))
  }
}

export function reportOf(service: ImportService, runId: string): Promise<ImportReport | UndoReport> {
  const params = { path: { runId } }
  switch (service) {
    case 'personnel':
      return answer(personnel.GET('/api/personnel/imports/runs/{runId}/report', { params }))
    case 'training':
      return answer(training.GET('/api/training/imports/runs/{runId}/report', { params }))
    case 'planning':
      return answer(planning.GET('/api/planning/imports/runs/{runId}/report', { params }))
  }
}

export function cancelRun(service: ImportService, runId: string): Promise<ImportRun> {
  const params = { path: { runId } }
  switch (service) {
    case 'personnel':
      return answer(personnel.POST('/api/personnel/imports/runs/{runId}/cancel', { params }))
    case 'training':
      return answer(training.POST('/api/training/imports/runs/{runId}/cancel', { params }))
    case 'planning':
      return answer(planning.POST('/api/planning/imports/runs/{runId}/cancel', { params }))
  }
}

/** Workbooks of the last day that were not answered at once; looked at every second while one goes on. */
export const runsQuery = (service: ImportService) =>
  queryOptions({
    queryKey: ['import-runs', service],
    queryFn: ({ signal }) => {
      switch (service) {
        case 'personnel':
          return answer(personnel.GET('/api/personnel/imports/runs', { signal }))
        case 'training':
          return answer(training.GET('/api/training/imports/runs', { signal }))
        case 'planning':
          return answer(planning.GET('/api/planning/imports/runs', { signal }))
      }
    },
    select: ({ items }) => items,
    refetchInterval: ({ state }) => (state.data?.items.some(goesOn) ? EVERY : false),
  })

/** What was asked for goes on by itself: waits until it ends, however long that takes, and reads what came of it. */
async function ended(service: ImportService, sent: ImportRun): Promise<ImportReport | UndoReport> {
  for (let run: ImportRun | undefined = sent; !run || goesOn(run); ) {
    await new Promise((resolve) => setTimeout(resolve, EVERY))
    // A service that is away for a moment goes on, or says later that it was broken off.
    run = await runOf(service, sent.id).catch((error: unknown) => {
      if (isPaused(error)) return undefined
      throw error
    })
  }
  return reportOf(service, sent.id)
}

/** Sends a book and waits for its report; `onAccepted` hears when it goes on by itself. */
export async function sendWorkbook(service: ImportService, file: File, trial: boolean, key: string, onAccepted: () => void): Promise<ImportReport> {
  const sent = await post(service, file, trial, key)
  if (!('phase' in sent)) return sent
  onAccepted()
  return (await ended(service, sent)) as ImportReport
}

function postUndo(service: ImportService, batchId: string): Promise<UndoReport | ImportRun> {
  const params = { path: { batchId }, header: { Prefer: 'respond-async, wait=1' } }
  switch (service) {
    case 'personnel':
      return answer(personnel.POST('/api/personnel/imports/{batchId}/undo', { params }))
    case 'training':
      return answer(training.POST('/api/training/imports/{batchId}/undo', { params }))
    case 'planning':
      return answer(planning.POST('/api/planning/imports/{batchId}/undo', { params }))
  }
}

/** Takes a batch back and waits for its report, as {@link sendWorkbook}. */
export async function undoBatch(service: ImportService, batchId: string, onAccepted: () => void): Promise<UndoReport> {
  const sent = await postUndo(service, batchId)
  if (!('phase' in sent)) return sent
  onAccepted()
  return (await ended(service, sent)) as UndoReport
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

/** Those of units, seats, titles and terms of office, and the right that each asks for. */
export const ORGANISATION_SHEETS = ['UNIT', 'SEAT', 'TITLE', 'TERM'] as const
export const ORGANISATION_ACTION: Record<(typeof ORGANISATION_SHEETS)[number], string> = {
  UNIT: 'unit.write',
  SEAT: 'seat.write',
  TITLE: 'title.write',
  TERM: 'seat.write',
}

/** Takes out what stands of a unit and below, or of all in reach, as a file. */
export async function takeOut(unit: string | undefined, sheet: string[]): Promise<void> {
  const asked = { params: { query: { unit, sheet } }, parseAs: 'blob' as const }
  const isOfPeople = sheet.some((code) => !(ORGANISATION_SHEETS as readonly string[]).includes(code))
  save(await answer(personnel.GET('/api/personnel/imports/workbook', asked)), isOfPeople ? 'can-bo.xlsx' : 'to-chuc.xlsx')
}
