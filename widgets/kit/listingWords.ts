import type { Words } from "./useWords.ts"

/** What is told of a listing in its maker's name. */
export const listingWords: Words<"publishedMessage" | "sentMessage" | "changedMessage"> = {
  en: {
    publishedMessage: "I published listing {listing}.",
    sentMessage: "I sent listing {listing} for review.",
    changedMessage: "I changed listing {listing}."
  },
  es: {
    publishedMessage: "He publicado el artículo {listing}.",
    sentMessage: "He enviado a revisión el artículo {listing}.",
    changedMessage: "He cambiado el artículo {listing}."
  },
  fr: {
    publishedMessage: "J’ai publié l’annonce {listing}.",
    sentMessage: "J’ai soumis l’annonce {listing} à la relecture.",
    changedMessage: "J’ai modifié l’annonce {listing}."
  },
  de: {
    publishedMessage: "Ich habe das Angebot {listing} veröffentlicht.",
    sentMessage: "Ich habe das Angebot {listing} zur Prüfung geschickt.",
    changedMessage: "Ich habe das Angebot {listing} geändert."
  },
  ar: {
    publishedMessage: "نشرت القطعة {listing}.",
    sentMessage: "أرسلت القطعة {listing} للمراجعة.",
    changedMessage: "عدّلت القطعة {listing}."
  },
  pt: {
    publishedMessage: "Publiquei o anúncio {listing}.",
    sentMessage: "Enviei o anúncio {listing} para revisão.",
    changedMessage: "Alterei o anúncio {listing}."
  }
}
