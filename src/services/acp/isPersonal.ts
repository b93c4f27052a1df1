const domain = /^(?:[a-z0-9-]+\.)+[a-z]{2,}/i
const phone = /^\+\d[\d ().-]{6,20}\d$/

/** An e-mail address anywhere in a text, also in a link, or a text that is an international phone number. */
export const isPersonal = (text: string): boolean =>
  phone.test(text.trim()) ||
  text
    .split(/@|%40/)
    .some((after, index, parts) => index > 0 && /[\w.+-]/.test(parts[index - 1]!.slice(-1)) && domain.test(after))
