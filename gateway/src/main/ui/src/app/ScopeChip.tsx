import { ApartmentOutlined, DownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Popover, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { sightQuery } from '../accounts/queries'
import type { HeldGrant } from '../api/types'
import { InstantText, Period } from './DateText'
import { useMe } from './me'
import { ProblemAlert } from './ProblemAlert'
import { useRoleName } from './roles'
import { dossierAt, splitByPage } from './sight'

/** What this account may see, and on opening why: the grants that open this page, and of a dossier those that reach it. */
export function ScopeChip() {
  const { t } = useTranslation()
  const { me } = useMe()
  const [open, setOpen] = useState(false)
  if (!me) return null

  const units = [...new Set(me.grants.map((grant) => (grant.personId ? t('scopeChip.own') : grant.unitName)))]
  const everyScope = me.grants.some((grant) => grant.managementScopes.length === 0)
  const scopes = [...new Set(me.grants.flatMap((grant) => grant.managementScopes))]
  const scopeWords = everyScope || scopes.length === 0 ? t('scopeChip.every') : andMore(scopes.map((scope) => t(`scopeShort.${scope}`)))

  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      title={<h2 className="popover-title">{t('scopeChip.why')}</h2>}
      content={<Why grants={me.grants} administers={me.actions.includes('grant.write')} />}
    >
      <button type="button" className="scope-chip" data-testid="scope-chip" aria-haspopup="dialog" aria-expanded={open}>
        <ApartmentOutlined />
        <b title={units.join(', ')}>{units.length ? andMore(units) : t('scopeChip.none')}</b>
        {units.length > 0 && <span>{scopeWords}</span>}
        <DownOutlined />
      </button>
    </Popover>
  )
}

const andMore = (words: string[]): string => (words.length > 1 ? `${words[0]} +${words.length - 1}` : (words[0] ?? ''))

function Why({ grants, administers }: { grants: readonly HeldGrant[]; administers: boolean }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const personId = dossierAt(pathname)
  const { here, elsewhere } = splitByPage(grants, pathname)
  if (administers) return <p className="scope-list">{t('scopeChip.administers')}</p>
  if (grants.length === 0) return <p className="scope-list">{t('scopeChip.noGrants')}</p>
  return (
    <div className="scope-list" tabIndex={0} role="region" aria-label={t('scopeChip.why')} data-testid="why">
      {personId ? <WhyThisPerson personId={personId} /> : <Grants grants={here} title={t('scopeChip.thisPage')} empty={t('scopeChip.noneHere')} />}
      {!personId && elsewhere.length > 0 && <Grants grants={elsewhere} title={t('scopeChip.otherPages')} empty="" />}
    </div>
  )
}

function WhyThisPerson({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const sight = useQuery(sightQuery(personId))
  if (sight.isError) return <ProblemAlert error={sight.error} title={t('grants.failed')} onRetry={() => void sight.refetch()} />
  if (!sight.data) return <Skeleton active title={false} paragraph={{ rows: 3 }} />
  return <Grants grants={sight.data} title={t('scopeChip.thisPerson')} empty={t('scopeChip.noneHere')} />
}

function Grants({ grants, title, empty }: { grants: readonly HeldGrant[]; title: string; empty: string }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  return (
    <>
      <h3 className="scope-group">{title}</h3>
      {grants.length === 0 && <p>{empty}</p>}
      <ul>
        {grants.map((grant) => (
          <li key={grant.id}>
            <b>{roleName(grant.role)}</b>
            <span>{grant.personId ? t('scopeChip.own') : `${grant.unitName} · ${t(`tree.${grant.tree}`)}`}</span>
            <span>
              {grant.managementScopes.length ? grant.managementScopes.map((scope) => t(`scope.${scope}`)).join(', ') : t('scopeChip.every')}
              {' · '}
              {t('scopeChip.class', { class: t(`class.${grant.securityClass}`).toLocaleLowerCase() })}
            </span>
            <span className="third">
              <Period {...grant} />
            </span>
            {grant.givenBy && grant.givenAt && (
              <span className="third">
                {t(grant.delegated ? 'scopeChip.delegatedBy' : 'scopeChip.givenBy', { name: grant.givenBy })}, <InstantText at={grant.givenAt} />
                {grant.reason && `: ${grant.reason}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
