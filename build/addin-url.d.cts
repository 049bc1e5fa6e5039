export const development: string;
export function addinUrl(setting?: string): string;
export function manifestFor(xml: string, url: string): string;
