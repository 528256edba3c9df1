import { CalendarOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { DatePicker } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAsOf } from './asOf'
import { addDays, fromDayjs, isTrialDay, toDayjs, todayInVietNam, TYPED_DAYS } from './dates'

/** The day that every page is looked at. */
export function DateBar() {
  const { t } = useTranslation()
  const { day, when, setDay } = useAsOf()
  const trial = when === 'today' && isTrialDay(day, todayInVietNam())
  return (
    <div className="date-bar" role="group" aria-label={t('day.label')} data-testid="date-bar">
      <button type="button" aria-label={t('day.before')} title={t('day.before')} onClick={() => setDay(addDays(day, -1))}>
        <LeftOutlined />
      </button>
      <DatePicker
        value={toDayjs(day)}
        onChange={(next) => next && setDay(fromDayjs(next))}
        format={TYPED_DAYS}
        allowClear={false}
        variant="borderless"
        showNow={false}
        size="small"
        prefix={
          <>
            <CalendarOutlined /> {t('day.label')}
          </>
        }
        suffixIcon={
          when === 'today' ? (
            <span className="today" title={trial ? t('day.trialMeans') : undefined}>
              {t(trial ? 'day.trial' : 'day.today')}
            </span>
          ) : null
        }
        aria-label={t('day.label')}
      />
      <button type="button" aria-label={t('day.after')} title={t('day.after')} onClick={() => setDay(addDays(day, 1))}>
        <RightOutlined />
      </button>
    </div>
  )
}
