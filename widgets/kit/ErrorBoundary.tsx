import { Component, type ReactNode } from "react"
import { Notice } from "./Notice.tsx"

/** A mistake of ours ends in a sentence and a way on, never in a blank frame. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Notice
        action={{ label: "Try again", press: () => this.setState({ broken: false }) }}
        icon="warning"
        title="This view stopped working"
      >
        The answer in the conversation is still complete.
      </Notice>
    )
  }
}
