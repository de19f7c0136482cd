/** Where what is uploaded goes: to one's own case, or with an application that is being filled in. */
import { createContext } from 'react';

export const UploadPath = createContext('/my/materials');
