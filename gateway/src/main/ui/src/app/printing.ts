import type { QueryClient } from '@tanstack/react-query'

/** On the root while the page prints what was recorded as printed; without it, print.css leaves a dossier off the paper. */
const MARK = 'data-printing'

let asking = false

/** Whether what is asked for now goes onto paper, which the services write into their audit. */
export const isForPaper = () => asking

/**
 * Asks for everything on the page once more as something that is printed, and then prints it. What could not be recorded is
 * not printed: false where an answer on the page did not come again.
 */
export async function printRecorded(queries: QueryClient, print = () => window.print()): Promise<boolean> {
  asking = true
  try {
    await queries.refetchQueries({ type: 'active' })
  } finally {
    asking = false
  }
  const stale = queries
    .getQueryCache()
    .findAll({ type: 'active' })
    .some(({ state }) => state.data !== undefined && (state.status === 'error' || state.fetchStatus === 'paused'))
  if (stale) return false
  // The answers must be on the page before it is printed.
  await new Promise((resolve) => setTimeout(resolve, 50))
  document.documentElement.setAttribute(MARK, '')
  window.addEventListener('afterprint', () => document.documentElement.removeAttribute(MARK), { once: true })
  print()
  return true
}
