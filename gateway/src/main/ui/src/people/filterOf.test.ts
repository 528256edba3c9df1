import { describe, expect, it } from 'vitest'
import { facetOf, filterOf, searchedFor } from './filterOf'

const of = (search: string) => filterOf(new URLSearchParams(search))

describe('the filter of the list', () => {
  it('is what is looked for and in which unit, each once and in one order', () => {
    expect(of('?unit=u1&q=Nguy%E1%BB%85n Lan')).toBe('q=Nguy%E1%BB%85n+Lan&unit=u1')
    expect(of('?q=a&q=b')).toBe('q=a')
  })

  it('is narrowed by what a facet has alone', () => {
    expect(of('?sex=FEMALE&age=FROM_31&scope=UNIT_HEAD')).toBe('sex=FEMALE&age=FROM_31&scope=UNIT_HEAD')
    expect(of('?sex=nonsense&age=&scope=unit_head')).toBe('')
    expect(facetOf(new URLSearchParams('?sex=nonsense'), 'sex')).toBeUndefined()
  })

  it('says by which units it is where there is one, and by those of the day without saying so', () => {
    expect(of('?unit=u1&basis=SUCCESSOR')).toBe('unit=u1&basis=SUCCESSOR')
    expect(of('?unit=u1&basis=HISTORICAL')).toBe('unit=u1')
    expect(of('?basis=SUCCESSOR')).toBe('')
    expect(of('?unit=u1&basis=nonsense')).toBe('unit=u1')
  })

  it('has the title of a seat by its code', () => {
    expect(of('?title=CHU_TICH_UBND_XA')).toBe('title=CHU_TICH_UBND_XA')
    expect(of('?title=Ch%E1%BB%A7 t%E1%BB%8Bch')).toBe('')
  })

  it('is neither the day nor the page', () => {
    expect(of('?asOf=2025-06-30&c=abc')).toBe('')
    expect(of('?q=&unit=u1&c=abc')).toBe('unit=u1')
  })
})

describe('a search', () => {
  const params = new URLSearchParams('?q=Lan&unit=u1&sex=FEMALE&c=abc&asOf=2025-06-30')

  it('keeps the rest of the filter on the list', () => {
    expect(searchedFor(' Hoa ', '/people', params)).toEqual({ q: 'Hoa', unit: 'u1', sex: 'FEMALE' })
    expect(searchedFor(' ', '/people', params)).toEqual({ unit: 'u1', sex: 'FEMALE' })
  })

  it('takes nothing along from another page', () => {
    expect(searchedFor('Hoa', '/statistics', params)).toEqual({ q: 'Hoa' })
  })
})
