export function LessonScreen(_: { readonly slug?: string; readonly section?: string }) { return null; }
