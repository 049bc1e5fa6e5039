import { useApp } from "../app";
import { qualified } from "../call";
import type { Place } from "../workbook";

/** An address that selects what it names; the sheet is said where it is another one. */
export function PlaceLink({ place, here }: { readonly place: Place; readonly here: string }) {
  const app = useApp();
  return (
    <a
      class="ref"
      href="#cell"
      onClick={(event) => {
        event.preventDefault();
        void app.workbook?.select(place);
      }}
    >
      {place.sheet === here ? place.address : qualified(place)}
    </a>
  );
}
