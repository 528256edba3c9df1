import { HistoryOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { useMe } from '../app/me'
import { PurposeGate } from '../app/PurposeGate'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { ResultsList } from '../evaluations/ResultsList'
import { SelfAssessments } from '../evaluations/SelfAssessments'
import { ConductDrawer, FAMILIES, type ConductChange, type ConductFact } from './ConductDrawer'
import { ConductHistory } from './ConductHistory'
import { latestFirst, linesOf, type Line } from './lines'
import { conductQuery } from './queries'

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
  const [withHistory, setWithHistory] = useState(false)
  const late = useDelayed(isPending)
  const mayAct = can('conduct.write')

  if (hasStatus(error, 403) || hasStatus(error, 404)) return null
  const rows = data ? latestFirst(linesOf(data, t)) : []
  return (
    <section className="card" data-testid="conduct">
      <div className="card-head">
        <h2>{t('conduct.title')}</h2>
        <span className="conduct-acts">
          <Button
            size="small"
            type="text"
            icon={<HistoryOutlined />}
            aria-pressed={withHistory}
            data-testid="show-conduct-history"
            onClick={() => setWithHistory((shown) => !shown)}
          >
            {t(withHistory ? 'history.hide' : 'history.show')}
          </Button>
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
        </span>
      </div>
      {isError && <ProblemAlert error={error} title={t('conduct.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 3 }} /></div>}
      {data && rows.length === 0 && <p className="empty">{t('conduct.none')}</p>}
      {rows.length > 0 && (
        <Table<Line>
          size="small"
          className={mayAct ? 'with-acts' : undefined}
          rowKey={({ fact }) => fact.item.id}
          dataSource={rows}
          pagination={false}
          columns={[
            { key: 'family', title: t('conduct.kind'), width: 160, render: (_, { fact }) => t(`conduct.family.${fact.family}`) },
            { key: 'what', title: t('conduct.what'), render: (_, { what }) => what },
            { key: 'when', title: t('conduct.when'), width: 180, render: (_, { when }) => when },
            { key: 'document', title: t('conduct.document'), width: 160, render: (_, { fact }) => fact.item.document },
            ...(mayAct
              ? [
                  {
                    key: 'acts',
                    title: <span className="sr-only">{t('posts.acts')}</span>,
                    className: 'acts',
                    width: 150,
                    render: (_: unknown, { fact }: Line) =>
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
      {data && withHistory && <ConductHistory personId={personId} />}
      <SelfAssessments personId={personId} />
      <ResultsList personId={personId} />
      {change && data && <ConductDrawer personId={personId} revision={data.revision} change={change} onClose={() => setChange(undefined)} />}
    </section>
  )
}
