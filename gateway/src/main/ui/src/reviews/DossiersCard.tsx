import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select, Skeleton, Table } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError, isPaused, type Finding } from '../api/problem'
import { useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { FilledBar } from '../quality/FilledBar'
import { SeverityTag } from '../quality/SeverityTag'
import { acceptReview, dossiersQuery, markDossiers } from './queries'
import { StandingTag } from './Tags'
import { STANDINGS, type Marks, type Review, type ReviewedLine, type Standing } from './types'

/** The dossiers of a round, in name order; several are marked at once, each as it was seen. */
export function DossiersCard({ review, unit }: { review: Review; unit: string | undefined }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const to = useTo()
  const queries = useQueryClient()
  const [standing, setStanding] = useState<Standing>()
  const [chosen, setChosen] = useState<string[]>([])
  const [mending, setMending] = useState(false)
  const [key, setKey] = useState<string>(() => crypto.randomUUID())
  const [form] = Form.useForm<{ remark: string }>()
  const list = useInfiniteQuery(dossiersQuery(review.line.id, { unit, standing }))
  const late = useDelayed(list.isPending)
  const rows = list.data?.pages.flatMap(({ items }) => items)
  const marks = can('review.mark') && review.line.state !== 'CLOSED'
  const seen = (rows ?? []).filter(({ personId }) => chosen.includes(personId))
  const mark = useMutation({
    mutationFn: ({ outcome, remark }: Pick<Marks, 'outcome' | 'remark'>) =>
      markDossiers(review.line.id, { outcome, remark, dossiers: seen.map(({ personId, version }) => ({ personId, version })) }, key),
    onError: (error) => {
      if (isPaused(error)) return
      setKey(crypto.randomUUID())
      void list.refetch()
    },
    onSuccess: (next) => {
      setKey(crypto.randomUUID())
      setChosen([])
      setMending(false)
      form.resetFields()
      acceptReview(queries, next)
    },
  })
  // A finding names a person by number; the page by name.
  const named = (finding: Finding): Finding => {
    const who = rows?.find(({ personId }) => finding.field === `dossiers.${personId}`)?.fullName
    return who ? { ...finding, messages: { vi: `${who}: ${finding.messages.vi}`, en: `${who}: ${finding.messages.en}` } } : finding
  }
  const refused = mark.isError && (
    <ProblemAlert
      error={mark.error}
      title={t('form.notSaved')}
      findings={mark.error instanceof ApiError ? (mark.error.problem?.findings ?? []).map(named) : []}
    />
  )
  const unitName = review.units.find(({ unitId }) => unitId === unit)?.unitName

  return (
    <section className="card" data-testid="review-dossiers">
      <div className="card-head">
        <h2>{unitName ? t('review.dossiersOf', { unit: unitName }) : t('review.dossiers')}</h2>
      </div>
      <div className="review-acts">
        <Select<Standing>
          allowClear
          aria-label={t('review.standing')}
          placeholder={t('review.anyStanding')}
          value={standing}
          data-testid="review-standing"
          onChange={(next?: Standing) => {
            setStanding(next)
            setChosen([])
          }}
          options={STANDINGS.map((value) => ({ value, label: t(`review.standings.${value}`) }))}
        />
        {marks && (
          <>
            <ChangeButton
              type="primary"
              disabled={seen.length === 0}
              loading={mark.isPending && !mending}
              data-testid="mark-confirmed"
              onClick={() => mark.mutate({ outcome: 'CONFIRMED' })}
            >
              {t('review.confirm')}
            </ChangeButton>
            <ChangeButton disabled={seen.length === 0} data-testid="mark-to-mend" onClick={() => setMending(true)}>
              {t('review.mend')}
            </ChangeButton>
            <span className="second" aria-live="polite">
              {seen.length === 0 ? t('review.chooseHint') : t('review.chosen', { count: seen.length })}
            </span>
          </>
        )}
      </div>
      {!mending && refused}
      {list.isError && <ProblemAlert error={list.error} title={t('review.failed')} onRetry={() => void list.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {rows?.length === 0 && <p className="empty">{t(standing ? 'review.noneStanding' : 'review.noDossiers')}</p>}
      {!!rows?.length && (
        // Scrolls by itself: the table's own way repeats the box of its head out of sight, where the keyboard would still find it.
        <div className="review-scroll" onKeyDown={fromLineToLine}>
          <Table<ReviewedLine>
            className="review-table"
            size="small"
            rowKey="personId"
            pagination={false}
            dataSource={rows}
            rowSelection={
              marks
                ? {
                    selectedRowKeys: chosen,
                    onChange: (keys) => setChosen(keys.map(String)),
                    getCheckboxProps: ({ fullName }) => ({ 'aria-label': t('review.choose', { name: fullName }) }),
                    getTitleCheckboxProps: () => ({ 'aria-label': t('review.chooseAll') }),
                  }
                : undefined
            }
            columns={[
              {
                key: 'name',
                title: t('quality.person'),
                width: 230,
                render: (_, { personId, fullName, unitName: keeper }) => (
                  <>
                    <Link to={to(`/people/${personId}`, { tab: 'quality' })}>
                      <PersonName name={fullName} />
                    </Link>
                    {!unit && <div className="third">{keeper}</div>}
                  </>
                ),
              },
              { key: 'filled', title: t('quality.filled'), width: 160, render: (_, { percent }) => <FilledBar percent={percent} /> },
              {
                key: 'found',
                title: t('quality.found'),
                render: (_, { errors, warnings, missing, codes }) => (
                  <>
                    {errors > 0 && <SeverityTag severity="ERROR" count={errors} />}
                    {warnings > 0 && <SeverityTag severity="WARNING" count={warnings} />}
                    {missing > 0 && <SeverityTag severity="MISSING" count={missing} />}
                    {errors + warnings > 0 && (
                      <div className="second">
                        {codes.filter((code) => code !== 'ITEM_MISSING').map((code) => t(`quality.codes.${code}`)).join('; ')}
                      </div>
                    )}
                    {codes.length === 0 && <span className="third">{t('review.nothingFound')}</span>}
                  </>
                ),
              },
              {
                key: 'standing',
                title: t('review.standing'),
                width: 320,
                render: (_, line) => (
                  <>
                    <StandingTag standing={line.standing} />
                    {line.remark && <div>{line.remark}</div>}
                    {line.markedBy && line.markedAt && (
                      <div className="third">
                        {line.markedBy}, <InstantText at={line.markedAt} />
                      </div>
                    )}
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
      {list.hasNextPage && (
        <div className="card-body">
          <Button loading={list.isFetchingNextPage} data-testid="more-dossiers" onClick={() => void list.fetchNextPage()}>
            {t('work.more')}
          </Button>
        </div>
      )}
      <Modal
        open={mending}
        title={t('review.mendTitle', { count: seen.length })}
        okText={t('action.save')}
        cancelText={t('action.cancel')}
        confirmLoading={mark.isPending}
        okButtonProps={{ 'data-testid': 'save-mend' }}
        onOk={() => form.submit()}
        onCancel={() => setMending(false)}
        destroyOnHidden
      >
        {refused}
        <Form form={form} layout="vertical" onFinish={({ remark }) => mark.mutate({ outcome: 'TO_MEND', remark: remark.trim().normalize('NFC') })}>
          <Form.Item name="remark" label={t('review.remark')} rules={[{ required: true, whitespace: true, message: t('review.remarkMissing') }]}>
            <Input.TextArea rows={3} maxLength={500} autoFocus data-testid="field-remark" />
          </Form.Item>
        </Form>
      </Modal>
    </section>
  )
}

/** Arrows go from the box of one line to that of the next; Space ticks it. */
function fromLineToLine(event: KeyboardEvent<HTMLDivElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !(event.target instanceof HTMLInputElement) || event.target.type !== 'checkbox') return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')]
  const next = boxes[boxes.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
