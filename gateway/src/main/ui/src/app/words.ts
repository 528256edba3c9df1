/** A heading inside a sentence: its first letter small, names and abbreviations as they are, as `ngày vào Đảng`, `số BHXH`. */
export const inSentence = (heading: string): string =>
  /^\p{Lu}\p{Lu}/u.test(heading) ? heading : heading.charAt(0).toLocaleLowerCase() + heading.slice(1)

/** Words of a sentence where they stand alone, as on a box to tick. */
export const onItsOwn = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)
