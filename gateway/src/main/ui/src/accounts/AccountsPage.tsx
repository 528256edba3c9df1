import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { AccountHandover, AccountLine } from '../api/types'
import { useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import './accounts.css'
import { AccountTag } from './AccountTag'
import { Handover } from './Handover'
import { NewAccountDrawer } from './NewAccountDrawer'
import { accountsQuery, type AccountState } from './queries'

const STATES = ['all', 'enabled', 'disabled'] as const

/** Everybody who may sign in, or might: found, opened, made. */
export function AccountsPage() {
  const { t } = useTranslation()
  const { can, settled } = useMe()
  usePageTitle(t('account.title'))
  if (!settled) return null
  return can('grant.read') ? <Accounts /> : <NoRights />
}

function Accounts() {
  const { t } = useTranslation()
  const { can } = useMe()
  const to = useTo()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<AccountHandover>()
  const q = params.get('account') ?? ''
  const asked = params.get('state')
  const state = asked === 'enabled' || asked === 'disabled' ? (asked satisfies AccountState) : undefined
  const accounts = useInfiniteQuery(accountsQuery(q || undefined, state))
  const late = useDelayed(accounts.isPending)
  const rows = accounts.data?.pages.flatMap(({ items }) => items)
  const set = (name: string, value: string) =>
    setParams((current) => {
      if (value) current.set(name, value)
      else current.delete(name)
      return current
    })

  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('account.title')}</h1>
        <Input.Search
          key={q}
          className="accounts-search"
          defaultValue={q}
          allowClear
          maxLength={100}
          placeholder={t('account.search')}
          aria-label={t('account.search')}
          onSearch={(typed) => set('account', typed.trim())}
          data-testid="accounts-search"
        />
        <Segmented
          aria-label={t('account.state')}
          value={state ?? 'all'}
          options={STATES.map((value) => ({ value, label: t(`account.states.${value}`) }))}
          onChange={(value) => set('state', value === 'all' ? '' : value)}
        />
        {can('grant.write') && (
          <ChangeButton type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)} data-testid="new-account">
            {t('account.create')}
          </ChangeButton>
        )}
      </div>
      {made && (
        <Handover
          handover={made}
          onClose={() => {
            setMade(undefined)
            void navigate(to(`/admin/accounts/${made.account.username}/grants`))
          }}
        />
      )}
      <section className="card" aria-label={t('account.title')} data-testid="accounts">
        {accounts.isError && <ProblemAlert error={accounts.error} title={t('account.failed')} onRetry={() => void accounts.refetch()} />}
        {late && <div className="card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
        {rows?.length === 0 && (
          <div className="empty">
            {q || state ? t('account.noneFound') : t('account.none')}
            {(q || state) && (
              <Button size="small" onClick={() => setParams(new URLSearchParams())}>
                {t('account.dropFilter')}
              </Button>
            )}
          </div>
        )}
        {!!rows?.length && (
          <Table<AccountLine>
            size="small"
            rowKey="username"
            pagination={false}
            dataSource={rows}
            columns={[
              {
                key: 'username',
                title: t('account.username'),
                render: (_, { username }) => <Link to={to(`/admin/accounts/${username}/grants`)}>{username}</Link>,
              },
              { key: 'name', title: t('account.name'), dataIndex: 'name' },
              { key: 'file', title: t('account.fileNumber'), render: (_, { fileNumber }) => fileNumber ?? '–' },
              { key: 'state', title: t('account.state'), width: 150, render: (_, { enabled }) => <AccountTag enabled={enabled} /> },
              {
                key: 'grants',
                title: t('account.grants'),
                width: 190,
                render: (_, { administers, grants }) => (administers ? <Tag>{t('account.administers')}</Tag> : t('account.grantCount', { count: grants })),
              },
              {
                key: 'changed',
                title: t('account.changed'),
                width: 220,
                render: (_, { changedAt, changedBy }) =>
                  changedAt ? (
                    <>
                      <InstantText at={changedAt} />
                      <div className="third">{changedBy}</div>
                    </>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        )}
        {accounts.hasNextPage && (
          <div className="card-body">
            <Button loading={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
              {t('work.more')}
            </Button>
          </div>
        )}
      </section>
      {making && (
        <NewAccountDrawer
          onMade={(handover) => {
            setMaking(false)
            setMade(handover)
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </div>
  )
}
