import { describe, expect, it, vi } from 'vitest'
import type { Figure } from '../api/types'
import { sentenceOf } from './sentence'

vi.mock('../i18n', () => ({ currentLanguage: () => 'vi', formatNumber: String }))

const figure = (text: string, value: number, of?: number): Figure => ({
  code: 'F', sentence: { vi: text, en: 'not this one' }, count: 'UNITS', value, ...(of === undefined ? {} : { of }), units: [], without: [], titles: [],
})

describe('the sentence of a figure', () => {
  it('has the figure where it stands', () => {
    expect(sentenceOf(figure('Kiện toàn {value} chức danh.', 3))).toEqual({ before: 'Kiện toàn ', value: '3', after: ' chức danh.' })
  })

  it('has what could be counted in the figure, where it is asked for beside it', () => {
    expect(sentenceOf(figure('{value}/{of} xã, phường.', 6, 10))).toEqual({ before: '', value: '6/10', after: ' xã, phường.' })
    expect(sentenceOf(figure('{value} trong {of} xã.', 6, 10))).toEqual({ before: '', value: '6', after: ' trong 10 xã.' })
  })

  it('says a nought, and a dash for what is not known', () => {
    expect(sentenceOf(figure('{value}/{of} xã.', 0))).toEqual({ before: '', value: '0/–', after: ' xã.' })
  })

  it('follows the figure when it has no place for it', () => {
    expect(sentenceOf(figure('lượt cán bộ.', 31))).toEqual({ before: '', value: '31', after: ' lượt cán bộ.' })
  })
})
