/** Where a screen breaks, the rest of the window stays: says so and lets the clerk try again. */

import { Alert, Button, Code, Stack } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useText } from '../text/language.ts'

interface State {
  error: Error | null
}

/** A class, because React has no other way to catch what breaks below. */
export class BrokenScreen extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    return error ? <Message error={error} onRetry={() => this.setState({ error: null })} /> : this.props.children
  }
}

function Message({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const text = useText().frame.brokenScreen
  return (
    <Alert color="red" title={text.title} m="md">
      <Stack align="flex-start">
        <Button onClick={onRetry}>{text.retry}</Button>
        <details>
          <summary>{text.details}</summary>
          <Code block>{error.stack ?? error.message}</Code>
        </details>
      </Stack>
    </Alert>
  )
}
