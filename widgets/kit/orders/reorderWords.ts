import type { Words } from "../useWords.ts"

type Key =
  | "reorder"
  | "cartMessage"
  | "adding"
  | "showCart"
  | "inCart"
  | "allInCart"
  | "noneInCart"
  | "gone"
  | "short"
  | "shortBy"
  | "unfit"
  | "someInCart"

/** What is said while a cart is filled with an order again. */
export const reorderWords: Words<Key> = {
  en: {
    reorder: "Order again",
    cartMessage: "Show me cart {cart}.",
    adding: "Adding {n} of {all}…",
    showCart: "Show the cart",
    allInCart: "Everything is in your cart again.",
    inCart: "The rest is in your cart.",
    noneInCart: "Nothing of this could be added.",
    someInCart: "What was added so far is in your cart.",
    gone: "No longer available",
    short: "Fewer left than you ordered",
    shortBy: "{title}: {added} of {wanted} added",
    unfit: "Not added"
  },
  es: {
    reorder: "Pedir de nuevo",
    cartMessage: "Muéstrame el carrito {cart}.",
    adding: "Añadiendo {n} de {all}…",
    showCart: "Ver el carrito",
    allInCart: "Todo está otra vez en tu carrito.",
    inCart: "El resto está en tu carrito.",
    noneInCart: "No se pudo añadir nada de este pedido.",
    someInCart: "Lo añadido hasta ahora está en tu carrito.",
    gone: "Ya no está disponible",
    short: "Quedan menos de los que pediste",
    shortBy: "{title}: {added} de {wanted} en el carrito",
    unfit: "Sin añadir"
  },
  fr: {
    reorder: "Commander à nouveau",
    cartMessage: "Montre-moi le panier {cart}.",
    adding: "Ajout {n} sur {all}…",
    showCart: "Voir le panier",
    allInCart: "Tout est de nouveau dans votre panier.",
    inCart: "Le reste est dans votre panier.",
    noneInCart: "Rien de cette commande n’a pu être ajouté.",
    someInCart: "Ce qui a déjà été ajouté est dans votre panier.",
    gone: "Plus disponible",
    short: "Il en reste moins que commandé",
    shortBy: "{title} : {added} sur {wanted} dans le panier",
    unfit: "Non ajouté"
  },
  de: {
    reorder: "Erneut bestellen",
    cartMessage: "Zeig mir den Warenkorb {cart}.",
    adding: "{n} von {all} wird hinzugefügt…",
    showCart: "Warenkorb zeigen",
    allInCart: "Alles liegt wieder im Warenkorb.",
    inCart: "Der Rest liegt im Warenkorb.",
    noneInCart: "Davon konnte nichts hinzugefügt werden.",
    someInCart: "Was schon hinzugefügt wurde, liegt im Warenkorb.",
    gone: "Nicht mehr erhältlich",
    short: "Weniger da als bestellt",
    shortBy: "{title}: {added} von {wanted} im Warenkorb",
    unfit: "Nicht hinzugefügt"
  },
  ar: {
    reorder: "اطلب مجدداً",
    cartMessage: "أرني السلة {cart}.",
    adding: "تتم إضافة {n} من {all}…",
    showCart: "اعرض السلة",
    allInCart: "كل شيء في سلتك من جديد.",
    inCart: "الباقي في سلتك.",
    noneInCart: "تعذرت إضافة أي شيء من هذا الطلب.",
    someInCart: "ما أضيف حتى الآن موجود في سلتك.",
    gone: "لم يعد متوفراً",
    short: "المتبقي أقل مما طلبت",
    shortBy: "{title}: أضيف {added} من {wanted}",
    unfit: "لم يُضف"
  },
  pt: {
    reorder: "Pedir de novo",
    cartMessage: "Mostre-me o carrinho {cart}.",
    adding: "Adicionando {n} de {all}…",
    showCart: "Ver o carrinho",
    allInCart: "Tudo está de novo no seu carrinho.",
    inCart: "O resto está no seu carrinho.",
    noneInCart: "Nada deste pedido pôde ser adicionado.",
    someInCart: "O que já foi adicionado está no seu carrinho.",
    gone: "Não está mais disponível",
    short: "Restam menos do que você pediu",
    shortBy: "{title}: {added} de {wanted} no carrinho",
    unfit: "Não adicionado"
  }
}
