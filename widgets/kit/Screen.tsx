import { Fragment, type ReactNode } from "react"
import { Button } from "./Button.tsx"
import { Notice } from "./Notice.tsx"
import { Skeleton } from "./Skeleton.tsx"
import { Spoken } from "./Spoken.tsx"
import { useSession } from "./useSession.ts"
import type { Ready, View } from "./useView.ts"
import { noWords, useWords } from "./useWords.ts"

interface Props<A> {
  readonly view: View<A>
  /** The class of the widget, on its `main`. */
  readonly name: string
  /** What is heard while it is waited for, and the places that are shown empty. */
  readonly waiting: string
  readonly places?: ReactNode
  readonly children: (ready: Ready<A>) => ReactNode
}

/** Every widget in every moment: waiting, stopped, out of reach, refused; and what it shows when there is something. */
export const Screen = <A,>({ children, name, places, view, waiting }: Props<A>) => {
  const t = useWords(noWords)
  const { connect } = useSession()
  const framed = (content: ReactNode, more: { readonly "aria-busy"?: boolean } = {}) => (
    <main className={`widget ${name}`} {...more}>
      {content}
    </main>
  )
  switch (view.state) {
    case "waiting":
      return framed(
        <>
          <Spoken>{waiting}</Spoken>
          {places ?? <Skeleton lines={4} />}
        </>,
        { "aria-busy": true }
      )
    case "cancelled":
      return framed(
        <Notice icon="search" title={t("stopped")}>
          {t("stoppedHint")}
        </Notice>
      )
    case "unreachable":
      return framed(
        <Notice action={{ label: t("retry"), press: connect }} icon="warning" title={t("unreachable")}>
          {t("unreachableHint")}
        </Notice>
      )
    case "failed":
      return framed(
        <Notice action={view.retry && { label: t("retry"), press: view.retry }} icon="warning" title={t("failed")}>
          {view.message}
        </Notice>
      )
    case "ready":
      return framed(
        <Fragment key={view.turn}>
          {view.old ? (
            <p className="old" role="status">
              {t("old")} {view.refresh === undefined ? null : <Button onPress={view.refresh}>{t("retry")}</Button>}
            </p>
          ) : null}
          {children(view)}
        </Fragment>,
        { "aria-busy": view.busy }
      )
  }
}
