import type { Ready } from "../kit/useView.ts"
import { Challenge } from "./Challenge.tsx"
import { Done } from "./Done.tsx"
import { Open } from "./Open.tsx"
import { Over } from "./Over.tsx"
import { Processing } from "./Processing.tsx"
import type { Shown } from "./read.ts"
import { useCheckout } from "./useCheckout.ts"

/** Each state of a checkout has a face of its own. */
export const Body = ({ ready }: { readonly ready: Ready<Shown> }) => {
  const checkout = useCheckout(ready)
  switch (checkout.status) {
    case "pending":
    case "ready":
      return <Open checkout={checkout} />
    case "authentication_required":
      return <Challenge checkout={checkout} />
    case "processing":
      return <Processing checkout={checkout} />
    case "completed":
      return <Done checkout={checkout} />
    case "canceled":
    case "expired":
      return <Over checkout={checkout} />
  }
}
