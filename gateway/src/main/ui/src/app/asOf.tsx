import { createContext, use, useMemo, type ReactNode } from 'react'
import { useNavigate, useSearchParams, type To } from 'react-router'
import { isDay, type Day } from './dates'
import { useMe } from './me'

interface AsOf {
  day: Day
  /** What to send: nothing on the legal day, so that the services decide what today is. */
  asOf: Day | undefined
  when: 'today' | 'past' | 'future'
  setDay: (day: Day) => void
}

const AsOfContext = createContext<AsOf | null>(null)

/** The one day that drives every page. It lives in the URL; the legal day is the absence of `asOf`. */
export function AsOfProvider({ children }: { children: ReactNode }) {
  const { legalDay } = useMe()
  const [params, setParams] = useSearchParams()
  const asked = params.get('asOf')
  const day = isDay(asked) ? asked : legalDay

  const value = useMemo<AsOf>(
    () => ({
      day,
      asOf: day === legalDay ? undefined : day,
      when: day === legalDay ? 'today' : day < legalDay ? 'past' : 'future',
      setDay: (next) =>
        setParams((current) => {
          if (next === legalDay) current.delete('asOf')
          else current.set('asOf', next)
          // A cursor belongs to the day it was given for.
          current.delete('c')
          return current
        }),
    }),
    [day, legalDay, setParams],
  )
  return <AsOfContext value={value}>{children}</AsOfContext>
}

export function useAsOf(): AsOf {
  const value = use(AsOfContext)
  if (!value) throw new Error('outside of AsOfProvider')
  return value
}

/** Builds addresses that stay on the day being looked at. */
export function useTo(): (pathname: string, params?: Record<string, string>) => To {
  const { asOf } = useAsOf()
  return (pathname, params = {}) => ({
    pathname,
    search: new URLSearchParams({ ...params, ...(asOf ? { asOf } : {}) }).toString(),
  })
}

export function useGo(): (pathname: string, params?: Record<string, string>) => void {
  const to = useTo()
  const navigate = useNavigate()
  return (pathname, params) => void navigate(to(pathname, params))
}
