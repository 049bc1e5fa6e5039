import type { RequestContext } from "./context";
import { CustomXmlParts, Settings } from "./document";
import { OfficeError } from "./errors";
import { EventHandlers } from "./events";
import { NamedItems } from "./names";
import { ClientObject, defineProperties, type Properties } from "./proxy";
import { Range, RangeAreas } from "./range";
import { Styles } from "./styles";
import { refuse, type Worksheet, Worksheets } from "./worksheet";

const properties: Properties<true> = {
  name: { get: () => "Workbook" },
  isDirty: { get: () => false, set: () => {} },
  readOnly: { get: () => false },
};

export class Workbook extends ClientObject<true> {
  declare name: string;

  constructor(context: RequestContext) {
    super(context, () => true);
  }

  protected get properties(): Properties<true> {
    return properties;
  }

  get application(): Application {
    return this.part("application", () => new Application(this.context));
  }

  get worksheets(): Worksheets {
    return this.part("worksheets", () => new Worksheets(this.context));
  }

  get names(): NamedItems {
    return this.part("names", () => new NamedItems(this.context, "workbook"));
  }

  get settings(): Settings {
    return this.part("settings", () => new Settings(this.context));
  }

  get customXmlParts(): CustomXmlParts {
    return this.part("customXmlParts", () => new CustomXmlParts(this.context));
  }

  get styles(): Styles {
    return this.part("styles", () => new Styles(this.context));
  }

  getActiveCell(): Range {
    return new Range(this.context, () => {
      const { sheet, active } = this.context.grid.selection();
      return { sheet, box: { top: active.row, left: active.column, bottom: active.row, right: active.column } };
    });
  }

  getSelectedRange(): Range {
    return new Range(this.context, () => {
      const { sheet, boxes } = this.context.grid.selection();
      const [box, ...others] = boxes;
      if (!box || others.length > 0)
        throw new OfficeError("InvalidSelection", "The current selection is invalid for this operation.");
      return { sheet, box };
    });
  }

  getSelectedRanges(): RangeAreas {
    return new RangeAreas(this.context, () => {
      const { sheet, boxes } = this.context.grid.selection();
      return boxes.map((box) => ({ sheet, box }));
    });
  }

  get onSelectionChanged(): EventHandlers {
    return this.part(
      "onSelectionChanged",
      () =>
        new EventHandlers(this.context, (event) =>
          event.type === "selection" ? { type: "SelectionChanged", workbook: this } : undefined,
        ),
    );
  }

  get onActivated(): EventHandlers {
    return this.part("onActivated", () => new EventHandlers(this.context, () => undefined));
  }

  getActiveWorksheet(): Worksheet {
    return this.worksheets.getActiveWorksheet();
  }
}
defineProperties(Workbook, Object.keys(properties));
refuse(Workbook, ["tables", "bindings", "comments", "pivotTables", "slicers", "functions", "queries"]);

const applicationProperties: Properties<true> = {
  calculationMode: { get: () => "Automatic", set: () => {} },
  calculationState: { get: () => "Done" },
  calculationEngineVersion: { get: () => 191_029 },
  decimalSeparator: { get: () => "." },
  thousandsSeparator: { get: () => "," },
  useSystemSeparators: { get: () => true },
};

export class Application extends ClientObject<true> {
  constructor(context: RequestContext) {
    super(context, () => true);
  }

  protected get properties(): Properties<true> {
    return applicationProperties;
  }

  get cultureInfo(): CultureInfo {
    return this.part("cultureInfo", () => new CultureInfo(this.context, () => true));
  }

  calculate(_type?: string): void {
    this.context.enqueueWrite(() => this.context.grid.recalculate(), true);
  }

  // The page draws once per sync as it is.
  suspendScreenUpdatingUntilNextSync(): void {}

  suspendApiCalculationUntilNextSync(): void {}
}
defineProperties(Application, Object.keys(applicationProperties));

const cultureProperties: Properties<true> = { name: { get: () => "en-US" } };

export class CultureInfo extends ClientObject<true> {
  protected get properties(): Properties<true> {
    return cultureProperties;
  }

  get numberFormat(): NumberFormatInfo {
    return this.part("numberFormat", () => new NumberFormatInfo(this.context, () => true));
  }
}
defineProperties(CultureInfo, Object.keys(cultureProperties));

const numberFormatProperties: Properties<true> = {
  numberDecimalSeparator: { get: () => "." },
  numberGroupSeparator: { get: () => "," },
  currencySymbol: { get: () => "$" },
};

export class NumberFormatInfo extends ClientObject<true> {
  protected get properties(): Properties<true> {
    return numberFormatProperties;
  }
}
defineProperties(NumberFormatInfo, Object.keys(numberFormatProperties));
