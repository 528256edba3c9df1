import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { answer, personnel } from '../api/client'
import { hasStatus } from '../api/problem'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { GrantsForm } from './GrantsForm'
import { grantsKey } from './grantsKey'



/** Grants of one account, found by its user name. */
export function GrantsPage() {
  const { t } = useTranslation()
  const { can, settled } = useMe()
  const [params, setParams] = useSearchParams()
  const username = params.get('username') ?? ''
  const [typed, setTyped] = useState(username)
  const grants = useQuery({
    queryKey: grantsKey(username),
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/accounts/{username}/grants', { params: { path: { username } }, signal })),
    enabled: !!username && can('grant.write'),
  })
  const late = useDelayed(grants.isLoading)
  useEffect(() => setTyped(username), [username])

  usePageTitle(t('grants.title'))

  if (!settled) return null
  if (!can('grant.write')) return <NoRights />

  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('grants.title')}</h1>
      </div>
      <form
        className="grants-find"
        onSubmit={(event) => {
          event.preventDefault()
          setParams((current) => {
            current.set('username', typed.trim())
            return current
          })
        }}
      >
        <label htmlFor="username">{t('grants.username')}</label>
        <Input
          id="username"
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          data-testid="grants-username"
        />
        <Button htmlType="submit" disabled={!typed.trim()} data-testid="grants-find">
          {t('grants.find')}
        </Button>
      </form>
      {!username && <p className="second">{t('grants.hint')}</p>}
      {hasStatus(grants.error, 404) ? (
        <p className="card card-body">{t('grants.noAccount', { username })}</p>
      ) : (
        grants.isError && <ProblemAlert error={grants.error} title={t('grants.failed')} onRetry={() => void grants.refetch()} />
      )}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {grants.data && !grants.isError && <GrantsForm key={`${username}/${grants.data.authzVersion}`} held={grants.data} />}
    </div>
  )
}
