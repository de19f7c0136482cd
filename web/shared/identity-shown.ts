/** How a masked identity number is shown where it may be asked for in full; elsewhere it is only its mask. */
import { createContext, type ReactNode } from 'react';

/** By the number's place in the form, like `members.0.identity`, and its mask. */
export const IdentityShown = createContext<(field: string, masked: string) => ReactNode>(
  (_field, masked) => masked,
);
