import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement as element, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Paper } from '../api/types'
import { changedLastFirst, endedBecause, endedBy, papersWith, versionsOf, type Belief } from './versions'

const at = (second: number) => `2026-01-01T00:00:0${second}Z`
const belief = (id: string, from: number, to?: number, more: Partial<Belief> = {}) => ({
  id,
  recordedFrom: at(from),
  ...(to === undefined ? {} : { recordedTo: at(to) }),
  ...more,
})

describe('versions', () => {
  const wrong = belief('a', 1, 2, { by: 'Lan', reason: 'Ghi vào hồ sơ', endedBecause: 'Theo bản gốc' })
  const right = belief('a', 2, undefined, { by: 'Hùng', reason: 'Theo bản gốc' })
  const never = belief('b', 1, 3, { by: 'Lan', endedBy: 'Mai', endedBecause: 'Nhập nhầm người' })

  it('are told newest first, the fact that changed last on top', () => {
    expect(changedLastFirst([wrong, right, never]).map(({ id, rows }) => [id, rows.map(({ state }) => state)])).toEqual([
      ['b', ['voided']],
      ['a', ['stands', 'superseded']],
    ])
  })

  it('name who put them right, and once why', () => {
    const [now, before] = versionsOf([wrong, right])
    expect(endedBy(before!)).toBe('Hùng')
    expect(endedBecause(before!)).toBeUndefined()
    expect(endedBy(now!)).toBeUndefined()
    const [voided] = versionsOf([never])
    expect(endedBy(voided!)).toBe('Mai')
    expect(endedBecause(voided!)).toBe('Nhập nhầm người')
  })

  it('that were voided and believed again were not voided for good', () => {
    expect(versionsOf([belief('a', 1, 2), belief('a', 4)]).map(({ state }) => state)).toEqual(['stands', 'superseded'])
  })

  it('are in order within a second, however many digits it was written with', () => {
    const within = (from: string, to?: string) => ({ recordedFrom: `2026-01-01T00:00:00${from}Z`, recordedTo: to && `2026-01-01T00:00:00${to}Z` })
    expect(versionsOf([within('.5', '.500001'), within('', '.5'), within('.500001')]).map(({ fact }) => fact.recordedFrom)).toEqual([
      '2026-01-01T00:00:00.500001Z',
      '2026-01-01T00:00:00.5Z',
      '2026-01-01T00:00:00Z',
    ])
  })
})

describe('papers', () => {
  const paper = (id: string, factId: string, recordedAt: string, voidedAt?: string) => ({ id, factId, recordedAt, voidedAt }) as Paper
  const papers = [paper('p', 'a', at(1)), paper('q', 'a', at(3)), paper('r', 'a', at(0), at(1)), paper('s', 'b', at(1))]

  it('lie with what was believed while they were there', () => {
    const ids = (one: Belief) => papersWith(papers, 'a', one).map(({ id }) => id)
    expect(ids(belief('a', 1, 2))).toEqual(['p'])
    expect(ids(belief('a', 2))).toEqual(['p', 'q'])
    expect(ids(belief('a', 0, 1))).toEqual(['r'])
  })
})

interface Post extends Belief {
  title: string
  validFrom: string
  validTo?: string
}

const POSTS: Post[] = [
  { title: 'Chủ tịch', validFrom: '2025-07-01', validTo: '2025-10-01', recordedFrom: at(1), recordedTo: at(2), by: 'Nguyễn Thị Lan', reason: 'Đăng ký hồ sơ' },
  { title: 'Phó Chủ tịch', validFrom: '1900-01-01', recordedFrom: at(2), by: 'Trần Văn Hùng', reason: 'Theo bản gốc' },
]

describe('the table of a history', () => {
  let show: (posts: Post[], language: 'vi' | 'en', actions: string[]) => string

  beforeAll(async () => {
    const none = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
    vi.stubGlobal('localStorage', none)
    vi.stubGlobal('sessionStorage', none)
    // The table of the library speaks of effects that a page without a browser has none of.
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const [{ FieldHistory }, { AsOfProvider }, { default: i18next }] = await Promise.all([
      import('./FieldHistory'),
      import('../app/asOf'),
      import('i18next'),
      import('../i18n'),
    ])
    show = (posts, language, actions) => {
      void i18next.changeLanguage(language)
      const client = new QueryClient()
      client.setQueryData(['me'], { actions, grants: [], legalDay: '2026-12-01' })
      const table = element(FieldHistory<Post>, {
        label: 'Chức vụ',
        versions: versionsOf(posts),
        rowKey: ({ recordedFrom }) => recordedFrom,
        what: ({ title }) => title,
        valid: (post) => post,
        source: ({ title }) => (title === 'Chủ tịch' ? { decision: { id: 'd', number: '12-QĐ/TU' } } : { document: '15-TB/ĐU' }),
      })
      const within = (children: ReactNode) => element(QueryClientProvider, { client }, element(MemoryRouter, null, element(AsOfProvider, null, children)))
      return renderToStaticMarkup(within(table))
    }
  })

  it('says value, days, source, who and when, and who put it right', () => {
    const page = show(POSTS, 'vi', ['decision.read'])
    const lines = page.split('<tr').filter((line) => line.includes('data-row-key'))
    expect(lines).toHaveLength(2)
    for (const word of ['Đang ghi nhận', 'Phó Chủ tịch', 'Từ trước đến nay', '15-TB/ĐU', 'Trần Văn Hùng', 'Theo bản gốc']) expect(lines[0]).toContain(word)
    for (const word of ['Đã thay thế', '01/07/2025', '30/09/2025', 'Quyết định 12-QĐ/TU', 'Nguyễn Thị Lan', 'Trần Văn Hùng', '01/01/2026']) expect(lines[1]).toContain(word)
    expect(lines[1]).toContain('href="/decisions/d"')
  })

  it('leads to a decision only those who may read it, and speaks English', () => {
    const page = show(POSTS, 'en', [])
    expect(page).toContain('Decision 12-QĐ/TU')
    expect(page).not.toContain('href="/decisions/d"')
    expect(page).toContain('Always so')
  })

  it('says so where there is nothing, no source and no name', () => {
    expect(show([], 'vi', [])).toContain('Chưa có gì trong lịch sử.')
    const { by: _, ...nobody } = POSTS[0]!
    expect(show([nobody], 'vi', [])).toContain('Không nêu tên')
  })
})
