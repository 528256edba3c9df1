import i18next from 'i18next'
import type { CvCatalogue, CvEntry, CvField, CvKind } from '../api/types'
import { formatPartial, parsePartial, typedPartial } from '../app/dates'
import { inSentence } from '../app/words'

const isEnglish = () => i18next.language === 'en'

/** What is said of anything in the catalogue, in the language of the page. */
export const said = (titled: { vi: string; en: string }): string => (isEnglish() ? titled.en : titled.vi)

export const listOf = (catalogue: CvCatalogue, field: CvField) => catalogue.lists.find(({ list }) => list === field.list)

/** `4.98` as people write it, `4,98`; in English as it is. */
export function formatDecimal(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const [group, point] = isEnglish() ? [',', '.'] : ['.', ',']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return fraction ? `${grouped}${point}${fraction}` : grouped
}

/** What somebody typed as a number, `2.340.000` or `4,98`, with a point before the fraction; undefined when it is none. */
export function parseDecimal(text: string): string | undefined {
  const typed = text.replace(/\s/g, '')
  const plain =
    isEnglish()
      ? typed.replace(/,/g, '')
      : /^\d{1,3}(\.\d{3})+(,|$)/.test(typed) || typed.includes(',')
        ? typed.replace(/\./g, '').replace(',', '.')
        : typed
  return /^\d+(\.\d+)?$/.test(plain) ? plain : undefined
}

/** A value as it is read. */
export function valueText(catalogue: CvCatalogue, field: CvField, value: string): string {
  switch (field.type) {
    case 'CODE': {
      const code = listOf(catalogue, field)?.items.find((item) => item.code === value)
      return code ? said(code) : value
    }
    case 'DATE':
      return formatPartial(value)
    case 'NUMBER':
      return formatDecimal(value) + (field.unit ? ` ${field.unit}` : '')
    case 'TEXT':
    case 'YEAR':
      return value
  }
}

/** A value as somebody would type it. */
export function typedText(field: CvField, value: string): string {
  if (field.type === 'DATE') return typedPartial(value)
  return field.type === 'NUMBER' ? formatDecimal(value) : value
}

/** What was typed, as the service takes it; undefined when it is not of the type of the field. */
export function readTyped(field: CvField, typed: string): string | undefined {
  const text = typed.normalize('NFC').trim()
  switch (field.type) {
    case 'DATE':
      return parsePartial(text)
    case 'YEAR':
      return /^\d{4}$/.test(text) ? text : undefined
    case 'NUMBER':
      return parseDecimal(text)
    case 'TEXT':
    case 'CODE':
      return text
  }
}

/** An entry in one line: the values of a place one after the other, others with what they are. */
export function entryText(catalogue: CvCatalogue, kind: CvKind, entry: Pick<CvEntry, 'values'>): string {
  const given = kind.fields.filter(({ code }) => entry.values[code])
  return given
    .map((field, index) => {
      const text = valueText(catalogue, field, entry.values[field.code]!)
      return index === 0 || ['TEXT', 'CODE'].includes(field.type) ? text : `${inSentence(said(field))} ${text}`
    })
    .join(', ')
}

const FORMS: Record<string, string> = { '2C': '2C', TT06: 'TT 06' }

/** Where the official forms ask for it: `2C mục 5 · TT 06 mục 4`. */
export const itemsText = ({ items }: CvKind): string =>
  Object.entries(items)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([form, item]) => `${FORMS[form] ?? form} ${isEnglish() ? 'item' : 'mục'} ${item}`)
    .join(' · ')
