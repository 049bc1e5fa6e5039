import { usePane } from "../app";
import type { ReadCall } from "../cell-reading";
import { PlaceLink } from "./place-link";
import { Details } from "../components/details";
import { Figure } from "../components/figure";

/** Where each argument comes from. */
export function Inputs({ call }: { readonly call: ReadCall }) {
  const cell = usePane((state) => state.cell);
  const given = call.arguments.filter(({ text }) => text !== "");
  const fromCells = given.filter(({ from }) => from).length;
  const left = call.arguments.filter(({ text, argument }) => text === "" && argument.byDefault !== "");
  const parts = [
    fromCells > 0 && `${fromCells} from cells`,
    given.length > fromCells && `${given.length - fromCells} typed`,
    left.length > 0 && `${left.length} ${left.length === 1 ? "default" : "defaults"}`,
  ].filter(Boolean);
  return (
    <section class="block tight">
      <Details title="Inputs" side={parts.join(", ")}>
        <table>
          <caption class="hidden">Inputs of {call.fn.name}</caption>
          <thead>
            <tr>
              <th scope="col">Argument</th>
              <th scope="col">Cell</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {[...given, ...left].map(({ argument, text, from, value }) => (
              <tr key={argument.name}>
                <th scope="row">
                  <code>{argument.name}</code>
                </th>
                <td>
                  {from ? (
                    <PlaceLink place={from} here={cell?.sheet ?? ""} />
                  ) : text ? (
                    <code>{short(text)}</code>
                  ) : (
                    <span class="muted">default</span>
                  )}
                </td>
                <td>
                  {text === "" ? (
                    argument.byDefault
                  ) : Array.isArray(value) ? (
                    `${value.flat().length} cells`
                  ) : (
                    <Figure value={value} unit={argument.unit} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </section>
  );
}

const short = (text: string) => (text.length > 18 ? `${text.slice(0, 17)}…` : text);
