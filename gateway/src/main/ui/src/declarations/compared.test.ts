import { describe, expect, it } from 'vitest'
import type { CvCatalogue, CvField, CvKind } from '../api/types'
import { compared } from './compared'

const field = (code: string): CvField => ({ code, vi: code, en: code, type: 'TEXT', required: false })
const kind: CvKind = {
  code: 'RESIDENCE', vi: 'Nơi ở', en: 'Residence', fieldClass: 'PERSONAL', items: {}, many: false, asked: true,
  fields: [field('address'), field('since'), field('comment')],
}
const catalogue: CvCatalogue = { kinds: [kind], lists: [] }

describe('a declaration', () => {
  it('is compared field by field with what stands', () => {
    const rows = compared(catalogue, kind, {
      act: 'CORRECT',
      values: { address: 'Tổ 7', since: '2010' },
      standing: { values: { address: 'Tổ 3', since: '2010', comment: 'nhà thuê' } },
    })
    expect(rows.map(({ field: { code }, now, declared, differs }) => [code, now, declared, differs])).toEqual([
      ['address', 'Tổ 3', 'Tổ 7', true],
      ['since', '2010', '2010', false],
      ['comment', 'nhà thuê', undefined, true],
    ])
  })

  it('of a new entry has nothing beside it, also once that was recorded', () => {
    const [row] = compared(catalogue, kind, { act: 'ADD', values: { address: 'Tổ 7' }, standing: { values: { address: 'Tổ 7' } } })
    expect([row?.now, row?.declared, row?.differs]).toEqual([undefined, 'Tổ 7', true])
  })

  it('that takes an entry back declares nothing in its place', () => {
    const [row] = compared(catalogue, kind, { act: 'VOID', values: {}, standing: { values: { address: 'Tổ 3' } } })
    expect([row?.now, row?.declared, row?.differs]).toEqual(['Tổ 3', undefined, true])
  })
})
