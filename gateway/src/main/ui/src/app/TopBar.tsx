import { ClockCircleOutlined, KeyOutlined, MobileOutlined, PoweroffOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAsOf } from './asOf'
import { DateBar } from './DateBar'
import { LanguageSwitch } from './LanguageSwitch'
import { useMe } from './me'
import { PurposeChip } from './PurposeChip'
import { ScopeChip } from './ScopeChip'
import { Search } from './Search'
import { changeSignIn, logout, useSession } from './session'
import { initials } from './PersonName'

export function TopBar() {
  const { t } = useTranslation()
  const { when, setDay } = useAsOf()
  const { can, legalDay } = useMe()
  const otherDay = when !== 'today'

  return (
    <header className={otherDay ? 'topbar other-day' : 'topbar'}>
      {can('person.read') ? <Search /> : <span className="filler" />}
      <div className="when" role="status">
        {otherDay && (
          <>
            <ClockCircleOutlined />
            <b>{t(`day.${when}`)}</b>
            <span className="read-only">{t('day.readOnly')}</span>
          </>
        )}
      </div>
      <ScopeChip />
      <PurposeChip />
      <DateBar />
      {otherDay && (
        <Button className="to-today" size="small" onClick={() => setDay(legalDay)}>
          {t('day.toToday')}
        </Button>
      )}
      <LanguageSwitch />
      <Account />
    </header>
  )
}

function Account() {
  const { t } = useTranslation()
  const { name, username } = useSession()
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <span className="who">
                <b>{name}</b>
                <span>{username}</span>
              </span>
            ),
          },
          { type: 'divider' },
          { key: 'password', icon: <KeyOutlined />, label: t('account.password'), onClick: () => changeSignIn('password') },
          { key: 'code', icon: <MobileOutlined />, label: t('account.code'), onClick: () => changeSignIn('code') },
          { type: 'divider' },
          { key: 'logout', icon: <PoweroffOutlined />, label: t('action.logout'), onClick: () => void logout() },
        ],
      }}
    >
      <button type="button" className="account" title={t('account.label', { name })} data-testid="account">
        <span aria-hidden>{initials(name)}</span>
        <span className="sr-only">{t('account.label', { name })}</span>
      </button>
    </Dropdown>
  )
}
