import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useAsOf } from './asOf'
import { DayText, InstantText } from './DateText'
import { useMe } from './me'
import { useSession } from './session'

/** What a sheet of paper must say about itself: the day, the scope, and who printed it when. */
export function PrintHead() {
  const { t } = useTranslation()
  const { day } = useAsOf()
  const { me } = useMe()
  const { name } = useSession()
  const [printedAt, setPrintedAt] = useState(() => Date.now())

  useEffect(() => {
    const onPrint = () => flushSync(() => setPrintedAt(Date.now()))
    window.addEventListener('beforeprint', onPrint)
    return () => window.removeEventListener('beforeprint', onPrint)
  }, [])

  return (
    <>
      <p className="print-instead">{t('print.instead')}</p>
      <p className="print-head">
        <b>OpenCadre</b>
        <span>
          {t('day.label')} <DayText day={day} />
        </span>
        <span>{[...new Set(me?.grants.map((grant) => grant.unitName))].join(', ')}</span>
        <span>
          {t('print.by', { name })} <InstantText at={printedAt} />
        </span>
      </p>
    </>
  )
}
