import type { WorkItem } from '../api/types'
import type { WorkService } from './queries'

export type Work = WorkItem & { service: WorkService }

/** What waits in each service as one list, longest waiting first. */
export const merged = (services: readonly { service: WorkService; items: readonly WorkItem[] }[]): Work[] =>
  services
    .flatMap(({ service, items }) => items.map((item) => ({ ...item, service })))
    .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since) || a.id.localeCompare(b.id))
