import { useState } from 'react'

/** A choice of the person at this screen, such as row height, kept over visits. */
export function useRemembered<T extends string>(name: string, first: T): [T, (value: T) => void] {
  const key = `opencadre.${name}`
  const [value, setValue] = useState<T>(() => (localStorage.getItem(key) as T | null) ?? first)
  return [
    value,
    (next) => {
      localStorage.setItem(key, next)
      setValue(next)
    },
  ]
}
