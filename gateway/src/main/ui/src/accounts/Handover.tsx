import { Alert, Button, Space, Typography } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountHandover } from '../api/types'

/** The temporary password, this once: nobody can read it again. */
export function Handover({ handover, onClose }: { handover: AccountHandover; onClose: () => void }) {
  const { t } = useTranslation()
  const here = useRef<HTMLElement>(null)
  useEffect(() => here.current?.focus(), [])
  const { account, temporaryPassword } = handover
  return (
    <section className="card handover" ref={here} tabIndex={-1} aria-label={t('account.handover')} data-testid="handover">
      <h2>{t('account.handover')}</h2>
      <div className="card-body">
        {temporaryPassword ? (
          <>
            <dl className="slip">
              <dt>{t('account.name')}</dt>
              <dd>{account.name}</dd>
              <dt>{t('account.username')}</dt>
              <dd>
                <b>{account.username}</b>
              </dd>
              <dt>{t('account.temporaryPassword')}</dt>
              <dd>
                <Typography.Text
                  code
                  copyable={{ text: temporaryPassword, tooltips: [t('account.copy'), t('account.copied')] }}
                  data-testid="temporary-password"
                >
                  {temporaryPassword}
                </Typography.Text>
              </dd>
            </dl>
            <p>{t('account.firstSignIn')}</p>
            <Alert type="warning" showIcon title={t('account.shownOnce')} />
          </>
        ) : (
          <Alert type="info" showIcon title={t('account.alreadySignedIn')} />
        )}
        <Space>
          <Button type="primary" onClick={onClose} data-testid="handover-done">
            {t('account.handedOver')}
          </Button>
          {temporaryPassword && <Button onClick={() => window.print()}>{t('account.printSlip')}</Button>}
        </Space>
      </div>
    </section>
  )
}
