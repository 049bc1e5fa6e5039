export function CellScreen(_: { readonly slug?: string; readonly section?: string }) { return null; }
