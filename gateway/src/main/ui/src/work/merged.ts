import type { WorkItem } from '../api/types'
import type { WorkService } from './queries'

export type Work = WorkItem & { service: WorkService }

/** Whether it is a seat that nobody holds any more: nothing falls due of it, and nobody knows since when. */
export const isVacant = ({ type, day }: Pick<WorkItem, 'type' | 'day'>, today: string): boolean =>
  type === 'SEAT_FALLS_VACANT' && day !== undefined && day <= today

/** What waits in each service as one list, longest waiting first. */
export const merged = (services: readonly { service: WorkService; items: readonly WorkItem[] }[]): Work[] =>
  services
    .flatMap(({ service, items }) => items.map((item) => ({ ...item, service })))
    .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since) || a.id.localeCompare(b.id))
