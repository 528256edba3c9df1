import { answer, training } from '../api/client'
import type { Certificate } from '../api/types'
import { etag } from '../people/queries'
import { toCertificate, type CertificateAct, type CertificateValues } from './values'

export type CertificateChange = { kind: 'enter' } | { kind: CertificateAct; certificate: Certificate }

/** Each change goes out against a revision; those that are posted carry the key of their form as well. */
export function sendCertificate(
  personId: string,
  change: CertificateChange,
  values: CertificateValues,
  { key, revision }: { key: string; revision: number },
): Promise<Certificate> {
  if (change.kind === 'enter') {
    return answer(
      training.POST('/api/training/people/{personId}/certificates', {
        params: { path: { personId }, header: { 'Idempotency-Key': key } },
        body: toCertificate(values),
      }),
    )
  }
  const path = { personId, certificateId: change.certificate.id }
  const match = { 'If-Match': etag(revision) }
  const posted = { path, header: { ...match, 'Idempotency-Key': key } }
  const reason = values.reason?.trim() ?? ''
  switch (change.kind) {
    case 'correct':
      return answer(
        training.PUT('/api/training/people/{personId}/certificates/{certificateId}', {
          params: { path, header: match },
          body: { ...toCertificate(values), reason },
        }),
      )
    case 'verify':
      return answer(training.POST('/api/training/people/{personId}/certificates/{certificateId}/verify', { params: posted }))
    case 'reject':
      return answer(
        training.POST('/api/training/people/{personId}/certificates/{certificateId}/reject', { params: posted, body: { reason } }),
      )
    case 'revoke':
      return answer(
        training.POST('/api/training/people/{personId}/certificates/{certificateId}/revoke', { params: posted, body: { reason } }),
      )
  }
}
