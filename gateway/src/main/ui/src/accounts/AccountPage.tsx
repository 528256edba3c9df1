import { EditOutlined, KeyOutlined, StopOutlined, UnlockOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { hasStatus } from '../api/problem'
import type { Account, AccountHandover } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useSession } from '../app/session'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { ReasonField } from '../people/fields'
import './accounts.css'
import { AccountTag } from './AccountTag'
import { GrantsCard } from './GrantsCard'
import { Handover } from './Handover'
import { NameAndFile } from './NewAccountDrawer'
import { accountQuery, changeAccount, disableAccount, dropAccount, enableAccount, resetAccount, upToDate } from './queries'

type Act = 'change' | 'disable' | 'enable' | 'reset'

/** One account: who it is, whether it may sign in, and what it holds. */
export function AccountPage() {
  const { t } = useTranslation()
  const { can, settled } = useMe()
  const { username = '' } = useParams()
  const account = useQuery({ ...accountQuery(username), enabled: can('grant.read') })
  const late = useDelayed(account.isLoading)
  const to = useTo()
  usePageTitle(`${username} · ${t('account.title')}`)

  if (!settled) return null
  if (!can('grant.read')) return <NoRights />
  return (
    <div className="page">
      <nav aria-label={t('account.back')}>
        <Link to={to('/admin/accounts')}>← {t('account.back')}</Link>
      </nav>
      {hasStatus(account.error, 404) ? (
        <p className="card card-body">{t('account.noAccount', { username })}</p>
      ) : (
        account.isError && <ProblemAlert error={account.error} title={t('account.failed')} onRetry={() => void account.refetch()} />
      )}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {account.data && !account.isError && <Standing account={account.data} />}
    </div>
  )
}

function Standing({ account }: { account: Account }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const queries = useQueryClient()
  const own = useSession().username === account.username
  const [act, setAct] = useState<Act>()
  const [handover, setHandover] = useState<AccountHandover>()
  const acts = can('grant.write') && !own
  return (
    <>
      <div className="page-head">
        <h1>
          {account.name} <span className="second">{account.username}</span>
        </h1>
        {acts && (
          <>
            <ChangeButton icon={<EditOutlined />} onClick={() => setAct('change')} data-testid="change-account">
              {t('account.change')}
            </ChangeButton>
            <ChangeButton icon={<KeyOutlined />} onClick={() => setAct('reset')} data-testid="reset-account">
              {t('account.reset')}
            </ChangeButton>
            {account.enabled ? (
              <ChangeButton danger icon={<StopOutlined />} onClick={() => setAct('disable')} data-testid="disable-account">
                {t('account.disable')}
              </ChangeButton>
            ) : (
              <ChangeButton icon={<UnlockOutlined />} onClick={() => setAct('enable')} data-testid="enable-account">
                {t('account.enable')}
              </ChangeButton>
            )}
          </>
        )}
      </div>
      {own && <Alert type="info" showIcon title={t('account.own')} />}
      {account.signInPending && <Alert type="warning" showIcon title={t('account.signInPending')} />}
      {handover && <Handover handover={handover} onClose={() => setHandover(undefined)} />}
      <section className="card">
        <h2>{t('account.details')}</h2>
        <dl className="card-body account-facts">
          <div>
            <dt>{t('account.state')}</dt>
            <dd data-testid="account-state">
              <AccountTag enabled={account.enabled} />
            </dd>
          </div>
          <div>
            <dt>{t('account.fileNumber')}</dt>
            <dd>{account.fileNumber ?? t('account.nobody')}</dd>
          </div>
          <div>
            <dt>{t('account.email')}</dt>
            <dd>{account.email ?? '–'}</dd>
          </div>
          <div>
            <dt>{t('account.changed')}</dt>
            <dd>
              {account.changedAt ? (
                <>
                  <InstantText at={account.changedAt} />, {account.changedBy}
                </>
              ) : (
                '–'
              )}
            </dd>
          </div>
        </dl>
      </section>
      <GrantsCard account={account} acts={acts} />
      {act && (
        <ActDrawer
          account={account}
          act={act}
          onDone={(answer) => {
            setAct(undefined)
            if (answer) setHandover(answer)
            dropAccount(queries, account.username)
          }}
          onClose={() => setAct(undefined)}
        />
      )}
    </>
  )
}

interface Typed {
  name: string
  fileNumber?: string
  reason: string
}

/** One act on the account; each ends its sessions, so each says why. */
function ActDrawer({ account, act, onDone, onClose }: {
  account: Account
  act: Act
  onDone: (handover?: AccountHandover) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const send = async (typed: Typed, key: string): Promise<AccountHandover | undefined> => {
    switch (act) {
      case 'change':
        await changeAccount(account, { name: typed.name.trim(), fileNumber: typed.fileNumber?.trim() || undefined, reason: typed.reason })
        return undefined
      case 'disable':
        await disableAccount(account, typed.reason, key)
        return undefined
      case 'enable':
        await enableAccount(account, typed.reason, key)
        return undefined
      case 'reset':
        return resetAccount(account, typed.reason, key)
    }
  }
  return (
    <AskDrawer
      title={t(`account.${act}`)}
      confirmTestId={`confirm-${act}`}
      about={<p className="second">{t(`account.means.${act}`, { username: account.username })}</p>}
      names={['name', 'fileNumber', 'reason']}
      initial={{ name: account.name, fileNumber: account.fileNumber }}
      send={(typed: Typed, key) => upToDate(queries, account.username, send(typed, key))}
      onDone={onDone}
      onClose={onClose}
      fields={
        <>
          {act === 'change' && <NameAndFile />}
          <ReasonField />
        </>
      }
    />
  )
}
