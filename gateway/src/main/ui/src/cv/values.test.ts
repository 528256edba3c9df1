import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CvCatalogue, CvField, CvKind } from '../api/types'
import { entryText, formatDecimal, itemsText, parseDecimal, readTyped, typedText } from './values'

const field = (code: string, type: CvField['type'], more: Partial<CvField> = {}): CvField => ({ code, vi: code, en: code, type, required: false, ...more })

beforeAll(() => i18next.init({ lng: 'vi', resources: {} }))

describe('numbers', () => {
  it.each([
    ['4,98', '4.98'],
    ['4.98', '4.98'],
    ['2.340.000', '2340000'],
    ['2.340.000,5', '2340000.5'],
    ['1000', '1000'],
    ['', undefined],
    ['4,9,8', undefined],
    ['-1', undefined],
    ['năm', undefined],
  ])('are read as people write them: %s', (typed, read) => expect(parseDecimal(typed)).toBe(read))

  it('come back as they were typed', () => {
    expect(formatDecimal('2340000')).toBe('2.340.000')
    expect(formatDecimal('4.98')).toBe('4,98')
    expect(parseDecimal(formatDecimal('12345.5'))).toBe('12345.5')
  })
})

describe('dates', () => {
  it('may be known in part', () => {
    expect(readTyped(field('to', 'DATE'), '9/2005')).toBe('2005-09')
    expect(typedText(field('to', 'DATE'), '2005-09')).toBe('09/2005')
    expect(readTyped(field('to', 'DATE'), '31/02/2005')).toBeUndefined()
    expect(readTyped(field('year', 'YEAR'), '05')).toBeUndefined()
  })
})

describe('an entry', () => {
  const kind: CvKind = {
    code: 'FAMILY_MEMBER',
    vi: 'Quan hệ gia đình',
    en: 'Family member',
    fieldClass: 'SENSITIVE',
    items: { TT06: '36', '2C': '30' },
    many: true,
    asked: true,
    fields: [field('relation', 'CODE', { list: 'relation' }), field('name', 'TEXT'), field('birthYear', 'YEAR', { vi: 'Năm sinh' })],
  }
  const catalogue: CvCatalogue = {
    kinds: [kind],
    lists: [{ list: 'relation', vi: '', en: '', source: '', confidence: 'CONFIRMED', items: [{ code: 'BO', vi: 'Bố', en: 'Father' }] }],
  }

  it('is said in one line, with what its numbers are', () => {
    expect(entryText(catalogue, kind, { values: { relation: 'BO', name: 'Trần Văn Ba', birthYear: '1955' } })).toBe('Bố, Trần Văn Ba, năm sinh 1955')
    expect(entryText(catalogue, kind, { values: { relation: 'KHÁC', name: 'Trần Văn Ba' } })).toBe('KHÁC, Trần Văn Ba')
  })

  it('says where the forms ask for it', () => expect(itemsText(kind)).toBe('2C mục 30 · TT 06 mục 36'))
})
