import { Component, type ReactNode } from "react"
import { localeOf } from "./locale.ts"
import { Notice } from "./Notice.tsx"
import { common } from "./words.ts"

interface Props {
  readonly children: ReactNode
}

/** Browsers say so when a frame grows while it is measured. It means nothing. */
const harmless = /ResizeObserver/

/** A mistake of ours, wherever it happens, ends in a sentence and a way on, never in a blank frame. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  private readonly hear = (event: Event) => {
    if (!harmless.test(String((event as ErrorEvent).message))) this.setState({ broken: true })
  }

  override componentDidMount() {
    addEventListener("error", this.hear)
    addEventListener("unhandledrejection", this.hear)
  }

  override componentWillUnmount() {
    removeEventListener("error", this.hear)
    removeEventListener("unhandledrejection", this.hear)
  }

  override render() {
    if (!this.state.broken) return this.props.children
    const words = common[localeOf(document.documentElement.lang)]
    return (
      <main>
        <Notice
          action={{ label: words.retry, press: () => this.setState({ broken: false }) }}
          icon="warning"
          title={words.broken}
        >
          {words.brokenHint}
        </Notice>
      </main>
    )
  }
}
