import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegations, GivenDelegation, HeldGrant, ManagementScope } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { ChangeButton } from '../app/ChangeButton'
import { Period } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRoleName } from '../app/roles'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { ReasonField } from '../people/fields'
import { DelegateDrawer } from './DelegateDrawer'
import { delegationsQuery, endDelegation } from './queries'

/** What an officer handed on of the own rights, and what was handed to them. */
export function DelegationsPage() {
  const { t } = useTranslation()
  const { can, settled } = useMe()
  usePageTitle(t('delegation.title'))
  if (!settled) return null
  return can('grant.delegate') ? <Standing /> : <NoRights />
}

function Standing() {
  const { t } = useTranslation()
  const { me } = useMe()
  const queries = useQueryClient()
  const delegations = useQuery(delegationsQuery)
  const late = useDelayed(delegations.isPending)
  const [delegating, setDelegating] = useState(false)
  const [ending, setEnding] = useState<GivenDelegation>()
  const own = me?.grants.filter(({ delegated, personId }) => !delegated && !personId) ?? []
  const accept = (now: Delegations) => {
    queries.setQueryData(delegationsQuery.queryKey, now)
    setDelegating(false)
    setEnding(undefined)
  }
  const data = delegations.data
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('delegation.title')}</h1>
        {data && own.length > 0 && (
          <ChangeButton type="primary" icon={<PlusOutlined />} onClick={() => setDelegating(true)} data-testid="delegate">
            {t('delegation.add')}
          </ChangeButton>
        )}
      </div>
      {delegations.isError && (
        <ProblemAlert error={delegations.error} title={t('delegation.failed')} onRetry={() => void delegations.refetch()} />
      )}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {data && (
        <>
          <Given rows={data.given} onEnd={setEnding} />
          <Received rows={data.received} />
        </>
      )}
      {data && delegating && <DelegateDrawer own={own} longest={data.longest} onDone={accept} onClose={() => setDelegating(false)} />}
      {ending && (
        <AskDrawer
          title={t('delegation.end')}
          confirmTestId="confirm-end"
          about={<p className="second">{t('delegation.endMeans', { name: ending.name })}</p>}
          names={['reason']}
          initial={{}}
          send={(typed: { reason: string }, key) => endDelegation(ending.id, typed.reason, key)}
          onDone={accept}
          onClose={() => setEnding(undefined)}
          fields={<ReasonField />}
        />
      )}
    </div>
  )
}

function Given({ rows, onEnd }: { rows: readonly GivenDelegation[]; onEnd: (row: GivenDelegation) => void }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  return (
    <section className="card" data-testid="given">
      <h2>{t('delegation.given')}</h2>
      {rows.length === 0 ? (
        <p className="empty">{t('delegation.noneGiven')}</p>
      ) : (
        <Table<GivenDelegation>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={rows}
          columns={[
            {
              key: 'to',
              title: t('delegation.to'),
              render: (_, { name, username }) => (
                <>
                  {name}
                  <div className="third">{username}</div>
                </>
              ),
            },
            { key: 'role', title: t('grants.role'), render: (_, { role }) => roleName(role) },
            { key: 'unit', title: t('grants.unit'), dataIndex: 'unitName' },
            { key: 'scopes', title: t('post.scope'), render: (_, { managementScopes }) => <Scopes scopes={managementScopes} /> },
            { key: 'period', title: t('grants.period'), width: 200, render: (_, row) => <Period {...row} /> },
            { key: 'reason', title: t('form.reason'), dataIndex: 'reason' },
            {
              key: 'acts',
              title: <span className="sr-only">{t('action.column')}</span>,
              width: 110,
              render: (_, row) => (
                <ChangeButton size="small" aria-label={`${t('delegation.end')}: ${row.name}`} onClick={() => onEnd(row)} data-testid="end-delegation">
                  {t('delegation.end')}
                </ChangeButton>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Received({ rows }: { rows: readonly HeldGrant[] }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  return (
    <section className="card" data-testid="received">
      <h2>{t('delegation.received')}</h2>
      {rows.length === 0 ? (
        <p className="empty">{t('delegation.noneReceived')}</p>
      ) : (
        <Table<HeldGrant>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={rows}
          columns={[
            { key: 'from', title: t('delegation.from'), dataIndex: 'givenBy' },
            { key: 'role', title: t('grants.role'), render: (_, { role }) => roleName(role) },
            { key: 'unit', title: t('grants.unit'), dataIndex: 'unitName' },
            { key: 'scopes', title: t('post.scope'), render: (_, { managementScopes }) => <Scopes scopes={managementScopes} /> },
            { key: 'period', title: t('grants.period'), width: 200, render: (_, row) => <Period {...row} /> },
            { key: 'reason', title: t('form.reason'), dataIndex: 'reason' },
          ]}
        />
      )}
    </section>
  )
}

function Scopes({ scopes }: { scopes: readonly ManagementScope[] }) {
  const { t } = useTranslation()
  return <>{scopes.length ? scopes.map((scope) => t(`scopeShort.${scope}`)).join(', ') : t('scopeChip.every')}</>
}
