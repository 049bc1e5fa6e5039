import { Block, Frame, Heading } from "../components/frame";
import contents from "../contents.data";

/** What the product is, what it promises, and whose work it stands on. */
export function AboutScreen() {
  return (
    <Frame place="Settings">
      <div class="head">
        <Heading>About</Heading>
        <p>Compute Economics for Excel: functions, lessons and models for the economics of AI compute.</p>
        <p class="facts">
          <span>Version {__VERSION__}</span>
          <span>{contents.functions.length} functions</span>
          <span>{contents.tracks.length} tracks</span>
        </p>
      </div>
      <Block title="Promises" class="tight">
        <ul class="plainlist">
          <li>
            Nothing is asked of you, and nothing leaves this computer: no sign-in, no telemetry, no request beyond the
            add-in’s own files.
          </li>
          <li>Names of functions and the order of their arguments never change.</li>
          <li>Results are computed at 34 decimal digits and rounded once.</li>
          <li>It computes without a network once it is loaded.</li>
        </ul>
      </Block>
      <Block title="What it is not" class="tight">
        <p>
          It explains calculations. It gives no investment, accounting, tax or legal advice, and it holds no live
          prices.
        </p>
      </Block>
      <Block title="Licenses" class="tight">
        <p>This add-in is published under the MIT License. It contains:</p>
        <ul class="plainlist">
          <li>decimal.js, Michael Mclaughlin, MIT License</li>
          <li>Preact, Jason Miller and contributors, MIT License</li>
        </ul>
        <p class="small muted">
          Excel and Office are trademarks of Microsoft. This product is not made or endorsed by Microsoft.
        </p>
      </Block>
    </Frame>
  );
}
