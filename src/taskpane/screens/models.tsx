import { models } from "../../models/templates";
import { Frame, Heading } from "../components/frame";
import { Links } from "../components/links";

/** The list of models. */
export function ModelsScreen() {
  return (
    <Frame place="Home">
      <div class="head">
        <Heading>Models</Heading>
        <p>Whole workbooks with inputs, workings, checks and verdicts, in live formulas. Inputs are illustrative.</p>
      </div>
      <nav class="block tight" aria-label="Models">
        <Links
          items={models.map(({ id, title, summary }) => ({ to: { name: "model", id }, name: title, what: summary }))}
        />
      </nav>
    </Frame>
  );
}
