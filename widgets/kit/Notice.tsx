import type { ReactNode } from "react"
import { Button } from "./Button.tsx"
import { Icon, type IconName } from "./Icon.tsx"

interface Props {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly action?: { readonly label: string; readonly press: () => void } | undefined
}

/** A whole-widget state in words: nothing found, something failed. */
export const Notice = ({ icon, title, children, action }: Props) => (
  <section className="notice" role={icon === "warning" ? "alert" : undefined}>
    <Icon name={icon} size={32} />
    <h2>{title}</h2>
    {children === undefined ? null : <p>{children}</p>}
    {action === undefined ? null : <Button onPress={action.press}>{action.label}</Button>}
  </section>
)
