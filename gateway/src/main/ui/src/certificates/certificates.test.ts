import { describe, expect, it } from 'vitest'
import type { Certificate } from '../api/types'
import { actsOn, certificateValues, toCertificate, type CertificateValues } from './values'

const certificate = (more: Partial<Certificate> = {}): Certificate => ({
  id: 'c', personId: 'p', revision: 1, kind: 'FOREIGN_LANGUAGE', level: 'LANGUAGE_3', name: 'Tiếng Anh', number: 'VSTEP-1',
  issuer: 'Trường Đại học Sư phạm', issuedOn: '2024-06', validUntil: '2026-06-15', state: 'ENTERED',
  entered: { by: 'Trần Quốc Bình', at: '2026-11-24T01:00:00Z' }, own: false, ...more,
})

describe('a certificate as typed', () => {
  it('comes back as it was', () => {
    const { kind, level, name, number, issuer, issuedOn, validUntil } = certificate()
    expect(toCertificate(certificateValues(certificate()))).toEqual({ kind, level, name, number, issuer, issuedOn, validUntil })
  })

  it('is tidied, and says nothing of an end that was left empty', () => {
    const values: CertificateValues = { ...certificateValues(certificate()), name: '  Tiếng   Anh ', issuedOn: '5/6/2024', validUntil: ' ' }
    const sent = toCertificate(values)
    expect(sent.name).toBe('Tiếng Anh')
    expect(sent.issuedOn).toBe('2024-06-05')
    expect(sent).not.toHaveProperty('validUntil')
  })

  it('is never sent with a day that does not exist', () => {
    expect(() => toCertificate({ ...certificateValues(certificate()), issuedOn: '30/02/2023' })).toThrow()
  })
})

describe('what a reader may do', () => {
  const all = () => true
  const verifier = (action: string) => action === 'certificate.verify'
  const trainer = (action: string) => action === 'certificate.write'

  it('follows from how far the certificate has come', () => {
    expect(actsOn(certificate(), verifier)).toEqual(['verify', 'reject'])
    expect(actsOn(certificate(), trainer)).toEqual(['correct'])
    expect(actsOn(certificate({ state: 'REJECTED' }), all)).toEqual(['correct'])
    expect(actsOn(certificate({ state: 'VERIFIED' }), all)).toEqual(['revoke'])
    expect(actsOn(certificate({ state: 'REVOKED' }), all)).toEqual([])
    expect(actsOn(certificate(), () => false)).toEqual([])
  })

  it('never holds the verification of an own entry', () => {
    expect(actsOn(certificate({ own: true }), all)).toEqual(['correct'])
  })
})
