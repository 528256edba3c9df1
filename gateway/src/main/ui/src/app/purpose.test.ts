import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import vi from '../i18n/vi.json'
import en from '../i18n/en.json'
import { PURPOSES } from './purpose'

const contract = readFileSync(new URL('../../../../../../contracts/access/purposes.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))

describe('purposes', () => {
  it('are those of the contract, with its words', () => {
    expect(contract.map(([code]) => code)).toEqual([...PURPOSES])
    for (const [code, vietnamese, english] of contract) {
      expect(vi.purpose.codes[code as keyof typeof vi.purpose.codes]).toBe(vietnamese)
      expect(en.purpose.codes[code as keyof typeof en.purpose.codes]).toBe(english)
    }
  })
})
