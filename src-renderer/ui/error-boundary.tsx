import { Button } from '@mantine/core'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import styles from './error-boundary.module.css'

interface ErrorBoundaryState {
  readonly error: Error | undefined
  readonly details: string
  readonly isCopied: boolean
}

const NO_ERROR: ErrorBoundaryState = { error: undefined, details: '', isCopied: false }

/** Stands in for a screen that broke while it was drawn. Jobs go on in main, which the text says. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state = NO_ERROR

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.setState({ details: `${stack}\n\nDrawn by:${info.componentStack ?? ' unknown'}\n\n${navigator.userAgent}` })
  }

  override render(): ReactNode {
    const { error, details, isCopied } = this.state
    if (error === undefined) return this.props.children
    return (
      <div className={styles.panel} role="alert">
        <h1 className={styles.title}>This screen could not be shown</h1>
        <p>Your jobs go on and nothing is lost. Reload the window; if this happens again, send us the details.</p>
        <pre className={styles.message}>{error.message}</pre>
        <div className={styles.actions}>
          <Button onClick={() => window.location.reload()}>Reload</Button>
          <Button variant="default" onClick={() => void this.#copy(details)}>
            {isCopied ? 'Copied' : 'Copy details'}
          </Button>
        </div>
      </div>
    )
  }

  async #copy(details: string): Promise<void> {
    await navigator.clipboard.writeText(details)
    this.setState({ isCopied: true })
  }
}
