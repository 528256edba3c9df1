/**
 * The only place that turns dates into text and text into dates. People read and type dd/mm/yyyy in both languages;
 * the services speak ISO 8601 with half-open periods (`validTo` is the first day on which a fact no longer holds), while
 * people name the last day on which it did.
 */
import dayjs, { type Dayjs } from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'

dayjs.extend(customParseFormat)

/** An ISO day, as `2026-11-24`. */
export type Day = string
/** An ISO year, month or day. */
export type PartialDate = string

const ISO_DAY = 'YYYY-MM-DD'
const SHOWN_DAY = 'DD/MM/YYYY'
/** The first is how a day is shown; all are taken when typed into the date picker. */
export const TYPED_DAYS = [SHOWN_DAY, 'D/M/YYYY', 'DDMMYYYY']
const ZONE = 'Asia/Ho_Chi_Minh'

export const toDayjs = (day: Day): Dayjs => dayjs(day, ISO_DAY, true)
export const fromDayjs = (value: Dayjs): Day => value.format(ISO_DAY)
export const isDay = (text: string | null | undefined): text is Day => !!text && toDayjs(text).isValid()

export const addDays = (day: Day, days: number): Day => fromDayjs(toDayjs(day).add(days, 'day'))

/** Today in Viet Nam, for the moments when the service that knows the legal day does not answer. */
export function todayInVietNam(now: Date = new Date()): Day {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(now)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Whether a house lives by a day of its own; around midnight, and in a page left open overnight, the two differ by one. */
export const isTrialDay = (legalDay: Day, calendar: Day): boolean => legalDay < addDays(calendar, -1) || legalDay > addDays(calendar, 1)

export const formatDay = (day: Day): string => toDayjs(day).format(SHOWN_DAY)

/** `14/08/1982`; the unknown part is an ellipsis: `…/08/1982`, `…/1982`. */
export function formatPartial(date: PartialDate): string {
  const [year, month, day] = date.split('-')
  if (day) return `${day}/${month}/${year}`
  return month ? `…/${month}/${year}` : `…/${year}`
}

export const yearOf = (date: PartialDate): string => date.slice(0, 4)

/** Full years on a day; with only a year or month known, the most it can be is not claimed: undefined unless certain. */
export function ageOn(birth: PartialDate, day: Day): number | undefined {
  const age = (on: string) => Number(day.slice(0, 4)) - Number(on.slice(0, 4)) - (day.slice(5) < on.slice(5) ? 1 : 0)
  const [year, month, date] = birth.split('-')
  const oldest = age(`${year}-${month ?? '01'}-${date ?? '01'}`)
  const youngest = age(`${year}-${month ?? '12'}-${date ?? '31'}`)
  return oldest === youngest ? oldest : undefined
}

/** The last day on which a fact held, from the first day on which it no longer did. */
export const lastDay = (validTo: Day): Day => addDays(validTo, -1)
/** The first day on which a fact no longer holds, from the last day on which it does. */
export const validToAfter = (last: Day): Day => addDays(last, 1)

export const holdsOn = (period: { validFrom: Day; validTo?: Day }, day: Day): boolean =>
  period.validFrom <= day && (!period.validTo || day < period.validTo)

/** A day typed as dd/mm/yyyy; single digits and no separators are taken too. Undefined when it is not a real day. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim())
  return match ? realDate(match[3]!, match[2]!, match[1]!) : undefined
}

/** A birth typed as dd/mm/yyyy, mm/yyyy or yyyy. */
export function parsePartial(text: string): PartialDate | undefined {
  const typed = text.trim().replace(/^(…|\.\.\.)\//, '')
  if (/^\d{4}$/.test(typed)) return realDate(typed)
  const month = /^(\d{1,2})[/.\- ](\d{4})$/.exec(typed)
  return month ? realDate(month[2]!, month[1]!) : parseDay(typed)
}

/** What a person would type to get this date back. */
export const typedPartial = (date: PartialDate): string => formatPartial(date).replace('…/', '')

function realDate(year: string, month?: string, day?: string): PartialDate | undefined {
  const iso = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  const whole = `${iso}${month ? '' : '-01'}${day ? '' : '-01'}`
  return Number(year) >= 1900 && Number(year) <= 2200 && isDay(whole) ? iso : undefined
}

/** An instant as `14:05 24/11/2026`, in Viet Nam wherever the reader is. */
export function formatInstant(instant: string | number): string {
  const date = new Date(instant)
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${time.format(date)} ${formatDay(todayInVietNam(date))}`
}
