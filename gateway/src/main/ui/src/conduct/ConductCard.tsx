import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Dropdown, Skeleton, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import type { Conduct } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText } from '../app/DateText'
import { useMe } from '../app/me'
import { PurposeGate } from '../app/PurposeGate'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { currentLanguage } from '../i18n'
import { ResultsList } from '../evaluations/ResultsList'
import { SelfAssessments } from '../evaluations/SelfAssessments'
import { ConductDrawer, FAMILIES, type ConductChange, type ConductFact } from './ConductDrawer'
import { conductQuery } from './queries'

/** A line of any family: what it says, when it is of, and the paper it stands in. */
interface Row {
  fact: ConductFact
  what: ReactNode
  when: ReactNode
  sortedBy: string
  document?: string
}

/** Ratings, disciplines, suspensions, confidence votes and health certificates: what verdicts are judged on beside posts and studies. */
export function ConductCard({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const [revealed, setRevealed] = useState(false)
  if (revealed) return <Revealed personId={personId} />
  return (
    <section className="card" data-testid="conduct">
      <div className="card-head">
        <h2>{t('conduct.title')}</h2>
      </div>
      <PurposeGate what={t('conduct.hidden')} onOpen={() => setRevealed(true)} />
    </section>
  )
}

function Revealed({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { asOf } = useAsOf()
  const { can } = useMe()
  const { data, error, isError, isPending, refetch } = useQuery(conductQuery(personId, asOf))
  const [change, setChange] = useState<ConductChange>()
  const late = useDelayed(isPending)
  const mayAct = can('conduct.write')

  if (hasStatus(error, 403) || hasStatus(error, 404)) return null
  const rows = data ? rowsOf(data, t as (key: string, values?: Record<string, unknown>) => string) : []
  return (
    <section className="card" data-testid="conduct">
      <div className="card-head">
        <h2>{t('conduct.title')}</h2>
        {mayAct && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: FAMILIES.map((family) => ({ key: family, label: t(`conduct.family.${family}`) })),
              onClick: ({ key }) => setChange({ kind: 'add', family: key as ConductFact['family'] }),
            }}
          >
            <ChangeButton icon={<PlusOutlined />} disabled={!data} data-testid="add-conduct">
              {t('conduct.add')}
            </ChangeButton>
          </Dropdown>
        )}
      </div>
      {isError && <ProblemAlert error={error} title={t('conduct.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 3 }} /></div>}
      {data && rows.length === 0 && <p className="empty">{t('conduct.none')}</p>}
      {rows.length > 0 && (
        <Table<Row>
          size="small"
          className={mayAct ? 'with-acts' : undefined}
          rowKey={({ fact }) => fact.item.id}
          dataSource={rows}
          pagination={false}
          columns={[
            { key: 'family', title: t('conduct.kind'), width: 160, render: (_, { fact }) => t(`conduct.family.${fact.family}`) },
            { key: 'what', title: t('conduct.what'), render: (_, { what }) => what },
            { key: 'when', title: t('conduct.when'), width: 180, render: (_, { when }) => when },
            { key: 'document', title: t('conduct.document'), width: 160, render: (_, { document }) => document },
            ...(mayAct
              ? [
                  {
                    key: 'acts',
                    title: <span className="sr-only">{t('posts.acts')}</span>,
                    className: 'acts',
                    width: 150,
                    render: (_: unknown, { fact }: Row) =>
                      (['correct', 'void'] as const).map((kind) => (
                        <ChangeButton
                          key={kind}
                          type="link"
                          size="small"
                          danger={kind === 'void'}
                          data-testid={`${kind}-conduct`}
                          aria-label={t(kind === 'void' ? 'posts.voidThis' : 'posts.correctThis', { title: t(`conduct.family.${fact.family}`) })}
                          onClick={() => setChange({ kind, ...fact })}
                        >
                          {t(`posts.${kind}`)}
                        </ChangeButton>
                      )),
                  },
                ]
              : []),
          ]}
        />
      )}
      <SelfAssessments personId={personId} />
      <ResultsList personId={personId} />
      {change && data && <ConductDrawer personId={personId} revision={data.revision} change={change} onClose={() => setChange(undefined)} />}
    </section>
  )
}

function rowsOf(data: Conduct, t: (key: string, values?: Record<string, unknown>) => string): Row[] {
  return [
    ...data.ratings.map((item): Row => ({
      fact: { family: 'rating', item },
      what: t(`conduct.grades.${item.rating}`),
      when: t('conduct.year', { year: item.year }),
      sortedBy: `${item.year}-12-31`,
      document: item.document,
    })),
    ...data.disciplines.map((item): Row => ({
      fact: { family: 'discipline', item },
      what: (
        <>
          <Tag color="error">{t(`conduct.forms.${item.form}`)}</Tag>
          {item.track && t(`conduct.tracks.${item.track}`)}
          {[item.matter, item.authority].map((said) => said && <div key={said} className="third">{said}</div>)}
        </>
      ),
      when: (
        <>
          <DayText day={item.decidedOn} />
          {item.revokedOn && (
            <div className="third">
              {t('conduct.revokedOn')} <DayText day={item.revokedOn} />
            </div>
          )}
        </>
      ),
      sortedBy: item.decidedOn,
      document: item.document,
    })),
    ...data.suspensions.map((item): Row => ({
      fact: { family: 'suspension', item },
      what: <Tag color="error">{t('conduct.suspended')}</Tag>,
      when: (
        <>
          <DayText day={item.from} />
          {item.until && (
            <div className="third">
              {t('conduct.until')} <DayText day={item.until} />
            </div>
          )}
        </>
      ),
      sortedBy: item.from,
      document: item.document,
    })),
    ...data.confidenceVotes.map((item): Row => ({
      fact: { family: 'confidence', item },
      what: (
        <>
          {t('conduct.votes', { high: item.high, confidence: item.confidence, low: item.low })}
          {item.note && <div className="third">{item.note[currentLanguage()]}</div>}
        </>
      ),
      when: <DayText day={item.heldOn} />,
      sortedBy: item.heldOn,
      document: item.document,
    })),
    ...data.healthCertificates.map((item): Row => ({
      fact: { family: 'health', item },
      what: t('conduct.healthPaper'),
      when: <DayText day={item.issuedOn} />,
      sortedBy: item.issuedOn,
      document: item.document,
    })),
  ].toSorted((one, other) => other.sortedBy.localeCompare(one.sortedBy))
}
