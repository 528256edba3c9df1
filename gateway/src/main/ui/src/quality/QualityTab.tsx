import { ArrowRightOutlined, CheckCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { hasStatus } from '../api/problem'
import type { FlawFound } from '../api/types'
import { useTo } from '../app/asOf'
import { ProblemAlert } from '../app/ProblemAlert'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { useDelayed } from '../app/useDelayed'
import { currentLanguage, formatNumber } from '../i18n'
import { FilledBar } from './FilledBar'
import { percentOf, placeOf } from './flaws'
import { dossierQualityQuery } from './queries'
import './quality.css'
import { SeverityTag } from './SeverityTag'

/** What is wrong, doubtful and missing in a dossier today, each with the way to where it is put right. */
export function QualityTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(!!purpose())
  if (opened) return <Opened personId={personId} />
  return (
    <div className="quality">
      <section className="card" data-testid="dossier-quality">
        <h2>{t('quality.of')}</h2>
        <PurposeGate what={t('quality.hidden')} onOpen={() => setOpened(true)} />
      </section>
    </div>
  )
}

function Opened({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const to = useTo()
  const { data, error, isError, isPending, refetch } = useQuery(dossierQualityQuery(personId))
  const late = useDelayed(isPending)
  if (hasStatus(error, 403) || hasStatus(error, 404)) return null
  return (
    <div className="quality" data-testid="dossier-quality">
      {isError && <ProblemAlert error={error} title={t('quality.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 5 }} /></div>}
      {data && (
        <>
          <section className="card">
            <div className="card-head">
              <h2>{t('quality.filled')}</h2>
              <b data-testid="quality-percent">
                <FilledBar percent={data.percent} />
              </b>
            </div>
            <div className="card-body">
              <p>{t('quality.filledOf', { count: data.asked, filled: formatNumber(data.filled), asked: formatNumber(data.asked) })}</p>
              <dl className="quality-groups">
                {data.groups.map(({ group, asked, filled }) => (
                  <div key={group}>
                    <dt>{t(`quality.groups.${group}`)}</dt>
                    <dd>
                      <FilledBar percent={percentOf(filled, asked)} />
                      <span className="third">
                        {formatNumber(filled)}/{formatNumber(asked)}
                      </span>
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          </section>
          <section className="card">
            <div className="card-head">
              <h2>{t('quality.found')}</h2>
              <span className="second">{formatNumber(data.findings.length)}</span>
            </div>
            {data.findings.length === 0 ? (
              <p className="empty quality-sound">
                <CheckCircleOutlined aria-hidden /> {t('quality.sound')}
              </p>
            ) : (
              <Table<FlawFound>
                size="small"
                rowKey={({ code, item, facts }) => [code, item, ...facts].join(' ')}
                pagination={false}
                dataSource={data.findings}
                data-testid="findings"
                scroll={{ x: 720 }}
                columns={[
                  { key: 'severity', title: t('quality.severity'), width: 140, render: (_, { severity }) => <SeverityTag severity={severity} /> },
                  {
                    key: 'reason',
                    title: t('quality.reason'),
                    render: (_, { reason, group }) => (
                      <>
                        {reason[currentLanguage()]}
                        <div className="third">{t(`quality.groups.${group}`)}</div>
                      </>
                    ),
                  },
                  { key: 'source', title: t('quality.source'), width: 300, render: (_, { source }) => <span className="second">{source}</span> },
                  {
                    key: 'mend',
                    title: <span className="sr-only">{t('quality.mend')}</span>,
                    width: 170,
                    render: (_, finding) =>
                      finding.group === 'CERTIFICATES' ? (
                        <span className="second">{t('quality.putRightThere')}</span>
                      ) : (
                        <Link
                          to={to(`/people/${personId}`, placeOf(finding))}
                          aria-label={t('quality.putRightThis', { what: finding.reason[currentLanguage()] })}
                        >
                          {t('quality.mend')} <ArrowRightOutlined aria-hidden />
                        </Link>
                      ),
                  },
                ]}
              />
            )}
            <p className="card-body third">{t('quality.restricted')}</p>
          </section>
        </>
      )}
    </div>
  )
}
