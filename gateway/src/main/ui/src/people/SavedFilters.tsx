import { DeleteOutlined, EditOutlined, StarOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Popconfirm, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { ApiError, sayFinding } from '../api/problem'
import type { SavedFilter } from '../api/types'
import { ProblemAlert } from '../app/ProblemAlert'
import { currentLanguage } from '../i18n'
import { filterOf } from './filterOf'
import { putSavedFilter, removeSavedFilter, savedFiltersQuery } from './queries'

const LONGEST = 80

/** The filters that the account keeps, to be put on again, given another name or taken away; and this one to be kept. */
export function SavedFilters() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [params] = useSearchParams()
  const [open, setOpen] = useState(false)
  const [naming, setNaming] = useState<SavedFilter>()
  const saved = useQuery({ ...savedFiltersQuery, enabled: open })
  const remove = useMutation({ mutationFn: removeSavedFilter, onSuccess: (now) => queries.setQueryData(savedFiltersQuery.queryKey, now) })
  const current = filterOf(params)
  const asOf = params.get('asOf')
  // The list would lie over the form.
  const name = (filter: SavedFilter) => {
    setOpen(false)
    setNaming(filter)
  }

  return (
    <span>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        // Beside its button, so that the Tab key goes on into it.
        getPopupContainer={(button) => button.parentElement ?? document.body}
        content={
          <div className="saved-filters" data-testid="saved-filters">
            {saved.isError && <ProblemAlert error={saved.error} title={t('filter.savedFailed')} onRetry={() => void saved.refetch()} />}
            {remove.isError && <ProblemAlert error={remove.error} title={t('filter.notRemoved')} />}
            {saved.data?.items.length === 0 && <p className="second">{t('filter.noneSaved')}</p>}
            <ul>
              {saved.data?.items.map((filter) => (
                <li key={filter.id}>
                  <Link to={{ pathname: '/people', search: asOf ? `${filter.query}&asOf=${asOf}` : filter.query }} onClick={() => setOpen(false)}>
                    {filter.name}
                  </Link>
                  <Button size="small" type="text" icon={<EditOutlined />} aria-label={t('filter.rename', { name: filter.name })} onClick={() => name(filter)} />
                  <Popconfirm
                    title={t('filter.removeSaved', { name: filter.name })}
                    okText={t('filter.removeIt')}
                    cancelText={t('action.cancel')}
                    onConfirm={() => remove.mutate(filter.id)}
                  >
                    <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('filter.removeNamed', { name: filter.name })} />
                  </Popconfirm>
                </li>
              ))}
            </ul>
            <Button
              size="small"
              disabled={!current}
              data-testid="save-filter"
              onClick={() => name({ id: crypto.randomUUID(), name: '', query: current })}
            >
              {t('filter.keep')}
            </Button>
            {!current && <span className="third">{t('filter.nothingToKeep')}</span>}
          </div>
        }
      >
        <Button size="small" icon={<StarOutlined />} aria-expanded={open} data-testid="saved-filters-open">
          {t('filter.saved')}
        </Button>
      </Popover>
      {naming && <NameIt filter={naming} onClose={() => setNaming(undefined)} />}
    </span>
  )
}

function NameIt({ filter, onClose }: { filter: SavedFilter; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const put = useMutation({
    mutationFn: putSavedFilter,
    onSuccess: (now) => {
      queries.setQueryData(savedFiltersQuery.queryKey, now)
      onClose()
    },
  })
  const findings = put.error instanceof ApiError ? (put.error.problem?.findings ?? []) : []
  const atName = findings.filter(({ field }) => field === 'name')
  return (
    <Modal open footer={null} destroyOnHidden title={t(filter.name ? 'filter.renameTitle' : 'filter.keepTitle')} onCancel={onClose}>
      <Form<{ name: string }> layout="vertical" initialValues={filter} onFinish={({ name }) => put.mutate({ ...filter, name: name.trim() })}>
        <Form.Item
          name="name"
          label={t('filter.nameOfIt')}
          validateStatus={atName.length > 0 ? 'error' : undefined}
          help={atName.length > 0 ? atName.map((finding) => sayFinding(finding, currentLanguage())).join(' ') : undefined}
          rules={[{ required: true, whitespace: true, message: t('form.required', { label: t('filter.nameOfIt') }) }]}
        >
          <Input autoFocus maxLength={LONGEST} data-testid="filter-name" />
        </Form.Item>
        {put.isError && atName.length === 0 && <ProblemAlert error={put.error} title={t('form.notSaved')} findings={findings} />}
        <Button type="primary" htmlType="submit" loading={put.isPending} data-testid="keep-filter">
          {t('action.save')}
        </Button>
      </Form>
    </Modal>
  )
}
