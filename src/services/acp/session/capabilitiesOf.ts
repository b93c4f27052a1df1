import type { AuthenticationMetadata } from "../../../../schemas/acp/Authentication.ts"
import type { Capabilities, PaymentHandler } from "../../../../schemas/acp/Capabilities.ts"
import type { Contents } from "../../../../schemas/checkout.ts"
import type { Market } from "./Shown.ts"

/** What this marketplace is called at its payment provider. */
export const merchantId = "craftlocal"

export const acceptedBrands = ["visa", "mastercard", "amex", "discover"]

const docs = "https://agenticcommerce.dev"

export const discount = {
  name: "discount",
  extends: [
    "$.CheckoutSessionCreateRequest.discounts",
    "$.CheckoutSessionUpdateRequest.discounts",
    "$.CheckoutSession.discounts"
  ],
  spec: `${docs}/specs/discount`
}

export const cardHandlerId = "card_tokenized"

/** The way to pay: a card that the agent's payment provider has turned into a token. Holds no secret. */
export const cardHandler = ({ provider }: Market): PaymentHandler => ({
  id: cardHandlerId,
  name: "dev.acp.tokenized.card",
  display_name: "Card",
  version: "2026-01-22",
  spec: `${docs}/handlers/tokenized.card`,
  requires_delegate_payment: true,
  requires_pci_compliance: false,
  psp: provider.id,
  config_schema: `${docs}/schemas/handlers/tokenized.card/config.json`,
  instrument_schemas: [`${docs}/schemas/handlers/tokenized.card/instrument.json`],
  config: {
    merchant_id: merchantId,
    psp: provider.id,
    accepted_brands: acceptedBrands,
    accepted_funding_types: ["credit", "debit", "prepaid"],
    supports_3ds: true,
    "3ds_versions": ["2.1", "2.2"],
    environment: provider.test ? "sandbox" : "production"
  }
})

/** Interventions are those that the agent and the marketplace both know. */
export const capabilitiesOf = ({ interventions = [] }: Contents, market: Market): Capabilities => ({
  payment: { handlers: [cardHandler(market)] },
  interventions: {
    supported: interventions.includes("3ds") ? ["3ds"] : [],
    required: [],
    enforcement: "conditional"
  },
  extensions: [discount]
})

export const authenticationOf = ({ name }: Market): AuthenticationMetadata => ({
  acquirer_details: {
    acquirer_bin: "000000",
    acquirer_country: "US",
    acquirer_merchant_id: merchantId,
    merchant_name: name.slice(0, 40)
  },
  directory_server: "visa",
  flow_preference: { type: "challenge", challenge: { type: "mandated" } }
})
