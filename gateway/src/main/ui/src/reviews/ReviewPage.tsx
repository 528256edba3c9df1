import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { hasStatus, isPaused } from '../api/problem'
import { ChangeButton } from '../app/ChangeButton'
import { DayText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoPage, NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { formatNumber } from '../i18n'
import { DossiersCard } from './DossiersCard'
import { left } from './progress'
import { acceptReview, closeReview, reviewQuery } from './queries'
import './reviews.css'
import { ReviewTag } from './Tags'
import type { Review } from './types'
import { UnitsCard } from './UnitsCard'

/** One round of review: how far each unit is, and the dossiers of one of them or of all. */
export function ReviewPage() {
  const { t } = useTranslation()
  const { reviewId = '' } = useParams()
  const { me, can, settled } = useMe()
  const enabled = settled && can('review.read')
  const { data: review, error, isError, isPending, refetch } = useQuery({ ...reviewQuery(reviewId), enabled })
  const late = useDelayed(enabled && isPending)
  const [opened, setOpened] = useState(!!purpose())
  const [params, setParams] = useSearchParams()
  const unit = params.get('unit') ?? undefined
  usePageTitle(review?.line.name ?? t('review.title'))

  if (!settled) return null
  if (me && !can('review.read')) return <NoRights />
  if (hasStatus(error, 404) || hasStatus(error, 400)) return <NoPage />
  if (isError) return <div className="page"><ProblemAlert error={error} title={t('review.failed')} onRetry={() => void refetch()} /></div>
  if (!review) return late ? <div className="page"><div className="card card-body"><Skeleton active /></div></div> : null
  const found = can('quality.read')
  return (
    <div className="page">
      <Head review={review} />
      <Facts review={review} />
      <UnitsCard
        review={review}
        withQuality={found && opened}
        unit={unit}
        onChoose={
          found
            ? (chosen) =>
                setParams((current) => {
                  if (chosen) current.set('unit', chosen)
                  else current.delete('unit')
                  return current
                })
            : undefined
        }
      />
      {found &&
        (opened ? (
          <DossiersCard key={unit ?? 'all'} review={review} unit={unit} />
        ) : (
          <section className="card">
            <PurposeGate what={t('review.hidden')} onOpen={() => setOpened(true)} />
          </section>
        ))}
    </div>
  )
}

function Head({ review: { line, all, closable } }: { review: Review }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const queries = useQueryClient()
  const [closing, setClosing] = useState(false)
  const [key, setKey] = useState<string>(() => crypto.randomUUID())
  const close = useMutation({
    mutationFn: () => closeReview(line, key),
    onError: (error) => {
      if (!isPaused(error)) setKey(crypto.randomUUID())
      if (hasStatus(error, 412)) void queries.invalidateQueries({ queryKey: reviewQuery(line.id).queryKey })
    },
    onSuccess: (next) => {
      acceptReview(queries, next)
      setClosing(false)
    },
  })
  return (
    <div className="page-head">
      <h1>
        {line.name} <ReviewTag state={line.state} />
      </h1>
      {closable && can('review.write') && (
        <ChangeButton data-testid="close-review" onClick={() => setClosing(true)}>
          {t('review.close')}
        </ChangeButton>
      )}
      <Modal
        open={closing}
        title={t('review.close')}
        okText={t('review.close')}
        cancelText={t('action.cancel')}
        confirmLoading={close.isPending}
        okButtonProps={{ 'data-testid': 'confirm-close' }}
        onOk={() => close.mutate()}
        onCancel={() => setClosing(false)}
      >
        {close.isError && <ProblemAlert error={close.error} title={t('form.notSaved')} />}
        <p>{t('review.closeMeans')}</p>
        {left(all) > 0 && <p className="review-late">{t('review.stillLeft', { count: left(all), total: formatNumber(left(all)) })}</p>}
      </Modal>
    </div>
  )
}

function Facts({ review: { line } }: { review: Review }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <dl className="card-body facts">
        <dt>{t('review.unit')}</dt>
        <dd>{line.unitName}</dd>
        <dt>{t('review.days')}</dt>
        <dd>
          <DayText day={line.firstDay} /> – <DayText day={line.deadline} />
        </dd>
        <dt>{t('review.level')}</dt>
        <dd>{t(`scope.${line.level}`)}</dd>
        <dt>{t('review.groups')}</dt>
        <dd>{line.groups.length === 0 ? t('review.allGroups') : line.groups.map((group) => t(`quality.groups.${group}`)).join('; ')}</dd>
        <dt>{t('review.openedBy')}</dt>
        <dd>{line.openedBy}</dd>
        {line.closedBy && line.closedOn && (
          <>
            <dt>{t('review.closedBy')}</dt>
            <dd>
              {line.closedBy}, <DayText day={line.closedOn} />
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
