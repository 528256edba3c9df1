import { CheckOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { ApiError } from '../api/problem'
import type { AccountGrants } from '../api/types'
import { ChangeButton } from '../app/ChangeButton'
import { ProblemAlert } from '../app/ProblemAlert'
import { useSession } from '../app/session'
import { useUnsavedGuard } from '../app/useUnsavedGuard'
import { GrantRow } from './GrantRow'
import { grantsKey } from './grantsKey'
import { fromGrant, toGrant, type GrantValues } from './values'

/** All grants of an account, replaced as a whole. */
export function GrantsForm({ held }: { held: AccountGrants }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const own = useSession().username === held.username
  const [form] = Form.useForm<{ grants: GrantValues[] }>()
  const saved = useRef(false)
  useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))

  const save = useMutation({
    mutationFn: ({ grants }: { grants: GrantValues[] }) =>
      answer(
        personnel.PUT('/api/personnel/accounts/{username}/grants', {
          params: { path: { username: held.username } },
          body: { grants: grants.map(toGrant) },
        }),
      ),
    onSuccess: (now) => {
      saved.current = true
      queries.setQueryData(grantsKey(held.username), now)
      queries.setQueryData(['grants-saved', held.username], now.authzVersion)
      if (own) void queries.invalidateQueries({ queryKey: ['me'] })
    },
  })
  const justSaved = queries.getQueryData(['grants-saved', held.username]) === held.authzVersion
  const findings = save.error instanceof ApiError ? (save.error.problem?.findings ?? []) : []

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="grants"
      initialValues={{ grants: held.grants.map(fromGrant) }}
      disabled={save.isPending}
      scrollToFirstError={{ focus: true }}
      onFinish={(values) => save.mutate(values)}
    >
      <section className="card">
        <div className="card-head">
          <h2>
            {held.username}
            <span className="second">{t('grants.version', { version: held.authzVersion })}</span>
          </h2>
        </div>
        <Form.List name="grants">
          {(rows, { add, remove }) => (
            <>
              {rows.length === 0 && <p className="empty">{t('grants.none')}</p>}
              {rows.map((row) => (
                <GrantRow
                  key={row.key}
                  name={row.name}
                  remove={
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t('grants.remove', { number: row.name + 1 })}
                      title={t('grants.remove', { number: row.name + 1 })}
                      onClick={() => remove(row.name)}
                      data-testid="grant-remove"
                    />
                  }
                />
              ))}
              <div className="card-body">
                <Button icon={<PlusOutlined />} onClick={() => add({ securityClass: 'ORDINARY' })} data-testid="grant-add">
                  {t('grants.add')}
                </Button>
              </div>
            </>
          )}
        </Form.List>
      </section>
      {save.isError && <ProblemAlert error={save.error} title={t('form.notSaved')} findings={findings} kept={t('form.kept')} />}
      {justSaved && !save.isError && (
        <Alert type="success" showIcon icon={<CheckOutlined />} role="status" title={t('grants.saved', { username: held.username })} />
      )}
      <Alert type="warning" showIcon title={own ? t('grants.endsOwn') : t('grants.ends', { username: held.username })} />
      <div className="form-foot">
        <ChangeButton type="primary" htmlType="submit" loading={save.isPending} data-testid="save-grants">
          {t('grants.save')}
        </ChangeButton>
      </div>
    </Form>
  )
}
