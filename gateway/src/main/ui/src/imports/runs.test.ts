import { describe, expect, it } from 'vitest'
import type { ImportRun } from '../api/types'
import { goesOn, percentOf, sortOf } from './runs'

const run = (change: Partial<ImportRun>): ImportRun => ({
  id: '019b2f00-0000-7000-8000-000000000001',
  file: 'can-bo.xlsx',
  trial: true,
  undoing: false,
  state: 'RUNNING',
  phase: 'TAKING',
  lines: 0,
  of: 100_000,
  askedAt: '2026-11-24T02:15:00Z',
  ...change,
})

describe('an import that goes on by itself', () => {
  it('is as far as its lines, and full only when it has ended', () => {
    expect(percentOf(run({ lines: 41_299 }))).toBe(41)
    expect(percentOf(run({ lines: 100_000 }))).toBe(99)
    expect(percentOf(run({ phase: 'KEEPING', lines: 100_000 }))).toBe(99)
    expect(percentOf(run({ state: 'ENDED', phase: 'KEEPING' }))).toBe(100)
  })

  it('has nothing done while the book is read through or others are before it', () => {
    expect(percentOf(run({ phase: 'READING', lines: 5_000, of: 0 }))).toBe(0)
    expect(percentOf(run({ state: 'WAITING', phase: 'READING', of: 0 }))).toBe(0)
    expect(percentOf(run({ of: 0 }))).toBe(0)
  })

  it('goes on until it is told otherwise', () => {
    expect((['WAITING', 'RUNNING'] as const).every((state) => goesOn(run({ state })))).toBe(true)
    expect((['ENDED', 'CANCELLED', 'BROKEN_OFF'] as const).some((state) => goesOn(run({ state })))).toBe(false)
  })

  it('is a trial, the real thing or its undoing', () => {
    expect([run({}), run({ trial: false }), run({ trial: false, undoing: true })].map(sortOf)).toEqual(['trial', 'real', 'undoing'])
  })
})
