import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reorganisation } from '../api/types'
import { formatDay } from '../app/dates'
import { useMe } from '../app/me'
import { ReasonField, required } from '../people/fields'
import type { ReorganisationAct } from './acts'
import { Answers } from './Answers'
import { contentOf } from './content'
import { HeadFields, headOf, inHead, type TypedHead } from './HeadFields'
import { PlanDrawer } from './PlanDrawer'
import { act as send, changeReorganisation } from './queries'
import { useAnswers } from './useAnswers'

interface ActDrawerProps {
  reorganisation: Reorganisation
  act: ReorganisationAct
  onDone: (act: ReorganisationAct) => void
  onClose: () => void
}

/** One act on the whole of a reorganisation, with what it means said before it. */
export function ActDrawer({ reorganisation, act, onDone, onClose }: ActDrawerProps) {
  return act === 'edit' ? (
    <EditDrawer reorganisation={reorganisation} onClose={onClose} />
  ) : (
    <AskedDrawer reorganisation={reorganisation} act={act} onDone={onDone} onClose={onClose} />
  )
}

function EditDrawer({ reorganisation, onClose }: Pick<ActDrawerProps, 'reorganisation' | 'onClose'>) {
  const { t } = useTranslation()
  const [base] = useState(reorganisation)
  const { name, instrument, effectiveOn, level } = base.line
  return (
    <PlanDrawer<TypedHead>
      title={t('reorganisation.acts.edit')}
      testId="confirm-edit"
      size={520}
      reorganisation={base}
      initial={{ name, instrument, effectiveOn: formatDay(effectiveOn), level }}
      fields={<HeadFields />}
      at={inHead}
      send={(typed) => changeReorganisation(base.line, { ...contentOf(base), ...headOf(typed) })}
      onClose={onClose}
    />
  )
}

function AskedDrawer({ reorganisation, act, onDone, onClose }: ActDrawerProps & { act: Exclude<ReorganisationAct, 'edit'> }) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const [base] = useState(reorganisation)
  const others = useAnswers(base.line)
  const late = act === 'approve' && base.line.effectiveOn < legalDay
  return (
    <PlanDrawer<{ reason?: string }>
      title={t(`reorganisation.acts.${act}`)}
      confirm={{ label: t(`reorganisation.acts.${act}`), danger: act === 'undo' || act === 'withdraw' }}
      testId={`confirm-${act}`}
      size={480}
      reorganisation={base}
      about={
        <div className="void-what">
          <b>{base.line.name}</b>
          <span className="second">
            {base.line.instrument}, {t('reorganisation.fromDay', { day: formatDay(base.line.effectiveOn) })}
          </span>
          <p>{t(`reorganisation.means.${act}`)}</p>
          {act === 'approve' && !others.isPending && <Answers {...others} />}
        </div>
      }
      fields={
        late ? (
          <Form.Item
            name="reason"
            label={t('form.reason')}
            extra={t('reorganisation.lateHint')}
            rules={[required(t, t('form.reason')), { min: 3, max: 500, message: t('form.reasonLength') }]}
          >
            <Input.TextArea rows={3} maxLength={500} data-testid="field-reason" />
          </Form.Item>
        ) : act === 'undo' || act === 'withdraw' ? (
          <ReasonField />
        ) : undefined
      }
      at={(path) => (path === 'reason' && (late || act === 'undo' || act === 'withdraw') ? ['reason'] : undefined)}
      send={({ reason }, key) => send(base.line, act, reason, others.answered, key)}
      onSaved={() => onDone(act)}
      onClose={onClose}
    />
  )
}
