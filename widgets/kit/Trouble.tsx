import { Button } from "./Button.tsx"

interface Props {
  readonly message: string | undefined
  readonly retry?: { readonly label: string; readonly press: () => void } | undefined
}

/** What went wrong with one thing, beside it. */
export const Trouble = ({ message, retry }: Props) =>
  message === undefined ? null : (
    <div className="trouble" role="alert">
      <p>{message}</p>
      {retry === undefined ? null : <Button onPress={retry.press}>{retry.label}</Button>}
    </div>
  )
