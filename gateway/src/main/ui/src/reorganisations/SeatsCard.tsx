import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FutureSeat } from '../api/types'
import { formatNumber } from '../i18n'
import { RowsCard } from './RowsCard'
import { SeatDrawer } from './SeatDrawer'
import { UnitLink } from './UnitLink'
import type { ListProps } from './UnitsTab'
import { useNames } from './useNames'

/** Seats that begin on the day. */
export function SeatsCard({ reorganisation, editable }: ListProps) {
  const { t } = useTranslation()
  const names = useNames(reorganisation)
  const [open, setOpen] = useState<{ row?: FutureSeat }>()
  return (
    <>
      <RowsCard<FutureSeat>
        title={t('reorganisation.newSeats')}
        rows={reorganisation.newSeats}
        rowKey={({ id }) => id}
        none={t('reorganisation.noneSeats')}
        testId="new-seats"
        add={t('reorganisation.addSeat')}
        onOpen={editable ? (row) => setOpen({ row }) : undefined}
        nameOf={({ titleCode, unitId }) => [names.title(titleCode), names.unit(unitId)].filter(Boolean).join(', ')}
        columns={[
          {
            key: 'title',
            title: t('seat.title'),
            width: '34%',
            render: (_, { titleCode, unitId }) => (
              <>
                {names.title(titleCode)}
                <div className="third">
                  <UnitLink id={unitId} reorganisation={reorganisation} names={names} />
                </div>
              </>
            ),
          },
          {
            key: 'kind',
            title: t('seat.kind'),
            render: (_, { kind, regime }) => (
              <>
                {t(`seat.kinds.${kind}`)}
                <div className="third">{t(`reorganisation.regimes.${regime}`)}</div>
              </>
            ),
          },
          { key: 'scope', title: t('post.scope'), render: (_, { managementScope }) => t(`scope.${managementScope}`) },
          { key: 'holders', title: t('seat.places'), width: 110, align: 'right', render: (_, { holders }) => formatNumber(holders) },
          {
            key: 'term',
            title: t('decision.term'),
            width: 110,
            align: 'right',
            render: (_, { termMonths }) => (termMonths ? t('decision.months', { count: termMonths }) : '–'),
          },
        ]}
      />
      {open && <SeatDrawer reorganisation={reorganisation} row={open.row} onClose={() => setOpen(undefined)} />}
    </>
  )
}
