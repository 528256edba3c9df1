import createClient, { type Middleware } from 'openapi-fetch'
import type { paths as PersonnelPaths } from '../generated/personnel'
import type { paths as PlanningPaths } from '../generated/planning'
import type { paths as TrainingPaths } from '../generated/training'
import { currentLanguage } from '../i18n'
import { isForPaper } from '../app/printing'
import { purpose } from '../app/purpose'
import { ApiError, asProblem } from './problem'

/** Spring's `csrf.spa()`: the cookie is readable and its value goes back in a header on every unsafe request. */
export function csrfHeader(): Record<string, string> {
  const prefix = '__Host-XSRF-TOKEN='
  const token = document.cookie.split('; ').find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length)
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {}
}

const endings = new Set<() => void>()

/** Calls back when any service answers 401: the session is over, whatever page is open. */
export function onSessionEnd(callback: () => void): () => void {
  endings.add(callback)
  return () => endings.delete(callback)
}

/** A sign-in that is only too old for one answer ends nothing (RFC 9470). */
function noteAnswer(status: number, challenge: string | null) {
  if (status === 401 && !challenge?.includes('insufficient_user_authentication')) endings.forEach((callback) => callback())
}

/** Sends a file as it is and tells how much of it has gone, which no `fetch` does. */
export function sendFile<T>(address: string, file: File, headers: Record<string, string>, onProgress: (percent: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    const why = purpose()
    const all = {
      'Content-Type': 'application/octet-stream',
      'Accept-Language': currentLanguage(),
      'X-Requested-With': 'XMLHttpRequest',
      ...(why ? { 'OpenCadre-Purpose': why } : {}),
      ...csrfHeader(),
      ...headers,
    }
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? Math.floor((loaded / total) * 100) : 0)
    request.onerror = () => reject(new ApiError(0))
    request.onload = () => {
      noteAnswer(request.status, request.getResponseHeader('WWW-Authenticate'))
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as T)
      else reject(new ApiError(request.status, asProblem(body)))
    }
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whoever stands between may answer a page.
    return undefined
  }
}

const everyCall: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage())
    // Tells the gateway that this is a script, to be answered 401 and never sent to the login page.
    request.headers.set('X-Requested-With', 'XMLHttpRequest')
    const why = purpose()
    if (why) request.headers.set('OpenCadre-Purpose', why)
    if (isForPaper() && request.method === 'GET') request.headers.set('OpenCadre-Manner', 'FILE')
    if (!['GET', 'HEAD'].includes(request.method)) {
      for (const [name, value] of Object.entries(csrfHeader())) request.headers.set(name, value)
    }
    return request
  },
  onResponse({ response }) {
    noteAnswer(response.status, response.headers.get('WWW-Authenticate'))
    return undefined
  },
}

export const personnel = createClient<PersonnelPaths>({ baseUrl: '' })
export const training = createClient<TrainingPaths>({ baseUrl: '' })
export const planning = createClient<PlanningPaths>({ baseUrl: '' })
for (const client of [personnel, training, planning]) client.use(everyCall)

/** The body of a good answer; anything else is thrown as an `ApiError`. A service that cannot be reached has status 0. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const result = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0)
  })
  if (!result.response.ok || result.data === undefined) throw new ApiError(result.response.status, asProblem(result.error))
  return result.data
}
