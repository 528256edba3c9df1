import { expect, it } from 'vitest'
import { inSentence, onItsOwn } from './words'

it('makes a heading part of a sentence and leaves names and abbreviations alone', () => {
  expect(inSentence('Ngày vào Đảng')).toBe('ngày vào Đảng')
  expect(inSentence('Đơn vị')).toBe('đơn vị')
  expect(inSentence('Số BHXH')).toBe('số BHXH')
  expect(inSentence('UBND')).toBe('UBND')
})

it('makes words of a sentence stand alone', () => {
  expect(onItsOwn('giữ chức vụ')).toBe('Giữ chức vụ')
  expect(onItsOwn('đang học')).toBe('Đang học')
})
