import { useEffect, useState } from 'react'

/** True once `active` has lasted 300 ms: what answers sooner shows no skeleton and does not flicker. */
export function useDelayed(active: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setLate(true), 300)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [active])
  return active && late
}
