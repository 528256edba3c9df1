import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Space } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import type { Certificate } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText, PartialText } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRefusal } from '../app/useRefusal'
import { useUnsavedGuard } from '../app/useUnsavedGuard'
import { ReasonField } from '../people/fields'
import { CertificateFields } from './CertificateFields'
import { certificatesQuery, dropOld } from './queries'
import { sendCertificate, type CertificateChange } from './sendCertificate'
import { StateTag } from './StateTag'
import { CERTIFICATE_FIELDS, certificateValues, type CertificateValues } from './values'

interface CertificateDrawerProps {
  personId: string
  change: CertificateChange
  onClose: () => void
}

/** One step of a certificate, sent against the revision that was on the screen when the drawer opened. */
export function CertificateDrawer({ personId, change, onClose }: CertificateDrawerProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const locked = useAsOf().when !== 'today'
  const [form] = Form.useForm<CertificateValues>()
  const refusal = useRefusal(form, CERTIFICATE_FIELDS)
  // A key stands for one request: after a new version was taken the next is another.
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [standing, setStanding] = useState(change.kind === 'enter' ? undefined : change.certificate)
  const saved = useRef(false)
  const guard = useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))

  const save = useMutation({
    mutationFn: (values: CertificateValues) => sendCertificate(personId, change, values, { key, revision: standing?.revision ?? 0 }),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => refusal.setError(error),
    onSuccess: () => {
      saved.current = true
      dropOld(queries, personId)
      onClose()
    },
  })

  const takeNew = useMutation({
    mutationFn: () => queries.fetchQuery({ ...certificatesQuery(personId, undefined), staleTime: 0 }),
    onError: (error) => refusal.setError(error),
    onSuccess: ({ items }) => {
      const fresh = items.find(({ id }) => id === standing?.id)
      refusal.setError(undefined)
      if (!fresh) return onClose()
      setStanding(fresh)
      setKey(crypto.randomUUID())
      if (change.kind === 'correct') form.setFieldsValue(certificateValues(fresh))
    },
  })

  const typed = change.kind === 'enter' || change.kind === 'correct'
  const stale = hasStatus(refusal.error, 412)
  return (
    <Drawer
      open
      size={500}
      title={<h2>{t(`certificate.${change.kind}`)}</h2>}
      onClose={() => guard.confirmLeave(onClose)}
      mask={{ closable: false }}
      footer={
        <Space>
          <ChangeButton
            type="primary"
            danger={change.kind === 'reject' || change.kind === 'revoke'}
            loading={save.isPending}
            disabled={stale}
            data-testid={`confirm-${change.kind}`}
            onClick={() => form.submit()}
          >
            {typed ? t('action.save') : t(`certificate.${change.kind}`)}
          </ChangeButton>
          <Button onClick={() => guard.confirmLeave(onClose)}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {locked && <Alert type="warning" showIcon title={t('day.locked')} />}
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('form.notSaved')}
          description={t('certificate.conflictText')}
          action={
            <Button size="small" loading={takeNew.isPending} onClick={() => takeNew.mutate()} data-testid="take-new">
              {t('conflict.reload')}
            </Button>
          }
        />
      ) : (
        !!refusal.error && (
          <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={typed ? t('form.kept') : undefined} />
        )
      )}
      {standing && !typed && <What certificate={standing} />}
      {change.kind === 'verify' && <p>{t('certificate.verifyMeans')}</p>}
      {change.kind === 'revoke' && <p>{t('certificate.revokeMeans')}</p>}
      <Form
        form={form}
        layout="vertical"
        initialValues={change.kind === 'correct' ? certificateValues(change.certificate) : {}}
        disabled={save.isPending}
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => save.mutate(values)}
      >
        {typed && <CertificateFields />}
        {change.kind !== 'enter' && change.kind !== 'verify' && <ReasonField />}
      </Form>
    </Drawer>
  )
}

/** What is decided on, word for word as entered, to be held against the paper. */
function What({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation()
  return (
    <dl className="certificate-what">
      <dt>{t('certificate.name')}</dt>
      <dd>
        <b>{certificate.name}</b>
      </dd>
      <dt>{t('certificate.kind')}</dt>
      <dd>
        {t(`certificate.kinds.${certificate.kind}`)}, {t(`certificate.levels.${certificate.level}`)}
      </dd>
      <dt>{t('certificate.number')}</dt>
      <dd>{certificate.number}</dd>
      <dt>{t('certificate.issuer')}</dt>
      <dd>{certificate.issuer}</dd>
      <dt>{t('certificate.issuedOn')}</dt>
      <dd>
        <PartialText date={certificate.issuedOn} />
      </dd>
      {certificate.validUntil && (
        <>
          <dt>{t('certificate.until')}</dt>
          <dd>
            <DayText day={certificate.validUntil} />
          </dd>
        </>
      )}
      <dt>{t('certificate.state')}</dt>
      <dd>
        <StateTag state={certificate.state} />
      </dd>
    </dl>
  )
}
