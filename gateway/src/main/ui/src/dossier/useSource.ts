import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { answer, planning, training } from '../api/client'
import { ASK_AGAIN_EVERY } from '../api/paused'
import { hasStatus, isPaused } from '../api/problem'
import type { PersonPanel } from '../api/types'
import { isBehind, knownCopy, rememberCopy, type KnownCopy } from './copies'

export type Service = 'training' | 'planning'

const FOLLOW_FOR = 20_000
const FOLLOW_EVERY = 1_000

const ask = (service: Service, personId: string, signal: AbortSignal): Promise<PersonPanel> => {
  const parameters = { params: { path: { personId } }, signal }
  return service === 'training'
    ? answer(training.GET('/api/training/people/{personId}', parameters))
    : answer(planning.GET('/api/planning/people/{personId}', parameters))
}

/**
 * What one service holds of a person. It learns of a change by an event, so for a while after a change of the record
 * (`revision`) its copy is asked for every second until it has caught up.
 */
export function useSource(service: Service, personId: string, revision: number | undefined): Source {
  const followUntil = useRef(0)
  useEffect(() => {
    followUntil.current = Date.now() + FOLLOW_FOR
  }, [personId, revision])

  const query = useQuery({
    queryKey: ['source', personId, service],
    queryFn: async ({ signal }) => {
      const panel = await ask(service, personId, signal)
      rememberCopy(service, personId, panel.copy)
      return panel
    },
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => {
      if (isPaused(state.error)) return ASK_AGAIN_EVERY
      const behind = state.data ? isBehind(state.data.copy, revision) : hasStatus(state.error, 404)
      return behind && Date.now() < followUntil.current ? FOLLOW_EVERY : false
    },
  })

  if (query.isError && isPaused(query.error)) {
    return { state: 'paused', panel: query.data, copy: query.data?.copy ?? knownCopy(service, personId) }
  }
  if (query.isError) {
    if (hasStatus(query.error, 403)) return { state: 'forbidden' }
    if (hasStatus(query.error, 404)) return { state: 'missing' }
    return { state: 'failed', error: query.error, retry: () => void query.refetch() }
  }
  if (!query.data) return { state: 'loading' }
  return { state: isBehind(query.data.copy, revision) ? 'behind' : 'ready', panel: query.data, copy: query.data.copy }
}

export type Source =
  | { state: 'loading' | 'forbidden' | 'missing' }
  | { state: 'failed'; error: unknown; retry: () => void }
  | { state: 'paused'; panel?: PersonPanel; copy?: KnownCopy }
  | { state: 'ready' | 'behind'; panel: PersonPanel; copy: KnownCopy }
