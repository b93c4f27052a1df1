import { mountWidget } from "../kit/mountWidget.tsx"
import { SignIn } from "./SignIn.tsx"

mountWidget("sign_in", <SignIn />)
