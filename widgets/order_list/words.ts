import type { Words } from "../kit/useWords.ts"
import type { Filter } from "./question.ts"

type Key =
  | Filter
  | `none_${Exclude<Filter, "all">}`
  | "waiting"
  | "showMessage"
  | "bought"
  | "sold"
  | "count"
  | "filters"
  | "none"
  | "noneSold"
  | "number"
  | "others"
  | "expected"
  | "details"
  | "track"
  | "more"

export const words: Words<Key> = {
  en: {
    waiting: "Looking up orders…",
    showMessage: "Show me order {order}.",
    bought: "Your orders",
    sold: "Orders of your shop",
    count: "{shown} of {total}",
    filters: "Show",
    all: "All",
    pending: "In preparation",
    shipped: "On their way",
    delivered: "Delivered",
    cancelled: "Cancelled",
    none: "You have not ordered anything yet",
    noneSold: "Your shop has no orders yet",
    none_pending: "Nothing is being prepared",
    none_shipped: "Nothing is on its way",
    none_delivered: "Nothing has been delivered",
    none_cancelled: "Nothing was cancelled",
    number: "{n}",
    others: "+ {n} more",
    expected: "Expected by {date}",
    details: "Details",
    track: "Track the parcel",
    more: "More"
  },
  es: {
    waiting: "Buscando los pedidos…",
    showMessage: "Muéstrame el pedido {order}.",
    bought: "Tus pedidos",
    sold: "Pedidos de tu tienda",
    count: "{shown} de {total}",
    filters: "Mostrar",
    all: "Todos",
    pending: "En preparación",
    shipped: "En camino",
    delivered: "Entregados",
    cancelled: "Cancelados",
    none: "Aún no has pedido nada",
    noneSold: "Tu tienda aún no tiene pedidos",
    none_pending: "No hay nada en preparación",
    none_shipped: "No hay nada en camino",
    none_delivered: "No se ha entregado nada",
    none_cancelled: "No se ha cancelado nada",
    number: "{n}",
    others: "+ {n} más",
    expected: "Previsto para el {date}",
    details: "Detalles",
    track: "Seguir el paquete",
    more: "Más"
  },
  fr: {
    waiting: "Recherche des commandes…",
    showMessage: "Montre-moi la commande {order}.",
    bought: "Vos commandes",
    sold: "Commandes de votre boutique",
    count: "{shown} sur {total}",
    filters: "Afficher",
    all: "Toutes",
    pending: "En préparation",
    shipped: "En route",
    delivered: "Livrées",
    cancelled: "Annulées",
    none: "Vous n’avez encore rien commandé",
    noneSold: "Votre boutique n’a pas encore de commandes",
    none_pending: "Rien n’est en préparation",
    none_shipped: "Rien n’est en route",
    none_delivered: "Rien n’a été livré",
    none_cancelled: "Rien n’a été annulé",
    number: "{n}",
    others: "+ {n} de plus",
    expected: "Prévue pour le {date}",
    details: "Détails",
    track: "Suivre le colis",
    more: "Plus"
  },
  de: {
    waiting: "Bestellungen werden gesucht…",
    showMessage: "Zeig mir die Bestellung {order}.",
    bought: "Deine Bestellungen",
    sold: "Bestellungen in deinem Laden",
    count: "{shown} von {total}",
    filters: "Anzeigen",
    all: "Alle",
    pending: "In Vorbereitung",
    shipped: "Unterwegs",
    delivered: "Zugestellt",
    cancelled: "Storniert",
    none: "Du hast noch nichts bestellt",
    noneSold: "Dein Laden hat noch keine Bestellungen",
    none_pending: "Nichts ist in Vorbereitung",
    none_shipped: "Nichts ist unterwegs",
    none_delivered: "Nichts wurde zugestellt",
    none_cancelled: "Nichts wurde storniert",
    number: "{n}",
    others: "+ {n} weitere",
    expected: "Erwartet bis {date}",
    details: "Details",
    track: "Sendung verfolgen",
    more: "Mehr"
  },
  ar: {
    waiting: "جارٍ البحث عن الطلبات…",
    showMessage: "أرني الطلب {order}.",
    bought: "طلباتك",
    sold: "طلبات متجرك",
    count: "{shown} من {total}",
    filters: "عرض",
    all: "الكل",
    pending: "قيد التحضير",
    shipped: "في الطريق",
    delivered: "تم تسليمها",
    cancelled: "ملغاة",
    none: "لم تطلب شيئاً بعد",
    noneSold: "لا طلبات في متجرك بعد",
    none_pending: "لا شيء قيد التحضير",
    none_shipped: "لا شيء في الطريق",
    none_delivered: "لم يُسلَّم شيء",
    none_cancelled: "لم يُلغَ شيء",
    number: "{n}",
    others: "+ {n}",
    expected: "متوقع بحلول {date}",
    details: "التفاصيل",
    track: "تتبع الطرد",
    more: "المزيد"
  },
  pt: {
    waiting: "Procurando os pedidos…",
    showMessage: "Mostre-me o pedido {order}.",
    bought: "Seus pedidos",
    sold: "Pedidos da sua loja",
    count: "{shown} de {total}",
    filters: "Mostrar",
    all: "Todos",
    pending: "Em preparação",
    shipped: "A caminho",
    delivered: "Entregues",
    cancelled: "Cancelados",
    none: "Você ainda não pediu nada",
    noneSold: "Sua loja ainda não tem pedidos",
    none_pending: "Nada em preparação",
    none_shipped: "Nada a caminho",
    none_delivered: "Nada foi entregue",
    none_cancelled: "Nada foi cancelado",
    number: "{n}",
    others: "+ {n}",
    expected: "Previsto para {date}",
    details: "Detalhes",
    track: "Acompanhar o pacote",
    more: "Mais"
  }
}
