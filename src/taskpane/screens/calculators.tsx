import { calculators } from "../calculators";
import { Frame, Heading } from "../components/frame";
import { Links } from "../components/links";

/** The list of calculators. */
export function CalculatorsScreen() {
  return (
    <Frame place="Home">
      <div class="head">
        <Heading>Calculate</Heading>
        <p>Whole questions, answered from a few inputs. Every function has a form of its own under Functions.</p>
      </div>
      <nav class="block tight" aria-label="Calculators">
        <Links
          items={calculators.map(({ id, title, summary }) => ({
            to: { name: "calculator", id },
            name: title,
            what: summary,
          }))}
        />
      </nav>
    </Frame>
  );
}
