import type { ImportRun } from '../api/types'

/** Whether it has not ended. */
export const goesOn = ({ state }: ImportRun) => state === 'WAITING' || state === 'RUNNING'

/** Hundredths that are done. Full is what has ended: the last lines are done before the last check. */
export function percentOf({ state, phase, lines, of }: ImportRun): number {
  if (state === 'ENDED') return 100
  if (state !== 'RUNNING' || phase === 'READING' || of === 0) return 0
  return Math.min(99, Math.floor((lines / of) * 100))
}

/** What is done. */
export const sortOf = ({ trial, undoing }: ImportRun) => (undoing ? 'undoing' : trial ? 'trial' : 'real')
