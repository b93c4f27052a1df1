import { mountWidget } from "../kit/mountWidget.tsx"
import { MembershipCard } from "./MembershipCard.tsx"

mountWidget("membership", <MembershipCard />)
