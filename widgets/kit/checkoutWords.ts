import type { Words } from "./useWords.ts"

export const checkoutWords: Words<"inConversation" | "onPage" | "openPage" | "goOn"> = {
  en: {
    inConversation: "The checkout goes on in the conversation.",
    onPage: "The checkout is ready. Nothing is charged before you confirm.",
    openPage: "Open it as a page",
    goOn: "Go on to the checkout"
  },
  es: {
    inConversation: "La compra sigue en la conversación.",
    onPage: "La compra está lista. No se cobra nada hasta que confirmes.",
    openPage: "Abrirla como página",
    goOn: "Continuar con la compra"
  },
  fr: {
    inConversation: "La commande se poursuit dans la conversation.",
    onPage: "La commande est prête. Rien n’est débité avant votre confirmation.",
    openPage: "L’ouvrir sur une page",
    goOn: "Poursuivre la commande"
  },
  de: {
    inConversation: "Der Kauf geht im Gespräch weiter.",
    onPage: "Der Kauf ist vorbereitet. Vor deiner Bestätigung wird nichts abgebucht.",
    openPage: "Als Seite öffnen",
    goOn: "Weiter zur Kasse"
  },
  ar: {
    inConversation: "تتواصل عملية الشراء في المحادثة.",
    onPage: "عملية الشراء جاهزة. لن يُخصم شيء قبل تأكيدك.",
    openPage: "فتحها كصفحة",
    goOn: "متابعة الشراء"
  },
  pt: {
    inConversation: "A compra continua na conversa.",
    onPage: "A compra está pronta. Nada é cobrado antes da sua confirmação.",
    openPage: "Abrir como página",
    goOn: "Continuar a compra"
  }
}
