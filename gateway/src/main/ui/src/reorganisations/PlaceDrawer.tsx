import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reorganisation, ReorganisationPost } from '../api/types'
import { DayText } from '../app/DateText'
import { useMe } from '../app/me'
import { PersonName } from '../app/PersonName'
import { fold, matches } from '../app/unitTree'
import { UnitPicker } from '../app/units'
import { required } from '../people/fields'
import { SeatPicker } from '../units/SeatPicker'
import { placementOf, seatOptions, successorsOf, typedPlacement, type TypedPlacement, type Where } from './placing'
import { PlanDrawer } from './PlanDrawer'
import { placePost, standingSeatsQuery } from './queries'
import { useSeatName } from './SeatName'
import { useBeginning, useNames } from './useNames'

const WHERE: readonly Where[] = ['SEAT', 'OTHER', 'UNIT', 'NONE']

/** Says where the holder of one post goes on. */
export function PlaceDrawer({ reorganisation, post, onClose }: { reorganisation: Reorganisation; post: ReorganisationPost; onClose: () => void }) {
  const { t } = useTranslation()
  const [base] = useState(reorganisation)
  return (
    <PlanDrawer<TypedPlacement>
      title={t('reorganisation.placeTitle')}
      testId="save-placement"
      reorganisation={base}
      about={
        <div className="void-what">
          <PersonName name={post.personName} />
          <span className="second">
            {[post.title, post.unitName, post.acting && t('seat.acting'), post.concurrent && t('post.concurrent')].filter(Boolean).join(', ')}
          </span>
          {post.termEnds && (
            <span className="second">
              {t('reorganisation.termEnds')} <DayText day={post.termEnds} />
            </span>
          )}
        </div>
      }
      initial={typedPlacement(post)}
      fields={<PlaceFields reorganisation={base} post={post} />}
      at={(path, { into }) =>
        path === 'seatId' ? [into === 'OTHER' ? 'otherSeatId' : 'seatId'] : ['unitId', 'title', 'concurrent', 'termMonths', 'into'].includes(path) ? [path] : undefined
      }
      send={(typed) => placePost(base.line, post.assignmentId, placementOf(typed))}
      onClose={onClose}
    />
  )
}

function PlaceFields({ reorganisation, post }: { reorganisation: Reorganisation; post: ReorganisationPost }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const into = Form.useWatch('into', Form.useFormInstance()) as Where | undefined
  const names = useNames(reorganisation)
  const before = useBeginning(reorganisation)
  const successors = successorsOf(post.unitId, reorganisation)
  const standing = useQuery({
    ...standingSeatsQuery(successors.standing, reorganisation.line.effectiveOn),
    enabled: successors.standing.length > 0 && can('seat.read'),
  })
  const saidSeat = post.placement?.seatId
  const saidName = useSeatName(saidSeat, reorganisation, names)
  const offered = seatOptions(reorganisation.newSeats, standing.data ?? [], [...successors.new, ...successors.standing], names)
  const seats = saidSeat && !offered.some(({ value }) => value === saidSeat) ? [{ value: saidSeat, label: saidName ?? t('reorganisation.unknownSeat') }, ...offered] : offered
  return (
    <>
      <Form.Item name="into" label={t('reorganisation.placement')} rules={[required(t, t('reorganisation.placement'))]}>
        <Radio.Group
          className="plan-into"
          data-testid="field-into"
          options={WHERE.filter((where) => where !== 'OTHER' || can('seat.read')).map((value) => ({ value, label: t(`reorganisation.intoWhat.${value}`) }))}
        />
      </Form.Item>
      {into === 'SEAT' && (
        <Form.Item
          name="seatId"
          label={t('reorganisation.fields.seatId')}
          extra={seats.length === 0 ? t('reorganisation.noSeats') : undefined}
          rules={[required(t, t('reorganisation.fields.seatId'))]}
        >
          <Select
            loading={standing.isFetching}
            showSearch={{ filterOption: (typed, option) => matches(fold(option?.label ?? '').replaceAll(',', ''), typed) }}
            placeholder={t('form.choose')}
            data-testid="field-seatId"
            options={seats}
          />
        </Form.Item>
      )}
      {into === 'OTHER' && (
        <Form.Item name="otherSeatId" label={t('reorganisation.fields.seatId')} rules={[required(t, t('reorganisation.fields.seatId'))]}>
          <SeatPicker data-testid="field-otherSeatId" />
        </Form.Item>
      )}
      {into === 'UNIT' && (
        <>
          <Form.Item name="unitId" label={t('post.unit')} extra={t('form.unitHint')} rules={[required(t, t('post.unit'))]}>
            <UnitPicker before={before} placeholder={t('form.unitPlaceholder')} data-testid="field-unitId" />
          </Form.Item>
          <Form.Item name="title" label={t('post.title')} rules={[required(t, t('post.title')), { max: 200, message: t('form.titleLength') }]}>
            <Input autoComplete="off" data-testid="field-title" />
          </Form.Item>
        </>
      )}
      {into && into !== 'NONE' && (
        <>
          <Form.Item name="termMonths" label={t('decision.termMonths')} extra={t('reorganisation.placeTermHint')}>
            <InputNumber min={1} max={1200} precision={0} data-testid="field-termMonths" />
          </Form.Item>
          <Form.Item name="concurrent" valuePropName="checked">
            <Checkbox data-testid="field-concurrent">{t('post.concurrentLong')}</Checkbox>
          </Form.Item>
        </>
      )}
    </>
  )
}
