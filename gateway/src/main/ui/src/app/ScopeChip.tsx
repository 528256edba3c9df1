import { ApartmentOutlined, DownOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HeldGrant } from '../api/types'
import { Period } from './DateText'
import { useMe } from './me'
import { useRoleName } from './roles'

/** What this account may see, and on opening why: every grant that it holds. */
export function ScopeChip() {
  const { t } = useTranslation()
  const { me } = useMe()
  if (!me) return null

  const units = [...new Set(me.grants.map((grant) => (grant.personId ? t('scopeChip.own') : grant.unitName)))]
  const everyScope = me.grants.some((grant) => grant.managementScopes.length === 0)
  const scopes = [...new Set(me.grants.flatMap((grant) => grant.managementScopes))]
  const scopeWords = everyScope || scopes.length === 0 ? t('scopeChip.every') : andMore(scopes.map((scope) => t(`scopeShort.${scope}`)))

  return (
    <Popover
      trigger="click"
      placement="bottom"
      title={<h2 className="popover-title">{t('scopeChip.why')}</h2>}
      content={<Grants grants={me.grants} />}
    >
      <button type="button" className="scope-chip" data-testid="scope-chip" aria-haspopup="dialog">
        <ApartmentOutlined />
        <b title={units.join(', ')}>{units.length ? andMore(units) : t('scopeChip.none')}</b>
        {units.length > 0 && <span>{scopeWords}</span>}
        <DownOutlined />
      </button>
    </Popover>
  )
}

const andMore = (words: string[]): string => (words.length > 1 ? `${words[0]} +${words.length - 1}` : (words[0] ?? ''))

function Grants({ grants }: { grants: HeldGrant[] }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  if (grants.length === 0) return <p className="scope-list">{t('scopeChip.noGrants')}</p>
  return (
    <ul className="scope-list">
      {grants.map((grant, index) => (
        <li key={index}>
          <b>{roleName(grant.role)}</b>
          <span>
            {grant.unitName} · {t(`tree.${grant.tree}`)}
          </span>
          <span>
            {grant.managementScopes.length
              ? grant.managementScopes.map((scope) => t(`scope.${scope}`)).join(', ')
              : t('scopeChip.every')}
          </span>
          <span className="third">
            <Period {...grant} />
          </span>
        </li>
      ))}
    </ul>
  )
}
