import { Component, type ComponentChildren } from "preact";
import { Frame, Heading } from "./frame";
import { Go } from "./go";
import { Verdict } from "./verdict";

interface BoundaryProps {
  readonly children: ComponentChildren;
}

/** Keeps a defect of one screen from taking the whole pane away. */
export class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  /** Says it where developers look; nothing is sent anywhere. */
  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Frame place="Home">
        <Heading>This screen could not be shown</Heading>
        <Verdict
          kind="fail"
          title="Something in it is broken."
          actions={
            <>
              <button type="button" onClick={() => this.setState({ failed: false })}>
                Try again
              </button>
              <Go to={{ name: "home" }} class="button">
                Go to Home
              </Go>
            </>
          }
        >
          Your workbook and your progress are as they were.
        </Verdict>
      </Frame>
    );
  }
}
