import type { components } from '../generated/training'
import type { Certificate, CertificateKind, CertificateLevel } from '../api/types'
import { formatDay, parseDay, parsePartial, typedPartial } from '../app/dates'

/** What the form holds: dates as typed. Named as in the contract, so that findings find their field. */
export interface CertificateValues {
  kind: CertificateKind
  level: CertificateLevel
  name: string
  number: string
  issuer: string
  issuedOn: string
  validUntil?: string
  reason?: string
}

export const CERTIFICATE_FIELDS = ['kind', 'level', 'name', 'number', 'issuer', 'issuedOn', 'validUntil', 'reason'] as const

/** The levels of each kind, from the lowest. */
export const LEVELS: Record<CertificateKind, readonly CertificateLevel[]> = {
  POLITICAL_THEORY: ['THEORY_ELEMENTARY', 'THEORY_INTERMEDIATE', 'THEORY_ADVANCED', 'THEORY_BACHELOR'],
  STATE_MANAGEMENT: [
    'STATE_ASSISTANT', 'STATE_SPECIALIST', 'STATE_PRINCIPAL', 'STATE_SENIOR',
    'STATE_DIVISION_LEADER', 'STATE_COMMUNE_LEADER', 'STATE_DEPARTMENT_LEADER',
  ],
  DEFENCE_SECURITY: ['DEFENCE_GROUP_1', 'DEFENCE_GROUP_2', 'DEFENCE_GROUP_3', 'DEFENCE_GROUP_4'],
  FOREIGN_LANGUAGE: ['LANGUAGE_1', 'LANGUAGE_2', 'LANGUAGE_3', 'LANGUAGE_4', 'LANGUAGE_5', 'LANGUAGE_6'],
  INFORMATION_TECHNOLOGY: ['IT_BASIC', 'IT_ADVANCED'],
}

export const KINDS = Object.keys(LEVELS) as CertificateKind[]

/** Called with values that passed the form's own checks; what is not a date then is a mistake of ours. */
const checked = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('an unchecked date')
  return value
}

const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ')

export function toCertificate(values: CertificateValues): components['schemas']['NewCertificate'] {
  return {
    kind: values.kind,
    level: values.level,
    name: tidy(values.name),
    number: tidy(values.number),
    issuer: tidy(values.issuer),
    issuedOn: checked(parsePartial(values.issuedOn)),
    ...(values.validUntil?.trim() ? { validUntil: checked(parseDay(values.validUntil)) } : {}),
  }
}

export const certificateValues = (certificate: Certificate): CertificateValues => ({
  kind: certificate.kind,
  level: certificate.level,
  name: certificate.name,
  number: certificate.number,
  issuer: certificate.issuer,
  issuedOn: typedPartial(certificate.issuedOn),
  validUntil: certificate.validUntil ? formatDay(certificate.validUntil) : '',
})

export type CertificateAct = 'correct' | 'verify' | 'reject' | 'revoke'

/** What a reader may do with a certificate. The service decides; this only spares a refusal that is certain. */
export function actsOn(certificate: Certificate, can: (action: string) => boolean): CertificateAct[] {
  const { state, own } = certificate
  const acts: CertificateAct[] = []
  if (can('certificate.verify') && state === 'ENTERED' && !own) acts.push('verify', 'reject')
  if (can('certificate.write') && (state === 'ENTERED' || state === 'REJECTED')) acts.push('correct')
  if (can('certificate.verify') && state === 'VERIFIED') acts.push('revoke')
  return acts
}
