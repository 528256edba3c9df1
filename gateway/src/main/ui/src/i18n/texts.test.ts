import { describe, expect, it } from 'vitest'
import en from './en.json'
import vi from './vi.json'

type Texts = { [key: string]: string | Texts }

function flat(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

/** Vietnamese has one plural form and English two, so the forms of a key count as one. */
const base = (key: string) => key.replace(/_(one|other)$/, '')
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

const vietnamese = flat(vi)
const english = flat(en)

describe('texts', () => {
  it('say the same things in both languages', () => {
    expect([...new Set([...english.keys()].map(base))].sort()).toEqual([...new Set([...vietnamese.keys()].map(base))].sort())
  })

  it('take the same values in both languages', () => {
    for (const [key, text] of vietnamese) expect(slots(english.get(key) ?? ''), key).toEqual(slots(text))
  })

  it('are never empty, and composed (NFC)', () => {
    for (const [key, text] of [...vietnamese, ...english]) {
      expect(text.trim(), key).not.toBe('')
      expect(text, key).toBe(text.normalize('NFC'))
    }
  })
})
