/** functions.json, as far as a spreadsheet needs it. */
export interface FunctionsFile {
  readonly functions: readonly FunctionMetadata[];
  /** Whether parameters of type `any` receive errors instead of being passed over. */
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  /** Without the namespace. */
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: "number" | "string" | "boolean" | "any";
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** What users type before a function's name. */
export const namespace = "COMPUTE";

/** The name as it stands in formulas: COMPUTE.PUEPOWER. */
export function nameInFormulas(fn: FunctionMetadata): string {
  return `${namespace}.${fn.name}`.toUpperCase();
}
