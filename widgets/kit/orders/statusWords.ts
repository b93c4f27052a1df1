import type { OrderStatus } from "../../../schemas/order.ts"
import type { Words } from "../useWords.ts"

/** Where an order stands, in a word or two. */
export const statusWords: Words<OrderStatus> = {
  en: {
    pending: "Received",
    processing: "In the making",
    ready_for_pickup: "Ready for pickup",
    shipped: "On its way",
    delivered: "Delivered",
    cancelled: "Cancelled"
  },
  es: {
    pending: "Recibido",
    processing: "En preparación",
    ready_for_pickup: "Listo para recoger",
    shipped: "En camino",
    delivered: "Entregado",
    cancelled: "Cancelado"
  },
  fr: {
    pending: "Reçue",
    processing: "En préparation",
    ready_for_pickup: "Prête à être retirée",
    shipped: "En route",
    delivered: "Livrée",
    cancelled: "Annulée"
  },
  de: {
    pending: "Eingegangen",
    processing: "In Arbeit",
    ready_for_pickup: "Abholbereit",
    shipped: "Unterwegs",
    delivered: "Zugestellt",
    cancelled: "Storniert"
  },
  ar: {
    pending: "تم الاستلام",
    processing: "قيد التحضير",
    ready_for_pickup: "جاهز للاستلام",
    shipped: "في الطريق",
    delivered: "تم التسليم",
    cancelled: "ملغى"
  },
  pt: {
    pending: "Recebido",
    processing: "Em preparação",
    ready_for_pickup: "Pronto para retirada",
    shipped: "A caminho",
    delivered: "Entregue",
    cancelled: "Cancelado"
  }
}
