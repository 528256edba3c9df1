import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { PaperKind, ProvableFact } from '../api/types'
import { factText, goesWith, sizeText, wantedBy } from './values'

const kind = (code: string, ...proves: string[]): PaperKind => ({ code, vi: code, en: code, confidence: 'UNCONFIRMED', asked: false, proves })
const fact = (of: Partial<ProvableFact>): ProvableFact => ({ kind: 'POST', id: 'x', values: {}, validFrom: '2025-07-01', missing: true, ...of })
const t = ((key: string, said?: Record<string, string>) => [key, ...Object.values(said ?? {})].join('|')) as unknown as TFunction

const DEGREE = kind('VAN_BANG', 'DEGREE')
const DECISION = kind('QUYET_DINH_CAN_BO', 'DECISION', 'POST')
const OTHER = kind('KHAC')

describe('papers', () => {
  it('go with what they prove, and another paper with anything', () => {
    const degree = fact({ kind: 'CV_ENTRY', code: 'DEGREE' })
    expect(goesWith(DEGREE, degree)).toBe(true)
    expect(goesWith(DECISION, degree)).toBe(false)
    expect(goesWith(OTHER, degree)).toBe(true)
    expect(wantedBy([OTHER, DECISION, DEGREE], degree)).toBe(DEGREE)
    expect(wantedBy([OTHER, DECISION, DEGREE], fact({}))).toBe(DECISION)
    expect(wantedBy([OTHER], fact({}))).toBeUndefined()
  })

  it('say what they prove in one line', () => {
    expect(factText(t, undefined, fact({ text: 'Chủ tịch – UBND phường' }))).toBe('documents.since|Chủ tịch – UBND phường|01/07/2025')
    expect(factText(t, undefined, fact({ kind: 'RATING', code: 'HTTNV', validFrom: '2024-01-01' }))).toBe('documents.ofYear|conduct.grades.HTTNV|2024')
  })

  it('have a size that people read', () => {
    expect(sizeText(12, 'vi')).toBe('0,1 kB')
    expect(sizeText(1_234_567, 'vi')).toBe('1,2 MB')
    expect(sizeText(1_234_567, 'en')).toBe('1.2 MB')
  })
})
