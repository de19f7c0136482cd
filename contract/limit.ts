/** How long something may take: an amount, its unit, and the clause that says so. */
export type LimitUnit = 'workingDays' | 'days' | 'months' | 'workingHours' | 'minutes';
export type Limit = { readonly amount: number; readonly unit: LimitUnit; readonly basis: string };
