export function readWebExtReport(json: string, read: (file: string) => string): string[];
