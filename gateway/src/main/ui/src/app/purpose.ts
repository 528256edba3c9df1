import { useSyncExternalStore } from 'react'

/** Codes of `contracts/access/purposes.csv`, in its order. */
export const PURPOSES = ['RECORD', 'APPOINTMENT', 'PLANNING', 'EVALUATION', 'TRAINING', 'INSPECTION', 'REPORT', 'SELF'] as const
export type Purpose = (typeof PURPOSES)[number]

const KEY = 'opencadre.purpose'
const listeners = new Set<() => void>()

/** To what purpose this tab looks at what is sensitive; the services write it into their audit. None until it is said. */
export function purpose(): Purpose | undefined {
  const kept = sessionStorage.getItem(KEY)
  return PURPOSES.find((code) => code === kept)
}

export function setPurpose(code: Purpose | undefined) {
  if (code) sessionStorage.setItem(KEY, code)
  else sessionStorage.removeItem(KEY)
  listeners.forEach((listener) => listener())
}

export function usePurpose(): Purpose | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, purpose)
}
