import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import type { Certificate } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText, InstantText, PartialText } from '../app/DateText'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { CertificateDrawer } from './CertificateDrawer'
import './certificates.css'
import { certificatesQuery } from './queries'
import type { CertificateChange } from './sendCertificate'
import { StateTag } from './StateTag'
import { actsOn } from './values'

/** The certificates of a person with how far each has come, and what the reader may do with it. */
export function CertificatesCard({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { asOf } = useAsOf()
  const { can } = useMe()
  const { data, error, isError, isPending, refetch } = useQuery(certificatesQuery(personId, asOf))
  const [change, setChange] = useState<CertificateChange>()
  const late = useDelayed(isPending)

  if (hasStatus(error, 403)) return null
  const unknown = hasStatus(error, 404)
  return (
    <section className="card" data-testid="certificates">
      <div className="card-head">
        <h2>{t('certificate.title')}</h2>
        {can('certificate.write') && (
          <ChangeButton icon={<PlusOutlined />} disabled={!data} onClick={() => setChange({ kind: 'enter' })} data-testid="add-certificate">
            {t('certificate.enter')}
          </ChangeButton>
        )}
      </div>
      {unknown && <p className="empty">{t('certificate.notYet')}</p>}
      {isError && !unknown && <ProblemAlert error={error} title={t('certificate.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 2 }} /></div>}
      {data && !unknown && (data.items.length === 0 ? <p className="empty">{t('certificate.none')}</p> : <Rows items={data.items} onChange={setChange} />)}
      {change && <CertificateDrawer personId={personId} change={change} onClose={() => setChange(undefined)} />}
    </section>
  )
}

function Rows({ items, onChange }: { items: Certificate[]; onChange: (change: CertificateChange) => void }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const mayAct = can('certificate.write') || can('certificate.verify')
  return (
    <Table<Certificate>
      size="small"
      className={mayAct ? 'with-acts' : undefined}
      rowKey="id"
      dataSource={items}
      pagination={false}
      onRow={({ id }) => ({ 'data-testid': `certificate-row-${id}` }) as object}
      rowClassName={({ state }) => (state === 'REVOKED' || state === 'REJECTED' ? 'not-now' : '')}
      columns={[
        {
          key: 'name',
          title: t('certificate.name'),
          render: (_, certificate) => (
            <>
              {certificate.name}
              <div className="third">
                {t(`certificate.kinds.${certificate.kind}`)}, {t(`certificate.levels.${certificate.level}`)}
              </div>
            </>
          ),
        },
        {
          key: 'issuer',
          title: t('certificate.issuer'),
          render: (_, { issuer, number }) => (
            <>
              {issuer}
              <div className="third">{number}</div>
            </>
          ),
        },
        {
          key: 'issuedOn',
          title: t('certificate.issuedOn'),
          width: 110,
          render: (_, { issuedOn, validUntil }) => (
            <>
              <PartialText date={issuedOn} />
              {validUntil && (
                <div className="third">
                  {t('period.to')} <DayText day={validUntil} />
                </div>
              )}
            </>
          ),
        },
        { key: 'state', title: t('certificate.state'), width: 210, render: (_, certificate) => <State certificate={certificate} /> },
        ...(mayAct
          ? [
              {
                key: 'acts',
                title: <span className="sr-only">{t('posts.acts')}</span>,
                className: 'acts',
                width: 220,
                render: (_: unknown, certificate: Certificate) =>
                  actsOn(certificate, can).map((kind) => (
                    <ChangeButton
                      key={kind}
                      type="link"
                      size="small"
                      danger={kind === 'reject' || kind === 'revoke'}
                      data-testid={`${kind}-certificate`}
                      aria-label={t(`certificate.${kind}This`, { name: certificate.name })}
                      onClick={() => onChange({ kind, certificate })}
                    >
                      {t(`certificate.${kind}`)}
                    </ChangeButton>
                  )),
              },
            ]
          : []),
      ]}
    />
  )
}

/** How far it has come, by whose hand and when, and why. */
function State({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const act = certificate.decided ?? certificate.entered
  return (
    <>
      <StateTag state={certificate.state} />
      <div className="third">
        {t('certificate.by', { name: act.by })} <InstantText at={act.at} />
      </div>
      {certificate.decided?.reason && <div>{certificate.decided.reason}</div>}
      {certificate.state === 'ENTERED' && certificate.own && can('certificate.verify') && <div>{t('certificate.own')}</div>}
    </>
  )
}
