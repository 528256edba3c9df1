import type { Figure } from '../api/types'
import { currentLanguage, formatNumber } from '../i18n'

/** The words of a sentence around its figure, as `6/10`. */
export interface Sentence {
  before: string
  value: string
  after: string
}

/** `{value}` and `{value}/{of}` are the figure; a sentence that has no place for it follows it. */
export function sentenceOf(figure: Figure): Sentence {
  const text = figure.sentence[currentLanguage()]
  const place = /\{value\}(\s*\/\s*\{of\})?/.exec(text)
  const value = formatNumber(figure.value)
  const of = figure.of === undefined ? '–' : formatNumber(figure.of)
  const say = (words: string) => words.replaceAll('{value}', value).replaceAll('{of}', of)
  if (!place) return { before: '', value, after: ` ${say(text)}` }
  return {
    before: say(text.slice(0, place.index)),
    value: place[1] ? `${value}/${of}` : value,
    after: say(text.slice(place.index + place[0].length)),
  }
}
