import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leavings, type Leaving } from './content'
import { LeavingDrawer } from './LeavingDrawer'
import { RowsCard } from './RowsCard'
import { UnitLink } from './UnitLink'
import type { ListProps } from './UnitsTab'
import { useNames } from './useNames'

/** Units that end, and those that give a part away, each with what it goes into. */
export function LeavingCard({ reorganisation, editable }: ListProps) {
  const { t } = useTranslation()
  const names = useNames(reorganisation)
  const [open, setOpen] = useState<{ row?: Leaving }>()
  return (
    <>
      <RowsCard<Leaving>
        title={t('reorganisation.leaving')}
        rows={leavings(reorganisation)}
        rowKey={({ unitId }) => unitId}
        none={t('reorganisation.noneLeaving')}
        testId="leaving"
        add={t('reorganisation.addLeaving')}
        onOpen={editable ? (row) => setOpen({ row }) : undefined}
        nameOf={({ unitId }) => names.unit(unitId) ?? t('reorganisation.unknownUnit')}
        columns={[
          {
            key: 'unit',
            title: t('post.unit'),
            width: '34%',
            render: (_, { unitId, ends }) => (
              <>
                <UnitLink id={unitId} reorganisation={reorganisation} names={names} />
                {!ends && <div className="third">{t('reorganisation.goesOn')}</div>}
              </>
            ),
          },
          {
            key: 'successors',
            title: t('reorganisation.successors'),
            render: (_, { steps }) =>
              steps.length === 0 ? (
                <span className="plan-unplaced">{t('reorganisation.noSuccessor')}</span>
              ) : (
                steps.map(({ successorId, kind, note }, index) => (
                  <div key={index}>
                    <UnitLink id={successorId} reorganisation={reorganisation} names={names} />
                    <span className="second">
                      {', '}
                      {t(`unit.kinds.${kind}`)}
                    </span>
                    {note && <div className="third">{note}</div>}
                  </div>
                ))
              ),
          },
        ]}
      />
      {open && <LeavingDrawer reorganisation={reorganisation} row={open.row} onClose={() => setOpen(undefined)} />}
    </>
  )
}
