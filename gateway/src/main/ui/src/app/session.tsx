import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { answer, csrfHeader, onSessionEnd } from '../api/client'
import { ApiError } from '../api/problem'
import { forgetCopies } from '../dossier/copies'
import { Ended, Landing, Unreachable } from './Landing'

export interface Session {
  username: string
  name: string
  expiresAt: string
}

const RETURN_TO = 'opencadre.returnTo'
const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('outside of a session')
  return session
}

async function fetchSession(): Promise<Session | null> {
  const call = fetch('/session', { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } })
  try {
    return await answer<Session>(call.then(async (response) => ({ response, data: response.ok ? ((await response.json()) as Session) : undefined })))
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

/** Leaves for the identity provider, remembering the address so that the work goes on where it stopped. */
export function login() {
  leaveFor('/oauth2/authorization/keycloak')
}

/** The same although signed in: the provider asks for the password (and the code) again. */
export function loginAgain() {
  leaveFor('/oauth2/authorization/keycloak?again')
}

/** Leaves for the provider's page on which one sets another password, or a code from another device. */
export function changeSignIn(what: 'password' | 'code') {
  leaveFor(`/oauth2/authorization/keycloak?change=${what}`)
}

function leaveFor(address: string) {
  sessionStorage.setItem(RETURN_TO, window.location.pathname + window.location.search)
  window.location.assign(address)
}

export async function logout() {
  forgetCopies()
  sessionStorage.removeItem(RETURN_TO)
  // Not followed: the end of the session at the identity provider is a page of another origin, to be navigated to.
  const response = await fetch('/logout', { method: 'POST', headers: csrfHeader(), redirect: 'manual' })
  window.location.assign(response.headers.get('Location') ?? '/')
}

/** Puts the remembered address back before the router reads it. Only a path of our own is accepted. */
function restoreAddress() {
  const address = sessionStorage.getItem(RETURN_TO)
  if (!address) return
  sessionStorage.removeItem(RETURN_TO)
  if (/^\/(?![/\\])/.test(address)) window.history.replaceState(null, '', address)
}

export function SessionGate({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [ended, setEnded] = useState(false)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: fetchSession,
    // Asked again once it should have run out, so that no dossier stays on an unattended screen.
    refetchInterval: (query) => (query.state.data ? msUntil(query.state.data.expiresAt) : false),
  })
  const known = data !== undefined
  const signedIn = !!data
  const [restored, setRestored] = useState(false)

  useEffect(() => onSessionEnd(() => setEnded(true)), [])
  useEffect(() => {
    if (signedIn) {
      restoreAddress()
      setRestored(true)
    }
  }, [signedIn])

  const over = ended || (restored && known && !signedIn)
  useEffect(() => {
    // What was read under the old rights goes with them.
    if (over) queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  }, [over, queries])

  const session = useMemo(() => data ?? null, [data])
  if (over) return <Ended onLogin={login} />
  if (session) return restored ? <SessionContext value={session}>{children}</SessionContext> : null
  if (known) return <Landing onLogin={login} />
  return error && !isPending ? <Unreachable onRetry={() => void refetch()} /> : null
}

function msUntil(instant: string): number | false {
  const left = new Date(instant).getTime() - Date.now() + 1500
  // Timers overflow beyond 24 days.
  return Number.isFinite(left) && left < 2_000_000_000 ? Math.max(left, 5_000) : false
}
