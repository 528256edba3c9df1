import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountGrants, Grant } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText, Period } from '../app/DateText'
import { holdsOn } from '../app/dates'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRoleName } from '../app/roles'
import { useDelayed } from '../app/useDelayed'
import { ReasonField } from '../people/fields'
import { GiveGrantDrawer } from './GiveGrantDrawer'
import { accountGrantsQuery, dropAccount, endGrant, upToDate } from './queries'

/** Every right that the account holds, held or will hold. */
export function GrantsCard({ account, acts }: { account: Account; acts: boolean }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const queries = useQueryClient()
  const { legalDay } = useMe()
  const grants = useQuery(accountGrantsQuery(account.username))
  const late = useDelayed(grants.isPending)
  const [giving, setGiving] = useState(false)
  const [ending, setEnding] = useState<Grant>()
  const held = grants.data
  const accept = (now: AccountGrants) => {
    queries.setQueryData(accountGrantsQuery(account.username).queryKey, now)
    dropAccount(queries, account.username)
    setGiving(false)
    setEnding(undefined)
  }
  const open = ({ validTo }: Grant) => !validTo || validTo > legalDay

  return (
    <section className="card" data-testid="grants">
      <div className="card-head">
        <h2>{t('grants.title')}</h2>
        {acts && !account.administers && held && (
          <ChangeButton type="primary" icon={<PlusOutlined />} onClick={() => setGiving(true)} data-testid="give-grant">
            {t('grants.add')}
          </ChangeButton>
        )}
      </div>
      {grants.isError && <ProblemAlert error={grants.error} title={t('grants.failed')} onRetry={() => void grants.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 3 }} /></div>}
      {held?.grants.length === 0 && <p className="empty">{t(account.administers ? 'grants.administers' : 'grants.none')}</p>}
      {!!held?.grants.length && (
        <Table<Grant>
          size="small"
          rowKey={(grant) => grant.id ?? ''}
          pagination={false}
          dataSource={held.grants}
          rowClassName={(grant) => (open(grant) ? '' : 'grant-over')}
          columns={[
            {
              key: 'role',
              title: t('grants.role'),
              render: (_, grant) => (
                <>
                  <b>{roleName(grant.role)}</b>
                  {grant.delegated && <Tag className="grant-delegated">{t('grants.delegated')}</Tag>}
                </>
              ),
            },
            {
              key: 'unit',
              title: t('grants.unit'),
              render: (_, { unitName, fileNumber }) => (
                <>
                  {fileNumber ? t('grants.ownRecord', { fileNumber }) : unitName}
                  {fileNumber && <div className="third">{unitName}</div>}
                </>
              ),
            },
            {
              key: 'scopes',
              title: t('post.scope'),
              render: (_, { managementScopes }) =>
                managementScopes?.length ? managementScopes.map((scope) => t(`scopeShort.${scope}`)).join(', ') : t('scopeChip.every'),
            },
            { key: 'class', title: t('grants.class'), width: 120, render: (_, { securityClass }) => t(`class.${securityClass ?? 'ORDINARY'}`) },
            {
              key: 'period',
              title: t('grants.period'),
              width: 200,
              render: (_, grant) => (
                <>
                  <Period {...grant} />
                  {!holdsOn(grant, legalDay) && <div className="third">{t(open(grant) ? 'grants.ahead' : 'grants.over')}</div>}
                </>
              ),
            },
            {
              key: 'given',
              title: t('grants.given'),
              width: 230,
              render: (_, { givenBy, givenAt, reason }) =>
                givenBy && givenAt ? (
                  <>
                    {givenBy}, <InstantText at={givenAt} />
                    {reason && <div className="third">{reason}</div>}
                  </>
                ) : (
                  '–'
                ),
            },
            {
              key: 'acts',
              title: <span className="sr-only">{t('action.column')}</span>,
              width: 110,
              render: (_, grant) =>
                acts &&
                open(grant) && (
                  <ChangeButton
                    size="small"
                    aria-label={`${t('grants.end')}: ${roleName(grant.role)}, ${grant.unitName ?? ''}`}
                    onClick={() => setEnding(grant)}
                    data-testid="end-grant"
                  >
                    {t('grants.end')}
                  </ChangeButton>
                ),
            },
          ]}
        />
      )}
      {held && giving && <GiveGrantDrawer held={held} onDone={accept} onClose={() => setGiving(false)} />}
      {held && ending && (
        <AskDrawer
          title={t('grants.end')}
          confirmTestId="confirm-end"
          about={
            <p>
              <b>{roleName(ending.role)}</b>, {ending.unitName}
              <br />
              <span className="second">{t('grants.ends', { username: account.username })}</span>
            </p>
          }
          names={['reason']}
          initial={{}}
          send={(typed: { reason: string }, key) => upToDate(queries, held.username, endGrant(held, ending.id ?? '', typed.reason, key))}
          onDone={accept}
          onClose={() => setEnding(undefined)}
          fields={<ReasonField />}
        />
      )}
    </section>
  )
}
