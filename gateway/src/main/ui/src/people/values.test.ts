import { describe, expect, it } from 'vitest'
import type { Assignment } from '../api/types'
import { postValues, toAssignment, toFileNumber, toIdentity, toIdNumberCorrection } from './values'

const post: Assignment = {
  id: 'a', unitId: 'u', unitName: 'UBND phường Bách Quang', tree: 'STATE', title: 'Phó Chủ tịch', managementScope: 'PROVINCIAL_BTV',
  acting: false, concurrent: false, validFrom: '2025-07-01', validTo: '2026-07-01', recordedFrom: '2025-07-02T00:00:00Z',
}

describe('form values', () => {
  it('show the last day and send the first day after it', () => {
    expect(postValues(post).validTo).toBe('30/06/2026')
    expect(toAssignment(postValues(post)).validTo).toBe('2026-07-01')
  })

  it('leave an open end out', () => {
    expect(toAssignment(postValues({ ...post, validTo: undefined }))).not.toHaveProperty('validTo')
  })

  it('send names composed and without stray blanks', () => {
    expect(toIdentity({ fullName: '  Dương  Minh Khải '.normalize('NFD'), sex: 'MALE', birth: '8/1982' })).toEqual({
      fullName: 'Dương Minh Khải', sex: 'MALE', birth: '1982-08',
    })
  })

  it('send a number of the dossier where one was typed', () => {
    expect(toFileNumber({ fileNumber: ' TN  42 ' })).toEqual({ fileNumber: 'TN 42' })
    expect(toFileNumber({ fileNumber: '  ' })).toEqual({})
    expect(toFileNumber({})).toEqual({})
  })
})

describe('the form of the identification number', () => {
  it('sends the number, its paper and why it stands', () => {
    expect(toIdNumberCorrection({ idNumber: '019082000001 ', idNumberReason: ' Đã cải chính ', document: ' Căn cước ', reason: ' Nhập sai ' })).toEqual({
      idNumber: '019082000001', idNumberReason: 'Đã cải chính', document: 'Căn cước', reason: 'Nhập sai',
    })
  })

  it('leaves out what was not typed', () => {
    expect(toIdNumberCorrection({ idNumber: '019082000001', idNumberReason: '', document: ' ', reason: 'Nhập sai' })).toEqual({
      idNumber: '019082000001', reason: 'Nhập sai',
    })
  })

  it('takes the number back with all that was said of it', () => {
    expect(toIdNumberCorrection({ idNumber: '', idNumberReason: 'Đã cải chính', document: 'Căn cước', reason: 'Của người khác' })).toEqual({ reason: 'Của người khác' })
  })
})
