export function utcTickInterval(start: Date, stop: Date, count: number): { range(start: Date, stop: Date): Date[] } | null;
