import { createContext } from 'react'

/** Whether what is shown is of a record that was closed by a merge: nothing of it changes any more. */
export const ClosedRecord = createContext(false)
