import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AccountHandover } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { required } from '../people/fields'
import { createAccount, dropAccount, type NewAccountBody } from './queries'

const FIELDS = ['username', 'name', 'email', 'fileNumber'] as const
const trimmed = (text: string | undefined) => text?.trim() || undefined

/** Makes an account that holds nothing yet; the temporary password is in the answer alone. */
export function NewAccountDrawer({ onMade, onClose }: { onMade: (handover: AccountHandover) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <AskDrawer
      title={t('account.create')}
      confirmTestId="confirm-create"
      about={<p className="second">{t('account.createHint')}</p>}
      names={FIELDS}
      initial={{}}
      send={(typed: NewAccountBody, key) =>
        createAccount(
          { username: typed.username.trim(), name: typed.name.trim(), email: trimmed(typed.email), fileNumber: trimmed(typed.fileNumber) },
          key,
        )
      }
      onDone={(handover) => {
        dropAccount(queries, handover.account.username)
        onMade(handover)
      }}
      onClose={onClose}
      fields={
        <>
          <Form.Item
            name="username"
            label={t('account.username')}
            extra={t('account.usernameHint')}
            rules={[required(t, t('account.username')), { pattern: /^\s*[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]\s*$/, message: t('account.usernameHint') }]}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} data-testid="field-username" />
          </Form.Item>
          <NameAndFile />
          <Form.Item name="email" label={t('account.email')} rules={[{ type: 'email', message: t('account.emailWrong') }]}>
            <Input autoComplete="off" maxLength={200} data-testid="field-email" />
          </Form.Item>
        </>
      }
    />
  )
}

export function NameAndFile() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="name" label={t('account.name')} rules={[required(t, t('account.name')), { min: 2, max: 100, message: t('form.nameLength') }]}>
        <Input autoComplete="off" data-testid="field-name" />
      </Form.Item>
      <Form.Item name="fileNumber" label={t('account.fileNumber')} extra={t('account.fileNumberHint')}>
        <Input autoComplete="off" maxLength={40} data-testid="field-fileNumber" />
      </Form.Item>
    </>
  )
}
