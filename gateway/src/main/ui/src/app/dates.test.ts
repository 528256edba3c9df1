import { describe, expect, it } from 'vitest'
import {
  addDays, ageOn, formatDay, formatInstant, formatPartial, holdsOn, isTrialDay, lastDay, parseDay, parsePartial, todayInVietNam, typedPartial,
  validToAfter,
} from './dates'

describe('dates', () => {
  it('shows a day as dd/mm/yyyy', () => {
    expect(formatDay('2026-11-24')).toBe('24/11/2026')
  })

  it('shows the unknown part of a date as an ellipsis', () => {
    expect(formatPartial('1982-08-14')).toBe('14/08/1982')
    expect(formatPartial('1982-08')).toBe('…/08/1982')
    expect(formatPartial('1982')).toBe('…/1982')
  })

  it('shows an instant in Viet Nam time', () => {
    expect(formatInstant('2026-11-24T18:05:59Z')).toBe('01:05 25/11/2026')
    expect(todayInVietNam(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25')
  })

  it('tells a house that lives by a day of its own from one at midnight', () => {
    expect(isTrialDay('2026-11-24', '2026-11-29')).toBe(true)
    expect(isTrialDay('2027-09-01', '2026-11-29')).toBe(true)
    expect(['2026-11-28', '2026-11-29', '2026-11-30'].map((day) => isTrialDay(day, '2026-11-29'))).toEqual([false, false, false])
  })

  it('turns the last day people name into the half-open end, and back', () => {
    expect(validToAfter('2025-06-30')).toBe('2025-07-01')
    expect(lastDay('2025-07-01')).toBe('2025-06-30')
    expect(validToAfter('2024-02-28')).toBe('2024-02-29')
    expect(lastDay(validToAfter('2026-12-31'))).toBe('2026-12-31')
  })

  it('holds from the first day up to, not on, validTo', () => {
    const period = { validFrom: '2025-07-01', validTo: '2026-07-01' }
    expect(holdsOn(period, '2025-06-30')).toBe(false)
    expect(holdsOn(period, '2025-07-01')).toBe(true)
    expect(holdsOn(period, '2026-06-30')).toBe(true)
    expect(holdsOn(period, '2026-07-01')).toBe(false)
    expect(holdsOn({ validFrom: '2025-07-01' }, '2099-01-01')).toBe(true)
  })

  it('reads typed days and refuses days that do not exist', () => {
    expect(parseDay('01/07/2025')).toBe('2025-07-01')
    expect(parseDay(' 1/7/2025 ')).toBe('2025-07-01')
    expect(parseDay('01072025')).toBe('2025-07-01')
    expect(parseDay('29/02/2024')).toBe('2024-02-29')
    for (const wrong of ['29/02/2025', '31/04/2025', '07/2025', '2025-07-01', '1/7/25', '32/01/2025', '01/13/2025', 'hôm nay', '']) {
      expect(parseDay(wrong), wrong).toBeUndefined()
    }
  })

  it('reads a birth with its day or month left out', () => {
    expect(parsePartial('14/08/1982')).toBe('1982-08-14')
    expect(parsePartial('8/1982')).toBe('1982-08')
    expect(parsePartial('1982')).toBe('1982')
    expect(parsePartial('…/1982')).toBe('1982')
    for (const wrong of ['13/1982', '00/1982', '82', '1782', '31/02/1982', '1982-08']) {
      expect(parsePartial(wrong), wrong).toBeUndefined()
    }
    for (const date of ['1982', '1982-08', '1982-08-14']) expect(parsePartial(typedPartial(date))).toBe(date)
  })

  it('claims an age only when the known part of the birth decides it', () => {
    expect(ageOn('1982-08-14', '2026-11-24')).toBe(44)
    expect(ageOn('1982-12-14', '2026-11-24')).toBe(43)
    expect(ageOn('1982-08', '2026-11-24')).toBe(44)
    expect(ageOn('1982', '2026-11-24')).toBeUndefined()
  })

  it('walks over month ends', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })
})
