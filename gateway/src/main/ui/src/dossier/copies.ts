/**
 * When each service last said how new its copy of a person was, so that a service that is down can still be shown with the
 * age of its data. Only the number and the moment are kept: no name, no post.
 */
export interface KnownCopy {
  revision: number
  appliedAt: string
}

const KEY = 'opencadre.copies'
const MOST = 200

const read = (): [string, KnownCopy][] => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as [string, KnownCopy][]
  } catch {
    return []
  }
}

export function rememberCopy(service: string, personId: string, { revision, appliedAt }: KnownCopy) {
  const key = `${service}/${personId}`
  const others = read().filter(([other]) => other !== key)
  localStorage.setItem(KEY, JSON.stringify([...others, [key, { revision, appliedAt }]].slice(-MOST)))
}

export const knownCopy = (service: string, personId: string): KnownCopy | undefined =>
  read().find(([key]) => key === `${service}/${personId}`)?.[1]

export const forgetCopies = () => localStorage.removeItem(KEY)

/** Only against a record that is known: while personnel-service is away nothing is claimed. */
export const isBehind = (copy: { revision: number }, revision: number | undefined): boolean =>
  revision !== undefined && copy.revision < revision
