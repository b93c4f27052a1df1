import type { Words } from "../kit/useWords.ts"

type Word = "waiting" | "order" | "thanks" | "placed" | "seeOrder" | "pay" | "paying" | "over" | "goOn" | "notPaid"

export const words: Words<Word> = {
  en: {
    waiting: "Preparing the checkout…",
    order: "Your order",
    thanks: "Thank you",
    placed: "Your order is placed.",
    seeOrder: "See the order",
    pay: "Pay {amount}",
    paying: "Waiting for the payment…",
    over: "This checkout is over. Nothing was charged.",
    goOn: "Go on with the checkout",
    notPaid: "The payment was not made. Nothing was charged."
  },
  es: {
    waiting: "Preparando la compra…",
    order: "Tu pedido",
    thanks: "Gracias",
    placed: "Tu pedido está hecho.",
    seeOrder: "Ver el pedido",
    pay: "Pagar {amount}",
    paying: "Esperando el pago…",
    over: "Esta compra ha terminado. No se ha cobrado nada.",
    goOn: "Continuar con la compra",
    notPaid: "El pago no se hizo. No se ha cobrado nada."
  },
  fr: {
    waiting: "Préparation du paiement…",
    order: "Votre commande",
    thanks: "Merci",
    placed: "Votre commande est passée.",
    seeOrder: "Voir la commande",
    pay: "Payer {amount}",
    paying: "En attente du paiement…",
    over: "Ce paiement est clos. Rien n’a été débité.",
    goOn: "Poursuivre le paiement",
    notPaid: "Le paiement n’a pas eu lieu. Rien n’a été débité."
  },
  de: {
    waiting: "Die Kasse wird vorbereitet…",
    order: "Deine Bestellung",
    thanks: "Danke",
    placed: "Deine Bestellung ist aufgegeben.",
    seeOrder: "Bestellung ansehen",
    pay: "{amount} bezahlen",
    paying: "Warten auf die Zahlung…",
    over: "Diese Kasse ist geschlossen. Nichts wurde abgebucht.",
    goOn: "Weiter zur Kasse",
    notPaid: "Die Zahlung kam nicht zustande. Nichts wurde abgebucht."
  },
  ar: {
    waiting: "جارٍ تجهيز الدفع…",
    order: "طلبك",
    thanks: "شكراً لك",
    placed: "تم تقديم طلبك.",
    seeOrder: "عرض الطلب",
    pay: "ادفع {amount}",
    paying: "في انتظار الدفع…",
    over: "انتهت عملية الدفع هذه. لم يُخصم شيء.",
    goOn: "متابعة الدفع",
    notPaid: "لم تتم عملية الدفع. لم يُخصم شيء."
  },
  pt: {
    waiting: "Preparando a compra…",
    order: "Seu pedido",
    thanks: "Obrigado",
    placed: "Seu pedido foi feito.",
    seeOrder: "Ver o pedido",
    pay: "Pagar {amount}",
    paying: "Aguardando o pagamento…",
    over: "Esta compra terminou. Nada foi cobrado.",
    goOn: "Continuar a compra",
    notPaid: "O pagamento não foi feito. Nada foi cobrado."
  }
}
